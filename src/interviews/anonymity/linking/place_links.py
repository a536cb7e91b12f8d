"""Which places lie in which, and which of two spellings may be one place: proposals for the notes of a review."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from interviews.anonymity.forms.spellings import sound, spellings
from interviews.anonymity.forms.transliteration import script_words, sounds
from interviews.anonymity.linking.grouping import Group, Named
from interviews.text import fold

# What stands between the smaller and the larger place: Marxloh in Duisburg, Sparkbrook, Birmingham, Bałuty w Łodzi.
_WITHIN = re.compile(
    r"^,? (?:in|im|bei|von|of|near|w|we|koło|pod)$|^ \($|^, (?:also |das ist |that's |czyli )?(?:in|w)$"
)
_QUARTER = re.compile(
    r"(?:[Ss]tadtteil|[Oo]rtsteil|[Qq]uartier|[Vv]iertel|[Bb]ezirk|[Vv]orort|[Dd]istrict|[Pp]art|[Aa]rea|[Dd]zielnica|[Oo]siedle)"
    r"(?: of| von)? $"
)
_COMMA = ","


def with_levels(groups: Sequence[Group]) -> list[Group]:
    """The groups of places, each with those that it is part of and those that it may be."""
    of = {named: number for number, group in enumerate(groups) for named in group.members}
    larger: dict[int, set[int]] = defaultdict(set)
    for small, large in (*_said(groups, of), *_named_after(groups)):
        if small != large and small not in larger[large]:
            larger[small].add(large)
    otherwise = _otherwise(groups)
    return [
        Group(
            group.type, group.members, could_be=group.could_be,
            may_be=tuple(groups[other].first for other in otherwise[number]),
            part_of=tuple(groups[other].first for other in sorted(larger[number])),
        )
        for number, group in enumerate(groups)
    ]  # fmt: skip


def _said(groups: Sequence[Group], of: dict[Named, int]) -> Iterator[tuple[int, int]]:
    """Pairs that the text itself puts in order: one place right before the other, with a word between."""
    ordered = sorted(of, key=lambda named: named.order)
    for one, other in pairwise(ordered):
        if (
            one.occurrence.transcript != other.occurrence.transcript
            or one.occurrence.in_head != other.occurrence.in_head
        ):
            continue
        length = other.occurrence.span.start - one.occurrence.span.end
        gap = other.before[-length:] if 0 < length <= len(other.before) else ""
        within = _WITHIN.match(gap.rstrip()) if gap.rstrip(" ") != _COMMA else _QUARTER.search(one.before)
        if within:
            yield of[one], of[other]


def _named_after(groups: Sequence[Group]) -> Iterator[tuple[int, int]]:
    """Halle-Neustadt is part of Halle, the Dortmunder Nordstadt of Dortmund."""
    numbers = {fold(group.first.mention.text): number for number, group in enumerate(groups)}
    for name, number in numbers.items():
        first, _, rest = name.replace("-", " ").partition(" ")
        for place in (first, *_origins(first)) if rest else ():
            if place in numbers:
                yield number, numbers[place]


def _origins(word: str) -> Iterator[str]:
    """The places from which a German word in -er may come."""
    if word.endswith("er"):
        yield from (word[:-2], word[:-1], word[:-2] + "en")


def _otherwise(groups: Sequence[Group]) -> dict[int, list[int]]:
    """For each group, earlier ones of which it may be another spelling."""
    foreign = any(True for group in groups for _ in script_words(group.first.mention.text))
    earlier: dict[str, list[int]] = defaultdict(list)
    found: dict[int, list[int]] = {}
    for number, group in enumerate(groups):
        name = fold(group.first.mention.text)
        keys = {*spellings(name), *({sound(name)} - {""}), *(f"~{key}" for key in sounds(name) if foreign)}
        found[number] = sorted({other for key in sorted(keys) for other in earlier[key]})
        for key in keys:
            earlier[key].append(number)
    return found
