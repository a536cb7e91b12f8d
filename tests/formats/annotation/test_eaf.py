"""ELAN files: tiers of speech, tiers below them, versions side by side."""

from pathlib import Path

import pytest

from interviews.formats import read_file, read_folder
from tests.formats.annotation.files import about, damaged, messages, notes_of, read, said, turns_of

TYPES = """
<LINGUISTIC_TYPE LINGUISTIC_TYPE_ID="default-lt" TIME_ALIGNABLE="true"/>
<LINGUISTIC_TYPE LINGUISTIC_TYPE_ID="Freie Übersetzung" CONSTRAINTS="Symbolic_Association" TIME_ALIGNABLE="false"/>
<LINGUISTIC_TYPE LINGUISTIC_TYPE_ID="orthT" CONSTRAINTS="Symbolic_Association" TIME_ALIGNABLE="false"/>
<LINGUISTIC_TYPE LINGUISTIC_TYPE_ID="Words" CONSTRAINTS="Symbolic_Subdivision" TIME_ALIGNABLE="false"/>
<LINGUISTIC_TYPE LINGUISTIC_TYPE_ID="Satzart" CONTROLLED_VOCABULARY_REF="satzart" TIME_ALIGNABLE="true"/>
"""


def eaf(slots: str, *tiers: str, head: str = "") -> str:
    times = "".join(
        f'<TIME_SLOT TIME_SLOT_ID="ts{i}"' + (f' TIME_VALUE="{value}"/>' if value != "-" else "/>")
        for i, value in enumerate(slots.split())
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?><ANNOTATION_DOCUMENT AUTHOR="Mira Feld" FORMAT="3.0">'
        f'<HEADER MEDIA_FILE="" TIME_UNITS="milliseconds">{head}</HEADER><TIME_ORDER>{times}</TIME_ORDER>'
        f"{''.join(tiers)}{TYPES}</ANNOTATION_DOCUMENT>"
    )


def tier(name: str, *annotations: str, participant: str = "", type: str = "default-lt", more: str = "") -> str:
    inside = "".join(f"<ANNOTATION>{annotation}</ANNOTATION>" for annotation in annotations)
    who = f'PARTICIPANT="{participant}"' if participant else ""
    return f'<TIER TIER_ID="{name}" LINGUISTIC_TYPE_REF="{type}" {who} {more}>{inside}</TIER>'


def timed(ident: str, start: int, end: int, text: str) -> str:
    return (
        f'<ALIGNABLE_ANNOTATION ANNOTATION_ID="{ident}" TIME_SLOT_REF1="ts{start}" TIME_SLOT_REF2="ts{end}">'
        f"<ANNOTATION_VALUE>{text}</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION>"
    )


def below(ident: str, parent: str, text: str) -> str:
    return (
        f'<REF_ANNOTATION ANNOTATION_ID="{ident}" ANNOTATION_REF="{parent}">'
        f"<ANNOTATION_VALUE>{text}</ANNOTATION_VALUE></REF_ANNOTATION>"
    )


INTERVIEW = eaf(
    "0 1500 1200 4000 4100 5000",
    tier("Gespräch", timed("a1", 0, 1, "Wie war das?"), timed("a2", 4, 5, "Und dann?"), participant="I"),
    tier("B", timed("a3", 2, 3, "Schön &lt;und&gt;\n  laut 👩‍👩‍👧.")),
    tier("leer"),
    tier(
        "I-Übersetzung",
        below("a4", "a1", "How was it?"),
        type="Freie Übersetzung",
        more='PARENT_REF="Gespräch" ANNOTATOR="Jo"',
    ),
    head='<MEDIA_DESCRIPTOR MEDIA_URL="file:///C:/Users/feld/Ilse.wav" RELATIVE_MEDIA_URL="./Ilse.wav"/>',
)


def test_each_annotation_is_a_turn_in_order_of_time(tmp_path: Path) -> None:
    assert turns_of(read(tmp_path, INTERVIEW, "a.eaf")) == [
        ("I", "Wie war das?", 0, 1500),
        ("B", "Schön <und> laut 👩‍👩‍👧.", 1200, 4000),
        ("I", "Und dann?", 4100, 5000),
    ]


def test_a_dependent_tier_is_no_speech_and_a_translation_is_kept_where_it_belongs(tmp_path: Path) -> None:
    reading = read(tmp_path, INTERVIEW, "a.eaf")
    assert "1 annotation in dependent tiers did not become speech: 1 translation" in messages(reading)
    assert about(reading, "translation") == [("How was it?", "Wie war das?")]


