"""Other records than codings in the same kind of view: turns, transcripts, participants, memos, codes, cases."""

from html import escape

import pandas as pd

from interviews.exploration.views.display import SHOWN
from interviews.exploration.views.view import View

_LONGEST = 90


class Records(View):
    """Records of one kind, a row each: to be narrowed, asked, counted and grouped like codings.

    Of questions, conditions on columns can be asked: `role = interviewee and text ~ "miete*"`.
    """

    def __init__(self, frame: pd.DataFrame, noun: str) -> None:
        super().__init__(frame)
        self.noun = noun

    def __repr__(self) -> str:
        shown = self._first().map(_short)
        lines = [*([self.question] if self.question else []), self._summary()]
        return "\n".join([*lines, *([shown.to_string(index=False)] if len(shown) else [])])

    def _repr_html_(self) -> str:
        asked = f"<p><code>{escape(self.question)}</code></p>" if self.question else ""
        return f"<div>{asked}<p>{self._summary()}</p>{self._first().to_html(index=False, escape=True, na_rep='')}</div>"

    def _summary(self) -> str:
        more = f", the first {SHOWN} shown" if len(self) > SHOWN else ""
        return f"{len(self):,} {self.noun}{more}"


def _short(value: object) -> object:
    if not isinstance(value, str):
        return "" if value is None or value is pd.NA or value != value else value
    words = " ".join(value.split())
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"
