"""The services' JSON, each in the forms it takes: speakers or none, words or sentences, seconds or milliseconds."""

from pathlib import Path
from typing import Any

import pytest

from tests.formats.recognition.written import messages, read, rows, said, sources, transcript_of


def amazon_item(content: str, start: str | None = None, **more: Any) -> dict[str, Any]:
    kind = {"type": "pronunciation", "start_time": start, "end_time": start} if start else {"type": "punctuation"}
    return {**kind, "alternatives": [{"confidence": None, "content": content}], **more}


AMAZON = [amazon_item("Wie", "0.5"), amazon_item("?"), amazon_item("Gut", "1.25"), amazon_item(".")]


def amazon(items: list[dict[str, Any]], **more: Any) -> dict[str, Any]:
    text = "Wie? Gut."
    results = {"transcripts": [{"transcript": text}], "items": items, **more}
    return {"jobName": "Gespraech-7", "accountId": "1", "results": results, "status": "COMPLETED"}


def test_an_amazon_job_tells_speakers_in_a_list_beside_the_words(tmp_path: Path) -> None:
    segments = [
        {"start_time": "0.1", "speaker_label": "", "items": []},
        {"speaker_label": "spk_0", "items": [{"start_time": "0.5", "speaker_label": "spk_0"}]},
        {"speaker_label": "spk_1", "items": [{"start_time": "1.25"}]},
    ]
    reading = read(tmp_path, amazon(AMAZON, speaker_labels={"speakers": 2, "segments": segments}))
    assert rows(reading) == [(500, 500, "spk_0", "Wie?"), (1250, 1250, "spk_1", "Gut.")]
    assert transcript_of(reading).format == "aws"
    assert sources(reading) == [("title", "Gespraech-7")]
    assert "full text" not in messages(reading)


def test_an_amazon_job_may_tell_the_speaker_with_the_word_or_the_channel(tmp_path: Path) -> None:
    labelled = [amazon_item("Wie", "0.5", speaker_label="spk_0"), amazon_item("?", speaker_label="spk_0")]
    labelled += [amazon_item("Gut", "1.25", speaker_label="spk_1"), amazon_item(".")]
    assert said(read(tmp_path, amazon(labelled))) == [("spk_0", "Wie?"), ("spk_1", "Gut.")]
    one = [amazon_item("Wie", "0.5", channel_label="ch_0"), amazon_item("?", channel_label="ch_0")]
    one += [amazon_item("Ach", "3.5", channel_label="ch_0")]
    other = [amazon_item("Gut", "1.25", channel_label="ch_1"), amazon_item(".", channel_label="ch_1")]
    reading = read(tmp_path, amazon(one + other))
    assert said(reading) == [("ch_0", "Wie?"), ("ch_1", "Gut."), ("ch_0", "Ach")]


@pytest.mark.parametrize("labels", [{}, {"speaker_labels": None}, {"speaker_labels": {"speakers": 0, "segments": []}}])
def test_an_amazon_job_without_speakers_gives_sentences_of_nobody(tmp_path: Path, labels: dict[str, Any]) -> None:
    assert said(read(tmp_path, amazon(AMAZON, **labels))) == [(None, "Wie?"), (None, "Gut.")]


def test_amazon_call_analytics(tmp_path: Path) -> None:
    entries = [
        {"Content": "Guten Tag, [PII].", "ParticipantRole": "AGENT", "BeginOffsetMillis": 40, "EndOffsetMillis": 990},
        {"Content": "Wie geht es?", "ParticipantRole": "AGENT", "BeginOffsetMillis": 1000, "EndOffsetMillis": 2000},
        {"Content": "Gut.", "ParticipantRole": "CUSTOMER", "BeginOffsetMillis": 2000, "EndOffsetMillis": 2400},
    ]
    value = {
        "JobName": "x",
        "Transcript": entries,
        "ContentMetadata": {"RedactionTypes": ["PII"]},
        "LanguageCode": "de-DE",
    }
    reading = read(tmp_path, value)
    assert rows(reading) == [(40, 2000, "AGENT", "Guten Tag, [PII]. Wie geht es?"), (2000, 2400, "CUSTOMER", "Gut.")]
    assert "[PII]" in messages(reading)


def deepgram_word(text: str, start: float, **more: Any) -> dict[str, Any]:
    return {"word": text.lower().strip(".?"), "punctuated_word": text, "start": start, "end": start + 0.5, **more}


