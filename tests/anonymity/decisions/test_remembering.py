"""A later round knows what was decided in an earlier one."""

from hypothesis import given, settings
from hypothesis import strategies as st

from interviews.anonymity import Decision, Entity, EntityType, KeyEntry, Proposals, follow, propose
from interviews.errors import MisuseError
from interviews.model import Transcript
from interviews.text import difference

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


@settings(max_examples=25)
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


def entity(proposals: Proposals, name: str) -> Entity:
    return next(one for one in proposals.entities if name in one.forms)


def test_a_name_that_a_person_joined_is_that_person_in_an_interview_read_later() -> None:
    ibrahim, ibo = entity(FIRST, "Ibrahim Demir"), entity(FIRST, "Ibo")
    made = FIRST.merge(ibo.id, ibrahim.id).accept()
    later = Transcript("drei", "B: Kennst du Ibrahim Demir? Den Ibo kennen alle.", id="c")
    again = propose([*TALKS, later], key=made.key)
    joined = again.get(ibrahim.id)
    assert {"Ibo", "Ibrahim Demir"} <= set(joined.forms)
    assert "c" in joined.transcripts
    assert ibo.id not in {one.id for one in again.entities}


def test_a_corrected_type_holds_for_an_interview_read_later() -> None:
    rose = entity(FIRST, "Kowalski")
    changed = FIRST.retype(rose.id, "ORG")
    organisation = entity(changed, "Kowalski")
    later = Transcript("drei", "B: Herr Kowalski kam nicht.", id="c")
    again = propose([TALKS[1], later], key=changed.accept().key)
    assert "b" in again.get(organisation.id).transcripts
    assert again.get(organisation.id).type is EntityType.ORG


def kept_rose() -> tuple[Proposals, Entity]:
    rose = entity(FIRST, "Rose")
    at = next(one for one in rose.mentions if not one.in_head)
    return FIRST.keep_mention(rose.id, at.transcript, at.span.start), rose


def corrected(old: str, new: str) -> tuple[list[Transcript], tuple[KeyEntry, ...]]:
    """The talks after a correction of the first one, and the key of a round before with its places moved along."""
    key = kept_rose()[0].accept().key
    text = TALKS[0].text.replace(old, new)
    edits = difference(TALKS[0].text, text)
    now = Transcript(TALKS[0].name, text, id="a")
    return [now, TALKS[1]], follow(key, {"a": 2, "b": 1}, lambda transcript, revision: edits)


def test_a_kept_mention_moves_along_when_the_original_was_corrected() -> None:
    rose = kept_rose()[1]
    talks, key = corrected("Ich heiße", "Guten Tag, ich heiße")
    again = propose(talks, key=key, revisions={"a": 2})
    assert [one.span.of(talks[0].text) for one in again.get(rose.id).kept] == ["Frau Rose"]
    assert not again.problems


def test_a_kept_mention_whose_words_were_corrected_is_proposed_again_and_said_so() -> None:
    rose = kept_rose()[1]
    talks, key = corrected("und Frau Rose", "und Frau Rosen")
    again = propose(talks, key=key, revisions={"a": 2})
    assert not again.get(rose.id).kept
    assert [problem.where for problem in again.problems] == [rose.id]
    assert "Rose" not in str(again.problems)


def test_a_kept_mention_in_a_file_name_is_known_by_its_words() -> None:
    rose = entity(FIRST, "Rose")
    head = next(one for one in rose.mentions if one.in_head)
    key = FIRST.keep_mention(rose.id, "a", head.span.start).accept().key
    moved = Transcript("01_Rose", TALKS[0].text, id="a")
    again = propose([moved, TALKS[1]], key=key).get(rose.id)
    assert [one.span.of("01_Rose") for one in again.kept if one.in_head] == ["Rose"]


def test_what_is_two_people_stays_two_when_the_program_would_join_them_now() -> None:
    apart = [Transcript("x", "B: Herr Kowalski kam.", id="1"), Transcript("y", "B: Herr Kowalski ging.", id="2")]
    key = propose(apart).accept().key
    assert [one.id for one in key] == ["PER-001", "PER-002"]
    together = [*apart, Transcript("z", "B: Jan Kowalski kennen alle.", id="3")]
    ids = {one.id: one.transcripts for one in propose(together, key=key).entities}
    assert ids["PER-001"][:1] == ("1",)
    assert ids["PER-002"][:1] == ("2",)


def test_a_number_that_was_somebodys_is_not_given_to_a_corrected_type() -> None:
    made = FIRST.retype(entity(FIRST, "Kowalski").id, "ORG")
    organisation = entity(made, "Kowalski")
    assert (
        Proposals(made.transcripts, FIRST.entities, departed=(organisation.id,))
        .retype(entity(FIRST, "Kowalski").id, "ORG")
        .entities[-1]
        .id
        != organisation.id
    )
