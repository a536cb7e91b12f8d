"""From cues with times to a transcript: one speaker's cues on end become one turn."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from interviews.errors import Problem
from interviews.formats.captions.cue_labels import with_written_labels
from interviews.formats.captions.grammar import Cue
from interviews.formats.reading import Reading, Unreadable, counted
from interviews.formats.talk.roles import assign, question_rates
from interviews.formats.talk.turns import role_notes
from interviews.model import Role, Span, Speaker, Transcript, Turn


def build_transcript(cues: Sequence[Cue], notes: Sequence[str], path: Path, name: str) -> Reading:
    """A transcript with a line `Label: speech` for each turn, and a blank line between two."""
    if not any(cue.text for cue in cues):
        raise Unreadable("the file holds no words: it has no cues, or only empty ones")
    ordered, more = _in_order([cue for cue in cues if cue.text])
    empty = sum(not cue.text for cue in cues)
    if empty:
        more.append(f"{counted(empty, 'cue without words was', 'cues without words were')} left out")
    labelled, fewer = with_written_labels(ordered)
    joined = _joined(labelled)
    names = list(dict.fromkeys(cue.speaker for cue in joined if cue.speaker))
    said = [(cue.speaker, cue.text) for cue in joined if cue.speaker]
    roles = assign(names, {}, question_rates(said)) if names else None
    text, turns = _written(joined, dict(roles.of) if roles else {})
    problems = [Problem(path.name, note) for note in (*notes, *more, *fewer)]
    if roles is None:
        problems.append(Problem(path.name, "no speakers are named, so every sentence or cue is a turn of nobody"))
    else:
        problems += [Problem(path.name, note, severity) for note, severity in role_notes(roles)]
    speakers = tuple(Speaker(label, roles.of[label]) for label in names) if roles else ()
    return Reading(Transcript(path.stem, text, turns, speakers, source=str(path), format=name), tuple(problems), path)


def _in_order(cues: Sequence[Cue]) -> tuple[list[Cue], list[str]]:
    """Cues by time, those of one sentence together; and a note where that is not how they stand in the file."""
    first: dict[str, int] = {}
    for cue in cues:
        if cue.group is not None:
            first[cue.group] = min(cue.start_ms, first.get(cue.group, cue.start_ms))
    ordered = sorted(cues, key=lambda cue: (first.get(cue.group or "", cue.start_ms), cue.group or ""))
    moved = sum(1 for one, other in zip(cues, ordered, strict=True) if one is not other)
    notes = ["the cues are not in order of time in the file and were sorted"] if moved else []
    backwards = sum(1 for cue in ordered if cue.end_ms is not None and cue.end_ms < cue.start_ms)
    if backwards:
        notes.append(f"{counted(backwards, 'cue ends', 'cues end')} before it begins: its end was left out")
    return [_without_false_end(cue) for cue in ordered], notes


def _without_false_end(cue: Cue) -> Cue:
    return replace(cue, end_ms=None) if cue.end_ms is not None and cue.end_ms < cue.start_ms else cue


def _joined(cues: Sequence[Cue]) -> list[Cue]:
    joined: list[Cue] = []
    for cue in cues:
        last = joined[-1] if joined else None
        if last is not None and _continues(last, cue):
            ends = [time for time in (last.end_ms, cue.end_ms) if time is not None]
            joined[-1] = replace(last, text=f"{last.text} {cue.text}", end_ms=max(ends, default=None))
        else:
            joined.append(cue)
    return joined


def _continues(last: Cue, cue: Cue) -> bool:
    """The same speaker goes on, or the same sentence; a remark such as `(pause)` without speaker stays where it is."""
    if cue.speaker is None and last.speaker is not None:
        return cue.text.startswith("(") and cue.text.endswith(")")
    if cue.speaker is None:
        return cue.group is not None and cue.group == last.group
    return cue.speaker == last.speaker


def _written(cues: Sequence[Cue], roles: dict[str, Role]) -> tuple[str, tuple[Turn, ...]]:
    pieces: list[str] = []
    turns: list[Turn] = []
    at = 0
    for number, cue in enumerate(cues, 1):
        label = f"{cue.speaker}: " if cue.speaker else ""
        speech = Span(at + len(label), at + len(label) + len(cue.text))
        role = roles[cue.speaker] if cue.speaker else Role.OTHER
        span = Span(at, at + len(label) - 1) if label else None
        turns.append(Turn(number, speech, cue.speaker, role, span, cue.start_ms, cue.end_ms))
        pieces.append(f"{label}{cue.text}\n")
        at = speech.end + 2  # the line end and the blank line
    return "\n".join(pieces), tuple(turns)
