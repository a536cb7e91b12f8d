"""Transcriber files: turns of one speaker or several, with comments and events."""

from pathlib import Path

import pytest

from tests.formats.annotation.files import about, damaged, messages, notes_of, read, said, turns_of

DOCTYPE = '<!DOCTYPE Trans SYSTEM "trans-14.dtd">'


def trs(*turns: str, doctype: str = DOCTYPE, encoding: str = "UTF-8") -> str:
    return (
        f'<?xml version="1.0" encoding="{encoding}"?>\n{doctype}\n'
        '<Trans scribe="Mira Feld" xml:lang="de" audio_filename="ilse" version="3">'
        '<Topics><Topic id="t1" desc="Hof"/></Topics>'
        '<Speakers><Speaker id="spk1" name="Ilse" type="female" dialect="native"/>'
        '<Speaker id="spk2" name="INT"/></Speakers>'
        f'<Episode><Section type="report" startTime="0" endTime="20">{"".join(turns)}</Section></Episode></Trans>'
    )


def turn(inside: str, speaker: str = "spk1", start: str = "0", end: str = "2.5") -> str:
    who = f'speaker="{speaker}"' if speaker else ""
    return f'<Turn {who} startTime="{start}" endTime="{end}">{inside}</Turn>'


INTERVIEW = trs(
    turn('\n<Sync time="0"/>\nwie war das ?\n', "spk2"),
    turn('\n<Sync time="2.5"/>\nschön<Sync time="3"/>und laut\n<Comment desc="zögert"/>\n', "spk1", "2.5", "4.0"),
    turn('\n<Sync time="4"/>\n<Who nb="1"/>\nund\n<Who nb="2"/>\nja\n<Who nb="1"/>\ndann\n', "spk1 spk2", "4", "6"),
    turn('\n<Sync time="6"/>\n\n', "", "6", "7"),
    turn(
        '\n<Sync time="7"/>\nja <Event desc="lacht" type="noise" extent="instantaneous"/> '
        '<Event desc="Küche" type="entities" extent="begin"/>gut\n',
        "spk9",
        "7",
        "8",
    ),
)


def test_each_turn_is_a_turn_and_several_speakers_in_one_have_each_their_own(tmp_path: Path) -> None:
    assert turns_of(read(tmp_path, INTERVIEW, "a.trs")) == [
        ("INT", "wie war das ?", 0, 2500),
        ("Ilse", "schön und laut", 2500, 4000),
        ("Ilse", "und dann", 4000, 6000),
        ("INT", "ja", 4000, 6000),
        ("spk9", "ja ((lacht)) gut", 7000, 8000),
    ]


def test_comments_and_events_are_counted_and_kept_where_they_belong(tmp_path: Path) -> None:
    reading = read(tmp_path, INTERVIEW, "a.trs")
    assert about(reading, "comment") == [("zögert", "schön und laut")]
    assert ("Küche", "ja ((lacht)) gut") in about(reading, "remark")
    assert "1 comment and 1 event did not become speech" in messages(reading)
    assert "1 utterance without words was left out" in messages(reading)


def test_scribe_recording_topics_and_speakers_are_kept(tmp_path: Path) -> None:
    notes = notes_of(read(tmp_path, INTERVIEW, "a.trs"))
    assert ("author", "Mira Feld") in notes
    assert ("media", "ilse") in notes
    assert ("remark", "Hof") in notes
    assert ("speaker", "Ilse; type: female; dialect: native") in notes


def test_several_speakers_whom_no_mark_parts_share_one_turn(tmp_path: Path) -> None:
    assert said(read(tmp_path, trs(turn("ja", "spk1 spk2")), "a.trs")) == [("Ilse + INT", "ja")]


def test_a_turn_of_nobody_stays_one(tmp_path: Path) -> None:
    assert said(read(tmp_path, trs(turn("Musik", ""), turn("ja")), "a.trs")) == [(None, "Musik"), ("Ilse", "ja")]


def test_a_mark_for_a_speaker_who_is_not_there_changes_nothing(tmp_path: Path) -> None:
    assert said(read(tmp_path, trs(turn('eins <Who nb="7"/> zwei')), "a.trs")) == [("Ilse", "eins  zwei")]


@pytest.mark.parametrize("encoding", ["ISO-8859-1", "UTF-8"])
def test_the_declared_encoding_holds(tmp_path: Path, encoding: str) -> None:
    content = trs(turn("schön"), encoding=encoding).encode(encoding)
    assert said(read(tmp_path, content, "a.trs")) == [("Ilse", "schön")]


@pytest.mark.parametrize(
    "doctype",
    [
        '<!DOCTYPE Trans SYSTEM "trans-14.dtd" [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>',
        '<!DOCTYPE Trans [<!ENTITY x SYSTEM "file:///etc/hostname">]>',
        '<!DOCTYPE Trans [<!ENTITY % p SYSTEM "http://127.0.0.1/x.dtd"> %p;]>',
        f"{DOCTYPE}{DOCTYPE}",
        '<!DOCTYPE Trans SYSTEM "a" [',
    ],
)
def test_a_document_type_that_declares_anything_is_refused(tmp_path: Path, doctype: str) -> None:
    reading = read(tmp_path, trs(turn("ja &x; &b;"), doctype=doctype), "a.trs")
    assert reading.transcript is None
    assert "document type" in messages(reading)


def test_an_entity_of_the_external_document_type_is_never_looked_for(tmp_path: Path) -> None:
    (tmp_path / "trans-14.dtd").write_text('<!ENTITY x "geheim">')
    reading = read(tmp_path, trs(turn("ja &x;")), "a.trs")
    assert reading.transcript is None
    assert "damaged" in messages(reading)


def test_damaged_files_never_raise(tmp_path: Path) -> None:
    for content in damaged(INTERVIEW.encode()):
        read(tmp_path, content, "a.trs")
