"""What the leak check would call certain, as mentions: so nothing that is replaced once is left elsewhere."""

import re
from collections.abc import Collection, Mapping
from itertools import pairwise

from interviews.anonymity.entity import Decision, KeyEntry
from interviews.anonymity.gazetteer import Name
from interviews.anonymity.leaks.sought import seek
from interviews.anonymity.mention import EntityType, Mention
from interviews.text import Folded

_TOKEN = re.compile(r"[^\W_]+")
# Across one of these, words in a row are a list and no name (mark, young, ...).
_PAUSE = re.compile(r"[,;!?]")


class Remaining:
    """Searches texts for names by the rules of the leak check, which are stricter than a finder's."""

    def __init__(self, names: Mapping[Name, Collection[str]]) -> None:
        self._types: dict[str, EntityType] = {}
        key = []
        for number, (name, languages) in enumerate(names.items()):
            self._types[str(number)] = name.type
            forms, found_in = (name.text,), tuple(sorted(languages))
            key.append(KeyEntry(str(number), name.type, "", forms, "", Decision.LABEL, languages=found_in))
        self._sought = seek(key)

    def mentions(self, text: str) -> list[Mention]:
        """Every passage that would be a certain leak if its name is replaced."""
        folded = Folded(text)
        tokens = [(match.start(), match.end(), match[0]) for match in _TOKEN.finditer(folded.text)]
        found = []
        for at, (start, end, token) in enumerate(tokens):
            written = folded.span(start, end).of(text)
            for phrase in self._sought.beginning_with(written, token):
                row = tokens[at : at + len(phrase.words)]
                if any(_PAUSE.search(folded.text, one[1], other[0]) for one, other in pairwise(row)):
                    continue
                if phrase.is_certain(written) and phrase.fits([word for _, _, word in row]):
                    span = folded.span(row[0][0], row[-1][1])
                    kind = self._types[phrase.entity]
                    found.append(Mention(span, kind, span.of(text), "closing", "a form of a name found elsewhere", 0.5))
        return found
