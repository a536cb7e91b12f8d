"""EXMARaLDA files: segment chains on a time line that may lack times."""

from pathlib import Path

from tests.formats.annotation.files import about, damaged, messages, notes_of, read, said, turns_of

HEAD = """<head><meta-information><project-name>Hof</project-name>
<transcription-name>Gespräch mit Ilse</transcription-name>
<referenced-file url="file:/C:/Users/feld/ilse.wav"/>
<ud-meta-information><ud-information attribute-name="Ort">Kirchau</ud-information></ud-meta-information>
<comment>leise</comment><transcription-convention>HIAT</transcription-convention></meta-information>
<speakertable>
<speaker id="SPK0"><abbreviation>INT</abbreviation><sex value="f"/>
<languages-used><language lang="deu"/></languages-used>
<l1/><l2/><ud-speaker-information/><comment/></speaker>
<speaker id="SPK1"><abbreviation>ILS</abbreviation><sex value="f"/><languages-used/><l1><language lang="pol"/></l1><l2/>
<ud-speaker-information><ud-information attribute-name="Name">Ilse Kran</ud-information></ud-speaker-information>
<comment>müde</comment></speaker></speakertable></head>"""
LINE = """<common-timeline><tli id="T0" time="0.0"/><tli id="T1"/><tli id="T2" time="2.5"/><tli id="T3" time="4.0004"/>
<tli id="T4"/><tli id="T5" time="9.75"/></common-timeline>"""


def exb(*tiers: str, head: str = HEAD, line: str = LINE) -> str:
    body = f"<basic-body>{line}{''.join(tiers)}</basic-body>"
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<basic-transcription>{head}{body}</basic-transcription>'


def tier(speaker: str, *events: tuple[int, int, str], type: str = "t", category: str = "v", id: str = "TIE0") -> str:
    inside = "".join(f'<event start="T{start}" end="T{end}">{text}</event>' for start, end, text in events)
    who = f'speaker="{speaker}"' if speaker else ""
    return f'<tier id="{id}" {who} category="{category}" type="{type}">{inside}</tier>'


INTERVIEW = exb(
    tier("SPK0", (0, 1, "Wie war "), (1, 2, "das? "), (3, 4, "Aha. ")),
    tier("SPK0", (0, 1, "How was that?"), (5, 5, "Bye."), type="a", category="en"),
    tier("SPK1", (1, 2, "Na"), (2, 3, "ja, 'schön'. "), (4, 5, "((lacht)) ")),
    tier("SPK1", (2, 3, "steht auf"), (4, 5, ""), type="d", category="nv"),
    tier("SPK1", (2, 3, "ADJ"), type="a", category="pos"),
    tier("", (0, 1, "Tür klappt"), type="d", category="nn"),
)


def test_events_that_follow_on_one_another_are_one_turn(tmp_path: Path) -> None:
    assert turns_of(read(tmp_path, INTERVIEW, "a.exb")) == [
        ("INT", "Wie war das?", 0, 2500),
        ("ILS", "Naja, 'schön'.", None, 4000),
        ("INT", "Aha.", 4000, None),
        ("ILS", "((lacht))", None, 9750),
    ]


def test_points_without_time_give_none_and_are_counted(tmp_path: Path) -> None:
    assert "2 turns have no start time" in messages(read(tmp_path, INTERVIEW, "a.exb"))


def test_tiers_of_annotation_and_description_are_counted_and_kept_where_they_belong(tmp_path: Path) -> None:
    reading = read(tmp_path, INTERVIEW, "a.exb")
    kinds = "2 translations, 2 descriptions and 1 other annotation"
    assert f"5 events of tiers of description and annotation did not become speech: {kinds}" in messages(reading)
    assert about(reading, "translation") == [("Bye.", None), ("How was that?", "Wie war das?")]
    assert ("steht auf", "Naja, 'schön'.") in about(reading, "remark")
    assert ("Tür klappt", None) in about(reading, "remark")


def test_what_the_head_says_of_people_and_recordings_is_kept(tmp_path: Path) -> None:
    notes = notes_of(read(tmp_path, INTERVIEW, "a.exb"))
    assert ("title", "Gespräch mit Ilse") in notes
    assert ("media", "file:/C:/Users/feld/ilse.wav") in notes
    assert ("remark", "Ort: Kirchau") in notes
    assert ("speaker", "ILS: sex: f; ILS: l1: pol; ILS: Name: Ilse Kran") in notes
    assert ("comment", "müde") in notes


