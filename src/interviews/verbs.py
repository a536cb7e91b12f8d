"""What a researcher types: verbs that bring files in and results out; those that ask something are in `analyses.py`."""

import datetime
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Literal, overload

import pandas as pd

from interviews import anonymity, coding, exploration, findings, formats, quotes, topics
from interviews.anonymity import Leaks, Learned, Mention, Proposals
from interviews.errors import MisuseError, Problem
from interviews.formats import Readings, refi
from interviews.model import Codebook, Exchange, Finding, Participant, Transcript
from interviews.progress import Bar, Passes
from interviews.project import (
    EXCHANGE_SUFFIXES,
    PRINTED_SUFFIXES,
    Erasure,
    Exported,
    Project,
    Saved,
    StudyQuotes,
    Verification,
    account_of,
    erase_interviews,
    export_exchange,
    is_chart,
    join_finders,
    learn_from_decisions,
    print_of,
    propose_for,
    publish,
    restore_project,
    study_of,
    verify_project,
    write_archive,
    write_picture,
    write_tables,
)
from interviews.text import fold

Table = (
    exploration.View | exploration.Suggestions | pd.DataFrame | Codebook | findings.Framework | Sequence[Participant]
)

create = Project.create
open_project = Project.open


def create_key(path: str | Path) -> str:
    """A new key in a new file that only its owner can read, and its public half, which a keeper of a vault adds."""
    return str(anonymity.create_key(Path(path)).to_public())


def read(
    *paths: str | Path,
    language: str | None = None,
    case_from: Literal["folder"] | None = None,
    participants: str | Path | None = None,
    columns: Mapping[str, str] | None = None,
) -> Readings:
    """Transcripts from files, folders and patterns, read one by one when they are asked for or saved; see `.table()`.

    Problems are part of the result. `columns` says which columns of transcripts as tables count, such as
    `{"speaker": "Wer", "text": "Was"}`. Raises MisuseError for a path that does not exist.
    """
    return formats.read_many(
        [Path(path) for path in paths],
        language=language,
        case_from=case_from,
        participants=participants,
        columns=columns,
        progress=Passes("reading"),
    )


def detect_file(
    path: str | Path,
    *,
    language: str | None = None,
    gazetteer: str | Path | None = None,
    finders: Iterable[Any] = (),
) -> tuple[Transcript, list[Mention], list[Problem]]:
    """What an anonymization of this one file would propose: its transcript and the identifying spans over its text.

    Speaker labels are searched too. `finders` are as in `anonymize`; what goes wrong in one of them is a problem.
    """
    if Path(path).is_dir():
        raise MisuseError(f"{path} is a folder: name one file in it.")
    reading = formats.read_file(Path(path), language)
    if reading.transcript is None:
        raise MisuseError(str(reading.problems[-1]))  # the last one says why nothing could be read
    known = anonymity.read_gazetteer(Path(gazetteer)) if gazetteer else None
    joined = join_finders(finders, {reading.transcript.language})
    mentions = anonymity.detect_transcript(reading.transcript, gazetteer=known, finders=joined)
    return reading.transcript, mentions, [finder.problem for finder in joined if finder.problem]


def anonymize(
    project: Project,
    *,
    gazetteer: str | Path | None = None,
    keep: Iterable[str] = (),
    profile: str | None = None,
    finders: Iterable[Any] = (),
) -> Proposals:
    """Propose what to replace in all transcripts; nothing is replaced until the proposals are accepted.

    `profile` (`team`, `archive`, `publication`, or one of the project's `anonymization.yaml`) says what is proposed by
    type; by default the file's, or that of the last round, goes on. What was decided and saved before is in the
    proposals again; `proposals.open` is what nobody has looked at.

    `finders` are more of them: functions of text and language that yield `interviews.anonymity.Seen`, spaCy pipelines
    (or paths or packages of such), Presidio recognisers and engines. Those in the project's settings and what was
    learned from its decisions join by themselves; what goes wrong in one of them is in the proposals' problems.
    """
    known = anonymity.read_gazetteer(Path(gazetteer)) if gazetteer else None
    with Bar("looking for names") as bar:
        return propose_for(project, known, frozenset(map(fold, keep)), profile, tuple(finders), bar)