def test_whoever_and_whatever_the_file_names_is_kept_beside_the_text(tmp_path: Path) -> None:
    notes = notes_of(read(tmp_path, INTERVIEW, "a.eaf"))
    assert ("author", "Mira Feld") in notes
    assert ("author", "Jo") in notes
    assert ("media", "file:///C:/Users/feld/Ilse.wav") in notes


def test_problems_never_quote_the_file(tmp_path: Path) -> None:
    assert not any(word in messages(read(tmp_path, INTERVIEW, "a.eaf")) for word in ("Gespräch", "Feld", "How", "Jo"))


def test_a_slot_without_time_gives_no_time_and_keeps_its_place(tmp_path: Path) -> None:
    text = eaf(
        "0 - 900 1000",
        tier("A", timed("a1", 0, 0, "eins"), timed("a2", 1, 2, "zwei")),
        tier("B", timed("a3", 2, 3, "drei")),
    )
    reading = read(tmp_path, text, "a.eaf")
    assert turns_of(reading) == [("A", "eins", 0, 0), ("A", "zwei", None, 900), ("B", "drei", 900, 1000)]
    assert "1 turn has no start time" in messages(reading)


def test_times_that_are_none_are_left_out_and_counted(tmp_path: Path) -> None:
    text = eaf("-5 nan 99999999999999 1e5000", tier("A", timed("a1", 0, 1, "eins"), timed("a2", 2, 3, "zwei")))
    reading = read(tmp_path, text, "a.eaf")
    assert turns_of(reading) == [("A", "eins", None, None), ("A", "zwei", None, None)]
    assert "4 times are negative, too large or no number" in messages(reading)


def test_an_annotation_that_ends_before_it_begins_loses_its_end(tmp_path: Path) -> None:
    reading = read(tmp_path, eaf("500 100", tier("A", timed("a1", 0, 1, "eins"))), "a.eaf")
    assert turns_of(reading) == [("A", "eins", 500, None)]
    assert "1 utterance ends before it begins" in messages(reading)


def test_empty_annotations_are_counted(tmp_path: Path) -> None:
    reading = read(tmp_path, eaf("0 1 2", tier("A", timed("a1", 0, 1, ""), timed("a2", 1, 2, "zwei"))), "a.eaf")
    assert said(reading) == [("A", "zwei")]
    assert "1 utterance without words was left out" in messages(reading)


def test_words_are_read_below_a_tier_of_mere_numbers(tmp_path: Path) -> None:
    text = eaf(
        "0 1000 1000 2000",
        tier("ref@ILSE", timed("a1", 0, 1, "ilse-001"), timed("a2", 2, 3, "ilse-002"), participant="ILSE"),
        tier(
            "orth@ILSE",
            below("a3", "a1", "Guten Tag."),
            below("a4", "a2", "Ja."),
            type="orthT",
            more='PARENT_REF="ref@ILSE"',
        ),
        tier(
            "word@ILSE",
            below("a5", "a3", "Guten"),
            below("a6", "a3", "Tag"),
            type="Words",
            more='PARENT_REF="orth@ILSE"',
        ),
        tier("ft-eng@ILSE", below("a7", "a4", "Yes."), type="Freie Übersetzung", more='PARENT_REF="orth@ILSE"'),
    )
    reading = read(tmp_path, text, "a.eaf")
    assert turns_of(reading) == [("ILSE", "Guten Tag.", 0, 1000), ("ILSE", "Ja.", 1000, 2000)]
    assert "1 tier holds only numbers of utterances" in messages(reading)
    assert about(reading, "translation") == [("Yes.", "Ja.")]


def test_words_below_empty_utterances_are_joined(tmp_path: Path) -> None:
    text = eaf(
        "0 1000",
        tier("A", timed("a1", 0, 1, "")),
        tier("A-words", below("a2", "a1", "Guten"), below("a3", "a1", "Tag"), type="Words", more='PARENT_REF="A"'),
    )
    assert turns_of(read(tmp_path, text, "a.eaf")) == [("A", "Guten Tag", 0, 1000)]


def test_of_two_versions_of_one_speaker_the_first_is_read_and_the_other_counted(tmp_path: Path) -> None:
    text = eaf(
        "0 1000 1010 2000 5000 6000",
        tier("eins", timed("a1", 0, 1, "guten tag"), timed("a2", 2, 3, "ja"), participant="A"),
        tier("zwei", timed("a3", 0, 1, "gutn tach"), timed("a4", 1, 3, "jo"), participant="A"),
        tier("drei", timed("a5", 4, 5, "später"), participant="A"),
        tier("vier", timed("a6", 0, 1, "mhm"), participant="B"),
    )
    reading = read(tmp_path, text, "a.eaf")
    assert said(reading) == [("A", "guten tag"), ("B", "mhm"), ("A", "ja"), ("A", "später")]
    assert "2 utterances in 1 tier beside another tier of the same speaker" in messages(reading)


