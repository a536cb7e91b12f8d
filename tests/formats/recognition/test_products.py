"""Any JSON: what is no transcript is refused in one calm sentence, and nothing hostile crashes, hangs or grows."""

import json
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviews.errors import Severity
from interviews.formats import read_file, read_many
from tests.formats.recognition.written import messages, read, rows, said, sources, transcript_of

SEGMENTS = {"segments": [{"start": 0, "end": 1, "text": "Ja.", "speaker": "A"}]}


@pytest.mark.parametrize(
    "value",
    [
        {},
        [],
        [1, 2],
        "null",
        "5",
        '"Text"',
        {"name": "package", "version": "1.0.0"},
        {"type": "FeatureCollection", "features": []},
        {"results": []},
        {"results": {}},
        {"segments": []},
        {"segments": None},
        {"words": [None, 1, "a"]},
        {"text": "Ja.", "id": 7, "user": "x"},
        [{"a": 1}, {"a": 2}],
    ],
)
def test_json_that_is_no_transcript_is_left_aside_with_one_sentence(tmp_path: Path, value: Any) -> None:
    reading = read(tmp_path, value)
    assert reading.transcript is None
    (problem,) = reading.problems
    assert problem.severity is Severity.ERROR
    assert "holds no transcript of a known program" in problem.message or "no complete JSON" in problem.message


def test_the_sentence_names_the_programs_that_are_known(tmp_path: Path) -> None:
    text = messages(read(tmp_path, {"a": 1}))
    assert all(
        name in text for name in ("Whisper", "Amazon", "Deepgram", "AssemblyAI", "Google", "oTranscribe", "aTrain")
    )


@pytest.mark.parametrize("suffix", [".json", ".txt", ".otr"])
def test_json_that_was_cut_off_is_not_taken_for_talk(tmp_path: Path, suffix: str) -> None:
    reading = read(tmp_path, json.dumps(SEGMENTS, indent=1)[:-9], suffix)
    assert reading.transcript is None
    assert "cut off" in messages(reading)


def test_the_content_decides_over_the_suffix(tmp_path: Path) -> None:
    reading = read(tmp_path, SEGMENTS, ".txt")
    assert transcript_of(reading).format == "whisper"
    assert "was read as .json" in messages(reading)
    talk = read(tmp_path, "[00:00:01] I: Ja?\n[00:00:02] B: Nein.\n", ".txt")
    assert transcript_of(talk).format == "txt"


def test_one_result_in_a_list_is_that_result(tmp_path: Path) -> None:
    assert said(read(tmp_path, [SEGMENTS])) == [("A", "Ja.")]


def test_a_key_that_stands_twice_is_reported(tmp_path: Path) -> None:
    text = '{"segments": [{"start": 0, "end": 1, "text": "Weg.", "text": "Ja."}], "language": "de", "language": "de"}'
    reading = read(tmp_path, text)
    assert said(reading) == [(None, "Ja.")]
    assert "2 entries stand twice" in messages(reading)


def test_a_byte_order_mark_and_utf_16_do_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    for encoding in ("utf-8-sig", "utf-16"):
        path.write_bytes(json.dumps(SEGMENTS).encode(encoding))
        assert said(read_file(path, "de")) == [("A", "Ja.")]


@pytest.mark.parametrize("deep", ["[" * 100_000, '{"segments": ' * 50_000, '{"a":' * 900 + "1" + "}" * 900])
def test_deep_nesting_is_refused(tmp_path: Path, deep: str) -> None:
    assert read(tmp_path, deep).transcript is None


def test_ten_thousand_empty_segments_are_counted(tmp_path: Path) -> None:
    empty = [{"start": i, "end": i, "text": ""} for i in range(10_000)]
    assert "no words" in messages(read(tmp_path, {"segments": empty}))
    reading = read(tmp_path, {"segments": [*empty, *SEGMENTS["segments"]]})
    assert said(reading) == [("A", "Ja.")]
    assert "10000 cues without words" in messages(reading)


@pytest.mark.slow
def test_endless_labels_become_numbers_and_are_kept_beside_the_text(tmp_path: Path) -> None:
    long = "Ü" * 10_000
    speakers = [{"spkid": "1", "name": long}, {"spkid": "2", "name": "Speaker 1"}]
    segments = [{"speaker": str(1 + i % 2), "words": [{"text": "ja"}]} for i in range(20_000)]
    reading = read(tmp_path, {"speakers": speakers, "segments": segments})
    assert {row[2] for row in rows(reading)} == {"Speaker 1", "Speaker 2"}
    assert len(transcript_of(reading).text) < 1_000_000
    assert sources(reading) == [("label", f"Speaker 2: {long}")]
    assert "1 speaker has a name of more than 200 characters" in messages(reading)


