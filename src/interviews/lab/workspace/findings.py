"""Findings as the report prints them, those that people wrote and the drafts: their claims, and the evidence of one."""

from collections.abc import Sequence

from interviews.findings import Framework, draft_findings
from interviews.findings.drafts import MIN_PASSAGES
from interviews.findings.wording import LANGUAGES
from interviews.lab.workspace.matrix import places_of, tell_evidence
from interviews.lab.workspace.views import Plain
from interviews.model import Finding, Span
from interviews.project import Project


def drafts_of(project: Project, matrix: Framework, language: str) -> tuple[Finding, ...]:
    """The drafts of the report, from the same matrix and the same quotes; in English where it has no such language."""
    spoken = language if language in LANGUAGES else "en"
    return draft_findings(matrix, project.quotes(), language=spoken)


def tell_findings(matrix: Framework, drafts: Sequence[Finding], language: str) -> Plain:
    """The claims by case, those that people wrote into cells before the drafts; a draft takes `least` passages."""
    order = [case.name for case in matrix.cases]
    found = sorted(_all(matrix, drafts, language), key=lambda one: (order.index(one["case"]), one["draft"]))
    return {"least": MIN_PASSAGES, "findings": found}


def tell_finding(
    project: Project, matrix: Framework, drafts: Sequence[Finding], case: str, theme: str, language: str
) -> Plain | None:
    """One of them with its evidence, the quotes that support it first; None where its cell has no finding any more."""
    known = (one for one in _all(matrix, drafts, language) if (one["case"], one["theme"]) == (case, theme))
    finding = next(known, None)
    if finding is None:
        return None
    draft = next((one for one in drafts if (one.case, one.theme) == (case, theme)), None)
    quotes = draft.support if draft and finding["draft"] else ()
    shown = {(one.transcript, one.span): one.citation for one in quotes}
    others = [place for place in places_of(matrix, case, theme) if not _covered(place, shown)]
    return {
        "finding": finding,
        "passages": [
            *(
                told | {"citation": citation}
                for place, citation in shown.items()
                for told in tell_evidence(project, theme, [place])
            ),
            *tell_evidence(project, theme, others),
        ],
    }


def _all(matrix: Framework, drafts: Sequence[Finding], language: str) -> list[Plain]:
    cases = {case.name for case in matrix.cases}
    written = {
        (one.case, one.theme): one for one in matrix.summaries if one.case in cases and one.theme in matrix.themes
    }
    told = [(one.case, one.theme, one.text, one.author) for one in written.values()]
    told += [(one.case or "", one.theme or "", one.claim, "") for one in drafts if (one.case, one.theme) not in written]
    return [
        {"case": case, "theme": theme, "label": matrix.label(theme, language), "claim": claim, "author": author}
        | {"draft": not author}
        for case, theme, claim, author in told
    ]


def _covered(place: tuple[str, Span], shown: dict[tuple[str, Span], str]) -> bool:
    """Whether nothing of a passage is left that a quote does not show."""
    name, span = place
    return any(other == name and one.start <= span.start and span.end <= one.end for other, one in shown)
