"""The turn grammar, skin by skin."""

import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviews.errors import Severity
from interviews.formats.talk.turns import Conversation, find_turns
from interviews.model import Role, Turn

INTERVIEWER, INTERVIEWEE = Role.INTERVIEWER, Role.INTERVIEWEE


def turns_of(text: str, *, markdown: bool = False) -> list[tuple[str | None, str]]:
    """Speaker and speech of every turn, after the promises on positions were checked."""
    conversation = find_turns(text, "file", markdown=markdown)
    check_positions(text, conversation.turns)
    return [(turn.speaker, turn.speech.of(text)) for turn in conversation.turns]


def check_positions(text: str, turns: tuple[Turn, ...]) -> None:
    at = 0
    for number, turn in enumerate(turns, 1):
        assert turn.number == number
        if turn.label is not None:
            assert at <= turn.label.start < turn.label.end <= turn.speech.start
            assert turn.label.of(text) == turn.label.of(text).strip()
        assert at <= turn.speech.start < turn.speech.end <= len(text)
        assert turn.speech.of(text) == turn.speech.of(text).strip()
        at = turn.speech.end


def roles_of(text: str) -> dict[str, Role]:
    return {speaker.label: speaker.role for speaker in find_turns(text, "file").speakers}


def messages(conversation: Conversation) -> str:
    return " | ".join(problem.message for problem in conversation.problems)


STYLES: dict[str, Callable[[str, str], str]] = {
    "colon": lambda label, speech: f"{label}: {speech}\n",
    "blank before the colon": lambda label, speech: f"{label} : {speech}\n",
    "no-break space before the colon": lambda label, speech: f"{label}\u00a0: {speech}\n",
    "label alone": lambda label, speech: f"{label}:\n{speech}\n",
    "label alone with trailing blanks": lambda label, speech: f"{label}:  \n{speech}\n\n",
    "time behind the label": lambda label, speech: f"{label}: [00:00:12] {speech}\n\n",
    "time before the label": lambda label, speech: f"[00:12] {label}:\n{speech}\n",
    "bare time before the label": lambda label, speech: f"00:12 {label}:\n{speech}\n",
    "star and equals sign": lambda label, speech: f"*00:12 = {label}: {speech}\n",
    "time in the label": lambda label, speech: f"{label} [00:12]: {speech}\n",
    "bold with time": lambda label, speech: f"**{label} [00:00:12]** {speech}\n\n",
    "bold with colon inside": lambda label, speech: f"**{label}:** {speech}\n\n",
    "bold with colon outside": lambda label, speech: f"**{label}**: {speech}\n\n",
    "bold with a kramdown class": lambda label, speech: f"**{label}:**{{: .text-green-000}}   \n{speech}\n\n",
    "bold and italic": lambda label, speech: f"***{label}:*** {speech}\n\n",
    "underscores": lambda label, speech: f"__{label}:__ {speech}\n\n",
    "f4 mark at the start": lambda label, speech: f"#00:00:12-0# {label}: {speech}\n",
    "f4 mark at the end": lambda label, speech: f"{label}: {speech} #00:00:12-0#\n",
    "time on a line of its own": lambda label, speech: f"[00:00:12]  \n{label}: {speech}\n",
    "time and label, text below": lambda label, speech: f"[00:00:12] {label}\n{speech}\n",
    "label and time, text below": lambda label, speech: f"{label}  00:12\n{speech}\n\n",
    "cells with time": lambda label, speech: f"00:00:12\t{label}\t{speech}\n",
    "cells": lambda label, speech: f"{label}\t{speech}\n",
    "indented": lambda label, speech: f"   {label}: {speech}\n",
}
LABELS = [
    ("I", "B1"),
    ("Interviewer/in", "Befragte*r"),
    ("Interviewer:in", "Befragte:r"),
    ("INTERVIEWER", "TEILNEHMERIN 12"),
    ("Badaczka", "Rozmówca"),
    ("Researcher 1", "Ana"),
    ("interviewer", "interviewee"),
]


