"""The outline of the report on an anonymization: in short, what was done, by whom, how safe it is, what remains."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from interviews.findings.report.blocks import (
    Block,
    Bullets,
    Figures,
    Heading,
    Note,
    PageBreak,
    Paragraph,
    Table,
    Title,
)
from interviews.findings.safeguards.account import Account
from interviews.findings.safeguards.limits import build_method, list_risks
from interviews.findings.safeguards.saying import Saying


def build_account(account: Account) -> list[Block]:
    """The blocks of the report, in order of reading."""
    saying = Saying(account.language)
    return _numbered(
        [
            *_front(account, saying),
            *_matter(account, saying),
            *_outcome(account, saying),
            *_review(account, saying),
            *_safekeeping(account, saying),
            *_crowding(account, saying),
            *build_method(account, saying),
            Heading(saying("risks"), 2, "risks"),
            Paragraph(saying("risks_lead")),
            Bullets(tuple(list_risks(account, saying))),
            *_signatures(saying),
        ]
    )


def _numbered(blocks: Iterable[Block]) -> list[Block]:
    """The blocks with their sections counted, so that a board can refer to them."""
    section, part, numbered = 0, 0, list[Block]()
    for block in blocks:
        if isinstance(block, Heading):
            section, part = (section + 1, 0) if block.level == 2 else (section, part + 1)
            number = f"{section}.{part}" if part else str(section)
            block = replace(block, text=f"{number} {block.text}")
        numbered.append(block)
    return numbered


def _front(account: Account, saying: Saying) -> Iterator[Block]:
    yield Title(account.name, saying("kind"), (saying("readers"), saying.date(account.date)), saying("status"))
    check = "check_clean" if account.checked.is_clean else "check_look"
    review = account.review
    yield Note(
        saying("in_short"),
        (
            saying("short_found", found=account.found, replaced=account.found - account.kept, kept=account.kept),
            saying("short_review", decided=review.decided, accepted=review.accepted, confirmed=review.confirmed),
            *([saying("short_unrecorded", n=review.unrecorded)] if review.unrecorded else []),
            saying(check),
            saying("short_alone", alone=account.crowding.alone, people=account.participants),
            saying("short_status"),
        ),
    )


def _matter(account: Account, saying: Saying) -> Iterator[Block]:
    yield PageBreak()
    yield Heading(saying("matter"), 2, "matter")
    yield Figures(
        tuple(
            (saying.number(n), saying(f"n_{name}"))
            for name, n in (
                ("interviews", account.interviews),
                ("participants", account.participants),
                ("passages", account.passages),
            )
        )
    )
    languages = ", ".join(saying.language_name(code) for code in account.languages)
    yield Paragraph(saying("matter_text", words=account.words, cases=account.cases, languages=languages or "–"))
    if account.waiting:
        yield Paragraph(saying("matter_waiting", n=account.waiting))
    yield Paragraph(saying("matter_law"))


def _outcome(account: Account, saying: Saying) -> Iterator[Block]:
    yield Heading(saying("outcome"), 2, "outcome")
    yield Paragraph(saying("outcome_lead"))
    decisions = list(dict.fromkeys([*saying.decisions, *(name for one in account.tallies for name in one.outcomes)]))
    used = [name for name in decisions if any(one.outcomes.get(name) for one in account.tallies)]
    rows = [
        (
            saying.kind(tally.kind),
            *(saying.number(n) for n in (tally.found, *(tally.outcomes.get(name, 0) for name in used), tally.texts)),
        )
        for tally in account.tallies
    ]
    totals = [sum(one.outcomes.get(name, 0) for one in account.tallies) for name in used]
    rows.append((saying("sum"), *map(saying.number, (account.found, *totals)), ""))
    header = (saying("kind_column"), saying("found"), *map(saying.decision, used), saying("texts"))
    numeric = tuple(range(1, len(header)))
    yield Table(header, tuple(rows), saying("outcome_table"), numeric=numeric, widths=(24, *(13,) * len(numeric)))
    yield Paragraph(saying("outcome_remark", passages=account.passages), "small")


def _review(account: Account, saying: Saying) -> Iterator[Block]:
    review = account.review
    yield Heading(saying("review"), 2, "review")
    yield Paragraph(saying("review_lead"))
    yield Bullets(
        (
            saying("review_decided", n=review.decided),
            saying("review_accepted", n=review.accepted),
            saying("review_confirmed", n=review.confirmed),
            *([saying("review_unrecorded", n=review.unrecorded)] if review.unrecorded else []),
        )
    )
    if review.reviewers:
        header = tuple(saying(name) for name in ("who", "decided", "accepted", "confirmed", "first", "last"))
        rows = tuple(
            (
                one.name,
                *map(saying.number, (one.decided, one.accepted, one.confirmed)),
                *(saying.day(day) for day in (one.first, one.last)),
            )
            for one in review.reviewers
        )
        yield Table(header, rows, saying("review_table"), numeric=(1, 2, 3))
    if review.rounds:
        header = (saying("day"), saying("who"), saying("texts"))
        rows = tuple((saying.day(one.day), one.who, saying.number(one.texts)) for one in review.rounds)
        yield Table(header, rows, saying("rounds_table"), numeric=(2,))
    profiles = ", ".join(f"{name} ({n})" for name, n in review.profiles)
    yield Paragraph(saying("policy", profiles=profiles) if profiles else saying("policy_default"))


def _safekeeping(account: Account, saying: Saying) -> Iterator[Block]:
    yield Heading(saying("safekeeping"), 2, "safekeeping")
    yield Paragraph(saying("vault"))
    yield Paragraph(saying("keepers_one" if account.keepers == 1 else "keepers", n=account.keepers))
    yield Heading(saying("consent"), 3, "consent")
    if account.consents.levels:
        rows = tuple((saying.level(level), saying.number(n)) for level, n in account.consents.levels)
        yield Table((saying("level"), saying("people")), rows, saying("consent_table"), numeric=(1,), widths=(70, 30))
    else:
        yield Paragraph(saying("consent_unknown"))
    erased = account.consents.withdrawals
    days = ", ".join(dict.fromkeys(saying.day(day) for day, _ in erased))
    number = sum(interviews for _, interviews in erased)
    yield Paragraph(saying("withdrawals", n=number, days=days) if erased else saying("withdrawals_none"))
    yield Heading(saying("check"), 3, "check")
    yield Paragraph(saying("check_text"))
    yield Paragraph(saying("check_found", certain=account.checked.certain, possible=account.checked.possible))
    unsearched = tuple(f"{message} ({files})" for message, files in account.checked.unsearched)
    if unsearched:
        yield Paragraph(saying("check_unsearched"))
        yield Bullets(unsearched)
    if account.checked.let_through:
        yield Paragraph(saying("check_let_through"))
        yield Bullets(account.checked.let_through)


def _crowding(account: Account, saying: Saying) -> Iterator[Block]:
    crowding = account.crowding
    yield Heading(saying("cells"), 2, "cells")
    yield Paragraph(saying("cells_lead", k=crowding.k))
    if not crowding.combinations:
        yield Paragraph(saying("cells_none"))
        return
    yield Paragraph(
        saying("cells_found", all=crowding.combinations, small=crowding.small, k=crowding.k, alone=crowding.alone)
    )
    if crowding.rare:
        rows = tuple((names, saying.number(n)) for names, n in crowding.rare)
        header = (saying("attributes"), saying("small"))
        yield Table(header, rows, saying("cells_table", k=crowding.k), numeric=(1,), widths=(70, 30))
    yield Paragraph(saying("cells_quotes", rare=crowding.rare_quotes, all=crowding.quotes, k=crowding.k))
    yield Paragraph(saying("cells_limit"), "small")


def _signatures(saying: Saying) -> Iterator[Block]:
    yield Heading(saying("signatures"), 2, "signatures")
    yield Paragraph(saying("signatures_text"))
    rows = tuple((f"\n\n{saying(role)}", "", "") for role in ("lead", "officer"))
    header = (saying("role"), saying("place_day"), saying("signature"))
    yield Table(header, rows, saying("signatures_table"), widths=(34, 28, 38))
