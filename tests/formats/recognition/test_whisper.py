"""Whisper and all that write as it does: segments with or without speakers, languages, and invented words."""

from pathlib import Path

import pytest

from tests.formats.recognition.written import messages, read, rows, said, sources, transcript_of


def segment(start: object, end: object, text: str | None, **more: object) -> dict[str, object]:
    return {"id": 0, "start": start, "end": end, "text": text, **more}


def test_segments_without_speakers_are_turns_of_nobody(tmp_path: Path) -> None:
    value = {
        "text": " Ja. Gut.",
        "segments": [segment(0.0, 1.5, " Ja."), segment(1.5, 2.25, " Gut.")],
        "language": "de",
    }
    reading = read(tmp_path, value)
    assert rows(reading) == [(0, 1500, None, "Ja."), (1500, 2250, None, "Gut.")]
    assert transcript_of(reading).text == "Ja.\n\nGut.\n"
    assert transcript_of(reading).format == "whisper"
    assert "no speakers are named" in messages(reading)


def test_segments_of_one_speaker_on_end_are_one_turn(tmp_path: Path) -> None:
    value = {
        "segments": [
            segment(0, 1, " Wie war das?", speaker="SPEAKER_00"),
            segment(1, 2, " Und dann?", speaker="SPEAKER_00"),
            segment(2, 3, " Gut, wirklich.", speaker="SPEAKER_01"),
        ],
        "word_segments": [],
    }
    reading = read(tmp_path, value)
    assert said(reading) == [("SPEAKER_00", "Wie war das? Und dann?"), ("SPEAKER_01", "Gut, wirklich.")]
    assert transcript_of(reading).text == "SPEAKER_00: Wie war das? Und dann?\n\nSPEAKER_01: Gut, wirklich.\n"


def test_speaker_zero_is_somebody(tmp_path: Path) -> None:
    value = {"segments": [segment(0, 1, "Ja?", speaker=0), segment(1, 2, "Nein.", speaker=1)]}
    assert said(read(tmp_path, value)) == [("Speaker 0", "Ja?"), ("Speaker 1", "Nein.")]


def test_a_segment_without_speaker_is_cut_by_the_speakers_of_its_words(tmp_path: Path) -> None:
    words = [{"word": "Ja?", "start": 0, "speaker": "A"}, {"word": "1990", "speaker": "B"}, {"word": "Nein.", "end": 3}]
    value = {"segments": [segment(0, 3, "Ja? 1990 Nein.", words=words), segment(3, 4, "Gut.", speaker="A")]}
    assert said(read(tmp_path, value)) == [("A", "Ja?"), ("B", "1990 Nein."), ("A", "Gut.")]


def test_words_of_another_speaker_inside_a_segment_are_reported(tmp_path: Path) -> None:
    words = [{"word": "Ja?", "speaker": "A"}, {"word": "Nein.", "speaker": "B"}]
    reading = read(tmp_path, {"segments": [segment(0, 3, "Ja? Nein.", words=words, speaker="A")]})
    assert said(reading) == [("A", "Ja? Nein.")]
    assert "1 segment holds words that the file gives to another speaker" in messages(reading)


def test_a_segment_that_names_nobody_among_others_is_a_turn_of_nobody(tmp_path: Path) -> None:
    value = {"segments": [segment(0, 1, "Ja?", speaker="A"), segment(1, 2, "Hm."), segment(2, 3, "Nein.", speaker="B")]}
    reading = read(tmp_path, value)
    assert said(reading) == [("A", "Ja?"), (None, "Hm."), ("B", "Nein.")]
    assert "1 stretch names no speaker" in messages(reading)


def test_a_segment_without_text_takes_it_from_its_words(tmp_path: Path) -> None:
    words = [{"word": " Wie"}, {"word": " geht"}, {"word": "'s"}, {"word": "?"}]
    value = {"segments": [{"start": 0, "end": 1, "words": words}]}
    assert said(read(tmp_path, value)) == [(None, "Wie geht's?")]


@pytest.mark.parametrize(
    ("named", "language"),
    [("de", "de"), ("German", "de"), ("Arabic", "ar"), ("pl-PL", "pl"), ("<unk>", "de"), ("tr", "tr"), (None, "de")],
)
def test_the_language_is_the_one_the_file_names(tmp_path: Path, named: str | None, language: str) -> None:
    value = {
        "segments": [segment(0, 1, "Das war so, dass wir nicht wussten, wie es mit uns und der Arbeit weitergeht.")],
        "language": named,
    }
    assert transcript_of(read(tmp_path, value, language=None)).language == language


def test_enough_words_overrule_the_language_that_the_file_names(tmp_path: Path) -> None:
    said = (
        "Wir haben damals nicht gewusst, ob das alles so geht, und dann sind wir mit den Kindern in die neue Wohnung "
        "gezogen, weil es hier noch eine Arbeit für mich gab und die Schule nah war. Am Anfang kannten wir niemanden, "
        "aber nach einem Jahr hatte jeder von uns Freunde, auch wenn man sich oft fremd fühlte, was man ja versteht."
    )
    reading = read(tmp_path, {"segments": [segment(0, 9, said)], "language": "en"}, language=None)
    assert transcript_of(reading).language == "de"
    assert "says that its language is en, but its words are taken for de" in messages(reading)


def test_signs_of_invented_words_are_reported_and_nothing_is_removed(tmp_path: Path) -> None:
    loop = [segment(i, i + 1, " Vielen Dank.", no_speech_prob=0.7, compression_ratio=13.2) for i in range(29)]
    end = segment(29, 30, " Untertitel der Amara.org-Community", no_speech_prob=0.1)
    reading = read(tmp_path, {"segments": [*loop, end]})
    assert len(rows(reading)) == 30
    assert "29 of 30 segments may hold no speech" in messages(reading)
    assert "29 segments repeat themselves" in messages(reading)
    assert "the same sentence stands up to 29 times on end, at 1 place" in messages(reading)
    assert "1 segment reads like the end of a film" in messages(reading)