def learn(project: Project) -> Learned:
    """Train a finder of names on the accepted reviews; it joins the others from now on if it found names held out.

    It stays in the vault, since it knows names, and decides nothing.
    """
    with Bar("learning") as bar:
        return learn_from_decisions(project.store, project.vault, bar)


def leaks(project: Project, paths: Iterable[str | Path] | None = None) -> Leaks:
    """Every place in the project's files, or in `paths`, where a replaced name still stands; what could not be searched
    is in its `problems`."""
    return anonymity.search_files([Path(path) for path in paths or [project.folder]], project.vault.key())


def residual(project: Project, *, reveal: bool = False) -> pd.DataFrame:
    """Words in the anonymized texts that no dictionary explains, a row a place: they may be names that were missed.

    Without `reveal` only the place and the number of letters are shown, since a word may be a name.
    """
    found = anonymity.find_residuals(project.transcripts, project.vault.key())
    rows = [(one.transcript, one.line, one.span.start, one.span.end, len(one.words)) for one in found]
    frame = pd.DataFrame(rows, columns=["transcript", "line", "start", "end", "letters"])
    return frame.assign(words=[one.words for one in found]) if reveal else frame


def read_codebook(path: str | Path) -> Codebook:
    """Read a codebook from YAML, or from a table (.xlsx, .csv) with a row for every code."""
    path = Path(path)
    if path.suffix.casefold() in EXCHANGE_SUFFIXES:
        raise MisuseError(f"{path.name} is of another program: take it in by interviews import PROJECT FILE.")
    if path.suffix.casefold() in (".xlsx", ".csv", ".tsv"):
        return coding.codebook_of_rows(formats.read_rows(path), path.name)
    return coding.read_codebook(path)


def read_exchange(path: str | Path, *, language: str = "de") -> Exchange:
    """Read a project (.qdpx, .qde, or a .zip that is one) or a codebook (.qdc) of another program (REFI-QDA 1.0).

    What was or would be lost is in its problems; `project.save(…)` takes it in. `language` is that of texts whose words
    do not tell it. Raises MisuseError for a file that is neither.
    """
    path = Path(path)
    is_codebook = path.suffix.casefold() == ".qdc"
    exchange = refi.read_qdc(path) if is_codebook else refi.read_qdpx(path, language)
    return replace(exchange, source=str(path))


def read_suggestions(project: Project, path: str | Path) -> exploration.Suggestions:
    """Suggestions and decisions from a table (.xlsx, .csv) that `export` wrote; `project.save` takes them.

    Rows that cannot be understood, or whose words no longer stand at their place, are in its problems.
    """
    path = Path(path)
    rows = formats.read_rows(path)
    return exploration.suggestions_of_rows(rows, project.transcripts, project.participants, path.name)


def report(
    project: Project,
    path: str | Path,
    *,
    topics: topics.Topics | None = None,
    date: datetime.date | None = None,
    written: Sequence[Finding] = (),
    checked: Iterable[str] = (),
) -> Path:
    """Write the report of the study to .docx, .md or .html; what would name someone is not written.

    `date` is printed on it, by default the day of the last save, so that a report of the same study stays the same.
    """
    study = study_of(project, topics=topics, date=date, written=written)
    return publish(lambda draft: findings.write_report(study, draft), Path(path), project, checked=checked)


def report_anonymization(
    project: Project,
    path: str | Path,
    *,
    date: datetime.date | None = None,
    k: int = 3,
    checked: Iterable[str] = (),
) -> Path:
    """Write a report on the anonymization for an ethics board to .docx, .md or .html: figures, method, risks, no names.

    It searches the project's files for leaks anew. `k` is that of `small_cells`; `date` is as in `report`.
    """
    account = account_of(project, date=date, k=k, without=Path(path))
    return publish(lambda draft: findings.write_account(account, draft), Path(path), project, checked=checked)


