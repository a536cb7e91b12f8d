"""EXMARaLDA: events of a tier in order, and the chains that they form."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from interviews.formats.annotation.building import Remark
from interviews.formats.annotation.times import Timeline


@dataclass(slots=True)
class Chain:
    """Events of one tier that follow on one another without a gap."""

    start: str
    end: str
    pieces: list[str]
    remarks: list[Remark] = field(default_factory=list)


def events_of(tier: Any, line: Timeline) -> Iterator[tuple[str, str, str]]:
    """Start, end and text of the events of a tier, in the order of the time line."""
    last = -1
    placed = []
    for event in tier.iterfind("event"):
        place = line.place(event.get("start"))
        last = last if place is None else place
        placed.append((last, event))
    for _, event in sorted(placed, key=lambda pair: pair[0]):
        yield event.get("start", ""), event.get("end", ""), _text(event)


def _text(event: Any) -> str:
    """The words of an event, without what the project noted on it in elements of its own."""
    return (event.text or "") + "".join(child.tail or "" for child in event)


def chains_of(tier: Any, line: Timeline) -> Iterator[Chain]:
    """The events of a tier, those together that follow on one another."""
    chain: Chain | None = None
    for start, end, text in events_of(tier, line):
        if chain is not None and start == chain.end:
            chain.pieces.append(text)
            chain.end = end
            continue
        if chain is not None:
            yield chain
        chain = Chain(start, end, [text])
    if chain is not None:
        yield chain
