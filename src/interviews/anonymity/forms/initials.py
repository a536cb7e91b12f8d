"""Persons by their initials: Herr M., A. M., M. Tannhof, where the full name was accepted elsewhere."""

import re
from collections.abc import Iterable, Iterator

from interviews.anonymity.finders.page import Finding, Page
from interviews.anonymity.linking.persons import parse_person, title_before
from interviews.anonymity.mention import EntityType
from interviews.anonymity.words.dictionary import is_listed
from interviews.text import fold

_REASON = "initials of a name found elsewhere"
_INITIALS = re.compile(r"(?<![\w.-])(?:[^\W\d_]\.[ -]?){1,4}")
_JOINED = re.compile(r"(?<![\w.-])[^\W\d_]{2,3}(?![\w.'-])")
_FOLLOWING = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_COMMA_BEFORE = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)*), ?$")
_FAR = 40


class Initials:
    """The initials of accepted names, ready to be looked for."""

    def __init__(self, names: Iterable[str]) -> None:
        self.rows: set[str] = set()
        self.singles: set[str] = set()
        self.of_family: set[tuple[str, str]] = set()
        for name in names:
            words = parse_person(name).words
            self.singles.update(word[0] for word in words if len(word) > 1)
            if len(words) > 1:
                self._add("".join(word[0] for word in words), words)

    def _add(self, row: str, words: tuple[str, ...]) -> None:
        self.rows |= {row, row[-1] + row[:-1], row[0] + row[-1], row[:-1] if len(row) > 2 else row}
        for word in (words[0], words[-1]):
            self.of_family.update((letter, word) for letter in row)

    def find(self, page: Page) -> Iterator[Finding]:
        """Initials that fit an accepted name, with the family name that follows or precedes."""
        text = page.text
        for match in _INITIALS.finditer(text):
            if not match[0][0].isupper():
                continue
            yield from self._at(text, match)
        if not text.isupper():
            for match in _JOINED.finditer(text):
                if (
                    match[0].isupper()
                    and fold(match[0]) in self.rows
                    and not is_listed(match[0].lower(), page.language)
                ):
                    yield Finding(*match.span(), EntityType.PER, "closing", _REASON, 0.3)

    def _at(self, text: str, match: re.Match[str]) -> Iterator[Finding]:
        row = "".join(char for char in fold(match[0]) if char.isalpha())
        start, end = match.start(), match.end() - (len(match[0]) - len(match[0].rstrip(" -")))
        following = _FOLLOWING.match(text, match.end())
        before = _COMMA_BEFORE.search(text, max(0, start - _FAR), start)
        if following and self._belong(row, following[0]):
            yield Finding(start, following.end(), EntityType.PER, "closing", _REASON, 0.8)
        elif before and self._belong(row, before[1]):
            yield Finding(before.start(), end, EntityType.PER, "closing", _REASON, 0.8)
        elif row in self.rows or (
            len(row) == 1 and row in self.singles and title_before(text[max(0, start - _FAR) : start])
        ):
            yield Finding(start, end, EntityType.PER, "closing", _REASON, 0.5)

    def _belong(self, row: str, name: str) -> bool:
        folded = fold(name)
        return any((row[0], base) in self.of_family for base in (folded, folded.removesuffix("s")))


def initials_fit(letters: Iterable[str], words: Iterable[str]) -> bool:
    """Whether single letters, in their order, may stand for some of the words of a name."""
    rest = iter(words)
    return all(any(word.startswith(letter) for word in rest) for letter in letters)
