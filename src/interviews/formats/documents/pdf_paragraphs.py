"""From the lines of printed pages to paragraphs: lines are joined where the page's width broke them."""

import re
from collections import Counter
from collections.abc import Collection, Sequence
from itertools import pairwise

from interviews.formats.documents.pdf_extraction import Line
from interviews.formats.talk.labels import find_labels

# What follows a hyphen that stands for a part left out: `Kinder- und Jugendhilfe`.
_AND = re.compile(r"(?:und|oder|bzw\.?|sowie|and|or|i|oraz|lub|albo)\b")
_HYPHENS = "\ufffe-\u00ad\u2010"
# Wider than the lines of a paragraph stand from each other.
_GAP = 1.4
_ENOUGH = 5
_MOST = 0.8


def join_lines(lines: Sequence[Line]) -> str:
    """The text with a line for every paragraph; words that were broken at a line's end are whole again."""
    margin = _margin(lines)
    leading = _leading(lines, margin)
    labels = find_labels([_plain(line.text) for line in lines]).openers
    spaced = _are_spaced(lines, labels, leading)
    parts: list[str] = []
    for i, line in enumerate(lines):
        if parts and i not in labels and _goes_on(lines[i - 1], line, margin, leading, spaced):
            _append(parts, _plain(line.text))
        else:
            parts += ["\n", _plain(line.text)] if parts else [_plain(line.text)]
    return "".join(parts).replace("\ufffe", "-") + "\n"


def _plain(text: str) -> str:
    return text.strip()


def _margin(lines: Sequence[Line]) -> float:
    """How far right the lines reach, save a few that stand out."""
    rights = sorted(line.right for line in lines)
    return rights[-1 - len(rights) // 40] if rights else 0.0


def _leading(lines: Sequence[Line], margin: float) -> float:
    """The usual distance of two lines of which the second had no place on the first."""
    steps = [
        (round(one.base - other.base, 0), _is_full(one, other, margin))
        for one, other in pairwise(lines)
        if one.page == other.page and one.base > other.base
    ]
    full = [step for step, is_full in steps if is_full]
    counts = Counter(full or [step for step, _ in steps])
    return min(counts, key=lambda step: (-counts[step], step)) if counts else 0.0


def _is_full(line: Line, following: Line, margin: float) -> bool:
    """Whether the first word of the following line had no place on this one."""
    word = following.text.split(maxsplit=1)[:1]
    letter = (following.right - following.left) / max(len(following.text), 1)
    # Letters differ in width: a word takes up to a sixth more than its share of the line.
    return line.right + 1.15 * letter * (len("".join(word)) + 1) > (line.margin or margin) - letter


def _are_spaced(lines: Sequence[Line], labels: Collection[int], leading: float) -> bool:
    """Whether turns stand apart from each other, so that lines that do not belong together."""
    steps = [(lines[i - 1], lines[i]) for i in labels if i and lines[i - 1].page == lines[i].page]
    return len(steps) >= _ENOUGH and sum(_is_gap(*step, leading) for step in steps) >= _MOST * len(steps)


def _is_gap(before: Line, line: Line, leading: float) -> bool:
    return before.page == line.page and before.base - line.base > _GAP * leading + 1


def _goes_on(before: Line, line: Line, margin: float, leading: float, spaced: bool) -> bool:
    if before.text.endswith("\ufffe"):
        return True
    if _is_gap(before, line, leading):
        return False
    close = spaced and before.page == line.page and 0 < before.base - line.base <= 1.1 * leading + 1
    return close or _is_full(before, line, margin)


def _append(parts: list[str], text: str) -> None:
    """The next line joined to the last one: with a blank, or as one word where a hyphen broke it."""
    last = parts[-1]
    if last[-1:] not in _HYPHENS or not last[-2:-1].isalpha():
        parts += [" ", text]
    elif text[:1].islower() and not _AND.match(text) and last[-1] != "\u2010":
        parts[-1] = last[:-1]
        parts.append(text)
    else:
        parts[-1] = last.replace("\ufffe", "-")
        parts += [" ", text] if _AND.match(text) else [text]