@pytest.mark.parametrize("labels", LABELS, ids=" & ".join)
@pytest.mark.parametrize("style", STYLES)
def test_every_style_gives_the_same_turns(style: str, labels: tuple[str, str]) -> None:
    said = [
        (labels[i % 2], speech) for i, speech in enumerate(["Wie war das?", "Gut.", "Und dann?", "Tja: nichts."] * 2)
    ]
    text = "".join(STYLES[style](label, speech) for label, speech in said)
    assert turns_of(text) == said
    assert roles_of(text) == {labels[0]: INTERVIEWER, labels[1]: INTERVIEWEE}


def test_times_are_read_from_every_place() -> None:
    text = "I: [00:00:12] Ja?\n\nB: Nein. #00:01:20-5#\n\n[01:02:03 - 01:02:09] I: Gut.\n\nB [12:30]: Tja. (100:00)\n"
    times = [(turn.start_ms, turn.end_ms) for turn in find_turns(text, "file").turns]
    assert times == [(12_000, None), (None, 80_500), (3_723_000, 3_729_000), (750_000, 6_000_000)]


def test_the_label_is_kept_as_written_with_its_marks() -> None:
    text = "**I [00:00:05]** Ja?\n\n**B [00:00:07]** Nein.\n"
    turns = find_turns(text, "file").turns
    assert [turn.label and turn.label.of(text) for turn in turns] == ["**I [00:00:05]**", "**B [00:00:07]**"]


def test_two_turns_are_enough_for_roles_and_initials() -> None:
    assert turns_of("I: Wie geht es?\nB: Gut.") == [("I", "Wie geht es?"), ("B", "Gut.")]


def test_names_need_three_occurrences() -> None:
    often = "Ana: a\nBen: b\nAna: c\nBen: d\nAna: e\nBen: f\nCleo: g\n"
    conversation = find_turns(often, "file")
    assert [speaker.label for speaker in conversation.speakers] == ["Ana", "Ben"]
    assert "1 line looks like a new turn, but the label is too rare or not followed by a colon: line 7" in messages(
        conversation
    )
    assert "Cleo" not in messages(conversation)


def test_a_label_with_another_sign_than_a_colon_is_reported() -> None:
    text = "K: a\nM: b\nK. c\nM; d\nK: e\n"
    assert "2 lines look like a new turn" in messages(find_turns(text, "file"))
    assert turns_of(text)[1] == ("M", "b\nK. c\nM; d")


def test_a_row_of_a_table_ends_with_its_line() -> None:
    row = "0:00:00.4\t5.0s\tAgent\t\tGuten Tag.\n0:00:06\t4.1s\tKunde\t\tJa.\n"
    text = f"Start\tDur.\tSpeaker\t\tText\n{row * 3}Werte\nWort\tZahl\n"
    assert turns_of(text) == [("Agent", "Guten Tag."), ("Kunde", "Ja.")] * 3


@pytest.mark.parametrize(("mark", "time"), [("*03:02", 182_000), ("*1.01.35", 3_695_000), ("*1:14:56", 4_496_000)])
def test_star_marks_have_two_or_three_numbers_with_colons_or_dots(mark: str, time: int) -> None:
    assert find_turns(f"I: Ja?\n{mark} = K: Nein.\n", "file").turns[1].start_ms == time


def test_a_name_listed_among_those_present_needs_one_occurrence() -> None:
    text = "Attendees\nAna Belo, Ben Carr, Cleo Dahl\n\n" + "Ana Belo: a\n\nBen Carr: b\n\n" * 3 + "Cleo Dahl: c\n"
    assert turns_of(text)[-1] == ("Cleo Dahl", "c")


