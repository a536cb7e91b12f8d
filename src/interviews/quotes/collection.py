"""Quotes together with what was left out and why."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from html import escape
from typing import overload

import pandas as pd

from interviews.errors import Problem
from interviews.model import Quote

SHOWN = 20


@dataclass(frozen=True, slots=True)
class Quotes(Sequence[Quote]):
    """Quotes by transcript and place; `problems` says what was left out, `codes` in which order codes are read."""

    quotes: tuple[Quote, ...]
    problems: tuple[Problem, ...] = ()
    codes: tuple[str, ...] = field(default=())

    @overload
    def __getitem__(self, index: int) -> Quote: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Quote, ...]: ...
    def __getitem__(self, index: int | slice) -> Quote | tuple[Quote, ...]:
        return self.quotes[index]

    def __len__(self) -> int:
        return len(self.quotes)

    def __iter__(self) -> Iterator[Quote]:
        return iter(self.quotes)

    def table(self) -> pd.DataFrame:
        """One row a quote; several codes are joined by semicolons."""
        columns = ["citation", "text", "speaker", "case", "transcript", "turn", "codes", "consent", "start", "end"]
        columns += ["shared_by", "rare", "release"]
        return pd.DataFrame([_row(quote) for quote in self.quotes], columns=columns)

    @property
    def rare(self) -> tuple[Quote, ...]:
        """Those whose speaker shares attributes with so few that they could tell who speaks: look before printing."""
        return tuple(quote for quote in self.quotes if quote.rare)

    def by_code(self) -> dict[str, list[Quote]]:
        """The quotes of each code, codes in their order; a quote with two codes stands under both."""
        groups: dict[str, list[Quote]] = {code: [] for code in self.codes}
        for code in sorted({code for quote in self.quotes for code in quote.codes or ("",)}):
            groups.setdefault(code, [])
        for quote in self.quotes:
            for code in quote.codes or ("",):
                groups[code].append(quote)
        return {code: quotes for code, quotes in groups.items() if quotes}

    def __repr__(self) -> str:
        lines = [f"{len(self)} quotes, {len(self.problems)} remarks"]
        lines += [f"  {quote.speaker} ({_marked(quote)}): {_short(quote.text)}" for quote in self.quotes[:SHOWN]]
        return "\n".join([*lines, *(f"  left out – {problem}" for problem in self.problems)])

    def _repr_html_(self) -> str:
        cards = "".join(
            f'<blockquote dir="auto" style="white-space:pre-line;max-width:46em">{escape(quote.text)}<br>'
            f'<small style="opacity:.75">{escape(quote.speaker)} · {escape(quote.citation)} · '
            f"{escape(', '.join(quote.codes))}</small></blockquote>"
            for quote in self.quotes[:SHOWN]
        )
        more = f", the first {SHOWN} shown" if len(self) > SHOWN else ""
        left_out = "".join(f"<li>{escape(str(problem))}</li>" for problem in self.problems)
        return f"<p>{len(self)} quotes{more}</p>{cards}" + (f"<p>Left out:</p><ul>{left_out}</ul>" if left_out else "")


def _row(quote: Quote) -> tuple[object, ...]:
    who = (quote.citation, quote.text, quote.speaker, quote.case, quote.transcript, quote.turn)
    place = (quote.span.start, quote.span.end)
    return (*who, "; ".join(quote.codes), quote.consent, *place, quote.shared_by, quote.rare, quote.release)


def _marked(quote: Quote) -> str:
    """The citation, and what few share with the speaker."""
    return f"{quote.citation}; rare: {quote.rare}" if quote.rare else quote.citation


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 160 else words[:159] + "…"
