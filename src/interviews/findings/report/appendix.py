"""The end of the report: what the figures rest on, where each quote stands, and how far to trust it all."""

from collections.abc import Iterator

from interviews.findings.passages import merge_passages
from interviews.findings.report.blocks import Block, Bullets, Heading, PageBreak, Paragraph, Table
from interviews.findings.report.frames import any_table
from interviews.findings.report.setting import Setting

_LISTED = 20


def build_appendix(setting: Setting) -> Iterator[Block]:
    """Limits, agreement, interviews, index of quotes, codebook, topics."""
    yield PageBreak()
    yield Heading(setting.wording.say("appendix"), 1, "appendix")
    yield from _limits(setting)
    yield from _agreement(setting)
    yield from _interviews(setting)
    yield from _citations(setting)
    yield from _codebook(setting)
    yield from _topics(setting)


def _limits(setting: Setting) -> Iterator[Block]:
    limits = ("limit_draft", "limit_counter", "limit_choice", "limit_counts", "limit_names")
    yield Heading(setting.wording.say("limits"), 2, "limits")
    rare = sorted(quote.citation for quote in setting.shown.values() if quote.rare)
    cited = ", ".join(rare[:_LISTED]) + (" …" if len(rare) > _LISTED else "")
    told = [setting.wording.say("limit_rare", n=len(rare), cited=cited)] if rare else []
    yield Bullets((*(setting.wording.say(phrase) for phrase in limits), *told))


def _agreement(setting: Setting) -> Iterator[Block]:
    wording, table = setting.wording, setting.study.agreement
    if table is None or not len(table):
        return
    yield Heading(wording.say("agreement"), 2, "agreement")
    known = ("code", "units", "percent", "kappa", "alpha", "low", "high", "reason")
    shown = table[[name for name in known if name in table.columns]].copy()
    for column in {"code", "reason"} & set(shown.columns):
        shown[column] = [wording.remark(words) if isinstance(words, str) else words for words in shown[column]]
    yield any_table(shown, wording, wording.say("agreement_table"))


def _interviews(setting: Setting) -> Iterator[Block]:
    wording, table = setting.wording, setting.study.transcripts
    if not len(table):
        return
    columns = [name for name in ("transcript", "case", "language", "turns", "words") if name in table.columns]
    shown = table[columns].sort_values("transcript", kind="stable")
    yield Heading(wording.say("interviews"), 2, "interviews")
    yield any_table(shown, wording, wording.say("interviews_table"))


def _citations(setting: Setting) -> Iterator[Block]:
    wording = setting.wording
    yield Heading(wording.say("citations"), 2, "citations")
    if not setting.shown:
        yield Paragraph(wording.say("citations_none"))
        return
    quotes = sorted(setting.shown.values(), key=lambda quote: quote.citation)
    rows = tuple(
        (
            quote.citation,
            quote.speaker,
            quote.case or "–",
            setting.place(quote),
            ", ".join(map(setting.label, quote.codes)),
        )
        for quote in quotes
    )
    header = tuple(wording.say(name) for name in ("citation", "speaker", "case", "place", "code"))
    yield Table(header, rows, wording.say("citations_table"), widths=(29, 9, 15, 25, 22))


def _codebook(setting: Setting) -> Iterator[Block]:
    wording, book = setting.wording, setting.study.codebook
    if not len(book):
        return
    codings = setting.framework.codings
    counts = merge_passages(codings.assign(theme=codings["code"]))["theme"].value_counts()
    rows = tuple(
        (
            setting.label(code.path) if code.parent is None else f"– {setting.label(code.path)}",
            code.definition,
            wording.number(int(counts.get(code.path, 0))),
        )
        for code in book
    )
    header = (wording.say("code"), wording.say("definition"), wording.say("passages"))
    yield Heading(wording.say("codebook"), 2, "codebook")
    yield Table(header, rows, wording.say("codebook_table"), numeric=(2,), widths=(27, 57, 16))


def _topics(setting: Setting) -> Iterator[Block]:
    wording, table = setting.wording, setting.study.topics
    if table is None or not len(table):
        return
    yield Heading(wording.say("topics"), 2, "topics")
    yield Paragraph(wording.say("topics_lead"))
    yield any_table(table, wording, wording.say("topics_table"))
