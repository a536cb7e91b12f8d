"""Quotes for print as the page is told them: the words as they would be printed, what checks say, what was decided."""

from interviews.lab.workspace.reviewing import tell_passage
from interviews.lab.workspace.views import Plain
from interviews.project import Project
from interviews.project.releasing import Checked, check_quotes

_MOST = 500
"""Quotes told at once; how many there are is told, too."""


def tell_quotes(project: Project, *, code: str, ids: list[str]) -> Plain:
    """The quotes of a code, or of codings by their ids, by transcript and place; with neither all of them."""
    view = project.codings.where(code=code) if code else project.codings
    if ids:
        view = view.take(view.columns("coding")["coding"].isin(ids).to_numpy())
    checked, total = check_quotes(project, view, _MOST)
    return {"total": total, "quotes": [_tell(one, project) for one in checked]}


def _tell(checked: Checked, project: Project) -> Plain:
    quote, decided = checked.quote, checked.release
    transcript = next(one for one in project.transcripts if one.name == quote.transcript)
    return tell_passage(transcript, quote.span) | {
        "id": quote.citation,
        "text": quote.text,
        "speaker": quote.speaker,
        "codes": list(quote.codes),
        "consent": quote.consent,
        "allowed": checked.allowed,
        "named": None if checked.named is None else list(checked.named),
        "shared": quote.shared_by,
        "rare": quote.rare,
        "decided": decided and {"released": decided.released, "reason": decided.reason, "author": decided.author},
    }
