"""`lab.review`: the review of an anonymization in the browser, from a notebook."""

from interviews.anonymity import Proposals
from interviews.project.browser_review import BrowserReview
from interviews.project.deciding import Asked
from interviews.project.opened import user_of_this_computer

_opened: list[BrowserReview] = []
"""Reviews that must not end because a notebook lets go of what a cell gave."""


def review(proposals: Proposals, *, author: str | None = None, confirm: bool = False) -> BrowserReview:
    """Decide on these proposals on a page of this computer's browser, which shows real names; saved act by act.

    `author` is kept with every decision, by default the user's name on this computer; with `confirm` it is the second
    person. What was decided is in the next `iv.anonymize(project)`. The notebook itself shows no name; the page ends
    with `.close()`, or with the kernel.
    """
    opened = BrowserReview(Asked(proposals, author or user_of_this_computer(), confirm))
    _opened.append(opened)
    return opened
