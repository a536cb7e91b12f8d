"""What a team decided about an interview, as a tagger learns it: which passages of the text as read identify."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from interviews.anonymity.entity import KeyEntry
from interviews.anonymity.gazetteer import Name
from interviews.anonymity.linking.persons import parse_person
from interviews.anonymity.mention import EntityType
from interviews.model import Span, Transcript
from interviews.text import Edits, fold


@dataclass(frozen=True, slots=True)
class Decided:
    """An interview as read, the passages that were replaced in it, and whose names these are."""

    text: str = field(repr=False)
    language: str
    replaced: tuple[tuple[Span, EntityType], ...] = field(repr=False)
    names: frozenset[Name] = field(repr=False)
    decisions: frozenset[str] = frozenset()
    """Ids of the entities that were decided about, replaced or kept."""


def decided_of(original: Transcript, edits: Edits, key: Iterable[KeyEntry]) -> Decided:
    """What the replacements made of an original and the key say was decided about it."""
    known = [entry for entry in key if not entry.departed]
    here = [entry for entry in known if original.id in entry.transcripts or not entry.transcripts]
    replaced = [entry for entry in here if entry.replaced]
    types = _types_of_words(replaced)
    spans = [(edit.span, _type_of(edit.span.of(original.text), types)) for edit in edits if edit.span]
    names = frozenset(Name(_bare(form, entry.type), entry.type) for entry in replaced for form in entry.forms)
    ids = frozenset(entry.id for entry in here)
    return Decided(original.text, original.language, tuple((s, t) for s, t in spans if t is not None), names, ids)


def _types_of_words(entries: Iterable[KeyEntry]) -> dict[str, EntityType]:
    """The type of every form and of every single word of one; of a whole form it counts first."""
    forms = [(fold(form), entry.type) for entry in entries for form in entry.forms]
    single = {word: type_ for form, type_ in forms for word in form.split()}
    return single | dict(forms)


def _type_of(words: str, types: Mapping[str, EntityType]) -> EntityType | None:
    """The type of a replaced passage: a title before it or an ending after it may have stayed."""
    folded = fold(words)
    if folded in types:
        return types[folded]
    return next((types[word] for word in folded.split() if word in types), None)


def _bare(form: str, entity_type: EntityType) -> str:
    if entity_type is not EntityType.PER:
        return form
    name = parse_person(form)
    return form[name.start : name.end]