def deepgram(*channels: list[dict[str, Any]], **results: Any) -> dict[str, Any]:
    parts = [
        {"alternatives": [{"transcript": " ".join(w["punctuated_word"] for w in words), "words": words}]}
        for words in channels
    ]
    return {"metadata": {"duration": 3.0}, "results": {"channels": parts, **results}}


def test_deepgram_words_with_speakers(tmp_path: Path) -> None:
    words = [
        deepgram_word("Ja?", 0, speaker=0),
        deepgram_word("Nein.", 1, speaker=1),
        deepgram_word("So.", 2, speaker=0),
    ]
    reading = read(tmp_path, deepgram(words))
    assert rows(reading) == [
        (0, 500, "Speaker 0", "Ja?"),
        (1000, 1500, "Speaker 1", "Nein."),
        (2000, 2500, "Speaker 0", "So."),
    ]
    assert transcript_of(reading).format == "deepgram"


def test_deepgram_utterances_with_and_without_speakers(tmp_path: Path) -> None:
    words = [deepgram_word("Ja?", 0), deepgram_word("Nein.", 1)]
    spoken = [{"start": w["start"], "end": w["end"], "transcript": w["punctuated_word"], "channel": 0} for w in words]
    assert said(read(tmp_path, deepgram(words, utterances=spoken))) == [(None, "Ja?"), (None, "Nein.")]
    named = [{**one, "speaker": i} for i, one in enumerate(spoken)]
    assert said(read(tmp_path, deepgram(words, utterances=named))) == [("Speaker 0", "Ja?"), ("Speaker 1", "Nein.")]


def test_deepgram_channels_are_speakers_and_follow_each_other_by_time(tmp_path: Path) -> None:
    reading = read(tmp_path, deepgram([deepgram_word("Ja?", 0), deepgram_word("So.", 2)], [deepgram_word("Nein.", 1)]))
    assert said(reading) == [("Channel 0", "Ja?"), ("Channel 1", "Nein."), ("Channel 0", "So.")]


def assemblyai(utterances: Any, speakers: bool = True) -> dict[str, Any]:
    words = [("Ja?", 170, "A"), ("Nein.", 900, "B")]
    made = [{"text": t, "start": s, "end": s + 100, "speaker": who if speakers else None} for t, s, who in words]
    return {"id": "1", "language_code": "de", "audio_url": "https://x/Eva.mp3", "text": "Ja? Nein.", "words": made,
            "utterances": made if utterances else utterances}  # fmt: skip


@pytest.mark.parametrize("utterances", [True, None, []])
def test_assemblyai_has_utterances_or_words_in_milliseconds(tmp_path: Path, utterances: Any) -> None:
    reading = read(tmp_path, assemblyai(utterances))
    assert rows(reading) == [(170, 270, "A", "Ja?"), (900, 1000, "B", "Nein.")]
    assert sources(reading) == [("media", "https://x/Eva.mp3")]


def test_assemblyai_without_speakers_or_words(tmp_path: Path) -> None:
    assert said(read(tmp_path, assemblyai(None, speakers=False))) == [(None, "Ja?"), (None, "Nein.")]
    bare = {**assemblyai(None), "words": None}
    assert said(read(tmp_path, bare)) == [(None, "Ja? Nein.")]


def speechmatics(*words: tuple[str, str]) -> dict[str, Any]:
    results = [
        {
            "type": "punctuation" if content in ".,?" else "word",
            "start_time": i,
            "end_time": i + 0.5,
            "alternatives": [{"content": content, "speaker": speaker, "language": "de"}],
        }
        for i, (content, speaker) in enumerate(words)
    ]
    return {"format": "2.9", "job": {"data_name": "Eva.wav"}, "metadata": {}, "results": results}


def test_speechmatics_punctuation_belongs_to_the_word_before(tmp_path: Path) -> None:
    value = speechmatics(("Wie", "S1"), ("?", "S1"), ("Gut", "S2"), (",", "S2"), ("ja", "S2"), (".", "S1"))
    reading = read(tmp_path, value)
    assert said(reading) == [("S1", "Wie?"), ("S2", "Gut, ja.")]
    assert sources(reading) == [("media", "Eva.wav")]


def test_speechmatics_uu_is_nobody(tmp_path: Path) -> None:
    assert said(read(tmp_path, speechmatics(("Wie", "UU"), ("?", "UU"), ("Gut", "UU")))) == [
        (None, "Wie?"),
        (None, "Gut"),
    ]
    mixed = read(tmp_path, speechmatics(("Wie", "S1"), ("?", "S1"), ("Hm", "UU"), ("Gut", "S2")))
    assert said(mixed) == [("S1", "Wie?"), (None, "Hm"), ("S2", "Gut")]


