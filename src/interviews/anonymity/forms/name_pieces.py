"""What of an accepted name is searched alone: its words, their other spellings and short forms, indexed."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from interviews.anonymity.forms.forms import is_form
from interviews.anonymity.forms.nicknames import nicknames
from interviews.anonymity.forms.polish import polish_stems
from interviews.anonymity.forms.spellings import sound, spellings
from interviews.anonymity.gazetteer import Name
from interviews.anonymity.linking.persons import is_title
from interviews.anonymity.mention import EntityType
from interviews.anonymity.words.dictionary import is_explained, is_german_plural, is_listed, is_ordinary_word
from interviews.anonymity.words.names import load_names
from interviews.anonymity.words.titles import titles
from interviews.anonymity.words.towns import is_too_large
from interviews.anonymity.words.wordlists import word_set
from interviews.text import fold

FORM, SPELLING, SHORT = (
    "a form of a name found elsewhere",
    "another spelling of a name found elsewhere",
    "may be short for a name found elsewhere",
)
WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
LEGAL_FORM = re.compile(
    r",? (?:e\. ?V\.|e\. ?G\.|eG|gGmbH|GmbH(?: & Co\.? KG)?|mbH|AG|UG|KG|OHG|GbR|SE|Ltd\.?|Inc\.?|LLP|CIC|plc|S\.A\."
    r"|sp\. z o\. ?o\.)(?!\w)"
)
SPELLED_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})
_DROPPED = frozenset(
    (
        "herr herrn frau familie dr prof mr mrs ms miss von van der den dem die das zu zur zum "
        "de del de la le al el bin ibn und and i the dos da di st sankt pan pani panu panem pana "
        "panią"
    ).split()
)
# Beginnings are compared by two letters, and names of few letters by one, since Polish softens the second (Iga, Idze).
_BEGINNING, _FEW = 2, 3
# So many letters at the end inflection may change; what was accepted may be an inflected form itself.
_INFLECTED = {"de": 3, "pl": 5}
_INFLECTED_OTHERWISE = 2


class Part(NamedTuple):
    """One word of a name, ready to be searched."""

    text: str
    type: EntityType
    reason: str = FORM
    half: bool = False
    """Whether it is one word of a double name, or an everyday word."""

    def is_ordinary(self, language: str) -> bool:
        """Whether the language has it as a word."""
        return self.half or is_ordinary_word(self.text, language)

    def is_doubtful(self, language: str) -> bool:
        """Whether only a title or a genitive makes it a name: a word, and not the name as it was accepted."""
        return self.half or (self.reason != FORM and is_ordinary_word(self.text, language))

    def fits(self, folded: str, language: str) -> bool:
        """Whether a folded word is a regular form of it."""
        base = fold(self.text)
        if folded in (base, base + "s"):
            return True
        # Most of many names are never met: only where a word begins like one are its forms compared.
        changed = _INFLECTED.get(language, _INFLECTED["de"]) if self.reason == FORM else _INFLECTED_OTHERWISE
        if not _plain(folded).startswith(_plain(base)[: max(2, len(base) - changed)]):
            return False
        return any(is_form(form, self.text, self.type, language) for form in (folded, folded.rstrip("'")))


class Parts:
    """The parts of many names by how they begin and by how they sound."""

    def __init__(self, names: Sequence[Name], language: str) -> None:
        self.known: set[str] = set()
        self.by_letter: dict[str, list[Part]] = defaultdict(list)
        self._by_start: dict[str, list[Part]] = defaultdict(list)
        self._by_sound: dict[str, list[Part]] = defaultdict(list)
        found: dict[tuple[str, EntityType], Part] = {}
        for part in (part for name in names for part in _parts(name, language)):
            self.known.add(fold(part.text))
            found.setdefault((fold(part.text), part.type), part)
        for part in list(found.values()):
            for other in _others(part):
                found.setdefault((fold(other.text), other.type), other)
        for part in found.values():
            self._index(part, language)

    def _index(self, part: Part, language: str) -> None:
        folded = fold(part.text)
        for start in {_start(folded), _start(fold(part.text.translate(SPELLED_OUT))), _start(_contracted(folded))}:
            self._by_start[start].append(part)
        if part.reason == FORM:
            self.by_letter[folded[0]].append(part)
            for key in sound_keys(folded, language):
                self._by_sound[key].append(part)

    def beginning_like(self, folded: str) -> list[Part]:
        """The parts of which a folded word may be a regular form."""
        return [*self._by_start.get(folded[:_BEGINNING], ()), *self._by_start.get(folded[:1], ())]

    def sounding_like(self, folded: str, language: str) -> list[Part]:
        """The parts that sound like a folded word."""
        return [part for key in sorted(sound_keys(folded, language)) for part in self._by_sound.get(key, ())]


@lru_cache(maxsize=8)  # a study is closed text by text with the same names
def parts_of(names: tuple[Name, ...], language: str) -> Parts:
    """The indexed parts of names."""
    return Parts(names, language)


def sound_keys(folded: str, language: str) -> set[str]:
    """How a word sounds, in any of its cases."""
    stems = polish_stems(folded) if language == "pl" else {folded, folded.rstrip("'").removesuffix("s")}
    return {key for stem in stems if (key := sound(stem))}


def _plain(folded: str) -> str:
    """A folded word with umlauts as one letter and without hyphens."""
    return folded.replace("ae", "a").replace("oe", "o").replace("ue", "u").replace("-", "")


def _start(folded: str) -> str:
    return folded[:_BEGINNING] if len(folded) > _FEW else folded[:1]


def _contracted(folded: str) -> str:
    return folded[0] + folded[2:] if folded[:2] in ("ae", "oe", "ue") else folded


def _parts(name: Name, language: str) -> Iterator[Part]:
    for word, half in _identifying(name.text, name.type, language):
        yield Part(word, name.type, FORM, half)


def _others(part: Part) -> Iterator[Part]:
    """Listed spellings and short forms of a given name; the listed spellings of a place."""
    folded = fold(part.text)
    if part.type is EntityType.ORG or part.half:
        return
    yield from (Part(word.capitalize(), part.type, SPELLING) for word in sorted(spellings(folded) - {folded}))
    if part.type is EntityType.PER:
        yield from (Part(word.capitalize(), part.type, SHORT) for word in sorted(nicknames(folded)))


def _identifying(text: str, type_: EntityType, language: str) -> Iterator[tuple[str, bool]]:
    """Words of a name worth searching alone, and whether they need a cue: of a person all, else no ordinary ones."""
    bare = LEGAL_FORM.sub("", text) if type_ is EntityType.ORG else text
    if type_ is EntityType.PER:
        match = titles(language).match(text)
        bare = text[match.end() :] if match else text
    words = [word for word in WORD.findall(bare) if word[0].isupper()]
    if type_ is EntityType.ORG and _is_plain_pair(words, text, language):
        if language == "de" and not is_german_plural(words[1]):
            yield words[1], False
        return
    if (
        len(words) == 1
        and type_ is not EntityType.PER
        and (
            type_ is not EntityType.ORG
            or (
                words[0] == bare
                and not bare.isupper()
                and not is_ordinary_word(bare, language)
                and not _is_dropped(bare)
            )
        )
    ):
        yield words[0], False
        if "-" not in words[0]:
            return
    for word in words:
        for piece in [word, *word.split("-")] if "-" in word else [word]:
            half = _doubt(piece, word, type_, language) if not _is_dropped(piece) else None
            if half is not None:
                yield piece, half


def _is_called_after_person(word: str, piece: str, language: str) -> bool:
    """Whether a piece is the family name in what is called after a person (Herbert-Quasnitz-Gesamtschule)."""
    given, *rest = word.split("-")
    return len(rest) > 1 and piece == rest[0] and fold(given) in load_names().given and not is_listed(piece, language)


def _is_plain_pair(words: list[str], text: str, language: str) -> bool:
    return (
        len(words) == 2
        and " ".join(words) == text
        and is_explained(words[0], language)
        and is_ordinary_word(words[1], language)
    )


def _is_dropped(piece: str) -> bool:
    folded = fold(piece)
    return len(piece) < 2 or folded in _DROPPED or is_too_large(folded) or folded in word_set("nationwide")


def _doubt(piece: str, word: str, type_: EntityType, language: str) -> bool | None:
    """Whether a piece of a name is searched only where something announces it; None if not at all."""
    if piece == word and "-" in word:
        return False
    if type_ is not EntityType.PER:
        if piece != word and _is_called_after_person(word, piece, language):
            return is_ordinary_word(piece, language)
        return None if is_explained(piece, language) or piece.isupper() else False
    # Titles and relations that a name was found with (Cousin, Pastor) are in the list of everyday words or these.
    if titles(language).fullmatch(piece + " ") or is_title(piece):
        return None
    if fold(piece) in word_set("everyday"):
        return True if fold(piece) in load_names().family or fold(piece) in load_names().given else None
    return piece != word and is_ordinary_word(piece, language)
