"""Who speaks, in one table for the whole study: written for a person to correct, and taken back."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from interviews.anonymity import Entry, Vault
from interviews.errors import MisuseError, Problem, Severity
from interviews.formats import SPEAKERS, read_table, speakers_table, transcript_key, write_table
from interviews.model import Case, Participant, Role, Speaker, Transcript
from interviews.project.originals import keep_people
from interviews.project.people import find_aliases
from interviews.project.revisions import newest_entries
from interviews.store import Store
from interviews.text import Edits, fold

if TYPE_CHECKING:
    import pandas as pd

SAME = "speaker is"
_NEEDED = ("transcript", "speaker")


@dataclass(frozen=True, slots=True)
class Correction:
    """What a row of the table says about one speaker; None where it says nothing."""

    place: str
    transcript: str
    speaker: str
    role: Role | None = None
    participant: str | None = None
    case: str | None = None
    same: str | None = None
    """The label of the speaker that this one is, too."""


def table_of_speakers(vault: Vault) -> "pd.DataFrame":
    """One row a speaker of each transcript, as the vault has them: the labels may be names."""
    frame = speakers_table(sorted((entry.outline for entry in newest_entries(vault)), key=lambda one: one.name))
    frame[SAME] = ""
    return frame


def write_speakers(vault: Vault, path: Path, forbidden: Path) -> Path:
    """Write the table as .xlsx or .csv, never into the project folder (`forbidden`)."""
    if path.resolve().is_relative_to(forbidden.resolve()):
        raise MisuseError("The table of speakers may show real names and must lie outside the project folder.")
    write_table(table_of_speakers(vault), path)
    return path


def read_speakers(path: Path) -> tuple[list[Correction], list[Problem]]:
    """The rows of a corrected table; those that cannot be understood are problems with their number."""
    frame = read_table(path)
    frame.columns = [str(name).strip().casefold().replace("_", " ") for name in frame.columns]
    missing = [name for name in _NEEDED if name not in frame.columns]
    if missing:
        raise MisuseError(f"{path.name}: the column {missing[0]} is missing; the table has {', '.join(SPEAKERS)}.")
    corrections, problems = [], []
    for number, record in enumerate(frame.to_dict("records"), 2):
        place = f"{path.name}, row {number}"
        cells = {str(name): str(value).strip() for name, value in record.items()}
        word = cells.get("role", "").casefold()
        if word and word not in list(Role):
            problems.append(Problem(place, f"the role is one of {', '.join(Role)}", Severity.ERROR))
            word = ""
        corrections.append(_correction(place, cells, word))
    return corrections, problems


def save_speakers(
    corrections: Iterable[Correction], store: Store, vault: Vault, language: str, author: str
) -> tuple[dict[str, int], list[Problem]]:
    """Correct the speakers of the originals, and of the anonymized texts in a new version with the same words."""
    grouped: dict[str, list[Correction]] = defaultdict(list)
    for correction in corrections:
        grouped[transcript_key(correction.transcript)].append(correction)
    current = {transcript.id: transcript for transcript in store.transcripts()}
    problems: list[Problem] = []
    changed: list[tuple[Transcript, Transcript | None]] = []
    entries: list[Entry] = []
    for entry in newest_entries(vault):
        rows, unlike = _fitting(grouped.pop(transcript_key(entry.outline.name), []), entry)
        problems += unlike
        if not _says_more(rows, entry):
            continue
        before = vault.original(entry.id)
        plan = _plan(before.speakers, rows)
        now = _corrected(before, plan, _case(rows, before, problems))
        entries.append(vault.save_original(now, entry.file))
        changed.append((now, _corrected_version(current.get(entry.id), before, plan, vault)))
    told = "the row fits no transcript of the project"
    problems += [Problem(row.place, told, Severity.ERROR) for rows in grouped.values() for row in rows]
    vault.save_catalogue(entries)
    _keep_people([one for one, _ in changed], vault)
    versions = [version for _, version in changed if version is not None]
    _save_versions(versions, store, vault, language, author)
    counts = {"corrected transcripts": len(changed), "text versions": len(versions)}
    return {what: count for what, count in counts.items() if count}, problems


def _correction(place: str, cells: Mapping[str, str], role: str) -> Correction:
    given = {name: cells[name] for name in ("participant", "case") if name in cells}
    same = cells.get(SAME) or None
    return Correction(place, cells["transcript"], cells["speaker"], Role(role) if role else None, **given, same=same)


def _fitting(rows: Sequence[Correction], entry: Entry) -> tuple[dict[str, Correction], list[Problem]]:
    """The rows by the label of the speaker they are about, and those that fit none."""
    labels = {fold(voice.label).strip(): voice.label for voice in entry.outline.voices}
    exact = {voice.label for voice in entry.outline.voices}
    fitting: dict[str, Correction] = {}
    problems = []
    for row in rows:
        label = row.speaker if row.speaker in exact else labels.get(fold(row.speaker).strip())
        same = row.same and (row.same if row.same in exact else labels.get(fold(row.same).strip()))
        if label is None:
            problems.append(Problem(row.place, "the row fits no speaker of its transcript", Severity.ERROR))
        elif row.same and not same:
            told = f"the column {SAME!r} names no speaker of the same transcript"
            problems.append(Problem(row.place, told, Severity.ERROR))
        elif label in fitting:
            problems.append(Problem(row.place, "an earlier row is about the same speaker and counts", Severity.WARNING))
        else:
            fitting[label] = replace(row, same=same or None)
    return fitting, problems


def _says_more(rows: Mapping[str, Correction], entry: Entry) -> bool:
    """Whether any row says something else than what is known."""
    for voice in entry.outline.voices:
        row = rows.get(voice.label)
        if row is None:
            continue
        role = row.role not in (None, voice.role)
        participant = row.participant is not None and row.participant != (voice.participant or "")
        case = bool(row.case) and row.case != entry.outline.case
        if role or participant or case or row.same not in (None, voice.label):
            return True
    return False


def _plan(speakers: Sequence[Speaker], rows: Mapping[str, Correction]) -> list[tuple[int, Speaker]]:
    """For every speaker: the place of the one who it is, and what is right about that one."""
    places = {speaker.label: number for number, speaker in enumerate(speakers)}
    right = [_right(speaker, rows.get(speaker.label)) for speaker in speakers]
    plan = []
    for number in range(len(speakers)):
        seen = {number}
        target = number
        while (row := rows.get(speakers[target].label)) and row.same and places[row.same] not in seen:
            target = places[row.same]
            seen.add(target)
        plan.append((target, right[target]))
    return plan


def _right(speaker: Speaker, row: Correction | None) -> Speaker:
    if row is None:
        return speaker
    role = row.role or speaker.role
    known_from = speaker.role_from if role is speaker.role else "table"
    who = speaker.participant if row.participant is None else row.participant or None
    return replace(speaker, role=role, role_from=known_from, participant=who)


def _corrected(transcript: Transcript, plan: Sequence[tuple[int, Speaker]], case: str | None) -> Transcript:
    """An original with its speakers put right."""
    of_label = {old.label: new for old, (_, new) in zip(transcript.speakers, plan, strict=True)}
    turns = tuple(
        replace(turn, speaker=of_label[turn.speaker].label, role=of_label[turn.speaker].role)
        if turn.speaker in of_label
        else turn
        for turn in transcript.turns
    )
    left = tuple(new for number, (target, new) in enumerate(plan) if target == number)
    return replace(transcript, speakers=left, turns=turns, case=case)


def _corrected_version(
    version: Transcript | None, before: Transcript, plan: Sequence[tuple[int, Speaker]], vault: Vault
) -> Transcript | None:
    """The same for the anonymized text, whose speakers and turns stand in the same order under other labels."""
    if version is None or vault.edited_revision(version.id, version.version) < vault.revision(version.id):
        return None  # not anonymized, or the next anonymization brings the new original and its speakers
    labels = [speaker.label for speaker in version.speakers]
    places = {speaker.label: number for number, speaker in enumerate(before.speakers)}
    speakers = tuple(
        replace(new, label=labels[number]) for number, (target, new) in enumerate(plan) if target == number
    )
    turns = []
    for turn, original in zip(version.turns, before.turns, strict=True):
        if original.speaker in places:
            target, right = plan[places[original.speaker]]
            turn = replace(turn, speaker=labels[target], role=right.role)
        turns.append(turn)
    return replace(version, speakers=speakers, turns=tuple(turns), version=version.version + 1)


def _case(rows: Mapping[str, Correction], before: Transcript, problems: list[Problem]) -> str | None:
    """The other case that a row names; where rows name several, none of them counts."""
    named = {row.case: row.place for row in rows.values() if row.case and row.case != before.case}
    if len(named) > 1:
        told = "the rows of this transcript name several other cases: it keeps the one it has"
        problems.append(Problem(min(named.values()), told))
        return before.case
    return next(iter(named), before.case)


def _keep_people(originals: Sequence[Transcript], vault: Vault) -> None:
    """Participants and cases that were not known before."""
    participants, cases = vault.people()
    known, units = {one.name for one in participants}, {case.name for case in cases}
    new = {who: original.case for original in originals for one in original.speakers if (who := one.participant)}
    keep_people(
        [Participant(who, case) for who, case in new.items() if who not in known],
        [Case(one) for one in dict.fromkeys(original.case for original in originals) if one and one not in units],
        vault,
    )


def _save_versions(versions: Sequence[Transcript], store: Store, vault: Vault, language: str, author: str) -> None:
    """The same words with other speakers; codings travel along unchanged."""
    if not versions:
        return
    participants, cases = vault.people()
    originals = {original.id: original for original in vault.originals()}
    aliases = find_aliases(participants, cases, list(originals.values()), vault.key(), language)
    texts = []
    for version in versions:
        vault.save_edits(version.id, version.version, vault.edits(version.id, version.version - 1))
        texts.append(aliases.of_transcript(version, originals[version.id]))
    store.add_transcripts(texts, {one.id: Edits(len(one.text), []) for one in texts}, author=author)
    store.add_participants(aliases.of_participants(participants)[0], author=author)
    store.add_cases(aliases.of_cases(cases)[0], author=author)
