"""Names in another script than the text around them (Arabic, Cyrillic, Greek, Chinese ... within a Latin text)."""

import re
from collections.abc import Iterator

from interviews.anonymity.mention import EntityType
from interviews.anonymity.page import Finding, Page

_FOREIGN = re.compile(
    r"[\u0370-\u1dff\u2c00-\u2dff\u3040-\ud7ff\ufb1d-\ufdff\ufe70-\ufeff]+(?:[ "
    r"-][\u0370-\u1dff\u2c00-\u2dff\u3040-\ud7ff\ufb1d-\ufdff\ufe70-\ufeff]+)*"
)
_LATIN = re.compile(r"[A-Za-z]")
# A whole sentence in another script is talk, not a name.
_MOST_WORDS = 4


def find_foreign_scripts(page: Page) -> Iterator[Finding]:
    """Short passages in another script, in a text that is mostly Latin."""
    matches = list(_FOREIGN.finditer(page.text))
    foreign = sum(len(match[0]) for match in matches)
    if foreign > len(_LATIN.findall(page.text)):
        return
    for match in matches:
        if len(match[0].split()) <= _MOST_WORDS:
            yield Finding(match.start(), match.end(), EntityType.PER, "scripts", "words in another script", 0.6)
