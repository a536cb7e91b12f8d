"""Which words of a person's name are given names, and which is the family name."""

from collections.abc import Iterable
from dataclasses import dataclass

from interviews.anonymity.forms.inflection import is_form_of
from interviews.anonymity.linking.persons import Title, parse_person
from interviews.anonymity.words.names import load_names

_BEFORE_FAMILY = frozenset({Title.FEMALE, Title.MALE, Title.OFFICE, Title.FAMILY})
_LEAST_STEM = 4


@dataclass(frozen=True, slots=True)
class NameParts:
    """The folded given names, in their order, and the folded family name of a person; each may be missing."""

    given: tuple[str, ...]
    family: str | None


def parts_of(name: str, forms: Iterable[str] = (), *, is_family: bool = False) -> NameParts:
    """The parts of a name; a single word is told by the titles of its forms and by the lists of names."""
    words = parse_person(name).words
    if is_family:
        return NameParts((), words[-1])
    if len(words) > 1:
        reversed_ = _is_surname_only(words[0]) and _is_given_only(words[-1])  # Nguyen Thi Linh
        return NameParts(words[1:], words[0]) if reversed_ else NameParts(words[:-1], words[-1])
    titles = {title for form in (name, *forms) for title in parse_person(form).titles}
    if Title.GIVEN in titles or _is_given_only(words[0]):
        return NameParts(words, None)
    is_surname = bool(titles & _BEFORE_FAMILY) or any(map(_is_surname_only, (words[0], singular(words[0]))))
    return NameParts((), words[0]) if is_surname else NameParts(words, None)


def singular(word: str) -> str:
    """A folded name without the ending of a genitive or plural, where that is a listed name and the whole is none."""
    names = load_names()
    if word in names.family or word in names.given:
        return word
    shorter = (word.removesuffix(ending) for ending in ("'s", "'", "s", "es", "ens") if word.endswith(ending))
    return next((name for name in shorter if name in names.family or name in names.given), word)


def part_used(core: str, parts: NameParts, language: str, *, titled: bool) -> str:
    """Which part of a name a mention uses: `both`, `family` or `given`; a nickname is a given name."""
    used = parse_person(core).words
    if parts.family is None or not parts.given:
        return "both"
    is_family = any(_is_same(word, parts.family, language) for word in used)
    is_given = any(_is_same(word, given, language) for word in used for given in parts.given)
    if len(used) > 1:
        return "both" if is_family or not is_given else "given"
    return "family" if (is_family or titled) and not is_given else "given"


def _is_same(word: str, base: str, language: str) -> bool:
    """Whether a word is a part in some form: `Arslans`, `Kowalskiego`, `Krueger` for `Krueger-Hoffmann`."""
    if word == base or is_form_of(word, base, language) or is_form_of(base, word, language):
        return True
    least = min(len(word), len(base))
    return least >= _LEAST_STEM and word[: least - 1] == base[: least - 1] and word[:_LEAST_STEM] == base[:_LEAST_STEM]


def _is_given_only(word: str) -> bool:
    names = load_names()
    return word in names.given and word not in names.family


def _is_surname_only(word: str) -> bool:
    names = load_names()
    halves = word.split("-")
    return all(half in names.family for half in halves) and (len(halves) > 1 or word not in names.given)
