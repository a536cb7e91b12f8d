"""Writing into the cells of the framework matrix what somebody reads out of their evidence."""

from typing import TYPE_CHECKING

from interviews.errors import MisuseError
from interviews.model import CellSummary
from interviews.project.naming import refuse_naming

if TYPE_CHECKING:
    from interviews.project.nouns import Nouns


def summarize(project: "Nouns", summary: CellSummary, since: str | None = None) -> None:
    """Save the words of a cell; none take earlier ones out. With `since`, only where those of that id stand there now.

    Raises MisuseError for a case or theme that is not there, for words that name somebody, and where somebody else has
    written meanwhile.
    """
    if summary.case not in {case.name for case in project.cases} | {one.case for one in project.transcripts}:
        raise MisuseError(f"there is no case '{summary.case}'; nothing was saved")
    if summary.theme not in {code.path for code in project.codebook.themes}:
        raise MisuseError(f"the codebook has no theme '{summary.theme}'; nothing was saved")
    refuse_naming("Summary", [summary.text], project.key_at_hand() if summary.text else ())
    there = next((one for one in project.summaries if (one.case, one.theme) == (summary.case, summary.theme)), None)
    if since is not None and since != (there.id if there else ""):
        by = there.author if there else "somebody"
        raise MisuseError(f"{by} has written into this cell meanwhile: read it, and save once more")
    project.store.add_summary(summary)
