"""The bundled study: its transcripts are its marked texts without the marks, and everything fits together."""

import csv
import re

import pytest

from interviews import bundled
from interviews.coding import read_codebook, read_codings
from interviews.formats import read_many
from interviews.model import Role


@pytest.fixture(scope="module")
def readings():
    return read_many([bundled.corpus()], case_from="folder")


def test_it_has_eight_interviews_of_900_words_in_four_cases_and_three_languages(readings):
    transcripts = readings.transcripts
    assert len(transcripts) >= 8
    assert len({transcript.case for transcript in transcripts}) == 4
    assert sorted(t.language for t in transcripts) == ["de"] * 6 + ["en", "pl"]
    assert all(len(transcript.text.split()) >= 900 for transcript in transcripts)


def test_every_transcript_is_its_marked_text_without_the_marks(readings):
    gold = bundled.gold()
    assert {transcript.name for transcript in readings.transcripts} == set(gold)
    for transcript in readings.transcripts:
        assert transcript.text.rstrip("\n") == gold[transcript.name][0].rstrip("\n")


def test_marked_spans_cover_words_and_an_entity_has_one_type():
    for text, spans in bundled.gold().values():
        types: dict[str, set[str]] = {}
        for span in spans:
            assert text[span.start : span.end].strip() == text[span.start : span.end] != ""
            types.setdefault(span.entity, set()).add(span.type)
        assert all(len(found) == 1 for found in types.values())


def test_every_interviewee_is_a_participant(readings):
    named = {p.name for p in readings.participants}
    for transcript in readings.transcripts:
        for speaker in transcript.speakers:
            if speaker.role is Role.INTERVIEWEE:
                assert speaker.participant in named, (transcript.name, speaker.label)


def test_the_codings_fit_the_codebook_and_stand_in_speeches(readings):
    codes = {code.path for code in read_codebook(bundled.codebook())}
    texts = {t.name: t for t in readings.transcripts}
    for file in (bundled.corpus() / "codings").glob("*.csv"):
        rows, problems = read_codings(file)
        assert not problems
        for row in rows:
            assert row.code in codes
            assert any(turn.speech.overlaps(row.span) for turn in texts[row.transcript].turns)


def test_two_coders_coded_all_interviews_and_honestly_disagree():
    rows = []
    for file in sorted((bundled.corpus() / "codings").glob("*.csv")):
        rows += list(csv.DictReader(file.open(encoding="utf-8")))
    coded = {coder: {row["transcript"] for row in rows if row["coder"] == coder} for coder in ("c1", "c2")}
    assert coded["c1"] == coded["c2"] == set(bundled.gold())
    one, other = ({(r["transcript"], r["start"], r["code"]) for r in rows if r["coder"] == c} for c in ("c1", "c2"))
    assert one & other
    assert one != other


def test_no_anchor_example_of_the_codebook_holds_a_marked_name():
    names = {text[s.start : s.end] for text, spans in bundled.gold().values() for s in spans if s.type == "PER"}
    words = {word for name in names for word in re.findall(r"\w{4,}", name)} - {
        "Frau",
        "Herr",
        "Herrn",
        "Rose",
        "Sommer",
        "Lange",
        "Wolf",
    }
    quoted = " ".join(code.anchor + code.counter for code in read_codebook(bundled.codebook()))
    assert not words & set(re.findall(r"\w+", quoted))
