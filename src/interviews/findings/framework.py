"""The case × theme matrix of framework analysis, with the evidence in every cell (Ritchie and Spencer 1994)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import pandas as pd

from interviews.errors import MisuseError
from interviews.findings.display import draw_matrix, matrix_as_html, passages_as_html
from interviews.findings.keyness import contrast_words, pick, top_words
from interviews.findings.passages import distinct_codings, merge_passages
from interviews.model import Case, CellSummary, Codebook, Participant, Role

if TYPE_CHECKING:
    import altair

Measure = Literal["codings", "passages", "transcripts", "participants"]
MEASURES: tuple[Measure, ...] = ("codings", "passages", "transcripts", "participants")
_EVIDENCE = ["transcript", "turn", "speaker", "participant", "codes", "coders", "start", "end", "text"]


@dataclass(frozen=True, slots=True)
class Summary:
    """Key passages of one cell, chosen by a machine: a draft until a person has read the cell."""

    case: str
    theme: str
    passages: pd.DataFrame
    """The passages as in `Framework.cell`, the most telling first."""
    words: tuple[str, ...]
    """The words that mark this cell against all the others."""
    draft: bool = True

    def _repr_html_(self) -> str:
        return passages_as_html(self.passages, f"{self.case} × {self.theme}", self.words)


@dataclass(frozen=True, slots=True, repr=False)
class Framework:
    """A matrix of cases and themes; every case and every theme is in it, with or without evidence."""

    codings: pd.DataFrame
    """The codings that are counted, one row for a code on a stretch of text."""
    passages: pd.DataFrame
    codebook: Codebook
    cases: tuple[Case, ...]
    themes: tuple[str, ...]
    participants: tuple[Participant, ...] = ()
    summaries: tuple[CellSummary, ...] = ()
    """What people wrote into the cells."""

    def __repr__(self) -> str:
        return f"Framework({len(self.cases)} cases, {len(self.themes)} themes, {len(self.codings)} codings)"

    def counts(self, measure: Measure = "codings") -> pd.DataFrame:
        """Cases in rows, themes in columns.

        `codings`: the same code on the identical stretch of a transcript counts once, however many coders applied it;
        two codes of one theme on that stretch are two. `passages`: all codings of a theme that overlap are one.
        `transcripts` and `participants`: how many speak about the theme. Raises MisuseError for another measure.
        """
        if measure not in MEASURES:
            raise MisuseError(f"Unknown measure {measure!r}: choose one of {', '.join(MEASURES)}")
        if measure in ("codings", "passages"):
            source = self.codings if measure == "codings" else self.passages
            sizes = source.groupby(["case", "theme"]).size()
        else:
            column = measure.removesuffix("s")
            known = self.codings[self.codings[column].notna()]
            sizes = known.groupby(["case", "theme"])[column].nunique()
        table = sizes.unstack(fill_value=0) if len(sizes) else pd.DataFrame()
        names = [case.name for case in self.cases]
        table = table.reindex(index=names, columns=list(self.themes), fill_value=0).fillna(0).astype(int)
        return table.rename_axis(index="case", columns="theme")

    def cell(self, case: str, theme: str) -> pd.DataFrame:
        """The passages of a cell with their place (transcript, turn, start, end), in order of place.

        Raises MisuseError for a case or a theme that is not in the matrix.
        """
        self._refuse_unknown(case, theme)
        rows = self.passages[(self.passages["case"] == case) & (self.passages["theme"] == theme)]
        return rows[_EVIDENCE].reset_index(drop=True)

    def texts(self) -> pd.DataFrame:
        """What people wrote, cases in rows and themes in columns like `counts`; empty where nobody has."""
        names = [case.name for case in self.cases]
        table = pd.DataFrame("", index=names, columns=list(self.themes))
        for one in self.summaries:
            if one.case in table.index and one.theme in table.columns:
                table.loc[one.case, one.theme] = one.text
        return table.rename_axis(index="case", columns="theme")

    def summary(self, case: str, theme: str, n: int = 3) -> Summary:
        """Up to `n` key passages of interviewees, by keyness against all other cells and least repetition: a draft."""
        self._refuse_unknown(case, theme)
        inside = (self.passages["case"] == case) & (self.passages["theme"] == theme)
        own, rest = self.passages[inside], self.passages[~inside]
        spoken = own[own["role"] == Role.INTERVIEWEE]
        own = spoken if len(spoken) else own
        language = self.codebook.language
        weights = contrast_words(own["text"].tolist(), rest["text"].tolist(), language)
        chosen = pick(own["text"].tolist(), weights, n, language)
        passages = own.iloc[chosen][_EVIDENCE].reset_index(drop=True)
        return Summary(case, theme, passages, top_words(weights, 8))

    def people(self, case: str) -> tuple[str, ...]:
        """The participants of a case: those known to the study and those heard in its codings."""
        listed = {person.name for person in self.participants if person.case == case}
        heard = self.codings.loc[self.codings["case"] == case, "participant"].dropna()
        return tuple(sorted(listed | set(heard)))

    def label(self, code: str, language: str | None = None) -> str:
        """A code's name in a language, as the codebook has it."""
        known = self.codebook.get(code)
        return known.label(language or self.codebook.language) if known else code

    def chart(self, measure: Measure = "passages", language: str | None = None) -> "altair.Chart":
        """A heat map with the numbers in it, themes down and cases across."""
        table = self.counts(measure).rename(columns=lambda theme: self.label(theme, language))
        return draw_matrix(table)

    def _repr_html_(self) -> str:
        return matrix_as_html(self.counts().rename(columns=lambda theme: self.label(theme)))

    def _refuse_unknown(self, case: str, theme: str) -> None:
        if case not in {known.name for known in self.cases}:
            raise MisuseError(f"There is no case {case!r} in this matrix: see counts() for the cases it has")
        if theme not in self.themes:
            raise MisuseError(f"There is no theme {theme!r} in this matrix: see counts() for the themes it has")


def framework(
    frame: pd.DataFrame,
    codebook: Codebook,
    cases: Sequence[Case],
    participants: Sequence[Participant] = (),
    summaries: Sequence[CellSummary] = (),
) -> Framework:
    """The matrix of a table of codings.

    Codings of a case or a theme that `cases` and `codebook` do not name get a row or column of their own at the end, so
    that none is lost; `participants` make it possible to say "2 of 3". Raises MisuseError for a missing column.
    """
    codings = distinct_codings(frame)
    passages = merge_passages(frame)
    named = {case.name for case in cases}
    further = sorted(set(codings["case"]) - named)
    themes = [code.path for code in codebook.themes]
    return Framework(
        codings=codings,
        passages=passages,
        codebook=codebook,
        cases=(*cases, *(Case(name) for name in further)),
        themes=(*themes, *sorted(set(codings["theme"]) - set(themes))),
        participants=tuple(participants),
        summaries=tuple(summaries),
    )
