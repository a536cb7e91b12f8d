"""The certificate that an interview was erased: what was destroyed where, what is beyond reach, what a check found."""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd

from interviews.anonymity.vault.withdrawal import Withdrawal
from interviews.errors import Problem, StoreError
from interviews.findings.report.blocks import Block, Bullets, Heading, Paragraph, Table, Title
from interviews.findings.report.docx import as_docx
from interviews.findings.report.markdown import as_markdown
from interviews.findings.report.study import Study
from interviews.model import Codebook
from interviews.project.certificate_words import COUNTED, PLACES, WORDS


@dataclass(frozen=True, slots=True)
class Certificate:
    """What a certificate says. It names nobody: ids, and what participants were called in the anonymized study."""

    study: str
    language: str
    day: datetime.date
    withdrawal: Withdrawal = field(repr=False)
    found: Sequence[Problem]
    """Where the check afterwards found something."""
    code_names: int = 0
    """How many codes are named by words of the interview, and stay."""


def write_certificate(certificate: Certificate, path: Path) -> None:
    """Write it to .md or .docx."""
    blocks = list(_blocks(certificate))
    content = as_docx(blocks, _cover(certificate)) if path.suffix.casefold() == ".docx" else as_markdown(blocks)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    except OSError as reason:
        raise StoreError(
            f"All is erased, but the certificate {path} cannot be written: {reason.strerror}. Run the command again."
        ) from None


def _blocks(certificate: Certificate) -> Iterator[Block]:
    withdrawal, say = certificate.withdrawal, WORDS[certificate.language]
    who = [*withdrawal.called.get("participants", ()), *withdrawal.transcripts]
    lines = (f"{say['day']}: {certificate.day.isoformat()}", f"{say['of']}: {', '.join(who)}")
    yield Title(certificate.study, say["title"], lines, f"{say['by']}: {withdrawal.author}")
    yield Paragraph(say["unsuccessful" if certificate.found else "successful"], "lead")
    yield Heading(say["destroyed"], 1, "destroyed")
    yield Table((say["what"], say["where"], say["count"]), tuple(_counted(certificate)), say["counted"], (2,))
    yield Paragraph(say["crypto"])
    if withdrawal.codes:
        yield Heading(say["codes"], 2, "codes")
        yield Paragraph(say["codes_told"])
        rows = tuple((code, str(count)) for code, count in sorted(withdrawal.codes.items()))
        yield Table((say["code"], say["count"]), rows, say["lost"], (1,))
    yield Heading(say["check"], 1, "check")
    yield Paragraph(say["check_told"])
    yield Bullets(tuple(map(str, certificate.found)) or (say["nothing"],))
    if certificate.code_names:
        yield Paragraph(f"{say['code_names']}: {certificate.code_names}")
    yield Heading(say["beyond"], 1, "beyond")
    yield Bullets((say["backups"], say["copies"], say["own_words"], say["source"], say["disk"], say["keepers"]))
    yield from _files(certificate)


def _files(certificate: Certificate) -> Iterator[Block]:
    """Exports and archives."""
    withdrawal, say = certificate.withdrawal, WORDS[certificate.language]
    yield Heading(say["exports"], 2, "exports")
    yield Paragraph(say["exports_told"])
    yield Bullets(withdrawal.exports or (say["none"],))
    yield Heading(say["archives"], 2, "archives")
    yield Paragraph(say["archives_told"])
    yield Bullets(tuple(Path(one).name for one in withdrawal.archives) or (say["none"],))


def _counted(certificate: Certificate) -> Iterator[tuple[str, str, str]]:
    words, places = COUNTED[certificate.language], PLACES[certificate.language]
    counts = certificate.withdrawal.counts
    for what, (where, name) in words.items():
        if what in counts:
            yield name, places[where], str(counts[what])


def _cover(certificate: Certificate) -> Study:
    empty = pd.DataFrame()
    nothing = Codebook(certificate.study, 1, (), certificate.language)
    return Study(certificate.study, certificate.language, certificate.day, (), (), empty, empty, nothing)