def google_result(*words: tuple[str, Any], tags: tuple[int, ...] = (), **more: Any) -> dict[str, Any]:
    made: list[dict[str, Any]] = [{"word": word, "startTime": start, "endTime": start} for word, start in words]
    for word, tag in zip(made, tags, strict=False):
        word["speakerTag"] = tag
    transcript = " ".join(word for word, _ in words)
    return {"alternatives": [{"transcript": transcript, "words": made}], "languageCode": "de-de", **more}


def test_google_tells_the_speakers_in_the_last_result_which_holds_all_words_again(tmp_path: Path) -> None:
    times = [{"seconds": "12", "nanos": 900_000_000}, {"seconds": 13}, {"seconds": "21", "nanos": 700_000_000}]
    words = list(zip(["Wie", "ja", "Gut"], times, strict=True))
    parts = [google_result(*words[:2]), google_result(*words[2:]), google_result(*words, tags=(1, 1, 2))]
    reading = read(tmp_path, {"results": parts})
    assert rows(reading) == [(12_900, 13_000, "Speaker 1", "Wie ja"), (21_700, 21_700, "Speaker 2", "Gut")]
    assert "full text" not in messages(reading)


def test_google_words_that_the_last_result_lacks_are_reported(tmp_path: Path) -> None:
    first = google_result(("Wie", "1s"), ("war", "2s"), ("es", "3s"))
    reading = read(tmp_path, {"results": [first, google_result(("Wie", "1s"), ("war", "2s"), tags=(1, 2))]})
    assert "full text has 1 word more" in messages(reading)


def test_google_without_speakers_or_with_results_that_follow_each_other(tmp_path: Path) -> None:
    plain = [google_result(("Wie", "1.500s"), ("gut", "2s")), google_result(("Ja", "18s"))]
    assert rows(read(tmp_path, {"results": plain})) == [(1500, 2000, None, "Wie gut"), (18_000, 18_000, None, "Ja")]
    tagged = [google_result(("Wie", "1s"), tags=(1,)), google_result(("Ja", "18s"), tags=(2,))]
    assert said(read(tmp_path, {"results": tagged})) == [("Speaker 1", "Wie"), ("Speaker 2", "Ja")]
    assert said(read(tmp_path, {"response": {"results": tagged}})) == [("Speaker 1", "Wie"), ("Speaker 2", "Ja")]
    zero = [google_result(("Wie", "1s"), ("gut", "2s"), tags=(0, 0))]
    assert said(read(tmp_path, {"results": zero})) == [(None, "Wie gut")]


def test_amberscript_names_its_speakers_in_a_list(tmp_path: Path) -> None:
    def spoken(speaker: str, *words: str) -> dict[str, Any]:
        return {"speaker": speaker, "words": [{"text": word, "start": 1.5, "end": 2} for word in words]}

    value = {
        "filename": "Eva.mp3",
        "speakers": [{"spkid": "spk1", "name": "Interviewerin"}, {"spkid": "spk2", "name": None}],
        "segments": [spoken("spk1", "Wie?"), spoken("spk2", "Gut,"), spoken("spk2", "ja.")],
    }
    reading = read(tmp_path, value)
    assert said(reading) == [("Interviewerin", "Wie?"), ("spk2", "Gut, ja.")]
    assert sources(reading) == [("media", "Eva.mp3")]


def kaldi(segments: Any) -> dict[str, Any]:
    words = [
        {"start": t, "end": t + 0.5, "word": w, "punct": w} for t, w in ((0.2, "Wie?"), (1.9, "Gut,"), (3.2, "ja."))
    ]
    return {"action": "audio-transcribe", "retval": {"words": words, "segmentation": segments}}


def test_kaldi_words_belong_to_the_stretch_that_holds_their_middle(tmp_path: Path) -> None:
    segments = [
        {"start": 0, "duration": 2.0, "speaker": {"@id": "S0"}},
        {"start": 2.05, "duration": 1, "speaker": {"@id": "S1"}},
    ]
    reading = read(tmp_path, kaldi({"segments": segments}))
    assert rows(reading) == [(200, 700, "S0", "Wie?"), (1900, 3700, "S1", "Gut, ja.")]


def test_kaldi_without_segments_gives_sentences_of_nobody(tmp_path: Path) -> None:
    assert said(read(tmp_path, kaldi(None))) == [(None, "Wie?"), (None, "Gut, ja.")]


