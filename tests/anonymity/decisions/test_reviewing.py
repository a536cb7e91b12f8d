"""Reviews of several people on one set of proposals: what is kept, what others see, and what an undo takes back."""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interviews.anonymity import (
    Decision,
    Entity,
    EntityType,
    KeyEntry,
    Occurrence,
    Proposals,
    Review,
    awaits_confirmation,
    is_later,
)
from interviews.anonymity.decisions.decisions import known_entries
from interviews.errors import MisuseError, Problem
from interviews.model import Span, Transcript

TEXT = "Ayşe und Mehmet und Ibo wohnen in Marxloh; Ayşe bleibt, Ibo geht."


def proposed() -> Proposals:
    def found(id: str, *words: str) -> Entity:
        places = [place for word in words for place in _places(word)]
        mentions = tuple(Occurrence("t1", Span(start, start + len(word))) for start, word in sorted(places))
        return Entity(id, EntityType(id[:3]), words[0], words, mentions, ("list",), 0.9)

    named = {"PER-001": "Ayşe", "PER-002": "Mehmet", "PER-003": "Ibo", "LOC-001": "Marxloh"}
    entities = tuple(found(id, name) for id, name in named.items())
    made = Proposals((Transcript("x", TEXT, id="t1"),), entities)
    labelled = made.decide(list(named), Decision.LABEL)
    undecided = (replace(one, decided_at=None, changed_at=None) for one in labelled.entities)
    may = (replace(one, may_be=("PER-002",)) if one.id == "PER-003" else one for one in undecided)
    return replace(made, entities=tuple(may))


def _places(word: str) -> list[tuple[int, str]]:
    return [(at, word) for at in range(len(TEXT)) if TEXT.startswith(word, at)]


class Shared:
    """A vault that several reviews save into, one decision after the other."""

    def __init__(self) -> None:
        self.saved: list[KeyEntry] = []

    def save(self, proposals: Proposals) -> Iterable[Problem]:
        known = {entry.id: entry for entry in self.news()}
        entries = [one for one in proposals.entries() if one.id not in known or is_later(one, known[one.id])]
        self.saved += entries
        return []

    def news(self) -> tuple[KeyEntry, ...]:
        return known_entries((), self.saved)


def state(review: Review) -> dict[str, tuple[object, ...]]:
    """What is decided, as far as it is kept."""
    return {
        one.id: (one.decision, one.replacement, one.mentions, one.kept, one.decided_by, one.confirmed_by)
        for one in review.proposals.entities
    }


def test_an_act_is_kept_before_it_counts_and_a_failed_one_changes_nothing() -> None:
    class Full(Shared):
        def save(self, proposals: Proposals) -> Iterable[Problem]:
            raise MisuseError("the disk is full")

    review = Review(proposed(), "c1", Full())
    for act in (lambda: review.decide("PER-001", "keep"), lambda: review.join("PER-003", "PER-002")):
        before = review.proposals
        with pytest.raises(MisuseError, match="disk is full"):
            act()
        assert (review.proposals, review.decided) == (before, 0)
    with pytest.raises(MisuseError, match="nothing to take back"):
        review.undo()


def test_an_entity_is_joined_with_what_it_may_be_and_retyped_under_a_new_id() -> None:
    review = Review(proposed(), "c1", Shared())
    assert review.join("PER-003") == "PER-002"
    assert set(review.proposals.get("PER-002").forms) == {"Mehmet", "Ibo"}
    assert review.retype("LOC-001", " org ") == "ORG-001"
    for wrong in (lambda: review.join("PER-002", "PER-002"), lambda: review.retype("ORG-001", "town")):
        with pytest.raises(MisuseError):
            wrong()
    assert review.decided == 2


def test_a_mention_that_stays_can_be_replaced_again() -> None:
    review = Review(proposed(), "c1", Shared())
    second = review.proposals.get("PER-001").mentions[1]
    review.keep_mention("PER-001", second)
    assert "Ayşe bleibt" in review.proposals.accept().versions[0].transcript.text
    review.keep_mention("PER-001", second)
    assert not review.proposals.get("PER-001").kept
    with pytest.raises(MisuseError, match="PER-002 has no mention at"):
        review.keep_mention("PER-002", second)


