"""What stands above the first turn: a legend that explains the labels, and lines that only look like turns."""

import re
from collections.abc import Mapping, Sequence

from interviews.formats.talk.openers import find_opener, label_key
from interviews.formats.talk.roles import role_of

# I = Interviewerin, B = Befragter · (S = Student; I = Interviewer) · "I1" = ...
_QUOTES = r"[\"'„“”]*"
_ONE = rf"{_QUOTES}([^\W\d_][\w*/.'’-]*(?:[ :][\w*/.-]+){{0,2}}?){_QUOTES}\s*=\s*([^,;=()\n]{{2,60}})"
_EQUATION = re.compile(rf"\s*{_ONE}")
_BEFORE_EQUATIONS = re.compile(r"\s*(?:Legende?:\s*)?[(\[*_]*")
_LONGEST = 1_000
_PAIR = re.compile(r"(?:^|[,;]\s*)\(?([^\W\d_][\w ]{0,20}?)\s*:\s*([^,;:]{2,40})")
_AND = re.compile(r"\s+(?:und|and|i|&)\s+")
_FENCE = "---"
_SHORT_VALUE = 4


def front_matter_end(lines: Sequence[str]) -> int:
    """The number of lines a YAML head takes, 0 where there is none."""
    if not lines or lines[0].strip() != _FENCE:
        return 0
    return next((i + 1 for i, line in enumerate(lines[1:200], 1) if line.strip() in (_FENCE, "...")), 0)


def find_legend(lines: Sequence[str], first: int) -> tuple[Mapping[str, str], set[int]]:
    """Meanings by label key, and the numbers of the lines that give them.

    `first` is where a look for legends may begin; it goes on while nobody can have spoken twice: 40 filled lines.
    """
    meanings: dict[str, str] = {}
    legend: set[int] = set()
    filled = [i for i in range(first, len(lines)) if lines[i].strip()][:40]
    for i in filled:
        found = _equations(lines[i]) or _colon_pairs(lines[i])
        if found:
            meanings |= {
                label_key(one): meaning.strip(" .)*_") for label, meaning in found.items() for one in _AND.split(label)
            }
            legend.add(i)
    for i in _colon_block(lines, filled):
        opener = find_opener(lines[i])
        if opener is not None and i not in legend:
            meanings[label_key(opener.name)] = lines[i][opener.end :].strip()
            legend.add(i)
    return meanings, legend


def _equations(line: str) -> dict[str, str]:
    """`I = Interviewerin, B = Befragter`; nothing where anything else stands in the line, as in something said."""
    if "=" not in line or len(line) > _LONGEST:
        return {}
    begin = _BEFORE_EQUATIONS.match(line)
    if begin is None:
        return {}
    parts = re.split("[,;]", line[begin.end() :].rstrip(")].;*_ \t"))
    matches = [_EQUATION.fullmatch(part) for part in parts]
    return {match[1]: match[2] for match in matches if match} if all(matches) else {}


def _colon_pairs(line: str) -> dict[str, str]:
    """`I: Interviewer, B: Befragter` in one line: at least two labels, each explained by the word for a role."""
    if line.count(":") < 2:
        return {}
    pairs: list[tuple[str, str]] = _PAIR.findall(line)
    explained = [label for label, meaning in pairs if _explains(meaning)]
    return dict(pairs) if len(pairs) >= 2 and len(explained) == len(pairs) else {}


def _colon_block(lines: Sequence[str], filled: Sequence[int]) -> list[int]:
    """Lines `I1: Interviewer 1`, `M: Mand` on end, before any turn: short, different labels, a role among them."""
    block: list[int] = []
    for i in filled:
        opener = find_opener(lines[i])
        value = lines[i][opener.end :].strip() if opener else ""
        if (
            opener
            and 0 < len(value.split()) <= _SHORT_VALUE
            and value[-1] not in ".?!…"
            and (not block or i == block[-1] + 1)
        ):
            block.append(i)
        elif block:
            break
    values = [lines[i].partition(":")[2] for i in block]
    return block if len(block) >= 2 and any(_explains(value) for value in values) else []


def _explains(meaning: str) -> bool:
    return len(meaning.split()) <= _SHORT_VALUE and len(meaning.strip()) > 2 and role_of(meaning) is not None