def test_tiers_that_annotate_by_name_or_vocabulary_are_no_speakers(tmp_path: Path) -> None:
    text = eaf(
        "0 1000",
        tier("A", timed("a1", 0, 1, "guten Tag")),
        tier("Kommentar", timed("a2", 0, 1, "Tür schlägt zu")),
        tier("A_phon", timed("a3", 0, 1, "gutn tax"), participant="A"),
        tier("Form", timed("a4", 0, 1, "Gruß"), type="Satzart"),
    )
    reading = read(tmp_path, text, "a.eaf")
    assert said(reading) == [("A", "guten Tag")]
    assert "1 remark, 1 sound and 1 code in 3 tiers that by name annotate the speech" in messages(reading)
    assert ("remark", "Tür schlägt zu") in notes_of(reading)


def test_where_all_tiers_look_like_annotation_all_are_read(tmp_path: Path) -> None:
    text = eaf("0 1000", tier("Notizen", timed("a1", 0, 1, "guten Tag")))
    assert said(read(tmp_path, text, "a.eaf")) == [("Notizen", "guten Tag")]


def test_the_language_of_a_tier_is_that_of_its_turns(tmp_path: Path) -> None:
    text = eaf("0 1000", tier("A", timed("a1", 0, 1, "dzień dobry"), more='LANG_REF="pol"'))
    reading = read(tmp_path, text, "a.eaf")
    assert reading.transcript is not None
    assert reading.transcript.turns[0].language == "pl"


def test_a_language_that_cannot_be_guessed_is_taken_from_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a.eaf"
    path.write_text(eaf("0 1000", tier("A", timed("a1", 0, 1, "qwrtz ypsn"), more='LANG_REF="kpv"')), encoding="utf-8")
    transcript = read_file(path).transcript
    assert transcript is not None
    assert transcript.language == "kpv"


def test_decomposed_letters_and_right_to_left_text_stay_as_they_are(tmp_path: Path) -> None:
    words = "Ku\u0308che \u05e9\u05dc\u05d5\u05dd"
    assert said(read(tmp_path, eaf("0 1", tier("A", timed("a1", 0, 1, words))), "a.eaf")) == [("A", words)]


def test_annotations_that_hang_on_one_another_in_a_circle_end(tmp_path: Path) -> None:
    text = eaf(
        "0 1",
        tier("A", timed("a1", 0, 1, "ja")),
        tier(
            "x", below("a2", "a3", "eins"), below("a3", "a2", "zwei"), below("a4", "a4", "drei"), more='PARENT_REF="A"'
        ),
    )
    reading = read(tmp_path, text, "a.eaf")
    assert said(reading) == [("A", "ja")]
    assert "3 annotations in dependent tiers" in messages(reading)


def test_a_file_of_empty_tiers_holds_no_words(tmp_path: Path) -> None:
    reading = read(tmp_path, eaf("0 1", tier("A")), "a.eaf")
    assert reading.transcript is None
    assert "no words" in messages(reading)


def test_a_backup_of_elan_is_named_as_such_and_passed_over_in_folders(tmp_path: Path) -> None:
    assert "backup of ELAN" in messages(read(tmp_path, INTERVIEW, "a.eaf.001"))
    read(tmp_path, INTERVIEW, "a.eaf")
    assert len(read_folder(tmp_path, language="de")) == 1


def test_the_content_decides_and_not_the_name(tmp_path: Path) -> None:
    reading = read(tmp_path, INTERVIEW, "a.txt")
    assert reading.transcript is not None
    assert reading.transcript.format == "eaf"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_other_encodings_are_read(tmp_path: Path, encoding: str) -> None:
    text = INTERVIEW.replace('encoding="UTF-8"', f'encoding="{encoding.removesuffix("-sig")}"')
    assert len(turns_of(read(tmp_path, text.encode(encoding), "a.eaf"))) == 3


def test_ten_thousand_tiers_of_one_speaker_take_no_long_time(tmp_path: Path) -> None:
    tiers = [tier(f"t{i}", timed(f"a{i}", 0, 1, "ja"), participant="A") for i in range(10_000)]
    assert len(turns_of(read(tmp_path, eaf("0 1000", *tiers), "a.eaf"))) == 1


def test_damaged_files_never_raise(tmp_path: Path) -> None:
    for content in damaged(INTERVIEW.encode()):
        read(tmp_path, content, "a.eaf")
