"""The text of what has no text of its own: a line `Label: speech` for every turn, and a blank line between two."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from interviews.model import Role, Span, Turn


class Said(NamedTuple):
    """What somebody, or nobody who is named, says in one turn."""

    speaker: str | None
    text: str
    start_ms: int | None = None
    end_ms: int | None = None
    language: str | None = None
    label: str | None = None
    """What is written for the speaker, where that is something else; empty for no label."""


def write_turns(said: Iterable[Said], roles: Mapping[str, Role]) -> tuple[str, tuple[Turn, ...]]:
    """The text and its turns; `roles` has one for every speaker."""
    pieces: list[str] = []
    turns: list[Turn] = []
    at = 0
    for number, one in enumerate(said, 1):
        name = one.speaker if one.label is None else one.label
        label = f"{name}: " if name else ""
        speech = Span(at + len(label), at + len(label) + len(one.text))
        role = roles[one.speaker] if one.speaker else Role.OTHER
        span = Span(at, at + len(label) - 1) if label else None
        turns.append(Turn(number, speech, one.speaker, role, span, one.start_ms, one.end_ms, one.language))
        pieces.append(f"{label}{one.text}\n")
        at = speech.end + 2  # the line end and the blank line
    return "\n".join(pieces), tuple(turns)