def test_ordinary_talk_raises_no_doubts(tmp_path: Path) -> None:
    spoken = ["Ja.", "Ja.", "Ja.", "Danke, dass Sie da sind.", "Ich habe den Untertitel gelesen."]
    value = {"segments": [segment(i, i + 1, text, no_speech_prob=0.02, speaker="A") for i, text in enumerate(spoken)]}
    assert read(tmp_path, value).problems == ()


def test_words_that_only_the_full_text_has_are_reported(tmp_path: Path) -> None:
    reading = read(tmp_path, {"text": "Ja. Und noch viel mehr.", "segments": [segment(0, 1, "Ja.")]})
    assert "full text has 4 words more" in messages(reading)


@pytest.mark.parametrize("more", [{}, {"segments": []}, {"usage": {"seconds": 9}}])
def test_a_text_alone_gives_its_lines_without_times(tmp_path: Path, more: dict[str, object]) -> None:
    reading = read(tmp_path, {"text": "Nur ein Text.\n\nSo.", **more})
    assert rows(reading) == [(None, None, None, "Nur ein Text."), (None, None, None, "So.")]


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        (12.34, 12_340),
        ("12.34", 12_340),
        ("12,34", 12_340),
        ("0:01:02.5", 62_500),
        (0, 0),
        (None, None),
        (-1, None),
        (True, None),
        ("bald", None),
        (10**40, None),
        (1e12, None),
    ],
)
def test_a_time_may_be_a_number_its_digits_or_none(tmp_path: Path, start: object, expected: int | None) -> None:
    assert rows(read(tmp_path, {"segments": [segment(start, None, "Ja.")]}))[0][:2] == (expected, None)


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e999"])
def test_numbers_that_are_no_times_are_no_times(tmp_path: Path, number: str) -> None:
    text = f'{{"segments": [{{"start": {number}, "end": 2, "text": "Ja.", "no_speech_prob": {number}}}]}}'
    assert rows(read(tmp_path, text))[0][:2] == (None, 2000)


def test_segments_out_of_order_are_sorted_and_those_without_time_stay_behind_the_one_before(tmp_path: Path) -> None:
    value = {"segments": [segment(5, 6, "zwei"), segment(None, None, "drei"), segment(1, 2, "eins")]}
    reading = read(tmp_path, value)
    assert [row[3] for row in rows(reading)] == ["eins", "zwei", "drei"]
    assert "not in order of time" in messages(reading)
    assert "1 stretch has no usable time" in messages(reading)


def test_an_end_before_the_beginning_and_empty_segments_are_reported(tmp_path: Path) -> None:
    reading = read(tmp_path, {"segments": [segment(5, 4, "Ja."), segment(6, 7, None), segment(7, 8, " ")]})
    assert rows(reading) == [(5000, None, None, "Ja.")]
    assert "1 cue ends before it begins" in messages(reading)
    assert "2 cues without words were left out" in messages(reading)


def test_words_stay_as_they_are_in_any_script(tmp_path: Path) -> None:
    texts = ["Scho\u0308n 👩‍👩‍👧", "حبّي أنصار", "Łódź\u00a0– tak", "eins\nzwei"]
    reading = read(tmp_path, {"segments": [segment(i, i, text, speaker="Zoë") for i, text in enumerate(texts)]})
    assert said(reading) == [("Zoë", " ".join(texts).replace("\n", " "))]


def test_characters_that_no_file_can_keep_are_marked(tmp_path: Path) -> None:
    reading = read(tmp_path, '{"segments": [{"start": 0, "end": 1, "text": "a\\u0000b\\ud83d c \\ud83d\\ude00"}]}')
    assert said(reading) == [(None, "a\ufffdb\ufffd c 😀")]


def test_whisper_cpp_counts_milliseconds(tmp_path: Path) -> None:
    pieces = [{"timestamps": {"from": "00:00:00,000"}, "offsets": {"from": 0, "to": 1500}, "text": " Ja."}]
    value = {"params": {"language": "auto"}, "result": {"language": "pl"}, "transcription": pieces}
    reading = read(tmp_path, value, language=None)
    assert rows(reading) == [(0, 1500, None, "Ja.")]
    assert (transcript_of(reading).format, transcript_of(reading).language) == ("whisper.cpp", "pl")
    assert len(reading.problems) == 1  # that nobody is named


def test_chunks_of_the_transformers_library(tmp_path: Path) -> None:
    chunks = [{"timestamp": [0.0, 1.5], "text": " Ja."}, {"timestamp": [1.5, None], "text": " Gut."}]
    assert rows(read(tmp_path, {"text": " Ja. Gut.", "chunks": chunks})) == [
        (0, 1500, None, "Ja."),
        (1500, None, None, "Gut."),
    ]
    spoken = [{**chunk, "speaker": f"SPEAKER_0{i}"} for i, chunk in enumerate(chunks)]
    value = {"text": " Ja. Gut.", "chunks": chunks, "speakers": spoken}
    assert said(read(tmp_path, value)) == [("SPEAKER_00", "Ja."), ("SPEAKER_01", "Gut.")]


def test_the_name_of_the_recording_is_kept_beside_the_text(tmp_path: Path) -> None:
    reading = read(tmp_path, {"segments": [segment(0, 1, "Ja.")], "filename": "Eva Klar.mp3"})
    assert sources(reading) == [("media", "Eva Klar.mp3")]
    assert "Klar" not in transcript_of(reading).text
