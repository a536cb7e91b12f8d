"""Who the speakers are: the table `participants.csv` with transcript, speaker, participant, case and attributes."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

from interviews.errors import MisuseError, Problem, Severity
from interviews.formats.tables.sheets import read_table
from interviews.formats.talk.openers import label_key
from interviews.model import Participant, Role, Transcript

FILE_NAME = "participants.csv"
_REQUIRED = ("transcript", "speaker", "participant")


@dataclass(frozen=True, slots=True)
class Row:
    """One speaker of one transcript, as the table has it."""

    table: Path
    number: int
    transcript: str
    speaker: str
    participant: str
    case: str | None
    role: Role | None
    attributes: MappingProxyType[str, str]
    called: str = ""
    """The table for people, where there are several of its name."""

    @property
    def key(self) -> tuple[Path, int]:
        """What tells the row from all others of all tables."""
        return self.table, self.number

    @property
    def place(self) -> str:
        """The row for people: `participants.csv, row 3`."""
        return f"{self.called or self.table.name}, row {self.number}"


def read_participants(path: Path) -> tuple[Row, ...]:
    """The rows of the table; raises `MisuseError` naming a column that is missing."""
    frame = read_table(path)
    frame.columns = [str(name).strip().casefold() for name in frame.columns]
    missing = [name for name in _REQUIRED if name not in frame.columns]
    if missing:
        raise MisuseError(f"{path.name}: the column {missing[0]} is missing; needed are {', '.join(_REQUIRED)}")
    others = [name for name in frame.columns if name and name not in (*_REQUIRED, "case", "role")]
    return tuple(
        Row(
            path,
            number,
            record["transcript"].strip(),
            record["speaker"].strip(),
            record["participant"].strip(),
            record.get("case", "").strip() or None,
            _role(record.get("role", "")),
            MappingProxyType({name: record[name].strip() for name in others if record[name].strip()}),
        )
        for number, record in enumerate(frame.to_dict("records"), 2)
    )


def assign_participants(transcript: Transcript, mine: Sequence[Row]) -> tuple[Transcript, tuple[Row, ...]]:
    """The transcript with participants and case from the rows about it, and those of them that fitted a speaker."""
    by_label = {_speaker_key(row.speaker): row for row in reversed(mine)}
    used: list[Row] = []
    speakers = []
    for speaker in transcript.speakers:
        row = by_label.get(_speaker_key(speaker.label))
        if row is not None:
            used.append(row)
            known_from = "table" if row.role else speaker.role_from
            role = row.role or speaker.role
            speaker = replace(speaker, participant=row.participant or None, role=role, role_from=known_from)
        speakers.append(speaker)
    case = next((row.case for row in mine if row.case), transcript.case)
    roles = {speaker.label: speaker.role for speaker in speakers}
    turns = tuple(replace(turn, role=roles.get(turn.speaker or "", turn.role)) for turn in transcript.turns)
    return replace(transcript, speakers=tuple(speakers), turns=turns, case=case), tuple(used)


def collect_participants(
    rows: Sequence[tuple[Row, str | None]],
) -> tuple[tuple[Participant, ...], tuple[Problem, ...]]:
    """One participant for each name, from rows with the case of their transcript; contradicting rows are problems."""
    found: dict[str, Participant] = {}
    problems = []
    for row, case in rows:
        if not row.participant:
            problems.append(Problem(row.place, "the row names no participant", Severity.WARNING))
            continue
        known = found.get(row.participant)
        if known is None:
            found[row.participant] = Participant(row.participant, row.case or case, row.attributes)
        elif any(known.attributes.get(name, value) != value for name, value in row.attributes.items()):
            problems.append(Problem(row.place, "the participant has other attributes in an earlier row, which count"))
        else:
            merged = MappingProxyType({**row.attributes, **known.attributes})
            found[row.participant] = replace(known, attributes=merged)
    return tuple(found[name] for name in sorted(found)), tuple(problems)


def _role(word: str) -> Role | None:
    """A role by its name; any other word in the column is left to the problem that the labels raise."""
    return next((role for role in Role if role.value == word.strip().casefold()), None)


def _speaker_key(label: str) -> str:
    return label_key(label.strip().rstrip(":").strip())
