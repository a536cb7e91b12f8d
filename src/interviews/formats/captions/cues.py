"""From cues with times to a transcript: one speaker's cues on end become one turn."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from interviews.errors import Problem, counted
from interviews.formats.captions.cue_labels import with_written_labels
from interviews.formats.captions.grammar import Cue
from interviews.formats.captions.loops import find_loops
from interviews.formats.reading import Reading, Unreadable
from interviews.formats.talk.roles import assign, question_rates
from interviews.formats.talk.turns import role_notes
from interviews.formats.talk.writing import Said, write_turns
from interviews.model import SourceNote, Speaker, Transcript


def build_transcript(
    cues: Sequence[Cue],
    notes: Sequence[str],
    path: Path,
    name: str,
    *,
    sources: Sequence[SourceNote] = (),
    language: str | None = None,
    written_labels: bool = True,
) -> Reading:
    """A transcript with a line `Label: speech` for each turn, and a blank line between two.

    `written_labels` says that a speaker may stand as `Name:` in the words of a cue. `language` is what the file says.
    """
    if not any(cue.text for cue in cues):
        raise Unreadable("the file holds no words: it has no cues, or only empty ones")
    ordered, more = _in_order([cue for cue in cues if cue.text])
    empty = sum(not cue.text for cue in cues)
    if empty:
        more.append(f"{counted(empty, 'cue without words was', 'cues without words were')} left out")
    labelled, fewer = with_written_labels(ordered) if written_labels else (ordered, [])
    more += find_loops(cue.text for cue in labelled)
    joined = _joined(labelled)
    names = list(dict.fromkeys(cue.speaker for cue in joined if cue.speaker))
    said = [(cue.speaker, cue.text) for cue in joined if cue.speaker]
    roles = assign(names, {}, question_rates(said)) if names else None
    written = [Said(cue.speaker, cue.text, cue.start_ms, cue.end_ms) for cue in joined]
    text, turns = write_turns(written, roles.of if roles else {})
    problems = [Problem(path.name, note) for note in (*notes, *more, *fewer)]
    if roles is None:
        problems.append(Problem(path.name, "no speakers are named, so every sentence or cue is a turn of nobody"))
    else:
        problems += [Problem(path.name, note, severity) for note, severity in role_notes(roles)]
    speakers = tuple(Speaker(label, roles.of[label]) for label in names) if roles else ()
    transcript = Transcript(path.stem, text, turns, speakers, source=str(path), format=name, notes=tuple(sources))
    return Reading(transcript, tuple(problems), path, language)


def _in_order(cues: Sequence[Cue]) -> tuple[list[Cue], list[str]]:
    """Cues by time, those of one sentence together; and a note where that is not how they stand in the file."""
    first: dict[str, int] = {}
    times: list[int] = []
    for cue in cues:
        # A cue without time stays behind the one before it.
        times.append(cue.start_ms if cue.start_ms is not None else times[-1] if times else 0)
        if cue.group is not None:
            first[cue.group] = min(times[-1], first.get(cue.group, times[-1]))
    keys = [(first.get(cue.group or "", time), cue.group or "") for cue, time in zip(cues, times, strict=True)]
    order = sorted(range(len(cues)), key=keys.__getitem__)
    notes = []
    if order != list(range(len(cues))):
        notes.append("the cues are not in order of time in the file and were sorted")
    ordered = [cues[i] for i in order]
    backwards = sum(_ends_before_it_begins(cue) for cue in ordered)
    if backwards:
        notes.append(f"{counted(backwards, 'cue ends', 'cues end')} before it begins: its end was left out")
    return [replace(cue, end_ms=None) if _ends_before_it_begins(cue) else cue for cue in ordered], notes


def _ends_before_it_begins(cue: Cue) -> bool:
    return cue.start_ms is not None and cue.end_ms is not None and cue.end_ms < cue.start_ms


def _joined(cues: Sequence[Cue]) -> list[Cue]:
    """Cues of one speaker on end as one; gathered first, since a text grown piece by piece takes quadratic time."""
    runs: list[list[Cue]] = []
    for cue in cues:
        if runs and _continues(runs[-1][0], cue):
            runs[-1].append(cue)
        else:
            runs.append([cue])
    return [_as_one(run) for run in runs]


def _as_one(run: Sequence[Cue]) -> Cue:
    if len(run) == 1:
        return run[0]
    start = min((cue.start_ms for cue in run if cue.start_ms is not None), default=None)
    end = max((cue.end_ms for cue in run if cue.end_ms is not None), default=None)
    whole = replace(run[0], text=" ".join(cue.text for cue in run), start_ms=start, end_ms=end)
    return replace(whole, end_ms=None) if _ends_before_it_begins(whole) else whole


def _continues(first: Cue, cue: Cue) -> bool:
    """The same speaker goes on, or the same sentence; a remark such as `(pause)` without speaker stays where it is."""
    if cue.speaker is None and first.speaker is not None:
        return cue.text.startswith("(") and cue.text.endswith(")")
    if cue.speaker is None:
        return cue.group is not None and cue.group == first.group
    return cue.speaker == first.speaker
