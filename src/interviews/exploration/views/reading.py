"""Passages to read, with the words around them."""

from dataclasses import dataclass
from html import escape

import pandas as pd

from interviews.exploration.views.display import QUIET, place, rows_to_show, summary

CONTEXT = 100


@dataclass(frozen=True, slots=True, repr=False)
class Passages:
    """Some passages of a view, a row each, with what is said before and after; shows itself as text."""

    frame: pd.DataFrame
    number: int
    """How many the view has."""
    question: str = ""

    def table(self) -> pd.DataFrame:
        """The table of these codings, and the columns `before` and `after`."""
        return self.frame.copy()

    def __repr__(self) -> str:
        lines = [*([self.question] if self.question else []), self._summary()]
        for row in rows_to_show(self.frame):
            before, text, after = _one_line(row["before"]), _one_line(row["text"]), _one_line(row["after"])
            lines += ["", f"{place(row)}  [{row['code']}]  {row['coder']}"]
            lines += [f"  {before} «{text}» {after}" if after else f"  {before} «{text}»"]
        return "\n".join(lines)

    def _repr_html_(self) -> str:
        cards = "".join(
            f'<p dir="auto"><span style="{QUIET}">{escape(place(row))} · {escape(str(row["code"]))} · '
            f'{escape(str(row["coder"]))}</span><br><span style="{QUIET}">{escape(str(row["before"]))}</span>'
            f'<mark>{escape(str(row["text"]))}</mark><span style="{QUIET}">{escape(str(row["after"]))}</span></p>'
            for row in rows_to_show(self.frame)
        )
        asked = f"<p><code>{escape(self.question)}</code></p>" if self.question else ""
        return f"<div>{asked}<p>{escape(self._summary())}</p>{cards}</div>"

    def _summary(self) -> str:
        first = f", the first {len(self.frame)} shown" if len(self.frame) < self.number else ""
        return summary(self.number, "coding", "codings").partition(",")[0] + first


def _one_line(words: str) -> str:
    return " ".join(words.split()) if "\n" in words else words.strip()


def whole_words(text: str, start: int, end: int, context: int) -> tuple[str, str]:
    """Up to so many characters before and after a passage, without a word cut in two."""
    left, right = max(0, start - context), min(len(text), end + context)
    while 0 < left < start and not text[left - 1].isspace():
        left += 1
    while end < right < len(text) and not text[right].isspace():
        right -= 1
    return text[left:start], text[end:right]
