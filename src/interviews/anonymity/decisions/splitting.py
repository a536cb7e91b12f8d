"""What a person says of who is who: some mentions of an entity are somebody else."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from interviews.anonymity.decisions.joining import join
from interviews.anonymity.decisions.keywords import words_around
from interviews.anonymity.entity import Entity, FoundAs, Occurrence
from interviews.anonymity.linking.entities import fullest
from interviews.errors import MisuseError
from interviews.text import fold

if TYPE_CHECKING:
    from interviews.anonymity.decisions.proposals import Proposals

Words = dict[Occurrence, str]


def chosen(entity: Entity, mentions: Iterable[Occurrence | str], proposals: "Proposals") -> frozenset[Occurrence]:
    """The mentions that are meant: single ones, or all that are written so.

    Raises MisuseError where one is not the entity's, and where none would leave or none would stay.
    """
    written = _written(entity, proposals)
    leaving: set[Occurrence] = set()
    for one in mentions:
        found = {one} & set(written) if isinstance(one, Occurrence) else _with_words(one, written)
        if not found:
            raise MisuseError(f"{entity.id} has no such mention: name its mentions, or words as they are written there.")
        leaving |= found
    if not leaving:
        raise MisuseError(f"Say which mentions of {entity.id} are somebody else.")
    if leaving == set(written):
        raise MisuseError(f"All mentions of {entity.id} would leave it: at least one must stay.")
    return frozenset(leaving)


def split(entity: Entity, leaving: frozenset[Occurrence], new_id: str, proposals: "Proposals") -> tuple[Entity, Entity]:
    """What stays of the entity, and what leaves it, under a new id; each is known to be none of the other."""
    written = _written(entity, proposals)
    staying = [one for one in entity.mentions if one not in leaving]
    gone = [one for one in entity.mentions if one in leaving]
    words_there, words_gone = _folded(staying, written), _folded(gone, written)
    own = {words for words in words_gone if words not in words_there}
    stays = replace(
        entity,
        forms=tuple(form for form in entity.forms if _plain(form) not in own) or _as_written(staying, written),
        mentions=tuple(staying),
        kept=entity.kept - leaving,
        may_be=tuple(id for id in entity.may_be if id != new_id),
        found_as=tuple(found for found in entity.found_as if _plain(found.name) not in own),
        apart=tuple(dict.fromkeys((*entity.apart, new_id))),
    )
    forms = tuple(form for form in entity.forms if _plain(form) in words_gone)
    forms = forms if _folded_forms(forms) >= words_gone else _as_written(gone, written)
    found_before = (found for found in entity.found_as if _plain(found.name) in own)
    found_now = (FoundAs(entity.type, form) for form in forms if _plain(form) in own)
    leaves = replace(
        entity,
        id=new_id,
        name=_name(entity, forms, gone, written),
        forms=forms,
        mentions=tuple(gone),
        kept=entity.kept & leaving,
        may_be=tuple(id for id in entity.may_be if id != new_id),
        formerly=(),
        found_as=tuple(dict.fromkeys((*found_now, *found_before))),
        apart=(entity.id,),
        gender="",
    )
    return replace(stays, name=_name(entity, stays.forms, staying, written)), leaves


def taken_in(entity: Entity, more: Entity, order: Callable[[Occurrence], Any]) -> Entity:
    """The entity with mentions that left another one, given as one of its id."""
    found_as = tuple(dict.fromkeys((*entity.found_as, *more.found_as)))
    apart = tuple(dict.fromkeys((*entity.apart, *more.apart)))
    may_be = tuple(id for id in entity.may_be if id not in apart)
    return replace(join(replace(more, may_be=()), entity, order), found_as=found_as, apart=apart, may_be=may_be)


def _written(entity: Entity, proposals: "Proposals") -> Words:
    """What is written at each mention; names of files have underscores in place of blanks."""
    words = ((one, words_around(proposals.transcripts, one, 0)[1]) for one in entity.mentions)
    return {one: " ".join((said.replace("_", " ") if one.in_head else said).split()) for one, said in words}


def _with_words(words: str, written: Words) -> set[Occurrence]:
    return {one for one, said in written.items() if _plain(said) == _plain(words)}


def _plain(words: str) -> str:
    return fold(" ".join(words.split()))


def _folded(mentions: Iterable[Occurrence], written: Words) -> set[str]:
    return {_plain(written[one]) for one in mentions}


def _folded_forms(forms: Iterable[str]) -> set[str]:
    return set(map(_plain, forms))


def _as_written(mentions: Iterable[Occurrence], written: Words) -> tuple[str, ...]:
    return tuple(dict.fromkeys(written[one] for one in mentions))


def _name(entity: Entity, forms: Sequence[str], mentions: Iterable[Occurrence], written: Words) -> str:
    """The name that it has, while one of its forms holds it; else its fullest form."""
    if any(_plain(entity.name) in _plain(form) for form in forms):
        return entity.name
    return fullest(Counter(written[one] for one in mentions), entity.type)
