"""A later round knows what was decided in an earlier one."""

from hypothesis import given, settings
from hypothesis import strategies as st

from interviews.anonymity import Decision, Entity, EntityType, KeyEntry, Proposals, propose
from interviews.errors import MisuseError
from interviews.model import Transcript

TALKS = (
    Transcript(
        "Rose_1",
        "B: Ich heiße Ayşe Yılmaz, ich bin 43 und wohne in Duisburg-Marxloh. Mehmet ist mein Sohn, Ibo sein Freund.\n"
        "I: Frau Yılmaz, und Frau Rose?\nB: Frau Rose schenkte mir eine Rose. Die Duisburger kennen Mehmet.\n",
        id="a",
    ),
    Transcript(
        "zwei",
        "B: Herr Kowalski vom Verein Sonnenhaus kam 2019 mit Ayşe Yılmaz. Ibrahim Demir heißt überall Ibo.\n"
        "I: Und Kowalski?\nB: Der Kowalski wohnt in Essen. In der Weseler Straße 12. 0203 5551234.\n",
        id="b",
    ),
)
FIRST = propose(TALKS)


def decided(entities: tuple[Entity, ...] | tuple[KeyEntry, ...], places: bool = True) -> set[tuple[object, ...]]:
    """What a round must not forget."""
    return {
        (
            one.id,
            one.type,
            one.decision,
            one.replacement,
            one.formerly,
            one.decided_at,
            tuple(one.mentions) if places and isinstance(one, Entity) else (),
            tuple(sorted(one.kept)) if places and isinstance(one, Entity) else (),
        )
        for one in entities
    }


acts = st.lists(
    st.tuples(st.sampled_from(["decide", "merge", "retype", "keep"]), *[st.integers(0, 40)] * 3), max_size=7
)


def act(proposals: Proposals, doing: str, one: int, other: int, which: int) -> Proposals:
    entities = proposals.entities
    entity, second = entities[one % len(entities)], entities[other % len(entities)]
    if doing == "decide":
        decision = list(Decision)[which % len(Decision)]
        return proposals.decide(entity.id, decision, f"Nuray{'abcdefghijkl'[one % 12]}")
    if doing == "merge":
        return proposals.merge(entity.id, second.id)
    if doing == "retype":
        return proposals.retype(entity.id, list(EntityType)[which % len(EntityType)])
    mention = entity.mentions[which % len(entity.mentions)]
    return proposals.keep_mention(entity, mention.transcript, mention.span.start)


def after(steps: list[tuple[str, int, int, int]]) -> Proposals:
    made = FIRST
    for step in steps:
        try:
            made = act(made, *step)
        except MisuseError:
            continue
    return made


@settings(max_examples=40)
@given(acts)
def test_whatever_was_decided_is_decided_in_the_next_round(steps: list[tuple[str, int, int, int]]) -> None:
    made = after(steps)
    key = made.accept().key
    again = propose(TALKS, key=key)
    assert decided(again.entities) >= decided(made.entities)
    assert not again.problems
    more = {one.id for one in again.entities} - {one.id for one in made.entities}
    assert decided(propose(TALKS, key=again.accept().key).entities) == decided(again.entities), more


@settings(max_examples=15)
@given(acts)
def test_a_second_run_on_the_anonymized_text_changes_nothing(steps: list[tuple[str, int, int, int]]) -> None:
    made = after(steps).accept()
    texts = [Transcript(one.transcript.name, one.transcript.text, id=one.transcript.id) for one in made.versions]
    again = propose(texts, key=made.key).accept()
    kept = [entry for entry in made.key if entry.decision is Decision.KEEP or entry.partly_kept]
    for before, now in zip(made.versions, again.versions, strict=True):
        labels = [part.split("]")[0] for part in before.transcript.text.split("[")[1:]]
        assert [part.split("]")[0] for part in now.transcript.text.split("[")[1:]][: len(labels)] == labels or kept
