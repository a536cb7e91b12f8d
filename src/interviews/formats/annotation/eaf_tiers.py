"""ELAN: the tiers of a file, their annotations with times, and which annotation hangs on which."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from interviews.formats.annotation.times import Timeline, timeline

# Milliseconds in one unit of time; ELAN itself writes only the first.
_UNITS = {"milliseconds": 1.0, "PAL-frames": 40.0, "NTSC-frames": 1001 / 30}
_ASSOCIATION = "Symbolic_Association"


class Annotation(NamedTuple):
    """One annotation, where in time its place is, and the annotation of an independent tier that it hangs on."""

    text: str
    start_ms: int | None
    end_ms: int | None
    root: str


@dataclass(frozen=True, slots=True)
class ElanTier:
    """A tier as the file has it."""

    name: str
    type: str
    parent: str | None
    participant: str
    annotator: str
    language: str
    is_association: bool
    """Whether each of its annotations stands for one annotation of the tier above."""
    has_vocabulary: bool
    annotations: tuple[Annotation, ...]


class _Reference(NamedTuple):
    parent: str
    start: str | None
    end: str | None


def time_order(root: Any) -> Timeline:
    """The time line of an ELAN file."""
    header = root.find("HEADER")
    unit = header.get("TIME_UNITS", "milliseconds") if header is not None else "milliseconds"
    slots = root.iterfind("TIME_ORDER/TIME_SLOT")
    return timeline(((slot.get("TIME_SLOT_ID"), slot.get("TIME_VALUE")) for slot in slots), _UNITS.get(unit, 1.0))


def elan_tiers(root: Any, times: Timeline) -> list[ElanTier]:
    """All tiers in the order of the file; a tier below one that does not exist is independent."""
    references = dict(_references(root))
    types = {kind.get("LINGUISTIC_TYPE_ID"): kind for kind in root.iterfind("LINGUISTIC_TYPE")}
    names = {tier.get("TIER_ID") for tier in root.iterfind("TIER")}
    roots: dict[str, str] = {}
    return [_tier(tier, names, types, references, roots, times) for tier in root.iterfind("TIER")]


def _tier(
    tier: Any,
    names: set[str | None],
    types: Mapping[str | None, Any],
    references: Mapping[str, _Reference],
    roots: dict[str, str],
    times: Timeline,
) -> ElanTier:
    parent = tier.get("PARENT_REF")
    kind = types.get(tier.get("LINGUISTIC_TYPE_REF"))
    return ElanTier(
        name=tier.get("TIER_ID", ""),
        type=tier.get("LINGUISTIC_TYPE_REF", ""),
        parent=parent if parent in names and parent != tier.get("TIER_ID") else None,
        participant=tier.get("PARTICIPANT", "").strip(),
        annotator=tier.get("ANNOTATOR", "").strip(),
        language=tier.get("LANG_REF", ""),
        is_association=kind is not None and kind.get("CONSTRAINTS") == _ASSOCIATION,
        has_vocabulary=kind is not None and bool(kind.get("CONTROLLED_VOCABULARY_REF")),
        annotations=tuple(_annotations(tier, references, roots, times)),
    )


def _references(root: Any) -> Iterator[tuple[str, _Reference]]:
    for annotation in root.iterfind("TIER/ANNOTATION/*"):
        parent = annotation.get("ANNOTATION_REF", "")
        start, end = annotation.get("TIME_SLOT_REF1"), annotation.get("TIME_SLOT_REF2")
        yield annotation.get("ANNOTATION_ID", ""), _Reference(parent, start, end)


def _annotations(
    tier: Any, references: Mapping[str, _Reference], roots: dict[str, str], times: Timeline
) -> Iterator[Annotation]:
    for annotation in tier.iterfind("ANNOTATION/*"):
        root = _root(annotation.get("ANNOTATION_REF") or annotation.get("ANNOTATION_ID", ""), references, roots)
        timed = references.get(root)
        start = annotation.get("TIME_SLOT_REF1") or (timed.start if timed else None)
        end = annotation.get("TIME_SLOT_REF2") or (timed.end if timed else None)
        yield Annotation(annotation.findtext("ANNOTATION_VALUE") or "", times.at(start), times.at(end), root)


def _root(ident: str, references: Mapping[str, _Reference], roots: dict[str, str]) -> str:
    """The annotation at the top of the chain of references; a circle has none, and ends where it closes."""
    way: list[str] = []
    seen: set[str] = set()
    while ident not in roots and ident not in seen and ident in references and references[ident].parent:
        way.append(ident)
        seen.add(ident)
        ident = references[ident].parent
    root = roots.get(ident, ident)
    roots.update(dict.fromkeys(way, root))
    return root