@pytest.mark.parametrize(
    "line",
    [
        "10:30 Uhr waren wir da.",
        "er sagte: ja",
        "Und dann, so mein Vater: nie wieder.",
        "https://example.org",
        "Anm.: das Band war kurz aus",
        "PS: das war es",
        "C:\\Aufnahmen\\1.mp3",
        "(lacht)",
    ],
)
def test_a_line_that_only_looks_like_a_turn_continues_the_one_before(line: str) -> None:
    text = f"I: Wie war das?\nB: Also ich kam an.\n{line}\nI: Ja?\nB: Ja.\nI: Ja?\nB: Ja.\n"
    assert turns_of(text)[1] == ("B", f"Also ich kam an.\n{line}")


@pytest.mark.parametrize(
    "head",
    [
        "---\ntitle: Gespräch\ndate: 2021-05-10\nhistory: eins\n---\n",
        "Audio file: ./1.mp3\nDatum: 3. Mai\n\n",
        "I = Interviewerin, B = Befragter\n\n",
        "(B = Befragter; I = Interviewerin)\n",
        "I: Interviewerin, B: Befragter\n\n",
        "I: Interviewerin\nB: Befragter\n\n",
        "Interviewerin: A. Schmidt\nBefragte: Frau K.\nOrt: Büro\n\n",
    ],
)
def test_what_stands_above_the_first_turn_is_no_turn(head: str) -> None:
    text = head + "I: Wie war das?\nB: Gut.\nI: Ach?\nB: Ja.\nI: So?\nB: Eben.\n"
    assert len(turns_of(text)) == 6
    assert "above the first turn belong" in messages(find_turns(text, "file"))


def test_the_legend_has_the_last_word_on_roles() -> None:
    text = "I = Informantin, B = Badaczka, P = Protokollant\n\nB: Jak?\nI: Tak.\nP: Aha.\n"
    assert roles_of(text) == {"B": INTERVIEWER, "I": INTERVIEWEE, "P": Role.OTHER}


def test_a_legend_without_number_explains_numbered_labels() -> None:
    text = "(S = Studentin; I = Interviewer)\nI: Und?\nS1: Ja.\nS2: Nein.\n"
    assert [speaker for speaker, _ in turns_of(text)] == ["I", "S1", "S2"]


def test_labels_explained_together_by_no_role_keep_the_one_of_their_word() -> None:
    text = "Interviewer = Projektteam, B1 und B2 = gemeinsam befragt\n\nInterviewer: Ja?\nB1: a\nB2: b\n"
    assert roles_of(text) == {"Interviewer": INTERVIEWER, "B1": INTERVIEWEE, "B2": INTERVIEWEE}
    assert "role" not in messages(find_turns(text, "file"))


@pytest.mark.parametrize("label", ["D", "Dolmetscherin", "Dolmetscher*in", "Interpreter", "Tłumaczka"])
def test_interpreters_are_known(label: str) -> None:
    assert roles_of(f"I: Und?\n{label}: Ja.\nB: Gut.\n" * 3)[label] is Role.INTERPRETER


def test_roles_of_names_are_guessed_from_who_asks_and_the_guess_is_reported() -> None:
    text = "Ana: Wie war das?\nBen: Es war sehr gut dort.\n" * 3
    conversation = find_turns(text, "file")
    assert roles_of(text) == {"Ana": INTERVIEWER, "Ben": INTERVIEWEE}
    assert "guessed from who asks questions" in messages(conversation)
    assert all(problem.severity is Severity.INFO for problem in conversation.problems)


def test_a_text_without_labels_gives_a_turn_for_each_paragraph_and_says_so() -> None:
    text = "Das war im Mai.\n\nDann kam der Juni.\n"
    conversation = find_turns(text, "file")
    assert [(turn.speaker, turn.role) for turn in conversation.turns] == [(None, Role.OTHER)] * 2
    assert "no speaker labels were found" in messages(conversation)
    assert "begin turns with a label" in messages(conversation)


def test_lines_broken_for_a_page_are_one_paragraph() -> None:
    line = "Das war eine Zeile von der üblichen Breite eines Blattes Papier"
    assert len(find_turns(f"{line}\n{line}\n\n{line}\n{line}", "file").turns) == 2


