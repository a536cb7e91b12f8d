"""The skins that programs and handbooks give to a conversation: each sample says what is spoken by whom, and when."""

import unicodedata

import pytest

from interviews.formats.talk.turns import find_turns
from tests.formats.talk.test_turns import check_positions

Said = tuple[str | None, int | None, str]

SKINS: dict[str, tuple[str, list[Said]]] = {
    "lines with numbers, as Kruse has them": (
        "  1  I: Wie war das?\n  2     Und dann?\n  3  B: (3s) Also wir kamen\n  4     im Mai.\n  5  I: Mhm.\n"
        "  6  B: Ja.\n",
        [
            ("I", None, "Wie war das?\n  2     Und dann?"),
            ("B", None, "(3s) Also wir kamen\n  4     im Mai."),
            ("I", None, "Mhm."),
            ("B", None, "Ja."),
        ],
    ),
    "GAT 2 with colons and stacked overlap": (
        "01   A:   ja also ich [hab  ]\n02   B:            [mhm  ]\n03   A:   das nicht geSEHN\n04        (1.2)\n"
        "05   B:   °h ((lacht)) na ja\n06   A:   <<lachend> doch>\n",
        [
            ("A", None, "ja also ich [hab  ]"),
            ("B", None, "[mhm  ]"),
            ("A", None, "das nicht geSEHN\n04        (1.2)"),
            ("B", None, "°h ((lacht)) na ja"),
            ("A", None, "<<lachend> doch>"),
        ],
    ),
    "GAT 2 with a column for speakers": (
        "{00:00}  01   S1   ja hallo\n{00:02}  02   S2   hallo\n{00:04}  03        so (--)\n{00:05}  04   S1   und\n"
        "{00:06}  05   S2   na ja\n{00:07}  06   S1   doch\n{00:09}  07   S2   EBen\n",
        [
            ("S1", 0, "ja hallo"),
            ("S2", 2_000, "hallo\n{00:04}  03        so (--)"),
            ("S1", 5_000, "und"),
            ("S2", 6_000, "na ja"),
            ("S1", 7_000, "doch"),
            ("S2", 9_000, "EBen"),
        ],
    ),
    "Simple EXMARaLDA": (
        "---\nduration: 12s\n---\nTOM: [winkt] Hallo, <Tim!>1> {Salut}\n   wie geht's?\nTIM: (+++) <hallo>1>\n"
        "TOM: ((unverständlich)) \\\n  ja\nTIM: Gut.\nTOM: Na.\nTIM: Eben.\n",
        [
            ("TOM", None, "[winkt] Hallo, <Tim!>1> {Salut}\n   wie geht's?"),
            ("TIM", None, "(+++) <hallo>1>"),
            ("TOM", None, "((unverständlich)) \\\n  ja"),
            ("TIM", None, "Gut."),
            ("TOM", None, "Na."),
            ("TIM", None, "Eben."),
        ],
    ),
    "Otter": (
        "Speaker 1  0:03  \nHello, how are you?\n\nSpeaker 2  0:09  \nFine.\n\nSpeaker 1  101:02  \nAnd?\n\n"
        "Speaker 2  101:10  \nNothing.\n\nTranscribed by https://otter.ai\n",
        [
            ("Speaker 1", 3_000, "Hello, how are you?"),
            ("Speaker 2", 9_000, "Fine."),
            ("Speaker 1", 6_062_000, "And?"),
            ("Speaker 2", 6_070_000, "Nothing."),
        ],
    ),
    "one blank before the time": (
        "Speaker 1 00:00:12\nHello?\n\nSpeaker 2 00:00:15\nYes.\n\nSpeaker 1 00:00:20\nSo?\n\n"
        "Speaker 2 00:00:25\nNo.\n",
        [
            ("Speaker 1", 12_000, "Hello?"),
            ("Speaker 2", 15_000, "Yes."),
            ("Speaker 1", 20_000, "So?"),
            ("Speaker 2", 25_000, "No."),
        ],
    ),
    "time, hyphen and name above the words": (
        "[00:00:01.120] - Ana\nHello?\n\n[00:00:03.000] - Ben\nYes.\n\n[00:00:05.000] - Ana\nSo?\n\n"
        "[00:00:09.000] - Ben\nNo.\n",
        [("Ana", 1_120, "Hello?"), ("Ben", 3_000, "Yes."), ("Ana", 5_000, "So?"), ("Ben", 9_000, "No.")],
    ),
    "names as Teams writes them into Word": (
        "Belo, Ana   0:03\nHallo?\nCarr, Ben   0:09\nGut.\nBelo, Ana   0:12\nUnd?\nCarr, Ben   0:15\nTja.\n",
        [
            ("Belo, Ana", 3_000, "Hallo?"),
            ("Carr, Ben", 9_000, "Gut."),
            ("Belo, Ana", 12_000, "Und?"),
            ("Carr, Ben", 15_000, "Tja."),
        ],
    ),
    "aTrain": (
        "Transcription for 2024-01-01 interview\n\nSPEAKER_00\n[00:00:01] - Guten Tag.\n[00:00:05] - Wie geht es?\n\n"
        "SPEAKER_01\n[00:00:08] - Gut.\n\nSPEAKER_00\n[00:00:12] - Ja.\n\nSPEAKER_01\n[00:00:14] - Ja.\n\n"
        "SPEAKER_00\n[00:00:20] - Ja.\n\nSPEAKER_01\n[00:00:21] - So.\n\nSpeaker undefined\n[00:00:30] - hm\n",
        [
            ("SPEAKER_00", 1_000, "Guten Tag.\n[00:00:05] - Wie geht es?"),
            ("SPEAKER_01", 8_000, "Gut."),
            ("SPEAKER_00", 12_000, "Ja."),
            ("SPEAKER_01", 14_000, "Ja."),
            ("SPEAKER_00", 20_000, "Ja."),
            ("SPEAKER_01", 21_000, "So."),
            ("Speaker undefined", 30_000, "hm"),
        ],
    ),
    "aTrain without times": (
        "SPEAKER_00\nGuten Tag. Wie geht es?\n\nSPEAKER_01\nGut.\n\n" * 3,
        [("SPEAKER_00", None, "Guten Tag. Wie geht es?"), ("SPEAKER_01", None, "Gut.")] * 3,
    ),
    "roles alone in a line": (
        "Interviewerin\nWie war das?\n\nBefragte\nGut.\n\n" * 3,
        [("Interviewerin", None, "Wie war das?"), ("Befragte", None, "Gut.")] * 3,
    ),
    "NVivo": (
        "Timespan\tSpeaker\tContent\n00:00:00\tBelo, Ana (Gast)\tGut. ---Ah.\n00:00:08\tCarr, Ben\tOK?\n"
        "00:00:08.5\tBelo, Ana (Gast)\tJa.\n00:00:10\tCarr, Ben\tNein.\n00:00:11\tBelo, Ana (Gast)\tTja.\n"
        "00:00:12\tDahl, Cleo\tIch auch.\n00:00:13\tCarr, Ben\tSo.\n",
        [
            ("Belo, Ana (Gast)", 0, "Gut. ---Ah."),
            ("Carr, Ben", 8_000, "OK?"),
            ("Belo, Ana (Gast)", 8_500, "Ja."),
            ("Carr, Ben", 10_000, "Nein."),
            ("Belo, Ana (Gast)", 11_000, "Tja."),
            ("Dahl, Cleo", 12_000, "Ich auch."),
            ("Carr, Ben", 13_000, "So."),
        ],
    ),
    "chat of Zoom": (
        "09:12:33\tAna Belo:\tHello 👋\n09:13:01\tBen Carr:\tHi\n09:13:40\tAna Belo:\tHow are you?\n\tAll well?\n"
        "09:14:00\tBen Carr:\tfine\n09:15:00\tAna Belo:\tok\n09:16:00\tCleo Dahl:\tbye\n",
        [
            ("Ana Belo", 33_153_000, "Hello 👋"),
            ("Ben Carr", 33_181_000, "Hi"),
            ("Ana Belo", 33_220_000, "How are you?\n\tAll well?"),
            ("Ben Carr", 33_240_000, "fine"),
            ("Ana Belo", 33_300_000, "ok"),
            ("Cleo Dahl", 33_360_000, "bye"),
        ],
    ),
    "older chat of Zoom": (
        "09:12:33 From Ana Belo to Everyone: Hello\n09:13:01 From Ben Carr : Hi\n" * 3,
        [("Ana Belo", 33_153_000, "Hello"), ("Ben Carr", 33_181_000, "Hi")] * 3,
    ),
    "marks of f4 at both ends": (
        "#00:00:01-2# I: Wie war das? #00:00:05-1#\n\nB: Tja #00:02:00-0# und so. #00:02:10-9#\n\n"
        "#00:03:25-0# I: Und?\n",
        [("I", 1_200, "Wie war das?"), ("B", None, "Tja #00:02:00-0# und so."), ("I", 205_000, "Und?")],
    ),
    "times in all brackets": (
        "[123:45] I: a?\n{01:02:03} B: b\n[01.02.10] I: c?\n(12:30) B: d\nI {00:12}: e?\nB: [12.30] f\n",
        [
            ("I", 7_425_000, "a?"),
            ("B", 3_723_000, "b"),
            ("I", 3_730_000, "c?"),
            ("B", 750_000, "d"),
            ("I", 12_000, "e?"),
            ("B", 750_000, "f"),
        ],
    ),
    "emphasis around time and label": (
        "**[00:00:05] I:** Ja?\n\n**[00:00:09] B:** Nein.\n\n",
        [("I", 5_000, "Ja?"), ("B", 9_000, "Nein.")],
    ),
    "colon stored before the name": (
        "\u200f:מראיינת\nמה שלומך?\n\n:משתתף\nטוב\n\n" * 3,
        [("מראיינת", None, "מה שלומך?"), ("משתתף", None, "טוב")] * 3,
    ),
    "bidi marks on all sides": (
        "**\u200fמראיינת:\u200f** מה שלומך?\n\n\u202bמשתתף\u202c: טוב\n\n" * 3,
        [("מראיינת", None, "מה שלומך?"), ("משתתף", None, "טוב")] * 3,
    ),
    "initials with dots and hyphens": (
        "***Ż.Ł-T:*** Cześć?\n\n***M.K.:*** Hej.\n\n" * 3,
        [("Ż.Ł-T", None, "Cześć?"), ("M.K.", None, "Hej.")] * 3,
    ),
    "rules of Dresing and Pehl": (
        "I: Wie war das? (..)\n\nB: Na ja (unv., 12:34) (lacht) GANZ gut/ (...) #00:00:05-1#\n\nI: Ja.\n\n"
        "B: (Vermutung?) 10:30 Uhr.\n",
        [
            ("I", None, "Wie war das? (..)"),
            ("B", None, "Na ja (unv., 12:34) (lacht) GANZ gut/ (...)"),
            ("I", None, "Ja."),
            ("B", None, "(Vermutung?) 10:30 Uhr."),
        ],
    ),
    "a row without speaker goes on": (
        "Zeit\tPerson\tText\n00:12\tI\tWie war das?\n00:15\tB\tGut.\n00:18\t\tSehr gut.\n00:20\tI\tUnd?\n"
        "00:22\tB\tTja.\n",
        [
            ("I", 12_000, "Wie war das?"),
            ("B", 15_000, "Gut.\n00:18\t\tSehr gut."),
            ("I", 20_000, "Und?"),
            ("B", 22_000, "Tja."),
        ],
    ),
}
MARKDOWN: dict[str, tuple[str, list[Said]]] = {
    "quotations and lists": (
        "> **I:** Wie?\n>\n> **B:** So.\n\n- I: Und?\n- B: Ja.\n",
        [("I", None, "Wie?"), ("B", None, "So."), ("I", None, "Und?"), ("B", None, "Ja.")],
    ),
    "a table": (
        "# Gespräch\n\n| Zeit | Wer | Text |\n|---|---|---|\n| 00:12 | I | Wie? |\n| 00:15 | B | Gut. |\n"
        "| 00:18 | I | Und? |\n| 00:20 | B | Tja. |\n",
        [("I", 12_000, "Wie?"), ("B", 15_000, "Gut."), ("I", 18_000, "Und?"), ("B", 20_000, "Tja.")],
    ),
}


