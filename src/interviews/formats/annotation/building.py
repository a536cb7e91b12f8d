"""From utterances to a transcript: each unit that a transcriber set is one turn, in the order of the conversation."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from interviews.errors import Problem, Severity, counted
from interviews.formats.annotation.words import one_line
from interviews.formats.opened import Opened
from interviews.formats.reading import Reading, Unreadable
from interviews.formats.talk.roles import assign, question_rates
from interviews.formats.talk.turns import role_notes
from interviews.formats.talk.writing import Said, write_turns
from interviews.model import Role, SourceNote, Speaker, Transcript

# A label stands before every turn, so a very long one would make a small file a huge text.
_LONGEST_LABEL = 100
_MEANING = {role: role.value for role in Role} | {Role.OTHER: "observer"}


@dataclass(frozen=True, slots=True)
class Remark:
    """Something said about an utterance, not in it: a comment, a translation."""

    kind: str
    text: str
    author: str = ""


@dataclass(frozen=True, slots=True)
class Unit:
    """What one speaker says in one go: an annotation, a segment chain, a contribution, an utterance."""

    text: str
    speaker: str | None = None
    start_ms: int | None = None
    end_ms: int | None = None
    language: str | None = None
    remarks: tuple[Remark, ...] = ()
    place: float | None = None
    """Where it begins on a time line whose points may lack times."""


@dataclass(slots=True)
class Gathered:
    """What a reader collects from one file on its way through it."""

    where: str
    problems: list[Problem] = field(default_factory=list)
    notes: list[SourceNote] = field(default_factory=list)
    roles: dict[str, Role] = field(default_factory=dict)

    def say(self, message: str, severity: Severity = Severity.INFO) -> None:
        """Report something to the person who reads the file."""
        self.problems.append(Problem(self.where, message, severity))

    def note(self, kind: str, text: str | None, author: str | None = "") -> None:
        """Keep something beside the text, unless it is empty."""
        plain = one_line(text)
        if plain:
            self.notes.append(SourceNote(kind, plain, one_line(author)))

    def report_times(self, unusable: int) -> None:
        """Report times that are none."""
        if unusable:
            message = "negative, too large or no number, and left out"
            self.say(f"{counted(unusable, 'time is', 'times are')} {message}", Severity.WARNING)


def in_order(tiers: Iterable[Iterable[Unit]]) -> list[Unit]:
    """The units of all tiers by where they begin; one that does not tell stays behind the one before it."""
    placed: list[tuple[float, Unit]] = []
    for tier in tiers:
        last = 0.0
        for unit in tier:
            place = unit.place if unit.place is not None else unit.start_ms
            last = last if place is None else float(place)
            placed.append((last, unit))
    return [unit for _, unit in sorted(placed, key=lambda pair: pair[0])]


def sorted_by_time(units: list[Unit], gathered: Gathered) -> list[Unit]:
    """The units in order of time, and a word on it where the file has another order."""
    ordered = in_order([units])
    if any(one is not other for one, other in zip(units, ordered, strict=True)):
        gathered.say("the utterances are not in order of time in the file and were sorted")
    return ordered


def build_reading(units: Sequence[Unit], file: Opened, format: str, gathered: Gathered) -> Reading:
    """A transcript with a line `Label: speech` for each unit in the order given, and a blank line between two."""
    spoken = _with_words(units, gathered)
    if not spoken:
        raise Unreadable("the file holds no words: it has no utterances, or only empty ones")
    spoken = _with_true_ends(_with_short_labels(spoken, gathered), gathered)
    labels = list(dict.fromkeys(unit.speaker for unit in spoken if unit.speaker))
    roles = _roles(spoken, labels, gathered)
    said = [Said(unit.speaker, unit.text, unit.start_ms, unit.end_ms, unit.language) for unit in spoken]
    text, turns = write_turns(said, roles)
    notes = [
        SourceNote(remark.kind, remark.text, remark.author, turn.speech)
        for unit, turn in zip(spoken, turns, strict=True)
        for remark in unit.remarks
    ]
    speakers = tuple(Speaker(label, roles[label]) for label in labels)
    all_notes = (*gathered.notes, *notes)
    transcript = Transcript(
        file.path.stem, text, turns, speakers, source=str(file.path), format=format, notes=all_notes
    )
    return Reading(transcript, tuple(gathered.problems), file.path)


def _with_words(units: Sequence[Unit], gathered: Gathered) -> list[Unit]:
    """Units with their words on one line; those without any are counted, and what was said of them is kept."""
    cleaned = [_on_one_line(unit) for unit in units]
    for unit in cleaned:
        if not unit.text:
            gathered.notes.extend(SourceNote(r.kind, r.text, r.author) for r in unit.remarks)
    empty = sum(not unit.text for unit in cleaned)
    if empty:
        gathered.say(f"{counted(empty, 'utterance without words was', 'utterances without words were')} left out")
    return [unit for unit in cleaned if unit.text]


def _on_one_line(unit: Unit) -> Unit:
    text, speaker = one_line(unit.text), one_line(unit.speaker) or None
    return unit if (text, speaker) == (unit.text, unit.speaker) else replace(unit, text=text, speaker=speaker)


def _with_short_labels(units: Sequence[Unit], gathered: Gathered) -> list[Unit]:
    long = dict.fromkeys(unit.speaker for unit in units if unit.speaker and len(unit.speaker) > _LONGEST_LABEL)
    if not long:
        return list(units)
    gathered.say(f"{counted(len(long), 'label is', 'labels are')} very long and cut", Severity.WARNING)
    taken: Counter[str] = Counter()
    shown: dict[str | None, str] = {}
    for label in long:
        short = str(label)[: _LONGEST_LABEL - 1] + "…"
        taken[short] += 1
        shown[label] = short if taken[short] == 1 else f"{short} {taken[short]}"
    return [replace(unit, speaker=shown.get(unit.speaker, unit.speaker)) for unit in units]


def _with_true_ends(units: Sequence[Unit], gathered: Gathered) -> list[Unit]:
    checked = [replace(unit, end_ms=None) if _ends_too_early(unit) else unit for unit in units]
    early = sum(map(_ends_too_early, units))
    if early:
        message = f"{counted(early, 'utterance ends', 'utterances end')} before it begins: its end was left out"
        gathered.say(message, Severity.WARNING)
    untimed = sum(unit.start_ms is None for unit in units)
    if 0 < untimed < len(units):
        gathered.say(f"{counted(untimed, 'turn has', 'turns have')} no start time, since the file gives none")
    return checked


def _ends_too_early(unit: Unit) -> bool:
    return unit.start_ms is not None and unit.end_ms is not None and unit.end_ms < unit.start_ms


def _roles(units: Sequence[Unit], labels: Sequence[str], gathered: Gathered) -> Mapping[str, Role]:
    """The role of every label: what the file says of it, else a guess that is reported."""
    if not labels:
        gathered.say("no speakers are named, so every utterance is a turn of nobody", Severity.WARNING)
        return {}
    told = {label: _MEANING[gathered.roles[label]] for label in labels if label in gathered.roles}
    rates = question_rates((unit.speaker, unit.text) for unit in units if unit.speaker)
    roles = assign(labels, told, rates)
    for message, severity in role_notes(roles):
        gathered.say(message, severity)
    return roles.of
