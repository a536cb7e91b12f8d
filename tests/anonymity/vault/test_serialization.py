from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from interviews.anonymity import Decision, EntityType, FoundAs, KeyEntry, Place
from interviews.anonymity.vault.serialization import entry_from, entry_record
from interviews.model import Span

OLD = {
    "id": "PER-001",
    "type": "PER",
    "name": "Ayşe",
    "forms": ["Ayşe"],
    "replacement": "[Person 1]",
    "decision": "label",
    "family": False,
    "partly_kept": False,
    "languages": ["de"],
}
spans = st.tuples(st.integers(0, 99), st.integers(1, 9)).map(lambda pair: Span(pair[0], sum(pair)))
in_text = st.builds(Place, st.sampled_from("ab"), spans, st.just(False), st.integers(1, 3), kept=st.booleans())
in_head = st.builds(Place, st.sampled_from("ab"), spans, st.just(True), st.integers(1, 3), st.text(), st.booleans())


def test_an_entry_of_the_first_version_is_read_and_says_that_nobody_decided() -> None:
    entry = entry_from(OLD)
    assert (entry.decided_by, entry.decided_at, entry.confirmed_by) == ("", None, "")
    assert (entry.apart, entry.places) == ((), ())


@given(st.lists(st.one_of(in_text, in_head), max_size=6))
def test_what_a_person_decided_comes_back_from_the_vault(places: list[Place]) -> None:
    at = datetime(2026, 11, 25, 9, 30, 1, 5, tzinfo=UTC)
    entry = KeyEntry(
        "LOC-002",
        EntityType.LOC,
        "Rose",
        ("Rose",),
        "[Ort 2]",
        Decision.LABEL,
        decided_by="c1",
        decided_at=at,
        confirmed_by="c2",
        accepted_by="c3",
        changed_at=at,
        formerly=("PER-003",),
        found_as=(FoundAs(EntityType.PER, "Rose"),),
        apart=("LOC-004",),
        places=tuple(sorted(places)),
    )
    assert entry_from(entry_record(entry)) == entry
