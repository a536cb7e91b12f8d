"""Which part of a mention is replaced, and by what: titles, genitives and the tails of compounds stay."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from interviews.anonymity.dictionary import is_explained
from interviews.anonymity.entity import Decision, Entity
from interviews.anonymity.mention import EntityType
from interviews.anonymity.persons import parse_person
from interviews.model import Span
from interviews.text import Edit, Folded, fold

_GENITIVE = ("'s", "’s", "ens", "es", "s", "'", "’")
_LEADING = re.compile(
    r"^(?:(?:der|die|das|den|dem|des|the|am|im|in|vom|seit|on|since|od|w|we|dnia)\s+)(?=\S)", re.IGNORECASE
)
# What German adds to a place: its people, its adjective, its plural with a gender sign.
_DERIVED = re.compile(r"(?:s|er(?:s|n|in|innen|[*:_/]in(?:nen)?|Innen)?|sch(?:e[nmrs]?)?|isch(?:e[nmrs]?)?)")
_AGE_TAIL = re.compile(r"(?:\s+(?:alt|old)|[-\s]?jährig\w*|[-\s]years?[-\s]old)$")


@dataclass(frozen=True, slots=True)
class _Cut:
    """The stretch of a mention that is replaced, and what German grammar asks to follow it."""

    start: int
    end: int
    ending: str = ""


def edit_for(entity: Entity, span: Span, text: str, language: str) -> Edit:
    """The replacement of the mention at `span` of `text`."""
    words = span.of(text)
    cut = _cut(entity, words, language)
    replacement = _replacement(entity, words[cut.start : cut.end])
    start = span.start + cut.start
    if entity.family and entity.decision is Decision.LABEL:
        start = _before_family_title(text, start)
    if entity.type is EntityType.AGE and words[cut.end :].lstrip("- ").startswith("jährig"):
        replacement = re.sub(r"\s[^\]]*\]", "]", replacement)
    ending = cut.ending
    if ending == "s" and replacement[-1:] in "sxzß":
        return Edit(Span(start, span.start + cut.end + 1), replacement + "'")
    return Edit(Span(start, span.start + cut.end), replacement)


def _before_family_title(text: str, start: int) -> int:
    """Where the word Familie begins, so that the label does not repeat it."""
    match = re.search(r"(?:Familie|Family|family|Rodzina|rodzina)\s+$", text[max(0, start - 12) : start])
    return start - len(match[0]) if match else start


def _cut(entity: Entity, words: str, language: str) -> _Cut:
    if entity.type is EntityType.PER:
        return _cut_person(entity, words, language)
    if entity.type in (EntityType.LOC, EntityType.ORG, EntityType.ADDR):
        return _cut_place(entity, words, language)
    tail = _AGE_TAIL.search(words) if entity.type is EntityType.AGE else None
    return _Cut(_leading(words), tail.start() if tail and entity.decision is Decision.GENERALIZE else len(words))


def _leading(words: str) -> int:
    match = _LEADING.match(words)
    return match.end() if match else 0


def _cut_person(entity: Entity, words: str, language: str) -> _Cut:
    name = parse_person(words)
    start, end = name.start, name.end
    if entity.family:
        return _Cut(start, end)
    core = words[start:end]
    attested = {word for form in entity.forms for word in parse_person(form).words} - {fold(core)}
    for ending in _GENITIVE if language != "pl" else ():
        if core.endswith(ending) and fold(core[: -len(ending)]).split()[-1:] and _last(core, ending) in attested:
            return _Cut(start, end - len(ending), ending)
    return _Cut(start, _end_of_compound(core, attested, language) + start)


def _last(core: str, ending: str) -> str:
    return fold(core[: -len(ending)]).split()[-1]


def _end_of_compound(core: str, attested: set[str], language: str) -> int:
    """Where the name ends in a compound such as Kowalczykhaus; the end of the word where it is none."""
    folded = Folded(core)
    for base in sorted(attested, key=len, reverse=True):
        if len(base) < 4 or not folded.text.startswith(base) or folded.text == base:
            continue
        cut = folded.span(0, len(base)).end
        if _is_plain_tail(core[cut:], language):
            return cut
    return len(core)


def _is_plain_tail(tail: str, language: str) -> bool:
    """Whether what follows a name in a compound says nothing about it: -Projekt, -haus."""
    parts = [part for part in tail.split("-") if part]
    joined = tail[:1] == "-" or (tail[:1].islower() and len(tail) > 3)
    return joined and bool(parts) and all(is_explained(part, language) and not _is_name(part) for part in parts)


def _is_name(part: str) -> bool:
    """Whether a capitalized part is a listed name: the second half of Marie-Luise or Müller-Schmidt."""
    from interviews.anonymity.names import load_names

    names = load_names()
    return part[0].isupper() and (fold(part) in names.given or fold(part) in names.family)


def _cut_place(entity: Entity, words: str, language: str) -> _Cut:
    start = _leading(words)
    core = words[start:]
    folded = Folded(core)
    forms = {fold(form[_leading(form) :]) for form in entity.forms} - {folded.text}
    for base in sorted(forms, key=lambda form: (-len(form), form)):
        for stem in (base, base.removesuffix("en")):
            if len(stem) < 3 or not folded.text.startswith(stem) or len(stem) == len(folded.text):
                continue
            end = folded.span(0, len(stem)).end
            derived, hyphen, rest = core[end:].partition("-")
            if stem != base and not derived.startswith("er"):
                continue
            if (_DERIVED.fullmatch(derived) or not derived) and (not hyphen or _is_plain_tail("-" + rest, language)):
                return _Cut(start, start + end)
            if stem == base and _is_plain_tail(core[end:], language):
                return _Cut(start, start + end)
    return _Cut(start, len(words))


def _replacement(entity: Entity, core: str) -> str:
    """The whole replacement, or the part of a surrogate name that answers to the part of the name used here."""
    parts: Sequence[str] = entity.replacement.split()
    if entity.decision is not Decision.PSEUDONYM or entity.type is not EntityType.PER or len(parts) < 2:
        return entity.replacement
    used, whole = parse_person(core).words, parse_person(entity.name).words
    if len(used) > 1 or len(whole) < 2:
        return entity.replacement if len(used) > 1 else parts[0]
    return parts[-1] if used[0].startswith(whole[-1][:4]) and not used[0].startswith(whole[0]) else parts[0]
