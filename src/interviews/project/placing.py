"""Codings from a file find their place in the anonymized texts, made over those or over the texts as read."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from unicodedata import normalize

from interviews.anonymity import Vault
from interviews.coding import CodingRow, check_codings
from interviews.errors import Problem, Severity
from interviews.model import Codebook, Coding, Span, Transcript
from interviews.store import Store
from interviews.text import Change


def leave_out_known(codings: Iterable[Coding], known: Iterable[Coding]) -> tuple[list[Coding], list[Problem]]:
    """The codings that nobody made already: the same words, code and coder, as when a file is taken in twice."""
    seen = {(coding.transcript, coding.span, coding.code, coding.coder) for coding in known}
    fresh: list[Coding] = []
    given = 0
    for coding in codings:
        given += 1
        made = (coding.transcript, coding.span, coding.code, coding.coder)
        if made not in seen:
            fresh.append(coding)
        seen.add(made)
    left = given - len(fresh)
    return fresh, [Problem("codings", f"{left} left out that are there already", Severity.INFO)] if left else []


def place_codings(
    rows: Iterable[CodingRow], codebook: Codebook, store: Store, vault: Callable[[], Vault]
) -> tuple[list[Coding], list[Problem]]:
    """The rows as codings, and why any could not be placed.

    Rows over an anonymized text version are taken as they are, and the store carries them to the newest one. For rows
    over a text as read (version 0) the vault is opened: it knows the transcript's name and the edits. Turns and whole
    transcripts are those of the newest text.
    """
    named = {transcript.name: transcript for transcript in store.transcripts()}
    whole = [_whole(row, named.get(row.transcript)) for row in rows]
    problems = [one for one in whole if isinstance(one, Problem)]
    listed = [one for one in whole if isinstance(one, CodingRow)]
    placed = [_over_anonymized(row, codebook, named, store) for row in listed if row.version]
    as_read = [row for row in listed if not row.version]
    if as_read:
        placed += _over_originals(as_read, codebook, {one.id: one for one in named.values()}, vault())
    codings = [one for one in placed if isinstance(one, Coding)]
    return codings, [*problems, *(problem for one in placed if not isinstance(one, Coding) for problem in one)]


def _whole(row: CodingRow, transcript: Transcript | None) -> CodingRow | Problem:
    """A row of a turn or of a whole transcript with its place in the newest text; any other row as it is."""
    if row.unit == "segment":
        return row
    if transcript is None:
        return Problem(row.transcript, "there is no anonymized transcript of this name", Severity.ERROR)
    if row.unit == "transcript":
        return replace(row, span=Span(0, len(transcript.text)), version=transcript.version)
    speech = {turn.number: turn.speech for turn in transcript.turns}
    if row.turn not in speech:
        return Problem(row.transcript, f"it has no turn {row.turn}; it has {len(speech)} turns", Severity.ERROR)
    return replace(row, span=speech[row.turn], version=transcript.version)


def _over_anonymized(
    row: CodingRow, codebook: Codebook, named: Mapping[str, Transcript], store: Store
) -> Coding | list[Problem]:
    transcript = named.get(row.transcript)
    if transcript and row.version > transcript.version:
        return [Problem(row.transcript, f"it has no text version {row.version}", Severity.ERROR)]
    text = transcript.text if transcript else ""
    if transcript and row.version < transcript.version:
        text = store.text_version(transcript.id, row.version).text
    lengths = {name: len(known.text) for name, known in named.items()}
    wrong = check_codings([row], codebook, lengths | ({row.transcript: len(text)} if transcript else {}))
    if wrong or transcript is None:
        return wrong
    if not _says(row, text):
        return [_misplaced(row)]
    return _coding(row, transcript.id, row.span, row.version, codebook)


def _over_originals(
    rows: Iterable[CodingRow], codebook: Codebook, current: Mapping[str, Transcript], vault: Vault
) -> list[Coding | list[Problem]]:
    originals = {original.name: original for original in vault.originals()}
    lengths = {name: len(original.text) for name, original in originals.items()}
    edits = {id_: vault.edits(id_, transcript.version) for id_, transcript in current.items()}
    outdated = {id_ for id_, one in current.items() if vault.edited_revision(id_, one.version) < vault.revision(id_)}
    placed: list[Coding | list[Problem]] = []
    for row in rows:
        where = f"{row.transcript}, {row.span.start}–{row.span.end}"
        wrong = check_codings([row], codebook, lengths)
        if not wrong and not _says(row, originals[row.transcript].text):
            wrong = [_misplaced(row)]
        if wrong:
            placed.append(wrong)
            continue
        transcript = current.get(originals[row.transcript].id)
        moved = edits[transcript.id].forward(row.span) if transcript and transcript.id not in outdated else None
        if transcript and transcript.id in outdated:
            told = "its file has changed since it was anonymized: anonymize it again, then import its codings"
            placed.append([Problem(where, told, Severity.ERROR)])
        elif transcript is None or moved is None:
            placed.append([Problem(where, "it is not anonymized yet, so it cannot be coded", Severity.ERROR)])
        elif moved.change is Change.LOST:
            placed.append([Problem(where, "its words were deleted by the anonymization", Severity.ERROR)])
        else:
            placed.append(_coding(row, transcript.id, moved.span, transcript.version, codebook))
    return placed


def _says(row: CodingRow, text: str) -> bool:
    """Whether the words that the file quotes stand at its positions; blanks do not count."""
    there, quoted = (" ".join(normalize("NFC", words).split()) for words in (row.span.of(text), row.text))
    return not quoted or there == quoted


def _misplaced(row: CodingRow) -> Problem:
    where = f"{row.transcript}, {row.span.start}–{row.span.end}"
    told = f"other words stand there in text version {row.version} than the file quotes: check its column version"
    return Problem(where, told, Severity.ERROR)


def _coding(row: CodingRow, transcript: str, span: Span, version: int, codebook: Codebook) -> Coding:
    return Coding(
        transcript=transcript,
        span=span,
        code=row.code,
        coder=row.coder,
        version=version,
        memo=row.memo,
        weight=row.weight,
        codebook_version=codebook.version,
        unit=row.unit,
        round=row.round,
    )
