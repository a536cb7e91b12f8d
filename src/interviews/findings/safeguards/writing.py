"""The report on an anonymization as a file."""

from pathlib import Path

from interviews.findings.report.writing import write_blocks
from interviews.findings.safeguards.account import Account
from interviews.findings.safeguards.content import build_account


def write_account(account: Account, path: str | Path) -> Path:
    """Write the report as .docx, .md or .html and return its path; the same account gives the same bytes.

    Raises MisuseError for another suffix and for a place that cannot be written.
    """
    return write_blocks(lambda: build_account(account), account, path)