@overload
def export(
    thing: Project,
    path: str | Path,
    *,
    project: Project | None = None,
    checked: Iterable[str] = (),
    language: str = "",
) -> Exported: ...
@overload
def export(
    thing: Any, path: str | Path, *, project: Project | None = None, checked: Iterable[str] = (), language: str = ""
) -> Path | Exported: ...
def export(
    thing: Project | StudyQuotes | Table,
    path: str | Path,
    *,
    project: Project | None = None,
    checked: Iterable[str] = (),
    language: str = "",
) -> Path | Exported:
    """Write quotes (.docx .md .html .csv .xlsx), a table (.csv .xlsx) or a chart (.png .svg .html).

    What would name someone is not written.

    Tables are codings, suggestions, DataFrames, participants, a codebook (also .yaml), a framework with its evidence.
    A codebook is printed to .docx, .html or .md, by default in the `language` of the study (`de` or `en`).
    A whole project becomes a .qdpx, a codebook a .qdc for another program; what they cannot hold is in the outcome.
    `checked` names entities (such as `PER-012`) whose places a person has looked at and found harmless.
    """
    path = Path(path)
    if isinstance(thing, Project) or path.suffix.casefold() in EXCHANGE_SUFFIXES:
        return export_exchange(thing, path, project, checked)
    owner = project or getattr(thing, "project", None)
    if owner is None:
        raise MisuseError("Say which project this belongs to: export(table, path, project=project).")
    if isinstance(thing, StudyQuotes):
        spoken = owner.settings.language
        write: Callable[[Path], object] = lambda draft: quotes.export_quotes(thing, draft, language=spoken)  # noqa: E731
    elif isinstance(thing, Codebook) and path.suffix.casefold() in PRINTED_SUFFIXES:
        write = print_of(thing, owner, language)
    elif is_chart(thing):
        write = lambda draft: write_picture(thing, draft)  # noqa: E731
    else:
        write = lambda draft: write_tables(thing, draft)  # noqa: E731
    return publish(write, path, owner, checked=checked)


def archive(project: Project, path: str | Path, *, checked: Iterable[str] = ()) -> Saved:
    """Write the whole project, which is anonymized, as plain files into a folder or a .zip.

    An archive of the same project is brought up to date where it lies. `checked` is as in `export`.
    """
    with Bar("archiving") as bar:
        return write_archive(project, Path(path), checked=checked, progress=bar)


def restore(
    archive: str | Path, folder: str | Path, *, vault: str | Path | None = None, key: str | Path | None = None
) -> Project:
    """Make the project in a new folder that an archive holds; without originals, unless their `vault` is named."""
    with Bar("reading the archive") as bar:
        restore_project(
            Path(archive),
            Path(folder),
            vault=Path(vault) if vault else None,
            key=Path(key) if key else None,
            progress=bar,
        )
    return Project.open(folder, key=key)


def erase(
    project: Project,
    who: str,
    *,
    archives: Iterable[str | Path] = (),
    to: str | Path | None = None,
    keep_code_names: bool = False,
) -> list[Erasure]:
    """Destroy the interviews of somebody who withdraws, or one transcript: in vault, database, and these archives.

    Nobody can undo it. A certificate (.md or .docx) goes to `to`, by default into the folder `erasures` of the project;
    it is valid where the outcome has no problems. An erasure that was cut off is completed before. With a participant
    go all interviews in which they speak. `keep_code_names` lets the names of codes stay that quote the interview, and
    the certificate says so. Raises MisuseError where nobody is called so.
    """
    with Bar("erasing") as bar:
        return erase_interviews(
            project,
            who,
            archives=[Path(archive) for archive in archives],
            to=Path(to) if to else None,
            keep_code_names=keep_code_names,
            progress=bar,
        )


def verify(project: Project | str | Path, *, repair: bool = False, key: str | Path | None = None) -> Verification:
    """Look through a project, also one that cannot be opened any more: database, records, files beside it, and vault.

    `repair` makes anew what is derived (indexes, caches, the log) and never touches a record. Everything that is wrong
    is in the outcome, with its place and what to do. Raises MisuseError where the folder is no project.
    """
    folder = project.folder if isinstance(project, Project) else Path(project)
    own = project.key_file if isinstance(project, Project) else None
    with Bar("verifying") as bar:
        return verify_project(folder, key=Path(key) if key else own, mend=repair, progress=bar)