def said_in(text: str, *, markdown: bool) -> list[Said]:
    turns = find_turns(text, "file", markdown=markdown).turns
    check_positions(text, turns)
    return [(turn.speaker, turn.start_ms, turn.speech.of(text)) for turn in turns]


@pytest.mark.parametrize("skin", SKINS)
def test_every_skin_is_read(skin: str) -> None:
    text, said = SKINS[skin]
    assert said_in(text, markdown=False) == said


@pytest.mark.parametrize("skin", MARKDOWN)
def test_every_skin_of_markdown_is_read(skin: str) -> None:
    text, said = MARKDOWN[skin]
    assert said_in(text, markdown=True) == said


@pytest.mark.parametrize("skin", SKINS)
def test_every_skin_is_read_in_decomposed_characters_too(skin: str) -> None:
    text, said = SKINS[skin]
    expected = [
        (who and unicodedata.normalize("NFD", who), time, unicodedata.normalize("NFD", w)) for who, time, w in said
    ]
    assert said_in(unicodedata.normalize("NFD", text), markdown=False) == expected


@pytest.mark.parametrize(
    "label", ["I", "B1", "IP1", "Interviewer/in", "Interviewer:in", "Interviewer*in", "Interviewer_in"]
)
def test_labels_of_handbooks_are_known(label: str) -> None:
    text = f"{label}: Wie war das?\nX9: Gut.\n" * 2
    assert [speaker for speaker, _, _ in said_in(text, markdown=False)] == [label, "X9"] * 2


