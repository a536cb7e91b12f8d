"""Codings travel with their words to the newest text; what became of them is reported."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from interviews.model import Coding, Span, Transcript, new_id
from interviews.store import Store
from interviews.store.carry import carry
from interviews.text import Change, Edit, Edits
from tests.store.records import a_transcript
from tests.strategies import edits_of, texts_with_spans


def coded(transcript: Transcript, words: str) -> Coding:
    start = transcript.text.index(words)
    return Coding(transcript.id, Span(start, start + len(words)), words, "c1", transcript.version)


def test_codings_follow_their_words_through_two_versions_with_a_report(store: Store) -> None:
    first = a_transcript("A: Aylin wohnt teuer in Altona, sagt sie.")
    store.add_transcripts([first], author="a")
    codings = [coded(first, words) for words in ("wohnt teuer", "in Altona", ", sagt sie")]
    store.add_codings(codings, "c1")
    before = store.history()[-1].when
    text = first.text
    for version, (old, new) in enumerate([("Aylin", "[Person 1]"), ("Altona", "[Ort 1]"), (", sagt sie", "")], start=2):
        edits = Edits(len(text), [Edit(Span(text.index(old), text.index(old) + len(old)), new)])
        text = edits.apply(text)
        store.add_transcripts([replace(first, text=text, version=version)], {first.id: edits}, author="a")
    carried = store.carried()
    assert [coding.span.of(text) for coding in carried.codings] == ["wohnt teuer", "in [Ort 1]"]
    assert {coding.version for coding in carried.codings} == {4}
    assert [(travel.coding, travel.change) for travel in carried.report] == [
        (codings[1].id, Change.CHANGED),
        (codings[2].id, Change.LOST),
    ]
    assert store.codings() == list(carried.codings)
    assert store.codings(as_of=before) == codings
    assert store.carried(as_of=before).report == ()


def test_codings_made_over_different_versions_meet_in_the_newest(store: Store) -> None:
    first = a_transcript("A: Aylin wohnt hier.")
    edits = Edits(len(first.text), [Edit(Span(3, 8), "[Person 1]")])
    second = replace(first, text=edits.apply(first.text), version=2)
    store.add_transcripts([first], author="a")
    store.add_codings([coded(first, "hier")], "c1")
    store.add_transcripts([second], {first.id: edits}, author="a")
    store.add_codings([coded(second, "hier")], "c2")
    one, other = store.codings()
    assert one.span == other.span == coded(second, "hier").span


@given(texts_with_spans(), st.data())
def test_what_is_not_reported_has_the_same_words(text_and_span: tuple[str, Span], draw: st.DataObject) -> None:
    text, span = text_and_span
    one = draw.draw(edits_of(text))
    other = draw.draw(edits_of(one.apply(text)))
    newest = other.apply(one.apply(text))
    coding = Coding(new_id(), span, "A", "c1")
    carried = carry([coding], {(coding.transcript, 1): (2, one), (coding.transcript, 2): (3, other)})
    reported = {travel.change for travel in carried.report}
    assert (not carried.codings) == (Change.LOST in reported)
    for arrived in carried.codings:
        assert arrived.version == 3
        assert arrived.span.end <= len(newest)
        assert reported or arrived.span.of(newest) == span.of(text)
