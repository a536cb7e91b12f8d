"""Codings from a file, whose positions are over the texts as read, find their place in the anonymized texts."""

from collections.abc import Iterable, Mapping

from interviews.anonymity import Vault
from interviews.coding import CodingRow, check_codings
from interviews.errors import Problem, Severity
from interviews.model import Codebook, Coding, Transcript
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
    rows: Iterable[CodingRow], codebook: Codebook, current: Mapping[str, Transcript], vault: Vault
) -> tuple[list[Coding], list[Problem]]:
    """The codings in positions of the current text versions, and why any could not be placed.

    `current` holds the anonymized transcripts by id; the vault knows their names and the edits that made them.
    """
    originals = {original.name: original for original in vault.originals()}
    lengths = {name: len(original.text) for name, original in originals.items()}
    edits = {id_: vault.edits(id_, transcript.version) for id_, transcript in current.items()}
    codings: list[Coding] = []
    problems: list[Problem] = []
    for row in rows:
        wrong = check_codings([row], codebook, lengths)
        if not wrong and originals[row.transcript].id not in current:
            wrong = [Problem(row.transcript, "it is not anonymized yet, so it cannot be coded", Severity.ERROR)]
        problems += wrong
        if wrong:
            continue
        transcript = current[originals[row.transcript].id]
        moved = edits[transcript.id].forward(row.span)
        if moved.change is Change.LOST:
            where = f"{row.transcript}, {row.span.start}–{row.span.end}"
            problems.append(Problem(where, "its words were deleted by the anonymization", Severity.ERROR))
            continue
        codings.append(
            Coding(
                transcript.id,
                moved.span,
                row.code,
                row.coder,
                transcript.version,
                row.memo,
                codebook_version=codebook.version,
            )
        )
    return codings, problems
