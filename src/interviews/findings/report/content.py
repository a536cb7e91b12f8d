"""The report's outline: title, method, overview, themes, profiles, appendix."""

from collections import Counter
from collections.abc import Iterator

from interviews.findings.report.appendix import build_appendix
from interviews.findings.report.blocks import (
    Block,
    Contents,
    Heading,
    Note,
    PageBreak,
    Paragraph,
    Title,
)
from interviews.findings.report.matrix import count_by_theme, draw_overview, write_matrix
from interviews.findings.report.portraits import build_profiles
from interviews.findings.report.setting import Setting, prepare
from interviews.findings.report.study import Study
from interviews.findings.report.themes import build_themes


def build(study: Study) -> list[Block]:
    """The blocks of the whole report, in order. Raises MisuseError for a language the report is not written in."""
    setting = prepare(study)
    blocks: list[Block] = [*_front(setting), *_overview(setting)]
    if len(setting.framework.codings):
        blocks += build_themes(setting)
        blocks += build_profiles(setting)
    return [*blocks, *build_appendix(setting)]


def _front(setting: Setting) -> Iterator[Block]:
    study, wording = setting.study, setting.wording
    yield Title(study.name, wording.say("kind"), (wording.date(study.date),), wording.say("draft_mark"))
    yield Note(wording.say("method"), tuple(_method(setting)))
    yield PageBreak()
    yield Contents(wording.say("contents"))


def _method(setting: Setting) -> Iterator[str]:
    study, wording, codings = setting.study, setting.wording, setting.framework.codings
    interviews = len(set(study.transcripts["transcript"]) | set(codings["transcript"]))
    people = {person.name for person in study.participants} | set(codings["participant"].dropna())
    words = int(study.transcripts["words"].sum()) if "words" in study.transcripts.columns else 0
    # Who took part is known from a table of participants only: without one, nothing is said of them.
    material = {"interviews_held": interviews, "participants": len(people), "cases": len(study.cases), "words": words}
    counts = [wording.count(thing, n) for thing, n in material.items() if n or thing == "interviews_held"]
    yield wording.say("method_material", material=", ".join(counts))
    groups = Counter(p.attributes[study.group] for p in study.participants if p.attributes.get(study.group))
    if groups:
        yield wording.say("method_groups", groups=list_groups(sorted(groups.items(), key=lambda g: (-g[1], g[0]))))
    book, coders = study.codebook, study.frame["coder"].nunique()
    counted = {"themes": len(book.themes), "codes": len(book), "coders": coders, "codings": len(study.frame)}
    yield wording.say("method_coding", codebook=book.name, version=book.version, **counted)
    yield study.anonymization or wording.say("anonymization_unknown")
    yield wording.say("method_quotes")
    agreed = study.agreement is not None and len(study.agreement)
    yield wording.say("agreement_there" if agreed else "agreement_none")


def list_groups(groups: list[tuple[str, int]]) -> str:
    """Groups with their sizes in one line."""
    return ", ".join(f"{name} ({size})" for name, size in groups)


def _overview(setting: Setting) -> Iterator[Block]:
    wording = setting.wording
    yield PageBreak()
    yield Heading(wording.say("overview"), 1, "overview")
    if not len(setting.framework.codings):
        yield Paragraph(wording.say("no_codings"), "lead")
        return
    yield Paragraph(wording.say("overview_lead"), "lead")
    yield Paragraph(wording.say("how_counted"))
    counts = count_by_theme(setting)
    yield draw_overview(setting, counts)
    yield from write_matrix(setting, counts)
