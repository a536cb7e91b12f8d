"""Which part of a mention is replaced, and by what: titles, genitives and the tails of compounds stay."""

import re
from dataclasses import dataclass

from interviews.anonymity.entity import Decision, Entity
from interviews.anonymity.linking.persons import Title, parse_person, title_before
from interviews.anonymity.mention import EntityType
from interviews.anonymity.replacing.name_parts import part_used, parts_of
from interviews.anonymity.replacing.polish_cases import case_of
from interviews.anonymity.replacing.roles import role_word_before
from interviews.anonymity.words.dictionary import is_explained
from interviews.model import Span
from interviews.text import Edit, Folded, fold

_GENITIVE = ("'s", "’s", "ens", "es", "s", "'", "’")
_LEADING = re.compile(
    r"^(?:(?:der|die|das|den|dem|des|the|am|im|in|vom|seit|on|since|od|w|we|dnia)\s+)(?=\S)", re.IGNORECASE
)
# What German adds to a place: its people, its adjective, its plural with a gender sign.
_DERIVED = re.compile(r"(?:s|er(?:s|n|in|innen|[*:_/]in(?:nen)?|Innen)?|sch(?:e[nmrs]?)?|isch(?:e[nmrs]?)?)")
# Turkish cases after an apostrophe: Ayşe'nin, Mehmet'e, Dortmund'da.
_TURKISH = re.compile(r"['’](?:n?[ıiuü]n|[yn]?[aeıiuü]|n?[dt][ae]n?|y?l[ae]|l[ae]r(?:[ıi]n?|[ae]|[dt][ae]n?)?|c[ae])$")
_BEFORE_SURNAME = frozenset({Title.FEMALE, Title.MALE, Title.OFFICE})
_AROUND = 40
_AGE_TAIL = re.compile(r"(?:\s+(?:alt|old)|[-\s]?jährig\w*|[-\s]years?[-\s]old)$")


@dataclass(frozen=True, slots=True)
class _Cut:
    """The stretch of a mention that is replaced, and what German grammar asks to follow it."""

    start: int
    end: int
    ending: str = ""


def edit_for(entity: Entity, span: Span, text: str, language: str, *, in_sentence: bool = True) -> Edit:
    """The replacement of the mention at `span` of `text`; the case of a Polish name is told within sentences only."""
    words = span.of(text)
    cut = _cut(entity, words, language)
    start, end = span.start + cut.start, span.start + cut.end
    before = text[max(0, start - _AROUND) : start]
    replacement = _replacement(entity, words, cut, before, language)
    if in_sentence and language == "pl":
        replacement = _with_case(replacement, entity, words[cut.start : cut.end], before)
    if entity.decision is Decision.LABEL and entity.type is EntityType.PER:
        start -= _repeated(entity, before)
    if entity.type is EntityType.AGE and words[cut.end :].lstrip("- ").startswith("jährig"):
        replacement = re.sub(r"\s[^\]]*\]", "]", replacement)
    if entity.decision.is_name and entity.type is EntityType.PER:
        ending = _genitive(replacement, cut.ending, language)
        return Edit(Span(start, end + len(cut.ending)), replacement + ending)
    if cut.ending == "s" and replacement[-1:] in "sxzß":
        return Edit(Span(start, end + 1), replacement + "'")
    return Edit(Span(start, end), replacement)


def _genitive(name: str, ending: str, language: str) -> str:
    """The ending that a name needs where the name before it had this one: Hans' and Mehmets, Dave's and James's."""
    if not ending:
        return ending
    if language == "en":
        return "’s" if "’" in ending else "'s"
    return "'" if name[-1:] in "sxzß" else "s"


def _repeated(entity: Entity, before: str) -> int:
    """How many letters before a mention the label would repeat: those of Familie, or of a role (meine Schwester)."""
    match = re.search(r"(?:Familie|Family|family|Rodzina|rodzina)\s+$", before) if entity.family else None
    return len(match[0]) if match else role_word_before(before, entity.replacement)


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
    suffix = _TURKISH.search(core)
    if suffix and suffix.start() > 1:
        return _Cut(start, start + suffix.start())
    attested = {word for form in entity.forms for word in parse_person(form).words} - {fold(core)}
    for ending in _GENITIVE if language != "pl" else ():
        if core.endswith(ending) and fold(core[: -len(ending)]).split()[-1:] and _last(core, ending) in attested:
            return _Cut(start, end - len(ending), ending)
    if _is_whole_name(core, entity.forms):
        return _Cut(start, end)
    return _Cut(start, _end_of_compound(core, attested, language) + start)


def _is_whole_name(core: str, forms: tuple[str, ...]) -> bool:
    """Whether a word is a name and no compound of a short one: Hannelore, called Hanne, is no Hanne-Lore."""
    from interviews.anonymity.words.names import load_names

    names, word = load_names(), fold(core)
    of_full_names = (parse_person(form).words for form in forms if len(parse_person(form).words) > 1)
    return word in names.given or word in names.family or any(word in words for words in of_full_names)


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
    from interviews.anonymity.words.names import load_names

    names = load_names()
    return part[0].isupper() and (fold(part) in names.given or fold(part) in names.family)


def _cut_place(entity: Entity, words: str, language: str) -> _Cut:
    start = _leading(words)
    core = words[start:]
    suffix = _TURKISH.search(core)
    if suffix and suffix.start() > 1:
        return _Cut(start, start + suffix.start())
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


def _replacement(entity: Entity, words: str, cut: _Cut, before: str, language: str) -> str:
    """The whole replacement, or the part of another name that answers to the part of the name used here."""
    if not entity.decision.is_name or entity.type is not EntityType.PER:
        return entity.replacement
    core = words[cut.start : cut.end]
    titles = {title_before(before), *parse_person(words).titles}
    if entity.family:
        is_plural = fold(core).endswith("s") and Title.FAMILY not in titles
        return entity.replacement + (_plural_ending(entity.replacement, language) if is_plural else "")
    return _part(entity, core, language, bool(titles & _BEFORE_SURNAME))


def _part(entity: Entity, core: str, language: str, titled: bool) -> str:
    given, _, family = entity.replacement.rpartition(" ")
    if not given:
        return entity.replacement
    used = part_used(core, parts_of(entity.name, entity.forms), language, titled=titled and language != "pl")
    return {"family": family, "given": given}.get(used, entity.replacement)


def _plural_ending(family: str, language: str) -> str:
    """What a family's name needs in the plural: die Demirs, the Joneses."""
    if language == "en":
        return "es" if family.endswith(("s", "x", "z", "ch", "sh")) else "s"
    return "" if language == "pl" else "ens" if family[-1:] in "sxzß" else "s"


def _with_case(words: str, entity: Entity, core: str, before: str) -> str:
    """What stands for a Polish name, with the case that is lost: `[Osoba 3, dop.]`, `Zofia [dop.]`."""
    named = entity.decision is Decision.LABEL or entity.decision.is_name
    if entity.type is not EntityType.PER or entity.family or not named:
        return words
    case = case_of(core, before, (entity.name, *entity.forms))
    if not case:
        return words
    return f"{words[:-1]}, {case}]" if words.endswith("]") else f"{words} [{case}]"
