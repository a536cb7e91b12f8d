"""The report on the anonymization of a study, for an ethics board and a data-protection officer."""

from interviews.findings.safeguards.account import Account, Checked, Consents, Crowding, Review, Reviewer, Round, Tally
from interviews.findings.safeguards.content import build_account
from interviews.findings.safeguards.writing import write_account

__all__ = [
    "Account",
    "Checked",
    "Consents",
    "Crowding",
    "Review",
    "Reviewer",
    "Round",
    "Tally",
    "build_account",
    "write_account",
]
