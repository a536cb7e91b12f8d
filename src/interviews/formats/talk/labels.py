"""Which of the lines that look like the beginning of a turn are one: those whose label the file itself confirms."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from interviews.formats.talk.legend import find_legend, front_matter_end
from interviews.formats.talk.openers import Opener, find_opener, label_key
from interviews.formats.talk.roles import is_role_like, stem

_OFTEN = 3
_HEADER_VALUE_WORDS = 5
# Initial-like words that open lines of notes and letters.
_NO_LABEL = frozenset({"ps", "p.s", "nb", "n.b", "re", "cc", "to", "id", "tel", "anm", "url", "nr", "no", "am", "pm"})


class Labels(NamedTuple):
    """The openers that count, by line number, and what else was found on the way."""

    openers: Mapping[int, Opener]
    meanings: Mapping[str, str]
    """What the legend says, by label key."""
    doubtful: tuple[int, ...]
    """Numbers of lines that look like the beginning of a turn and were not taken for one."""


def find_labels(lines: Sequence[str]) -> Labels:
    """Labels count with three occurrences, an entry in the legend, or as roles and initials that take turns."""
    head = front_matter_end(lines)
    meanings, legend = find_legend(lines, head)
    found = {
        i: opener for i, line in enumerate(lines) if i >= head and i not in legend and (opener := find_opener(line))
    }
    found = {i: opener for i, opener in found.items() if label_key(opener.name) not in _NO_LABEL}
    keys = {i: label_key(opener.name) for i, opener in found.items()}
    counts = Counter(keys.values())
    often = {key for key, count in counts.items() if count >= _OFTEN}
    often |= {key for key in counts if key in meanings or (is_role_like(key.upper()) and stem(key) in meanings)}
    first = min((i for i, key in keys.items() if key in often), default=len(lines))
    accepted = often | _named_above(found, lines[head:first], counts) | _alternating(found, keys, often)
    headings = {i for i in found if i < first < len(lines) and _is_heading(lines[i], found[i])}
    taken = {i: opener for i, opener in found.items() if keys[i] in accepted and i not in headings}
    begin = min(taken, default=len(lines))
    doubtful = {i for i in found.keys() - taken.keys() if i > begin and _may_be_label(found[i])}
    doubtful |= _mistyped(lines, begin, taken)
    return Labels(taken, meanings, tuple(sorted(doubtful)))


def _mistyped(lines: Sequence[str], first: int, taken: Mapping[int, Opener]) -> set[int]:
    """Lines `K. text` and `K; text` in a file where `K:` is a label."""
    names = "|".join(sorted({re.escape(opener.name) for opener in taken.values()}))
    pattern = re.compile(rf"\s*(?:{names})[;.]\s")
    return {i for i in range(first, len(lines)) if names and i not in taken and pattern.match(lines[i])}


def _named_above(found: Mapping[int, Opener], head: Sequence[str], counts: Counter[str]) -> set[str]:
    """Full names that are listed above the first turn, as meeting programs do with those present."""
    above = "\n".join(line for line in head if find_opener(line) is None)
    names = {opener.name for opener in found.values() if " " in opener.name and _is_capitalised(opener.name)}
    return {label_key(name) for name in names if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", above)}


def _alternating(found: Mapping[int, Opener], keys: Mapping[int, str], often: set[str]) -> set[str]:
    """Rarer labels that are roles or initials, or two names, and of which neither follows itself."""
    rare = {keys[i] for i, opener in found.items() if keys[i] not in often and is_role_like(opener.name)}
    order = [keys[i] for i in sorted(found)]
    if not often and len(set(order)) == 2 and len(order) >= 4:
        rare |= set(order)
    order = [key for key in order if key in often | rare]
    repeated = {one for one, other in pairwise(order) if one == other}
    rare -= repeated
    return rare if len(rare | often) >= 2 else set()


def _is_heading(line: str, opener: Opener) -> bool:
    """`Interviewer: A. Schmidt` above the first turn of a frequent label names somebody; nobody speaks."""
    return len(line[opener.end :].split()) <= _HEADER_VALUE_WORDS


def _may_be_label(opener: Opener) -> bool:
    return not opener.is_row and _is_capitalised(opener.name)


def _is_capitalised(name: str) -> bool:
    return all(word[:1].isupper() or not word[:1].isalpha() for word in name.split()) and len(name.split()) <= 4
