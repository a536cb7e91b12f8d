"""Which of the lines that look like the beginning of a turn are one: those whose label the file itself confirms."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from interviews.formats.talk.corrections import misspelt, mistyped_signs
from interviews.formats.talk.legend import find_legend, front_matter_end
from interviews.formats.talk.openers import Opener, begins_with_time, find_bare_opener, find_opener, label_key
from interviews.formats.talk.roles import is_role_like, stem

_OFTEN = 3
_HEADER_VALUE_WORDS = 5
_NAME_WORDS = 5
# Initial-like words that open lines of notes and letters.
_NO_LABEL = frozenset(
    {"ps", "p.s", "nb", "n.b", "re", "cc", "to", "id", "tel", "anm", "url", "nr", "no", "am", "pm", "uhr"}
)
_ENTRIES = re.compile(r"[,;]|\s(?:und|and|i|&)\s")
_WITHIN = re.compile(r"[.?!…]\s+([^\W\d_][^\s:]{0,20}(?: \d{1,2})?):\s")


class Labels(NamedTuple):
    """The openers that count, by line number, and what else was found on the way."""

    openers: Mapping[int, Opener]
    meanings: Mapping[str, str]
    """What the legend says, by label key."""
    doubtful: tuple[int, ...]
    """Numbers of lines that look like the beginning of a turn and were not taken for one."""
    corrected: tuple[int, ...] = ()
    """Numbers of lines whose label was mistyped and taken for another one."""
    within: tuple[int, ...] = ()
    """Numbers of lines with a further label behind the end of a sentence."""


def find_labels(lines: Sequence[str], *, numbered: bool = False) -> Labels:
    """Labels count with three occurrences, an entry in the legend, or as roles and initials that take turns.

    `numbered` says that line numbers were taken away, so that a speaker may stand in a column of its own.
    """
    head = front_matter_end(lines)
    meanings, legend = find_legend(lines, head)
    found, bare = _openers(lines, head, legend, numbered)
    keys = {i: label_key(opener.name) for i, opener in found.items()}
    slips = misspelt(Counter(keys.values()), meanings)
    corrected = {i for i, key in keys.items() if key in slips}
    keys |= {i: slips[keys[i]] for i in corrected}
    counts = Counter(keys.values())
    often = {key for key, count in counts.items() if count >= _OFTEN}
    often |= {key for key in counts if key in meanings or (is_role_like(key.upper()) and stem(key) in meanings)}
    first = min((i for i, key in keys.items() if key in often), default=len(lines))
    accepted = often | _named_above(found, lines[head:first]) | _alternating(found, keys, often)
    accepted |= _timed(found, keys, accepted) | {keys[i] for i in bare}
    headings = {i for i in found if i < first < len(lines) and _is_heading(lines[i], found[i])}
    names = {keys[i]: opener.name for i, opener in reversed(found.items()) if i not in corrected}
    taken = {
        i: opener._replace(name=names[keys[i]]) if i in corrected else opener
        for i, opener in found.items()
        if keys[i] in accepted and i not in headings
    }
    signs = mistyped_signs(lines, taken, counts, {*found, *legend})
    return _labels(lines, {**taken, **signs}, found, meanings, (corrected & taken.keys()) | signs.keys())


def _openers(
    lines: Sequence[str], head: int, legend: set[int], numbered: bool
) -> tuple[dict[int, Opener], dict[int, Opener]]:
    """Every line that may open a turn, and those among them whose label nothing marks."""
    found = {
        i: opener for i, line in enumerate(lines) if i >= head and i not in legend and (opener := find_opener(line))
    }
    found = {i: opener for i, opener in found.items() if label_key(opener.name) not in _NO_LABEL}
    bare = _bare(lines, [i for i in range(head, len(lines)) if i not in legend and i not in found], numbered)
    found = {i: one for i, one in found.items() if not one.is_headline or (not bare and _has_words_below(lines, i))}
    found |= bare
    return found, bare


def _labels(
    lines: Sequence[str],
    taken: Mapping[int, Opener],
    found: Mapping[int, Opener],
    meanings: Mapping[str, str],
    corrected: set[int],
) -> Labels:
    begin = min(taken, default=len(lines))
    doubtful = {i for i in found.keys() - taken.keys() if i > begin and _may_be_label(found[i])}
    known = {label_key(opener.name) for opener in taken.values()}
    doubtful |= {i for i in range(begin, len(lines)) if i not in taken and _has_other_sign(lines[i], known)}
    within = [i for i in range(begin, len(lines)) if _has_within(lines[i], known)]
    return Labels(taken, meanings, tuple(sorted(doubtful)), tuple(sorted(corrected)), tuple(within))


_OTHER_SIGN = re.compile(r"\s*([^\W\d_][^;.:\n]{0,40}?)[;.]\s")


def _has_other_sign(line: str, known: set[str]) -> bool:
    """Whether a line begins as `K. text` or `K; text` in a file where `K:` is a label."""
    match = _OTHER_SIGN.match(line)
    return match is not None and label_key(match[1]) in known


def _has_within(line: str, known: set[str]) -> bool:
    if ":" not in line or "//" in line:
        return False
    return any(label_key(match[1]) in known and is_role_like(match[1]) for match in _WITHIN.finditer(line))


def _bare(lines: Sequence[str], where: Sequence[int], numbered: bool) -> dict[int, Opener]:
    """Labels that nothing marks: only those that come three times; then also codes such as `SPEAKER_03` that do not."""
    found = {i: opener for i in where if (opener := find_bare_opener(lines[i], numbered=numbered))}
    counts = Counter(label_key(opener.name) for opener in found.values())
    often = {key for key, count in counts.items() if count >= _OFTEN}
    if often and (numbered or any("_" in key for key in often)):
        often = set(counts)
    return {i: opener for i, opener in found.items() if label_key(opener.name) in often}


def _named_above(found: Mapping[int, Opener], head: Sequence[str]) -> set[str]:
    """Full names that are listed above the first turn, as meeting programs do with those present."""
    lists = [_ENTRIES.split(line) for line in head if find_opener(line) is None]
    listed = {
        label_key(entry.strip(" *_-\t"))
        for entries in lists
        if all(len(entry.split()) <= _NAME_WORDS for entry in entries)
        for entry in entries
    }
    names = {opener.name for opener in found.values() if " " in opener.name and _is_capitalised(opener.name)}
    return {label_key(name) for name in names} & listed


def _alternating(found: Mapping[int, Opener], keys: Mapping[int, str], often: set[str]) -> set[str]:
    """Rarer labels that are roles or initials, or two names, and of which neither follows itself."""
    rare = {keys[i] for i, opener in found.items() if keys[i] not in often and _begins_as_role(opener.name)}
    order = [keys[i] for i in sorted(found)]
    if not often and len(set(order)) == 2 and len(order) >= 4:
        rare |= set(order)
    order = [key for key in order if key in often | rare]
    repeated = {one for one, other in pairwise(order) if one == other}
    rare -= repeated
    return rare if len(rare | often) >= 2 else set()


def _begins_as_role(name: str) -> bool:
    """Whether a role or code is the whole label or its first word: `Hi PARTICIPANT 12:` greets somebody."""
    return is_role_like(name) and (" " not in name.strip(" 0123456789") or is_role_like(name.split()[0]))


def _has_words_below(lines: Sequence[str], i: int) -> bool:
    below = next((line for line in lines[i + 1 : i + 4] if line.strip()), "")
    return bool(below) and not begins_with_time(below)


def _timed(found: Mapping[int, Opener], keys: Mapping[int, str], accepted: set[str]) -> set[str]:
    """Rare names with a time, in a file where labels have one as a rule: in a chat some say one thing only."""
    taken = [opener for i, opener in found.items() if keys[i] in accepted]
    timed = sum(opener.start_ms is not None for opener in taken)
    if timed < _OFTEN or 2 * timed < len(taken):
        return set()
    return {keys[i] for i, opener in found.items() if opener.start_ms is not None and _is_capitalised(opener.name)}


def _is_heading(line: str, opener: Opener) -> bool:
    """`Interviewer: A. Schmidt` above the first turn of a frequent label names somebody; nobody speaks."""
    return len(line[opener.end :].split()) <= _HEADER_VALUE_WORDS


def _may_be_label(opener: Opener) -> bool:
    return not opener.is_row and _is_capitalised(opener.name)


def _is_capitalised(name: str) -> bool:
    return all(word[:1].isupper() or not word[:1].isalpha() for word in name.split()) and len(name.split()) <= 4