@pytest.mark.parametrize(
    "line",
    [
        "Hi PARTICIPANT 12:",
        "frage nochmal (letztes Mal): ja",
        "beantwortet. Und zwar: so",
        "Audio file: eins",
        "ORCiD ID: 0000",
        "Particpant:",
        "P2 Interaction Dan: so",
        "So: das war es.",
        "Da: genau.",
        "A. Müller kam auch.",
    ],
)
def test_a_false_label_stays_in_the_turn(line: str) -> None:
    text = f"I: Wie war das?\nB: Gut.\n{line}\nI: Ja?\nB: Ja.\nI: So?\nB: Eben.\n"
    assert said_in(text, markdown=False)[1] == ("B", None, f"Gut.\n{line}")


def test_short_answers_with_a_time_are_no_names() -> None:
    text = "".join(f"[00:0{i}] Ja.\n[00:0{i}] Nein.\n" for i in range(9))
    assert {speaker for speaker, _, _ in said_in(text, markdown=False)} == {None}


def test_numbers_of_lines_inside_turns_are_reported() -> None:
    text, _ = SKINS["lines with numbers, as Kruse has them"]
    messages = [problem.message for problem in find_turns(text, "file").problems]
    assert any("the lines are numbered" in message for message in messages)
    assert not any("belong" in message for message in messages)
