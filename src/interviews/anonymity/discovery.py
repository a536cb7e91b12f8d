"""From transcripts to proposals: detect in each, close every name over all of them, link, propose decisions."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from interviews.anonymity.decisions.proposals import Proposals
from interviews.anonymity.decisions.remembering import lost_places
from interviews.anonymity.entity import Decision, KeyEntry, Occurrence
from interviews.anonymity.finders.detection import PageFinder, detect
from interviews.anonymity.finders.speakers import (
    called_after,
    names_in_head,
    names_in_notes,
    names_of_speakers,
    words_of_persons,
)
from interviews.anonymity.forms.closing import close
from interviews.anonymity.forms.remaining import Remaining
from interviews.anonymity.gazetteer import Gazetteer, Name
from interviews.anonymity.linking.entities import make_entities
from interviews.anonymity.linking.grouping import Named
from interviews.anonymity.linking.link import link
from interviews.anonymity.linking.persons import is_title, parse_person
from interviews.anonymity.mention import EntityType, Mention
from interviews.anonymity.replacing.apply import head_of
from interviews.anonymity.replacing.labels import BRACKETS
from interviews.errors import MisuseError
from interviews.model import Transcript
from interviews.text import fold

_CLOSED = (EntityType.PER, EntityType.LOC, EntityType.ORG, EntityType.ADDR)
_AROUND = 120


@dataclass(frozen=True, slots=True)
class _Source:
    """A text that is searched: a transcript's own, or its head."""

    transcript: Transcript
    text: str = field(repr=False)
    in_head: bool


def propose(
    transcripts: Sequence[Transcript],
    *,
    language: str | None = None,
    gazetteer: Gazetteer | None = None,
    keep: Iterable[str] = (),
    key: Iterable[KeyEntry] = (),
    progress: Callable[[int, int], object] | None = None,
    revisions: Mapping[str, int] | None = None,
    finders: Sequence[PageFinder] = (),
) -> Proposals:
    """What identifies people in the texts as read (version 0), one entity a line; nothing is replaced yet.

    `language` is that of the labels (the transcripts' most frequent one by default), `keep` names that are no secret,
    `key` the replacement key of an earlier round: what it knows keeps its id, decision and replacement.
    `progress(done, all)` is called after each transcript. `revisions` are those of the texts, by transcript, where they
    were corrected: the places that the key remembers lie in revisions, too. `finders` join those of `detect`.
    """
    if any(transcript.version != 0 for transcript in transcripts):
        raise MisuseError("Only texts as read (version 0) can be anonymized: take the originals from the vault.")
    if len({transcript.id for transcript in transcripts}) < len(transcripts):
        raise MisuseError("Two of the transcripts have the same id: pass every transcript once.")
    own = language or _most_frequent(transcripts)
    found: dict[_Source, list[Mention]] = {}
    for number, transcript in enumerate(transcripts, start=1):
        found.update(_search(transcript, gazetteer, finders))
        if progress:
            progress(number, len(transcripts))
    known = tuple(key)
    names = _names(found, known)
    for transcript in transcripts:
        for name in names_in_notes(transcript, gazetteer):
            names.setdefault(_bare(name.text, name.type), set()).add(transcript.language)
    search = Remaining(names)
    persons = words_of_persons(names)
    named: list[Named] = []
    for source, mentions in found.items():
        more = called_after(source.transcript, source.text, persons, in_head=source.in_head)
        named += _named(source, _closed(source, [*mentions, *more], list(names), search), len(named))
    now = dict(revisions or {})
    entities = make_entities(link(named), own, frozenset(map(fold, keep)), known, now)
    departed = tuple(sorted({entry.id for entry in known} - {entity.id for entity in entities}))
    return Proposals(tuple(transcripts), entities, own, tuple(lost_places(known, entities)), departed, now)


def _most_frequent(transcripts: Sequence[Transcript]) -> str:
    counts = Counter(transcript.language for transcript in transcripts)
    return max(sorted(counts), key=lambda language: counts[language], default="de")


def _search(
    transcript: Transcript, gazetteer: Gazetteer | None, finders: Sequence[PageFinder]
) -> dict[_Source, list[Mention]]:
    """What is detected in a transcript's text and head."""
    mentions = [
        *detect(transcript.text, transcript.language, gazetteer=gazetteer, turns=transcript.turns, finders=finders),
        *names_of_speakers(transcript),
    ]
    head = head_of(transcript)
    return {
        _Source(transcript, transcript.text, False): mentions,
        _Source(transcript, head, True): names_in_head(transcript, head, gazetteer),
    }


def _names(found: dict[_Source, list[Mention]], key: Iterable[KeyEntry]) -> dict[Name, set[str]]:
    """Every name detected anywhere or replaced earlier, without titles, and the languages in which it was."""
    names: dict[Name, set[str]] = {}
    for source, mentions in found.items():
        for mention in mentions:
            names.setdefault(_bare(mention.text, mention.type), set()).add(source.transcript.language)
    for entry in key:
        types = {found.name: found.type for found in entry.found_as}  # a form is searched as what it was found as
        for form in entry.forms if entry.decision is not Decision.KEEP else ():
            names.setdefault(_bare(form, types.get(form, entry.type)), set()).update(entry.languages)
    return {name: languages for name, languages in names.items() if name.type in _CLOSED}


def _bare(form: str, entity_type: EntityType) -> Name:
    if entity_type is not EntityType.PER:
        return Name(form, entity_type)
    name = parse_person(form)
    return Name(form[name.start : name.end], entity_type)


def _closed(source: _Source, mentions: Iterable[Mention], names: Sequence[Name], search: Remaining) -> list[Mention]:
    """The mentions detected in a text and those of names known from elsewhere, in order; where two finders saw the same
    words the surer one names the type. What an earlier anonymization put in brackets is left alone."""
    text = source.text.replace("_", " ") if source.in_head else source.text
    found: dict[tuple[int, int], Mention] = {}
    brackets = [match.span() for match in BRACKETS.finditer(text)]
    for mention in (*mentions, *close(text, names, source.transcript.language), *search.mentions(text)):
        place = (mention.span.start, mention.span.end)
        if mention.type is EntityType.PER and is_title(mention.text):
            continue
        if any(start < place[1] and place[0] < end for start, end in brackets):
            continue
        if place not in found or found[place].score < mention.score:
            found[place] = mention
    return [found[place] for place in sorted(found) if not _is_part(found[place], found.values())]


def _is_part(mention: Mention, others: Iterable[Mention]) -> bool:
    """Whether a mention is but a part of a longer one of its type: `Ayşe` in `Ayşe Yılmaz`."""
    return any(
        other.type is mention.type and len(other.span) > len(mention.span) and other.span.contains(mention.span)
        for other in others
    )


def _named(source: _Source, mentions: Iterable[Mention], first: int) -> list[Named]:
    transcript, text = source.transcript, source.text
    return [
        Named(
            Occurrence(transcript.id, mention.span, source.in_head),
            mention,
            text[max(0, mention.span.start - _AROUND) : mention.span.start],
            text[mention.span.end : mention.span.end + _AROUND // 3],
            transcript.language,
            transcript.case,
            first + number,
        )
        for number, mention in enumerate(mentions)
    ]