def test_words_far_from_any_stretch_are_nobodys(tmp_path: Path) -> None:
    words = [{"start": t, "end": t + 1, "text": w} for t, w in ((0, "Ja?"), (50, "Wer?"), (90, "Nein."))]
    paragraphs = [{"start": 0, "end": 9, "speaker": "A"}, {"start": 80, "end": 99, "speaker": "B"}]
    reading = read(tmp_path, {"words": words, "paragraphs": paragraphs})
    assert said(reading) == [("A", "Ja?"), (None, "Wer?"), ("B", "Nein.")]
    assert transcript_of(reading).format == "paperedit"


def test_trint_words_are_in_milliseconds_and_paragraphs(tmp_path: Path) -> None:
    def word(value: str, time: int, paragraph: str, speaker: str | None = None, struck: bool = False) -> dict[str, Any]:
        return {"value": value, "time": time, "duration": 10, "paragraphId": paragraph, "speaker": speaker,
                "strikethrough": struck}  # fmt: skip

    plain = [word("Wie.", 5, "p0"), word("gut?", 20, "p0"), word("Ja", 30, "p1", struck=True)]
    reading = read(tmp_path, {"title": "Eva.mp3", "words": plain})
    assert rows(reading) == [(5, 30, None, "Wie. gut?"), (30, 40, None, "Ja")]
    assert "1 word is struck through" in messages(reading)
    assert sources(reading) == [("title", "Eva.mp3")]
    named = [word("Wie?", 5, "p0", "Eva"), word("Ja.", 20, "p1", "Jan")]
    assert said(read(tmp_path, {"title": "", "words": named})) == [("Eva", "Wie?"), ("Jan", "Ja.")]


def test_revai_elements_bring_their_blanks(tmp_path: Path) -> None:
    elements = [
        {"type": "text", "value": "Wie", "ts": 0.5, "end_ts": 1.0},
        {"type": "punct", "value": "?"},
        {"type": "punct", "value": " "},
        {"type": "text", "value": "So", "ts": 1.5, "end_ts": 2.0},
    ]
    value = {"monologues": [{"speaker": 0, "elements": elements}, {"speaker": 1, "elements": elements[:2]}]}
    assert rows(read(tmp_path, value)) == [(500, 2000, "Speaker 0", "Wie? So"), (500, 1000, "Speaker 1", "Wie?")]


def test_elevenlabs_words_blanks_and_noises(tmp_path: Path) -> None:
    kinds = [
        ("Wie", "word", 0),
        (" ", "spacing", 0),
        ("gut", "word", 0),
        ("?", "word", 0),
        ("(lacht)", "audio_event", 1),
    ]
    words = [{"text": t, "type": k, "start": 1, "end": 2, "speaker_id": f"speaker_{s}"} for t, k, s in kinds]
    reading = read(tmp_path, {"language_code": "deu", "language_probability": 1, "text": "Wie gut?", "words": words})
    assert said(reading) == [("speaker_0", "Wie gut?"), ("speaker_1", "(lacht)")]


def test_azure_phrases(tmp_path: Path) -> None:
    phrases = [
        {"speaker": s, "offsetInTicks": 1.5e7, "durationInTicks": 5e6, "channel": 0, "nBest": [{"display": t}]}
        for s, t in ((1, "Wie?"), (2, "Gut."))
    ]
    reading = read(tmp_path, {"source": "https://x/Eva.wav", "recognizedPhrases": phrases})
    assert rows(reading) == [(1500, 2000, "Speaker 1", "Wie?"), (1500, 2000, "Speaker 2", "Gut.")]
    assert sources(reading) == [("media", "https://x/Eva.wav")]


@pytest.mark.parametrize("labels", [[], [{"from": 0.5, "to": 1, "speaker": 0}, {"from": 2, "to": 3, "speaker": 1}]])
def test_watson_words_are_lists_of_three(tmp_path: Path, labels: list[Any]) -> None:
    results = [
        {"final": True, "alternatives": [{"transcript": f"{word} ", "timestamps": [[word, start, start + 0.5]]}]}
        for word, start in (("wie", 0.5), ("gut", 2))
    ]
    reading = read(tmp_path, {"result_index": 0, "results": results, "speaker_labels": labels})
    assert said(reading) == [("Speaker 0" if labels else None, "wie"), ("Speaker 1" if labels else None, "gut")]


def test_words_of_nobody_without_punctuation_are_cut_at_pauses(tmp_path: Path) -> None:
    words = [deepgram_word(text, start) for text, start in (("ja", 0.0), ("gut", 0.6), ("nein", 9.0))]
    assert said(read(tmp_path, deepgram(words))) == [(None, "ja gut"), (None, "nein")]
