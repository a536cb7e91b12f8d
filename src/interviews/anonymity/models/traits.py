"""What a tagger may know about a word: shape, lists, dictionaries, neighbours, what the finders saw; no names.

A word that may be a name is never told by its letters as a whole: a model of these would know by heart whom the texts
talked about, and nothing about the next interview. The words around it are told, unless they may be names as well.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from interviews.anonymity.finders.institutions import is_institution
from interviews.anonymity.finders.page import Finding, Page, Word
from interviews.anonymity.finders.people import name_kind
from interviews.anonymity.words.dialect import is_dialect_of_a_word, is_in_dialect
from interviews.anonymity.words.dictionary import is_compound, is_explained, is_listed, is_ordinary_word
from interviews.anonymity.words.names import load_names
from interviews.anonymity.words.numerals import is_number_word
from interviews.anonymity.words.titles import is_office, is_title
from interviews.anonymity.words.towns import is_too_large, load_towns
from interviews.anonymity.words.wordlists import word_set

VERSION = 2
"""Counts up when traits change, since what was learned by others is worth nothing then."""
_LONGEST_SUFFIX = 5
_LONG = 10
# A name may hold so many words without a capital, of so many letters (Penny an der Rampe).
_MOST_SMALL = 2
_SHORT = 4
# With a capital at the start of a sentence no part of any name.
_NEVER = frozenset(
    "und ich der die das den dem des da sie ja wir wie er also aber dann mein meine meiner was jetzt heute wer es na "
    "eine ein einen einem einer wenn so weil nur hat nein du man als dass doch hier ist kann noch nicht oder schon "
    "sind sein seine ihr ihre war waren wird uns unser unsere habe haben hab dort damals genau nee un ond "
    "the a an and but or if i it we they he she you my our his her their this that there when what who how is was are "
    "were do did not no yes yeah well oh because which where "
    "ale bo nie tak jak co kto ze no juz jest sa byl byla moja moj to ten ta te czy tam potem wtedy".split()
)
Group = tuple[str, ...]
_LISTED = ("sure_given_names", "sure_family_names", "nationwide", "known_words")


def traits_of(page: Page, seen: Sequence[Finding] | None = None, chosen: Sequence[Finding] = ()) -> list[list[Group]]:
    """The traits of every word of a page, in order; none for those that can identify nobody.

    `seen` is everything that finders saw on it, if they were asked, `chosen` what is left of that where they overlap.
    Traits that often come together are a group, so that a tagger adds up their weights once.
    """
    told = [_told(word.text, word.folded, page.language) for word in page.words]
    found = None if seen is None else _Found(page, seen, chosen)
    in_dialect = page.language == "de" and is_in_dialect([word.folded for word in page.words if not word.capital])
    again = Counter(word.folded for word in page.words if word.capital)
    return [
        [
            _of_word(word.text, word.folded, page.language, in_dialect=in_dialect),
            _on_page(page, word, again),
            *_around(page, at, told),
            *([found.traits(at)] if found else ()),
        ]
        if may
        else []
        for at, (word, may) in enumerate(zip(page.words, _may_identify(page), strict=True))
    ]


def _may_identify(page: Page) -> list[bool]:
    """Whether each word has a capital, is a number, or is one of at most two short ones between such words."""
    if page.in_small_letters:
        return [True] * len(page.words)
    may = [
        (word.capital and not (word.initial and word.folded in _NEVER)) or is_number_word(word.folded, page.language)
        for word in page.words
    ]
    capitals = [at for at, is_capital in enumerate(may) if is_capital]
    for last, at in pairwise(capitals):
        if at - last <= 1 + _MOST_SMALL and _are_one_name(page, last, at):
            may[last:at] = [True] * (at - last)
    return may


def _are_one_name(page: Page, first: int, last: int) -> bool:
    """Whether all between two words with a capital is short and set apart by blanks alone, as in one name."""
    small = page.words[first + 1 : last]
    return all(len(word.text) <= _SHORT for word in small) and all(page.gap(at) == " " for at in range(first, last))


def _on_page(page: Page, word: Word, again: Counter[str]) -> Group:
    traits = []
    if word.capital:
        traits.append("capital, begins a sentence" if word.initial else "capital within a sentence")
        if word.folded in page.small_words:
            traits.append("small elsewhere")
        if again[word.folded] > 1:
            traits.append("again")
    if page.in_small_letters:
        traits.append("text in small letters")
    return tuple(traits)


def _around(page: Page, at: int, told: Sequence[str]) -> Iterator[Group]:
    for step in (-1, 1):
        if 0 <= at + step < len(told):
            word = page.words[at + step]
            yield _as_neighbour(step, word.text, word.folded, page.language)
    yield f"-1:between {_kind_of_gap(page.gap(at - 1))}", f"1:between {_kind_of_gap(page.gap(at))}"
    first, before, after, last = (
        told[near] if 0 <= near < len(told) else "" for near in (at - 2, at - 1, at + 1, at + 2)
    )
    yield (
        f"-2:{first}",
        f"2:{last}",
        f"between {before} and {after}",
        f"after {first} {before}",
        f"before {after} {last}",
    )


@lru_cache(maxsize=4096)
def _kind_of_gap(gap: str) -> str:
    if "\n" in gap:
        return "line"
    return "number" if any(char.isdigit() for char in gap) else "".join(gap.split())[:2]


class _Found:
    """What the finders saw, word for word."""

    def __init__(self, page: Page, seen: Iterable[Finding], chosen: Iterable[Finding]) -> None:
        self._words = page.words
        self._seen: dict[int, set[str]] = defaultdict(set)
        self._chosen: dict[int, Finding] = {}
        self._elsewhere: dict[str, set[str]] = defaultdict(set)
        for finding in seen:
            for number, at in enumerate(_places(page, finding)):
                place = "within" if number else "begins"
                self._seen[at] |= {
                    f"seen by {finding.finder}, {finding.type}",
                    f"seen by {finding.finder}, {finding.type}, {finding.score:.1f}",
                    f"{place} {finding.type}",
                }
        for finding in chosen:
            for at in _places(page, finding):
                self._chosen[at] = finding
                self._elsewhere[self._words[at].folded].add(finding.type)

    def traits(self, at: int) -> Group:
        """What a finder says of a word: who saw it as what, what its neighbours are, what it is elsewhere."""
        return tuple(self._traits(at))

    def _traits(self, at: int) -> Iterator[str]:
        yield from sorted(self._seen[at]) if at in self._seen else ("unseen",)
        own = self._chosen.get(at)
        if own:
            yield f"chosen {own.type}, {own.finder}"
            yield f"chosen as {own.reason}"
        else:
            yield "not chosen"
            yield from (f"elsewhere {type_}" for type_ in sorted(self._elsewhere.get(self._words[at].folded, ())))
        for step in (-1, 1):
            other = self._chosen.get(at + step)
            yield f"{step}:chosen {other.type if other else 'not'}{' the same' if other and other is own else ''}"


def _places(page: Page, finding: Finding) -> range:
    within = page.within(finding)
    return range(within.start, within.stop)


@lru_cache(maxsize=65536)
def _of_word(text: str, folded: str, language: str, *, in_dialect: bool) -> Group:
    kinds = _kinds(text, folded, language)
    endings = range(2, min(_LONGEST_SUFFIX, len(folded) - 2) + 1)
    traits = [
        "any",
        f"shape {_shape(text)}",
        f"letters {min(len(text), _LONG)}",
        *(f"ends {folded[-n:]}" for n in endings),
    ]
    if not may_be_name(text, language):
        traits.append(f"word {folded}")
    traits += (f"is {kind}" for kind in kinds)
    if in_dialect:
        traits += ["text in dialect", *(f"in dialect, {kind}" for kind in kinds)]
    return tuple(traits)


@lru_cache(maxsize=65536)
def _told(text: str, folded: str, language: str) -> str:
    """A word as its neighbours are told of it."""
    return _shape(text) if may_be_name(text, language) else folded


@lru_cache(maxsize=65536)
def _as_neighbour(step: int, text: str, folded: str, language: str) -> Group:
    kinds = (f"is {kind}" for kind in _kinds(text, folded, language))
    return tuple(f"{step}:{trait}" for trait in (_told(text, folded, language), *kinds))


@lru_cache(maxsize=65536)
def _kinds(text: str, folded: str, language: str) -> tuple[str, ...]:
    """What lists, dictionaries and cue words know about a word."""
    if not text[0].isupper():  # it is told itself
        return ("number",) if is_number_word(folded, language) else ()
    kind, names, bare = name_kind(text, language), load_names(), folded.removesuffix("s")
    listed = is_listed(text, language)
    answers = {
        f"name ({kind})": bool(kind),
        "name with s": bare != folded and (bare in names.given or bare in names.family),
        "town": folded in load_towns(),
        "country": is_too_large(folded),
        "everyday": folded in word_set("everyday"),
        "in the dictionary": listed,
        "ordinary": is_ordinary_word(text, language),
        "explained": is_explained(text, language),
        "compound": language == "de" and not listed and is_compound(text),
        "dialect": language == "de" and not kind and is_dialect_of_a_word(text),
        "institution": is_institution(folded),
        "number": is_number_word(folded, language),
        "title": is_title(text, language),
        "office": is_office(text),
        **{name: folded in word_set(name) for name in _LISTED},
    }
    return tuple(kind for kind, holds in answers.items() if holds)


def may_be_name(text: str, language: str) -> bool:
    return text[0].isupper() and not is_ordinary_word(text, language) and not is_title(text, language)


def _shape(text: str) -> str:
    """Xx for a capitalized word, X for capitals, x for small letters; hyphens and apostrophes stay."""
    if text.isalpha() and text[1:].islower():
        return "Xx" if text[0].isupper() else "x"
    shape = re.sub(r"[^\W\d_]", lambda letter: "X" if letter[0].isupper() else "x", text)
    return re.sub(r"(.)\1+", r"\1", shape)
