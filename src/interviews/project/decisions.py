"""What people decide about codings that are there, and read out of them."""

from collections.abc import Iterable

from interviews.exploration import View
from interviews.model import CellSummary, Quote, Span
from interviews.project.adjudicating import OWN, Verdict, adjudicate
from interviews.project.disputes import CONSENSUS
from interviews.project.nouns import Nouns
from interviews.project.releasing import decide_release
from interviews.project.results import Saved
from interviews.project.revisiting import confirm_codings, recode_codings
from interviews.project.summarizing import summarize


class Decisions(Nouns):
    """Decisions about codings: whether they hold, have another code, are settled, may be printed."""

    def confirm(self, codings: View | Iterable[str], *, author: str | None = None, reason: str = "") -> Saved:
        """Say of codings, as a view or by id, that they hold under their code as it is defined now."""
        return confirm_codings(self, codings, author or self.user, reason)

    def recode(self, codings: View | Iterable[str], to: str, *, author: str | None = None, reason: str = "") -> Saved:
        """Give codings, as a view or by id, another code."""
        return recode_codings(self, codings, to, author or self.user, reason)

    def adjudicate(
        self,
        which: View | str | Iterable[str],
        decision: str = OWN,
        *,
        code: str = "",
        span: Span | None = None,
        reason: str = "",
        coder: str = CONSENSUS,
        author: str | None = None,
    ) -> Saved:
        """Decide on `disagreements`, as a view or by their column of that name; the outcome stands in the name `coder`.

        The decision is the name of the coder whose codings hold, `both` or `neither`; or a `code` is given, on a `span`
        of the text or on the words of both. A later decision takes the place of an earlier one. The codings of the
        coders, and so their agreement, stay as they are.
        """
        return adjudicate(self, which, Verdict(decision, code, span, reason, coder), author or self.user)

    def summarize(self, case: str, theme: str, text: str, *, author: str | None = None) -> Saved:
        """Write a cell of the framework matrix; no text takes the words out. Earlier ones stay in the history."""
        summarize(self, CellSummary(case, theme, text.strip(), author or self.user))
        return Saved({"summaries": 1})

    def release(
        self, quotes: str | Quote | Iterable[str | Quote], *, reason: str = "", author: str | None = None
    ) -> Saved:
        """Release quotes, or citations, for print: of people who agreed to it, and without the name of anybody."""
        return Saved({"released quotes": decide_release(self, quotes, True, reason, author or self.user)})

    def hold(
        self, quotes: str | Quote | Iterable[str | Quote], *, reason: str = "", author: str | None = None
    ) -> Saved:
        """Hold quotes, or citations, back."""
        return Saved({"held quotes": decide_release(self, quotes, False, reason, author or self.user)})