def test_the_second_person_is_asked_what_somebody_else_decided() -> None:
    shared = Shared()
    first, second = Review(proposed(), "c1", shared), Review(proposed(), "c2", shared)
    first.decide("PER-001", "keep")
    assert second.look()
    assert [one.id for one in second.proposals.entities if awaits_confirmation(one, "c2")] == ["PER-001"]
    assert not any(awaits_confirmation(one, "C1") for one in second.proposals.entities)
    second.confirm("PER-001")
    first.look()
    assert first.proposals.get("PER-001").confirmed_by == "c2"
    assert not second.look()


def test_an_undo_takes_back_nothing_that_another_person_decided_since() -> None:
    shared = Shared()
    one, other = Review(proposed(), "c1", shared), Review(proposed(), "c2", shared)
    one.decide("PER-001", "keep")
    other.look()
    other.decide("PER-002", "delete")
    other.decide("PER-001", "pseudonym", "Nuray")
    one.look()
    one.undo()
    other.look()
    for review in (one, other):
        assert review.proposals.get("PER-001").replacement == "Nuray"
        assert review.proposals.get("PER-002").decision is Decision.DELETE


_IDS = st.sampled_from(["PER-001", "PER-002", "PER-003", "PER-004", "LOC-001", "ORG-001"])
_MENTIONS = [mention for entity in proposed().entities for mention in entity.mentions]
_ACTS = st.one_of(
    st.tuples(st.just("decide"), _IDS, st.sampled_from(["keep", "label", "delete"])),
    st.tuples(st.just("approve"), _IDS),
    st.tuples(st.just("confirm"), _IDS),
    st.tuples(st.just("join"), _IDS, _IDS),
    st.tuples(st.just("retype"), _IDS, st.sampled_from(["PER", "LOC", "ORG"])),
    st.tuples(st.just("keep_mention"), _IDS, st.sampled_from(_MENTIONS)),
    st.tuples(st.just("split"), _IDS, st.tuples(st.sampled_from(_MENTIONS)), st.just("") | _IDS),
    st.tuples(st.just("undo")),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 1), _ACTS), max_size=12))
def test_two_people_see_the_same_and_no_mention_is_lost(course: list[tuple[int, tuple[str, ...]]]) -> None:
    shared = Shared()
    reviews = [Review(proposed(), name, shared) for name in ("c1", "c2")]
    for who, (act, *words) in course:
        with suppress(MisuseError):
            getattr(reviews[who], act)(*words)
    for review in reviews:
        review.look()
    assert state(reviews[0]) == state(reviews[1])
    assert mentions(reviews[0]) == mentions(Review(proposed(), "c1", shared))


class Unseen(Shared):
    """One in which what others save is not seen in time, as when two people press a key in the same moment."""

    seen: tuple[KeyEntry, ...] = ()

    def news(self) -> tuple[KeyEntry, ...]:
        return self.seen

    def save(self, proposals: Proposals) -> Iterable[Problem]:
        known = {entry.id: entry for entry in known_entries((), self.saved)}
        self.saved += [one for one in proposals.entries() if one.id not in known or is_later(one, known[one.id])]
        return []


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 1), _ACTS), max_size=12))
def test_even_acts_that_cross_lose_no_mention(course: list[tuple[int, tuple[str, ...]]]) -> None:
    shared = Unseen()
    reviews = [Review(proposed(), name, shared) for name in ("c1", "c2")]
    for who, (act, *words) in course:
        with suppress(MisuseError):
            getattr(reviews[who], act)(*words)
    shared.seen = known_entries((), shared.saved)
    for review in reviews:
        review.look()
        assert mentions(review) == mentions(Review(proposed(), "c1", shared))


def mentions(review: Review) -> list[Occurrence]:
    return sorted(mention for one in review.proposals.entities for mention in one.mentions)
