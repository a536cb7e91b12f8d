"""Names in another script than the text around them (Arabic, Cyrillic, Greek, Chinese ... within a Latin text)."""

import re
from collections.abc import Iterator, Sequence

from interviews.anonymity.finders.page import Finding, Page
from interviews.anonymity.forms.spellings import spellings
from interviews.anonymity.forms.transliteration import script_words, sounds
from interviews.anonymity.gazetteer import Name
from interviews.anonymity.linking.persons import is_title
from interviews.anonymity.mention import EntityType
from interviews.anonymity.words.dictionary import is_ordinary_word
from interviews.anonymity.words.towns import is_too_large
from interviews.text import fold

_FOREIGN = re.compile(
    r"[\u0370-\u1dff\u2c00-\u2dff\u3040-\ud7ff\ufb1d-\ufdff\ufe70-\ufeff]+(?:[ "
    r"-][\u0370-\u1dff\u2c00-\u2dff\u3040-\ud7ff\ufb1d-\ufdff\ufe70-\ufeff]+)*"
)
_LATIN = re.compile(r"[A-Za-z]")
# A whole sentence in another script is talk, not a name.
_MOST_WORDS = 4
_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_OTHER_SCRIPT = "a name found elsewhere, in another script"


def find_foreign_scripts(page: Page) -> Iterator[Finding]:
    """Short passages in another script, in a text that is mostly Latin."""
    matches = list(_FOREIGN.finditer(page.text))
    foreign = sum(len(match[0]) for match in matches)
    if foreign > len(_LATIN.findall(page.text)):
        return
    for match in matches:
        if len(match[0].split()) <= _MOST_WORDS:
            yield Finding(match.start(), match.end(), EntityType.PER, "scripts", "words in another script", 0.6)


def find_in_scripts(page: Page, names: Sequence[Name]) -> Iterator[Finding]:
    """Names that were accepted in one script, where they stand in another one: Ahmad and أحمد, Ольга and Olha."""
    written = list(script_words(page.text))
    heard: dict[str, EntityType] = {}
    for name in names if written else ():
        for part in _searched(name):
            for other in {part, *spellings(fold(part))}:
                heard.update(dict.fromkeys(sounds(other), name.type))
    for match in written:
        type_found = next((heard[key] for key in sorted(sounds(match[0])) if key in heard), None)
        if type_found:
            yield Finding(*match.span(), type_found, "closing", _OTHER_SCRIPT, 0.7)
    foreign = _heard_in(names)
    for word in page.words if foreign else ():
        if word.capital and not is_ordinary_word(word.text, page.language) and not is_too_large(word.folded):
            bare = word.text.rstrip("'")
            keys = sounds(bare) | sounds(bare.removesuffix("s"))
            if found := next((foreign[key] for key in sorted(keys) if key in foreign), None):
                yield Finding(word.start, word.end, found, "closing", _OTHER_SCRIPT, 0.6)


def _searched(name: Name) -> list[str]:
    """The words of a name that are looked for in other scripts: those of persons and places."""
    if name.type not in (EntityType.PER, EntityType.LOC):
        return []
    return [word for word in _WORD.findall(name.text) if word[0].isalpha() and not is_title(word)]


def _heard_in(names: Sequence[Name]) -> dict[str, EntityType]:
    """How the names sound that were accepted in another script than the Latin one."""
    return {key: name.type for name in names for match in script_words(name.text) for key in sounds(match[0])}
