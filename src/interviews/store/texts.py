"""Transcripts in the database: known first, then one anonymized text version after another."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, and_, bindparam, func, select, tuple_

from interviews.errors import MisuseError
from interviews.model import Transcript
from interviews.store import schema
from interviews.store.carry import Steps
from interviews.store.history import until, write_event, write_rows
from interviews.store.known import batches
from interviews.store.quick import ask
from interviews.store.rows import edits_of, edits_row, from_micros, registration_row, text_version_row, transcript_of
from interviews.text import Edits


@dataclass(frozen=True, slots=True)
class Registration:
    """What the project knows of a transcript whose text may still be in the vault only."""

    id: str
    name: str
    case: str | None
    language: str
    format: str
    digest: str | None
    """None; the first projects had SHA-256 of the original text here."""
    characters: int
    words: int
    turns: int
    speakers: int
    created: datetime


_VERSIONS = schema.text_versions.c
_LENGTHS = select(_VERSIONS.version, _VERSIONS.characters).where(_VERSIONS.transcript == bindparam("transcript"))


def write_registrations(connection: Connection, transcripts: Sequence[Transcript], author: str) -> None:
    """Write that these transcripts exist, by names that the caller has made neutral."""
    names = current_names(connection)
    for transcript in transcripts:
        if transcript.id in names:
            raise MisuseError(f"transcript {transcript.id} is registered already; nothing was saved")
        _claim_name(names, transcript)
    if transcripts:
        event = write_event(connection, "register", "transcript", len(transcripts), author=author, detail="")
        write_rows(connection, schema.transcripts, map(registration_row, transcripts), event)


def write_text_versions(
    connection: Connection, transcripts: Sequence[Transcript], edits: Mapping[str, Edits], author: str
) -> None:
    """Write anonymized texts, and the edits by which codings reach them from the version before."""
    coming = {t.id for t in transcripts}
    # The neutral names of these may be what others of them are called from now on.
    names = {id: name for id, name in current_names(connection).items() if id not in coming}
    before = {t.id: t for t in read_transcripts(connection, ids=coming)}
    for transcript in transcripts:
        _claim_name(names, transcript)
        _check_version(transcript, before.get(transcript.id), edits.get(transcript.id))
    if len({t.id for t in transcripts}) < len(transcripts):
        raise MisuseError("two text versions of one transcript cannot be saved at once; save the earlier one first")
    if not transcripts:
        return
    event = write_event(connection, "add", "text version", len(transcripts), author=author, detail="")
    known = set(connection.scalars(select(schema.transcripts.c.id)))
    new = (registration_row(t) for t in transcripts if t.id not in known)
    write_rows(connection, schema.transcripts, new, event)
    write_rows(connection, schema.text_versions, map(text_version_row, transcripts), event)
    travelled = (edits_row(t, before[t.id].version, edits[t.id]) for t in transcripts if t.id in before)
    write_rows(connection, schema.edits, travelled, event)


def read_registrations(connection: Connection, as_of: datetime | None = None) -> list[Registration]:
    """Every known transcript as it was registered, sorted by name."""
    table = schema.transcripts
    rows = connection.execute(select(table).where(until(table, as_of)).order_by(table.c.name, table.c.id)).mappings()
    return [
        Registration(
            id=row["id"],
            name=row["name"],
            case=row["case_name"],
            language=row["language"],
            format=row["format"],
            digest=row["digest"],
            characters=row["characters"],
            words=row["words"],
            turns=row["turns"],
            speakers=row["speakers"],
            created=from_micros(row["created"]),
        )
        for row in rows
    ]


def read_transcripts(
    connection: Connection, as_of: datetime | None = None, ids: Collection[str] | None = None
) -> list[Transcript]:
    """The newest text version of every transcript, or of those with `ids`, sorted by name."""
    table = schema.text_versions
    newest = select(table.c.transcript, func.max(table.c.version).label("version")).where(until(table, as_of))
    if ids is not None:
        newest = newest.where(table.c.transcript.in_(ids))
    chosen = newest.group_by(table.c.transcript).subquery()
    same = and_(table.c.transcript == chosen.c.transcript, table.c.version == chosen.c.version)
    rows = connection.execute(select(table).join(chosen, same)).mappings()
    return sorted((transcript_of(row) for row in rows), key=lambda transcript: (transcript.name, transcript.id))


def read_texts(connection: Connection, versions: Mapping[str, int]) -> dict[str, str]:
    """The texts of transcripts in these versions, by id; those that are not there are left out."""
    table = schema.text_versions
    found: dict[str, str] = {}
    for batch in batches(sorted(versions)):
        wanted = tuple_(table.c.transcript, table.c.version).in_([(id, versions[id]) for id in batch])
        found |= {id: text for id, text in connection.execute(select(table.c.transcript, table.c.text).where(wanted))}
    return found


def read_lengths(connection: Connection, ids: Sequence[str]) -> dict[str, int]:
    """How many characters the newest texts of these transcripts have, by id."""
    return {id: length for (id, _), length in sorted(read_all_lengths(connection, ids).items())}


def read_all_lengths(connection: Connection, ids: Sequence[str]) -> dict[tuple[str, int], int]:
    """How many characters each text version of these transcripts has, by id and version."""
    return {(id, version): length for id in ids for version, length in ask(connection, _LENGTHS, transcript=id)}


def read_length(connection: Connection, id: str, version: int) -> int:
    """How many characters one text version has; `MisuseError` if there is none."""
    lengths = read_all_lengths(connection, [id])
    if (id, version) not in lengths:
        raise _no_version(id, version)
    return lengths[id, version]


def read_versions(connection: Connection) -> dict[str, int]:
    """The number of the newest text version of every transcript that has one, by its id."""
    table = schema.text_versions
    rows = connection.execute(select(table.c.transcript, func.max(table.c.version)).group_by(table.c.transcript))
    return {id: version for id, version in rows}


def read_transcript(connection: Connection, name_or_id: str) -> Transcript:
    """The newest text version of one transcript; `MisuseError` if there is none."""
    names = current_names(connection)
    wanted = {id for id, name in names.items() if name_or_id in (id, name)}
    if not wanted:
        raise MisuseError(f"no transcript has the name or id {name_or_id!r}; the project has {len(names)} transcripts")
    if texts := read_transcripts(connection, ids=wanted):
        return texts[0]
    raise MisuseError(f"transcript {name_or_id!r} has no anonymized text yet; anonymize it first")


def read_text_version(connection: Connection, id: str, version: int) -> Transcript:
    """One text version; `MisuseError` if there is none."""
    table = schema.text_versions
    query = select(table).where(table.c.transcript == id, table.c.version == version)
    row = connection.execute(query).mappings().one_or_none()
    if row is None:
        raise _no_version(id, version)
    return transcript_of(row)


def _no_version(id: str, version: int) -> MisuseError:
    return MisuseError(f"the project has no text version {version} of transcript {id}")


def read_steps(connection: Connection, as_of: datetime | None = None) -> Steps:
    """The edits from each text version to the next."""
    rows = connection.execute(select(schema.edits).where(until(schema.edits, as_of))).mappings()
    return {(row["transcript"], row["version_before"]): (row["version"], edits_of(row)) for row in rows}


def edits_between(steps: Steps, transcript: str, start: int, end: int) -> list[Edits]:
    """The edits that lead from one text version to a later one, in order."""
    chain, version = [], start
    while version != end:
        if (step := steps.get((transcript, version))) is None or version > end:
            raise MisuseError(f"no edits lead from text version {start} to {end} of transcript {transcript}")
        version, edits = step
        chain.append(edits)
    return chain


def current_names(connection: Connection) -> dict[str, str]:
    """The current name of every transcript, by id."""
    known, versions = schema.transcripts, schema.text_versions
    names = {id: name for id, name in connection.execute(select(known.c.id, known.c.name))}
    query = select(versions.c.transcript, versions.c.name).order_by(versions.c.version)
    return names | {id: name for id, name in connection.execute(query)}


def _claim_name(names: dict[str, str], transcript: Transcript) -> None:
    if any(name == transcript.name and id != transcript.id for id, name in names.items()):
        raise MisuseError(f"another transcript is called {transcript.name!r} already; give this one a name of its own")
    names[transcript.id] = transcript.name


def _check_version(transcript: Transcript, before: Transcript | None, edits: Edits | None) -> None:
    """Refuse originals, and texts that codings could not travel to."""
    name = repr(transcript.name)
    if transcript.version < 1:
        # Its name may be that of the interviewee, so it is not told.
        raise MisuseError("this transcript is an original, which belongs in the vault; save its anonymized text")
    if before is None:
        if edits is not None:
            raise MisuseError(
                f"the edits that first anonymize transcript {name} belong in the vault, not in the project"
            )
        return
    if transcript.version <= before.version:
        raise MisuseError(f"transcript {name} has text version {before.version} already; a new text needs a higher one")
    if edits is None or edits.length != len(before.text) or edits.apply(before.text) != transcript.text:
        raise MisuseError(
            f"text version {transcript.version} of {name} needs the edits that make it from version {before.version}, "
            "so that codings travel along"
        )
