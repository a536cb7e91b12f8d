"""The portrait of a code on one page: where it occurs, who speaks of it, what it goes with, and in which words."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from interviews.errors import MisuseError
from interviews.exploration.counts.closeness import closeness
from interviews.exploration.counts.cooccurrence import cooccurrence
from interviews.exploration.queries.names import codes_called, hint, last_name
from interviews.exploration.views.view import View
from interviews.model import Code, is_within

if TYPE_CHECKING:
    import altair

Contrast = Callable[[Sequence[str], Sequence[str]], Mapping[str, float]]
"""How much every word marks the texts given first against those given second."""
_MOST = 12
_BARS = ("sub-code", "case", "role", "transcript", "together with", "word")


@dataclass(frozen=True, slots=True, repr=False)
class Portrait:
    """A code with its sub-codes: a table of its distributions that shows itself as a page."""

    code: str
    frame: pd.DataFrame
    figures: Mapping[str, int]
    """How many codings, transcripts, participants and coders."""
    described: Code | None = None
    """The code in the codebook."""

    def table(self) -> pd.DataFrame:
        """A row a bar: `part` (sub-code, case, role, transcript, together with, word), `name`, `count` and `share`.

        `share` is, for case, role and transcript, the part of all codings there that are of the code; for a code that
        it goes with, the coefficient c of `closeness`; for a word, its z-score.
        """
        return self.frame.copy()

    def chart(self, language: str = "de") -> "altair.VConcatChart":
        """The page as a picture."""
        from interviews.exploration.pictures.portrait_bars import draw_portrait

        return draw_portrait(self.frame, self.code, self.described.colour if self.described else "", language)

    def __repr__(self) -> str:
        lines = [f"{self.code}: {self._counts()}"]
        if self.described and self.described.definition:
            lines.append(self.described.definition)
        for part in _BARS:
            rows = self.frame[self.frame["part"] == part]
            if len(rows):
                lines.append(f"  {part}: " + ", ".join(_shown(row) for row in rows.itertuples()))
        return "\n".join(lines)

    def _repr_html_(self) -> str:
        definition = escape(self.described.definition) if self.described else ""
        parts = []
        for part in _BARS:
            rows = self.frame[self.frame["part"] == part]
            items = "".join(f"<li>{escape(_shown(row))}</li>" for row in rows.itertuples())
            parts.append(f"<div><b>{escape(part)}</b><ul>{items}</ul></div>" if items else "")
        grid = "display:grid;grid-template-columns:repeat(auto-fit,minmax(14rem,1fr));gap:1rem"
        head = f"<h3>{escape(self.code)}</h3><p>{escape(self._counts())}</p><p>{definition}</p>"
        return f'{head}<div style="{grid}">{"".join(parts)}</div>'

    def _counts(self) -> str:
        return ", ".join(f"{number} {name}" for name, number in self.figures.items())


def portrait(view: View, code: str, contrast: Contrast | None = None) -> Portrait:
    """The portrait of a code with its sub-codes, by path, name or label; `contrast` finds the words that mark it.

    Raises MisuseError for a code that does not exist, and for one without codings.
    """
    names = [str(name) for name in view.columns("code")["code"].cat.categories]
    called = codes_called(code, names, view.codebook)
    if len(called) > 1:
        raise MisuseError(f"There are {len(called)} codes called {code!r}: {', '.join(called)}.")
    if not called:
        raise MisuseError(f"There is no code {code!r}: {hint(code, [*names, *map(last_name, names)])}")
    code = called[0]
    own = np.array([*(is_within(name, code) for name in names), False])[view.columns("code")["code"].cat.codes]
    if not own.any():
        raise MisuseError(f"The code {code!r} has no codings yet, so there is nothing to show.")
    frame = view.columns("transcript", "case", "role", "participant", "coder", "code", "start", "end")
    rows = [
        *_sub_codes(frame[own]),
        *(row for part in ("case", "role", "transcript") for row in _distribution(frame, own, part)),
        *_company(frame, code, own),
        *(_words(view, own, contrast) if contrast else ()),
    ]
    figures = {"codings": int(own.sum())}
    figures |= {f"{name}s": frame.loc[own, name].nunique() for name in ("transcript", "participant", "coder")}
    described = view.codebook.get(code) if view.codebook else None
    return Portrait(code, pd.DataFrame(rows, columns=["part", "name", "count", "share"]), figures, described)


Row = tuple[str, str, int, float]


def _sub_codes(own: pd.DataFrame) -> list[Row]:
    counts = own["code"].astype(str).value_counts()
    if len(counts) < 2:
        return []
    order = [name for name in own["code"].cat.categories if name in counts.index]
    return [("sub-code", str(name), int(counts[name]), float(counts[name] / len(own))) for name in order]


def _distribution(frame: pd.DataFrame, own: np.ndarray, part: str) -> list[Row]:
    """Codings of the code by a column, and their share among all codings there; the most frequent transcripts only."""
    everything = frame[part].astype(str).where(frame[part].notna(), "(none)")
    whole, counts = everything.value_counts(), everything[own].value_counts()
    names = sorted(whole.index) if part != "transcript" else sorted(counts.index, key=lambda n: (-counts[n], n))[:_MOST]
    return [(part, str(name), int(counts.get(name, 0)), float(counts.get(name, 0) / whole[name])) for name in names]


def _company(frame: pd.DataFrame, code: str, own: np.ndarray) -> list[Row]:
    """The codes whose passages overlap those of the code most closely."""
    joined = frame[["transcript", "start", "end"]].assign(
        code=pd.Categorical(frame["code"].astype(str).where(~own, code))
    )
    counts, close = cooccurrence(joined)[code].drop(code), closeness(joined)[code].drop(code)
    names = sorted((name for name in counts.index if counts[name]), key=lambda name: (-close[name], name))[:_MOST]
    return [("together with", str(name), int(counts[name]), float(close[name])) for name in names]


def _words(view: View, own: np.ndarray, contrast: Contrast) -> list[Row]:
    """The words that mark its passages against all others; a passage that several people coded speaks once."""
    frame = view.columns("transcript", "start", "end", "text").assign(own=own)
    frame = frame.drop_duplicates(["transcript", "start", "end", "own"])
    inside, outside = (frame.loc[side, "text"].tolist() for side in (frame["own"], ~frame["own"]))
    weights = contrast(inside, outside)
    best = sorted((-weight, word) for word, weight in weights.items() if weight > 0)[:_MOST]
    folded = [text.casefold() for text in inside]
    return [("word", word, sum(word in text for text in folded), -weight) for weight, word in best]


def _shown(row: object) -> str:
    part, name, count, share = (getattr(row, field) for field in ("part", "name", "count", "share"))
    if part == "word":
        return str(name)
    return f"{name} {count}" + (f" (c {share:.2f})" if part == "together with" else f" ({share:.0%})")
