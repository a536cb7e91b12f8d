"""The method with its limits, and the risks that remain in this very study."""

from collections.abc import Iterator

from interviews.findings.report.blocks import Block, Bullets, Heading, Paragraph, Table
from interviews.findings.safeguards.account import Account
from interviews.findings.safeguards.measured import UNSEEN
from interviews.findings.safeguards.saying import Saying

_STEPS = ("step_find", "step_close", "step_link", "step_decide", "step_apply", "step_check")
_LIMITS = ("limit_recall", "limit_unseen", "limit_circumstances", "limit_pseudonymous", "limit_check", "limit_pictures")


def build_method(account: Account, saying: Saying) -> Iterator[Block]:
    """How it was done, how much is found before the review, and what cannot be promised."""
    yield Heading(saying("method"), 2, "method")
    yield Bullets(tuple(saying(step) for step in _STEPS))
    models = ", ".join(account.pipelines)
    yield Paragraph(saying("models", models=models) if models else saying("models_none"))
    yield Heading(saying("measured"), 3, "measured")
    yield Paragraph(saying("measured_text"))
    header = tuple(saying(name) for name in ("language", "texts_measured", "persons", "direct", "quasi", "precision"))
    rows = tuple((saying.language_name(code), *map(saying.percents, figures)) for code, *figures in UNSEEN)
    yield Table(header, rows, saying("measured_table"), widths=(14, 9, 18, 18, 20, 21))
    yield Paragraph(saying("measured_limit"), "small")
    yield Heading(saying("limits"), 3, "limits")
    yield Bullets(tuple(saying(limit) for limit in _LIMITS))


def list_risks(account: Account, saying: Saying) -> Iterator[str]:
    """What a person has to weigh in this study, with its figures."""
    review = account.review
    yield saying("risk_missed")
    if review.accepted or review.unrecorded:
        yield saying("risk_unlooked", n=review.accepted + review.unrecorded, all=account.found)
    if account.found and not review.confirmed:
        yield saying("risk_one_pair")
    if account.kept:
        kept = ", ".join(f"{saying.kind(one.kind)}: {saying.number(one.kept)}" for one in account.tallies if one.kept)
        yield saying("risk_kept", kept=kept)
    yield from _risks_of_files(account, saying)
    yield from _risks_of_people(account, saying)
    yield saying("risk_vault")


def _risks_of_files(account: Account, saying: Saying) -> Iterator[str]:
    checked = account.checked
    if account.waiting:
        yield saying("risk_waiting", n=account.waiting)
    if checked.certain or checked.possible:
        yield saying("risk_leaks", certain=checked.certain, possible=checked.possible)
    if checked.unsearched:
        yield saying("risk_unsearched", n=sum(files for _, files in checked.unsearched))


def _risks_of_people(account: Account, saying: Saying) -> Iterator[str]:
    crowding = account.crowding
    if crowding.alone:
        yield saying("risk_alone", n=crowding.alone)
    if crowding.rare_quotes:
        yield saying("risk_quotes", n=crowding.rare_quotes)
    if any(not level for level, _ in account.consents.levels) or not account.consents.levels:
        yield saying("risk_consent")
    if account.keepers == 1:
        yield saying("risk_keeper")