@pytest.mark.parametrize("label", ["", "  ", "\n", True, [], {}, None])
def test_labels_that_name_nobody_name_nobody(tmp_path: Path, label: Any) -> None:
    assert said(read(tmp_path, {"segments": [{"start": 0, "text": "Ja.", "speaker": label}]})) == [(None, "Ja.")]


def test_a_label_in_two_lines_is_one_label(tmp_path: Path) -> None:
    value = {"segments": [{"start": 0, "text": "Ja.", "speaker": " Eva\n  Klar: "}]}
    assert said(read(tmp_path, value)) == [("Eva Klar", "Ja.")]


def test_a_folder_with_other_json_reads_the_rest(tmp_path: Path) -> None:
    read(tmp_path, SEGMENTS)
    (tmp_path / "einstellungen.json").write_text('{"farbe": "rot"}')
    (tmp_path / "seite.html").write_text("<!DOCTYPE html><html><body><p>I: Ja?</p></body></html>")
    readings = read_many([tmp_path], language="de")
    assert [reading.transcript is not None for reading in readings] == [False, True, False]
    assert sum("was left aside" in problem.message for problem in readings.problems) == 2


KEYS = st.sampled_from(
    "results segments words text start end speaker speakers transcripts items alternatives content type utterances "
    "channels transcript Transcript Content ParticipantRole retval punct paragraphs monologues elements value time "
    "duration recognizedPhrases nBest transcription offsets from to chunks timestamp audio_url language media word "
    "speakerTag startTime seconds spkid name channelTag speaker_labels start_time language_code nanos channel".split()
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=6),
    max_leaves=40,
)


@given(st.dictionaries(KEYS, JSON, max_size=6))
def test_any_json_with_the_products_keys_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, value: Any
) -> None:
    reading = read(tmp_path_factory.getbasetemp(), json.dumps(value))
    if reading.transcript is None:
        assert [problem.severity for problem in reading.problems] == [Severity.ERROR]
    else:
        transcript_of(reading)


WHOLE = json.dumps(
    {"segments": [{"start": 0.5, "end": 1, "text": " Schön.", "speaker": "A", "words": [{"word": "x"}]}] * 3}
).encode()


@given(st.integers(0, len(WHOLE) - 1), st.binary(min_size=1, max_size=8))
def test_damaged_json_never_raises(tmp_path_factory: pytest.TempPathFactory, at: int, junk: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "damaged.json"
    path.write_bytes(WHOLE[:at] + junk + WHOLE[at + len(junk) :])
    assert read_file(path, "de").path == path


@given(
    st.lists(
        st.tuples(st.sampled_from(["A", "B", None, 0]), st.text(st.characters(exclude_categories=["Cs"]), max_size=12)),
        max_size=12,
    )
)
def test_every_word_of_every_segment_is_in_the_turns(
    tmp_path_factory: pytest.TempPathFactory, spoken: list[tuple[Any, str]]
) -> None:
    segments = [{"start": i, "end": i + 1, "text": text, "speaker": who} for i, (who, text) in enumerate(spoken)]
    reading = read(tmp_path_factory.getbasetemp(), {"segments": segments})
    if reading.transcript is None:
        assert not any(text.strip() for _, text in spoken)
        return
    clean = str.maketrans({chr(i): "\ufffd" for i in range(32) if chr(i) not in "\t\n\r"})
    words = [word for _, text in spoken for word in text.translate(clean).split()]
    assert [word for row in rows(reading) for word in row[3].split()] == words


def long_value(words: int, speakers: int) -> dict[str, Any]:
    spoken = [
        {"word": "wort", "punctuated_word": "Wort.", "start": i / 4, "end": i / 4, "speaker": i // 9 % max(speakers, 1)}
        for i in range(words)
    ]
    if not speakers:
        spoken = [{key: value for key, value in word.items() if key != "speaker"} for word in spoken]
    return {"results": {"channels": [{"alternatives": [{"transcript": "", "words": spoken}]}]}}


@pytest.mark.slow
@pytest.mark.parametrize("speakers", [0, 1])
def test_ten_times_the_words_take_about_ten_times_as_long(tmp_path: Path, speakers: int) -> None:
    def seconds(words: int) -> float:
        path = tmp_path / "lang.json"
        path.write_text(json.dumps(long_value(words, speakers)), encoding="utf-8")
        begin = time.process_time()
        assert read_file(path, "de").transcript is not None
        return time.process_time() - begin

    seconds(1_000)  # what is loaded once
    assert seconds(200_000) < 30 * max(min(seconds(20_000) for _ in range(3)), 0.05)