def test_headings_end_a_turn_in_markdown_only() -> None:
    text = "I: Ja?\n\nB: Nein.\n\n## Teil 2\n\nI: Ja?\n\nB: Gut.\n"
    assert turns_of(text, markdown=True)[1] == ("B", "Nein.")
    assert turns_of(text)[1] == ("B", "Nein.\n\n## Teil 2")


def test_a_footer_belongs_to_no_turn_and_is_reported() -> None:
    text = "I: Ja?\n\nB: Nein.\n\nMeeting ended after 00:18:42\n"
    assert turns_of(text)[-1] == ("B", "Nein.")
    assert "1 line below the last turn" in messages(find_turns(text, "file"))


def test_a_remark_of_another_speaker_stays_inside_and_is_counted() -> None:
    text = "S01: Ja, das //S02: Genau. // war so.\nS02: Ja?\nS01: Ja.\n"
    assert turns_of(text)[0] == ("S01", "Ja, das //S02: Genau. // war so.")
    assert "1 remark between // //" in messages(find_turns(text, "file"))


def test_pauses_are_not_time_marks() -> None:
    assert turns_of("I: Und? (2.85)\nB: Hm (0.5)\n") == [("I", "Und? (2.85)"), ("B", "Hm (0.5)")]


def test_spellings_of_one_label_are_one_speaker() -> None:
    text = "Interviewer: a\nINTERVIEWER: b\nInterviewer : c\nB: d\n"
    assert [speaker.label for speaker in find_turns(text, "file").speakers] == ["Interviewer", "B"]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_composed_and_decomposed_labels_are_read_alike(form: str) -> None:
    text = unicodedata.normalize(form, "Rozmówca: Cześć.\nBadaczka: Jak?\n" * 3)
    assert len(turns_of(text)) == 6
    mixed = "I: b\n".join(unicodedata.normalize(other, "Rozmówca: a\n") for other in ("NFC", "NFD", form))
    assert len(find_turns(mixed, "file").speakers) == 2


def test_right_to_left_labels_and_emoji_are_read() -> None:
    text = "\u200fמראיינת\u200f: מה שלומך?\nمشارك: بخير 👍🏽\n" * 3
    assert [speaker for speaker, _ in turns_of(text)] == ["מראיינת", "مشارك"] * 3


def test_problems_never_quote_the_text() -> None:
    text = "Geheim: x\n" + "I: Ja?\nB: Nein.\n" * 3 + "Müller: y\n"
    assert "Müller" not in messages(find_turns(text, "file"))
    assert "Geheim" not in messages(find_turns(text, "file"))


PIECES = st.sampled_from(
    "I: |B1: |Ana: |**I [00:12]** |[00:12]|#00:00:20-5#|\n|\n\n|ja|10:30 Uhr|//S02: x //|\t|---\n|## |"
    "I = Interviewerin, |## Frage 1: a?\n|é|e\u0301|👩\u200d👩\u200d👧|שלום: |\u200f| |(lacht)|00:12 |*|SPEAKER_00\n|Speaker undefined|1 |2 \tI: |> |- |I; |I. Ja|[00:12] - Ana\n|:שלום |\x01".split(
        "|"
    )
)


ROWS = st.sampled_from(["| I | a |\n", "| 00:01 | B | b |\n", "|---|---|\n", "00:01\tI\ta\n", "00:02\t\tb\n", "I\ta\n"])


@given(st.lists(st.one_of(PIECES, ROWS), max_size=40).map("".join), st.booleans())
def test_turns_never_overlap_and_lie_inside_the_text(text: str, markdown: bool) -> None:
    check_positions(text, find_turns(text, "file", markdown=markdown).turns)


@given(st.text(max_size=200), st.booleans())
def test_any_text_gives_well_formed_turns(text: str, markdown: bool) -> None:
    check_positions(text, find_turns(text, "file", markdown=markdown).turns)
