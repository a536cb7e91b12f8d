"""What a decision makes of an entity: the words that stand in its place, and which words may not."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from interviews.anonymity.entity import Decision, Entity
from interviews.anonymity.linking.persons import parse_person
from interviews.anonymity.mention import EntityType
from interviews.anonymity.replacing.substitutes import Substitutes
from interviews.errors import MisuseError
from interviews.text import fold

_NAMES = (EntityType.PER, EntityType.LOC, EntityType.ORG, EntityType.ADDR)


def decision_of(decision: Decision | str) -> Decision:
    """The decision of that name."""
    try:
        return Decision(decision)
    except ValueError:
        raise MisuseError(f"A decision is one of {', '.join(Decision)}.") from None


def decided(
    entity: Entity, decision: Decision, replacement: str | None, everyone: Iterable[Entity], words: Substitutes
) -> Entity:
    """The entity with a decision and the words that this puts in its place, given ones or one of `words`.

    Raises MisuseError where a pseudonym names one of `everyone` or is taken, where nothing vaguer can be worked out,
    and for words that no file can hold.
    """
    if any("\ud800" <= char <= "\udfff" for char in replacement or ""):
        raise MisuseError(f"The words for {entity.id} hold half of a character: type them once more.")
    if decision is Decision.PSEUDONYM:
        name = " ".join((replacement or "").split())
        check_pseudonym(entity, name, everyone)
        name = _without_title(name, entity.type)
        check_pseudonym(entity, name, everyone)
        return replace(entity, decision=decision, replacement=name)
    given = (replacement or "").strip("[] ") if decision is Decision.GENERALIZE else ""
    made = f"[{given}]" if given else words.of(entity, decision)
    if made is None and decision is Decision.SURROGATE:
        raise MisuseError(
            f"No name is left that is like none of the study's: give {entity.id} a pseudonym, or a label."
        )
    if made is None:
        raise MisuseError(f"Nothing vaguer can be worked out for {entity.id}: give the words, or choose label.")
    return replace(entity, decision=decision, replacement=made)


def check_pseudonym(entity: Entity, words: str, everyone: Iterable[Entity]) -> None:
    """Raise MisuseError where the words are no name, a real name of the project, or somebody else's pseudonym."""
    if not any(char.isalpha() for char in words) or set(words) & set("[]\n"):
        raise MisuseError(f"The pseudonym for {entity.id} must be a name without brackets.")
    folded = set(_name_words(words)) | {fold(words)}
    for other in everyone:
        if other.type in _NAMES and folded & _all_words(other):
            whose = "its own real name" if other.id == entity.id else f"a real name of this project ({other.id})"
            raise MisuseError(f"The pseudonym for {entity.id} contains {whose}: choose another one.")
        same = other.id != entity.id and other.decision is not Decision.KEEP
        if same and fold(other.replacement) == fold(words):
            raise MisuseError(f"The pseudonym for {entity.id} is that of {other.id} already: choose another one.")


def _name_words(name: str) -> Sequence[str]:
    return [word for word in fold(name).replace("-", " ").split() if len(word) > 2]


def _all_words(entity: Entity) -> set[str]:
    """The names an entity goes by: each form as a whole, and for a person each part of it."""
    whole = {fold(form) for form in entity.forms}
    if entity.type is not EntityType.PER:
        return whole
    return whole | {word for form in entity.forms for word in parse_person(form).words if len(word) > 2}


def _without_title(words: str, entity_type: EntityType) -> str:
    """The title of a person stays in the text, so that of the pseudonym would stand there twice."""
    if entity_type is not EntityType.PER or not words:
        return words
    name = parse_person(words)
    return words[name.start : name.end] or words
