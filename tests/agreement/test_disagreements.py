from collections.abc import Callable
from dataclasses import replace

import pytest

from interviews.agreement import compare
from interviews.agreement.disagreements import COLUMNS, WITHHELD
from interviews.model import Coding, Transcript

SPEECHES = ("Die Miete ist hoch, und der Park ist schön.", "Wir suchen lange.")
Study = tuple[list[Coding], list[Transcript]]


@pytest.fixture
def study(transcript: Callable[..., Transcript], coding: Callable[..., Coding]) -> Study:
    text = transcript("eins", *SPEECHES)
    return [
        coding(text, "c1", "Wohnen", "Die Miete ist hoch"),
        coding(text, "c2", "Wohnen", "Miete"),
        coding(text, "c1", "Wohnen", "Wir suchen lange."),
        # The end of another code inside the stretch must not cut it in two.
        coding(text, "c1", "Suche", "Wir"),
        coding(text, "c2", "Suche", "Wir"),
    ], [text]


def test_stretches_are_whole_readable_and_the_longest_comes_first(study: Study) -> None:
    frame = compare(*study).disagreements()
    assert list(frame.columns) == list(COLUMNS)
    assert frame["text"].tolist() == ["Wir suchen lange.", " ist hoch", "Die "]
    assert frame["turn"].tolist() == [2, 1, 1]
    assert set(frame["coded_by"]) == {"c1"}
    assert set(frame["not_coded_by"]) == {"c2"}
    text = study[1][0].text
    assert [text[start:end] for start, end in zip(frame["start"], frame["end"], strict=True)] == frame["text"].tolist()


def test_by_turn_a_disagreement_is_a_whole_speech(study: Study) -> None:
    frame = compare(*study, unit="turn").disagreements()
    assert frame["text"].tolist() == ["Wir suchen lange."]


def test_the_words_of_an_original_are_shown_on_request_only(study: Study) -> None:
    found, texts = study
    found, texts = [replace(one, version=0) for one in found], [replace(text, version=0) for text in texts]
    agreement = compare(found, texts)
    assert set(agreement.disagreements()["text"]) == {WITHHELD}
    assert agreement.disagreements(reveal=True)["text"][0] == "Wir suchen lange."


def test_a_coder_who_is_missing_does_not_disagree(
    study: Study, transcript: Callable[..., Transcript], coding: Callable[..., Coding]
) -> None:
    found, texts = study
    other = transcript("zwei", *SPEECHES)
    more = [coding(other, coder, "Wohnen", "Die Miete") for coder in ("c2", "c3")]
    frame = compare([*found, *more], [*texts, other]).disagreements()
    assert set(frame["transcript"]) == {"eins"}
    assert not frame["not_coded_by"].str.contains("c3").any()
