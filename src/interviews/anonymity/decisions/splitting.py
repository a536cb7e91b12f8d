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


def chosen(entity: Entity, mentions: Iterable[Occurrence | str], proposals: "Proposals") -> frozenset[Occurrence]:
    """The mentions that are meant: single ones, or all that are written so.

    Raises MisuseError where one is not the entity's, and where none would leave or none would stay.
    """
    written = _written(entity, proposals)
    leaving: set[Occurrence] = set()
    for one in mentions:
        meant = {place for place, words in written.items() if one == place or _is_written(one, words)}
        if not meant:
            raise MisuseError(f"{entity.id} has no such mention: name its mentions, or words as written there.")
        leaving |= meant
    if not leaving:
        raise MisuseError(f"Say which mentions of {entity.id} are somebody else.")
    if leaving == set(written):
        raise MisuseError(f"All mentions of {entity.id} would leave it: at least one must stay.")
    return frozenset(leaving)


def split(entity: Entity, leaving: frozenset[Occurrence], new_id: str, proposals: "Proposals") -> tuple[Entity, Entity]:
    """What stays of the entity, and what leaves it, under a new id; each is known not to be the other."""
    written = _written(entity, proposals)
    staying = [written[one] for one in entity.mentions if one not in leaving]
    gone = [written[one] for one in entity.mentions if one in leaving]
    # Words that only who leaves is called by: there the machine finds them from now on.
    own = set(map(_plain, gone)) - set(map(_plain, staying))
    forms = tuple(dict.fromkeys(gone))
    found = tuple(FoundAs(entity.type, form) for form in forms if _plain(form) in own)
    found_before = tuple(one for one in entity.found_as if _plain(one.name) in own)
    left = tuple(form for form in entity.forms if _plain(form) not in own) or tuple(dict.fromkeys(staying))
    may_be = tuple(id for id in entity.may_be if id != new_id)
    stays = replace(
        entity,
        name=_name(entity, left, staying),
        forms=left,
        mentions=tuple(one for one in entity.mentions if one not in leaving),
        kept=entity.kept - leaving,
        may_be=may_be,
        found_as=tuple(one for one in entity.found_as if one not in found_before),
        apart=tuple(dict.fromkeys((*entity.apart, new_id))),
    )
    leaves = replace(
        entity,
        id=new_id,
        name=_name(entity, forms, gone),
        forms=forms,
        mentions=tuple(one for one in entity.mentions if one in leaving),
        kept=entity.kept & leaving,
        may_be=may_be,
        formerly=(),
        found_as=tuple(dict.fromkeys((*found, *found_before))),
        apart=(entity.id,),
        gender="",
    )
    return stays, leaves


def taken_in(entity: Entity, more: Entity, order: Callable[[Occurrence], Any]) -> Entity:
    """The entity with mentions that left another one, given as one of its id."""
    found_as = tuple(dict.fromkeys((*entity.found_as, *more.found_as)))
    apart = tuple(dict.fromkeys((*entity.apart, *more.apart)))
    may_be = tuple(id for id in entity.may_be if id not in apart)
    return replace(join(more, entity, order), found_as=found_as, apart=apart, may_be=may_be)


def _written(entity: Entity, proposals: "Proposals") -> dict[Occurrence, str]:
    """What is written at each mention; names of files have underscores in place of blanks."""
    words = ((one, words_around(proposals.transcripts, one, 0)[1]) for one in entity.mentions)
    return {one: " ".join((said.replace("_", " ") if one.in_head else said).split()) for one, said in words}


def _is_written(one: Occurrence | str, words: str) -> bool:
    return isinstance(one, str) and _plain(one) == _plain(words)


def _plain(words: str) -> str:
    return fold(" ".join(words.split()))


def _name(entity: Entity, forms: Iterable[str], written: Sequence[str]) -> str:
    """The name that it has, while one of its forms holds it; else its fullest form."""
    if any(_plain(entity.name) in _plain(form) for form in forms):
        return entity.name
    return fullest(Counter(written), entity.type)
