"""Labels that were mistyped: `K;` or `K.` where `K:` is a label, and spellings one slip away from a frequent label."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from rapidfuzz.distance import OSA

from interviews.formats.talk.openers import Opener, label_key
from interviews.formats.talk.roles import role_of

_FREQUENT = 5
_RARE = 2
_LONG_ENOUGH = 6
_INITIAL = 3
# No conversation has more speakers; what does is compared in vain.
_MOST = 100
_OTHER_SIGN = re.compile(r"(\s*)([^\W\d_][^;.:\n]{0,40}?)(?:([;.])(?=\s+(\S?))|(:)(?=[^\s/\\:\d]))")
_NO_SIGN = re.compile(r"(\s*)([A-ZÄÖÜ]{1,2}\d{0,2}) +(?=[A-ZÄÖÜ])")
# Letters that are words in the languages of Europe, so that a sentence may begin with them.
_WORDS = frozenset("a e i o u w y z k s v".split()) - {"k"}
_TWICE = re.compile(r"(.*[^\W\d_].*?(\d+)) \2")


def mistyped_signs(
    lines: Sequence[str], taken: Mapping[int, Opener], counts: Counter[str], aside: Iterable[int]
) -> dict[int, Opener]:
    """Lines that begin with a frequent label but with another sign than its colon, or with none."""
    known = {label_key(opener.name): opener.name for opener in taken.values()}
    first, passed = min(taken, default=len(lines)), set(aside)
    found: dict[int, Opener] = {}
    last = ""
    for i in range(first, len(lines)):
        if i in taken:
            last = label_key(taken[i].name)
        elif i not in passed and (opener := _mistyped(lines[i], last, counts)) is not None:
            last = label_key(opener.name)
            found[i] = opener._replace(name=known[last])
    return found


def _mistyped(line: str, last: str, counts: Counter[str]) -> Opener | None:
    """What opens a turn with a slip; a full stop or nothing must be followed by a capital of another speaker.

    A full stop is taken for a slip behind an initial only: sentences end with names.
    """
    match = _OTHER_SIGN.match(line)
    if match is not None and counts[label_key(match[2])] >= _FREQUENT:
        key = label_key(match[2])
        told = match[3] != "." or (len(key) <= _INITIAL and key != last and match[4].isupper())
        return Opener(match[2], len(match[1]), match.end(), None, None) if told else None
    match = _NO_SIGN.match(line)
    if match is None or counts[label_key(match[2])] < _FREQUENT:
        return None
    key = label_key(match[2])
    return None if key == last or key in _WORDS else Opener(match[2], len(match[1]), match.end(2), None, None)


def misspelt(counts: Counter[str], explained: Iterable[str]) -> dict[str, str]:
    """Rare label keys that are one slip away from a frequent one, or have their number twice, with the right one."""
    frequent = [key for key, count in counts.items() if count >= _FREQUENT and len(key) >= _LONG_ENOUGH]
    frequent = frequent if len(frequent) <= _MOST else []
    known = set(explained)
    found: dict[str, str] = {}
    for key, count in counts.items():
        twice = _TWICE.fullmatch(key)
        if key in known or count > _RARE:
            continue
        if twice is not None and twice[1] in counts:
            found[key] = twice[1]
        elif len(key) >= _LONG_ENOUGH:
            near = [other for other in frequent if _is_slip(key, other)]
            found |= {key: near[0]} if len(near) == 1 else {}
    return {key: found.get(right, right) for key, right in found.items()}


def _is_slip(one: str, other: str) -> bool:
    """Whether one letter differs; a digit or another role makes another person."""
    if abs(len(one) - len(other)) > 1 or OSA.distance(one, other, score_cutoff=1) != 1:
        return False
    digits = [[char for char in key if char.isdigit()] for key in (one, other)]
    roles = {role_of(one), role_of(other)} - {None}
    return digits[0] == digits[1] and len(roles) < 2
