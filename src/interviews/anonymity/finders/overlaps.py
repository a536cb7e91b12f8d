"""From everything the finders saw to one list of findings that do not overlap."""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import replace

from interviews.anonymity.finders.page import Finding
from interviews.anonymity.mention import EntityType

# Where two findings of equal length and score meet, the more specific type stands.
_RANK = {type_: rank for rank, type_ in enumerate(("CONTACT", "ID", "ADDR", "DATE", "AGE", "PER", "ORG", "LOC", "OCC"))}


def without_overlaps(findings: Iterable[Finding]) -> list[Finding]:
    """The longest findings first; what crosses the edge of a longer one is joined to it if it is of the same type."""
    chosen: list[Finding] = []
    starts: list[int] = []
    for finding in sorted(_joined(set(findings)), key=_preference):
        at = bisect_left(starts, finding.end)
        if at == 0 or chosen[at - 1].end <= finding.start:
            chosen.insert(at, finding)
            starts.insert(at, finding.start)
    return chosen


def _preference(finding: Finding) -> tuple[object, ...]:
    return (
        finding.start - finding.end,
        finding.finder == "closing",
        -finding.score,
        _RANK[finding.type],
        finding.start,
        finding.finder,
        finding.reason,
    )


def _joined(findings: set[Finding]) -> list[Finding]:
    """Findings of one type that cross each other become one, since half of each would be left over otherwise."""
    joined: list[Finding] = []
    for finding in sorted(findings, key=lambda f: (f.start, -f.end, -f.score, f.type, f.finder, f.reason)):
        for at in range(len(joined) - 1, max(-1, len(joined) - 6), -1):
            other = joined[at]
            crosses = other.start < finding.start < other.end < finding.end
            if crosses and _may_join(other.type, finding.type):
                joined[at] = replace(other, end=finding.end)
                break
        else:
            joined.append(finding)
    return joined


def _may_join(one: EntityType, other: EntityType) -> bool:
    if one is EntityType.OCC and other in (EntityType.ORG, EntityType.LOC):
        return True  # an office with the whole name of where it is held
    return one == other or {one, other} <= {EntityType.PER, EntityType.LOC, EntityType.ORG, EntityType.ADDR}
