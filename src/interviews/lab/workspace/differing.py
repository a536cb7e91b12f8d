"""Where two coders differ, side by side: the words of the turns around, the codings of both, and what was decided."""

from interviews.lab.workspace.identity import check_coder
from interviews.lab.workspace.reviewing import tell_passage
from interviews.lab.workspace.views import Plain
from interviews.model import Coding, Transcript
from interviews.project import Project
from interviews.project.disputes import CONSENSUS, Dispute, coders_of, disputes_of


def tell_disagreements(project: Project, coder: str, first: str, second: str, name: str) -> Plain:
    """The disagreements of two coders in reading order, by default of this coder, where they code, with another one."""
    known = coders_of(project)
    usual = sorted(known, key=lambda one: one != coder)[:2]
    if not (first and second) and len(usual) == 2:
        first, second = usual
    name = check_coder(name or next(iter(sorted(project.adjudicators)), CONSENSUS))
    texts = {one.id: one for one in project.transcripts}
    found = disputes_of(project, first, second, name) if first and second else []
    return {
        "coders": known,
        "first": first,
        "second": second,
        "as": name,
        "disagreements": [_tell(one, texts[one.disagreement.transcript]) for one in found],
    }


def _tell(dispute: Dispute, transcript: Transcript) -> Plain:
    found, decided = dispute.disagreement, dispute.decision
    return tell_passage(transcript, found.span) | {
        "id": dispute.id,
        "difference": str(found.difference),
        "first": [_tell_coding(one) for one in found.first],
        "second": [_tell_coding(one) for one in found.second],
        "decided": decided
        and {
            "decision": decided.decision,
            "outcome": [_tell_coding(one) for one in decided.outcome],
            "reason": decided.reason,
            "author": decided.author,
        },
    }


def _tell_coding(coding: Coding) -> Plain:
    return {"start": coding.span.start, "end": coding.span.end, "code": coding.code, "memo": coding.memo}