def test_problems_never_quote_the_file(tmp_path: Path) -> None:
    assert not any(word in messages(read(tmp_path, INTERVIEW, "a.exb")) for word in ("Ilse", "ILS", "pos", "nv"))


def test_the_one_language_a_speaker_uses_is_that_of_the_turns(tmp_path: Path) -> None:
    reading = read(tmp_path, INTERVIEW, "a.exb")
    assert reading.transcript is not None
    assert {turn.speaker: turn.language for turn in reading.transcript.turns} == {"INT": "de", "ILS": None}


def test_events_out_of_order_in_the_file_are_put_on_the_line(tmp_path: Path) -> None:
    assert said(read(tmp_path, exb(tier("SPK0", (1, 2, "zwei"), (0, 1, "eins "))), "a.exb")) == [("INT", "eins zwei")]


def test_events_at_unknown_points_are_not_lost(tmp_path: Path) -> None:
    reading = read(tmp_path, exb(tier("SPK0", (0, 1, "eins"), (77, 78, "zwei"), (78, 79, " drei"))), "a.exb")
    assert turns_of(reading) == [("INT", "eins", 0, None), ("INT", "zwei drei", None, None)]


def test_two_speakers_with_one_abbreviation_stay_two(tmp_path: Path) -> None:
    head = HEAD.replace(">ILS<", ">INT<")
    reading = read(tmp_path, exb(tier("SPK0", (0, 1, "ja")), tier("SPK1", (1, 2, "nein")), head=head), "a.exb")
    assert said(reading) == [("INT (SPK0)", "ja"), ("INT (SPK1)", "nein")]
    assert "2 speakers share their label" in messages(reading)


def test_a_speaker_whom_no_table_names_is_called_by_the_id(tmp_path: Path) -> None:
    reading = read(tmp_path, exb(tier("SPK9", (0, 1, "ja")), tier("", (1, 2, "nein")), head=""), "a.exb")
    assert said(reading) == [("SPK9", "ja"), (None, "nein")]


def test_two_tiers_of_one_speaker_over_the_same_stretches_are_not_read_twice(tmp_path: Path) -> None:
    text = exb(
        tier("SPK0", (0, 1, "guten Tag"), (2, 3, "ja")), tier("SPK0", (0, 1, "gutn tach"), (2, 3, "jo"), id="TIE1")
    )
    reading = read(tmp_path, text, "a.exb")
    assert said(reading) == [("INT", "guten Tag"), ("INT", "ja")]
    assert "2 utterances in 1 tier beside another tier" in messages(reading)


def test_notes_and_links_inside_an_event_are_not_said(tmp_path: Path) -> None:
    text = exb(tier("SPK0", (0, 1, "guten <ud-information attribute-name='x'>geheim</ud-information>Tag")))
    assert said(read(tmp_path, text, "a.exb")) == [("INT", "guten Tag")]


def test_a_file_without_a_tier_of_speech_says_so(tmp_path: Path) -> None:
    reading = read(tmp_path, exb(tier("SPK0", (0, 1, "x"), type="a", category="en")), "a.exb")
    assert reading.transcript is None
    assert "no tier with speech" in messages(reading)


def test_a_segmented_transcription_is_named_as_such(tmp_path: Path) -> None:
    assert "read the basic transcription" in messages(read(tmp_path, "<segmented-transcription/>", "a.xml"))


def test_ten_thousand_events_in_a_chain_are_one_turn(tmp_path: Path) -> None:
    line = "<common-timeline>" + "".join(f'<tli id="T{i}" time="{i}"/>' for i in range(10_001)) + "</common-timeline>"
    text = exb(tier("SPK0", *((i, i + 1, "ja ") for i in range(10_000))), line=line)
    assert [turn[2:] for turn in turns_of(read(tmp_path, text, "a.exb"))] == [(0, 10_000_000)]


def test_damaged_files_never_raise(tmp_path: Path) -> None:
    for content in damaged(INTERVIEW.encode()):
        read(tmp_path, content, "a.exb")
