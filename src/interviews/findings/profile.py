"""One case at a glance: its numbers, its themes, what marks it, and what is missing."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

import pandas as pd

from interviews.errors import MisuseError
from interviews.findings.choice import choose_quotes, quotes_about
from interviews.findings.contrast import contrast_themes
from interviews.findings.display import passages_as_html
from interviews.findings.framework import Framework, Measure
from interviews.findings.keyness import contrast_words, top_words
from interviews.model import Case, Quote

# Themes that give a key passage, one each: the case's most frequent ones.
KEY_THEMES = 5
# Words below this z-score may be there by chance.
MARKED = 1.96
_VOICES: tuple[Measure, ...] = ("transcripts", "participants")


@dataclass(frozen=True, slots=True, repr=False)
class Profile:
    """What the codings say about one case, as far as counting can say it; key passages and quotes are a draft."""

    case: Case
    interviews: int
    participants: int
    groups: tuple[tuple[str, int], ...]
    """Participants by group, the largest first; empty where no group is known."""
    words: int | None
    """Words of the case's transcripts, None where not counted."""
    codings: int
    passages: int
    themes: pd.DataFrame
    """A row a theme, as from `contrast_themes`, with `participants` and `transcripts` beside the passages."""
    silent: tuple[str, ...]
    """Themes without any evidence in this case."""
    key_passages: pd.DataFrame
    """The most telling passage of each of the case's main themes."""
    marks: tuple[str, ...]
    """Words that mark the case against others in its language; empty where there are none to set it against."""
    quotes: tuple[Quote, ...] = ()
    draft: bool = True

    def __repr__(self) -> str:
        return f"Profile({self.case.name}: {self.interviews} interviews, {self.codings} codings)"

    def _repr_html_(self) -> str:
        numbers = f"{self.interviews} interviews, {self.participants} participants, {self.passages} passages"
        shown = self.themes[["theme", "passages", "transcripts", "participants", "standing"]]
        return (
            f'<h3 dir="auto">{escape(self.case.name)}</h3><p>{numbers}</p>{shown.to_html(index=False, border=0)}'
            f"{passages_as_html(self.key_passages, self.case.name, self.marks)}"
        )


def profile(
    case: str,
    framework: Framework,
    *,
    transcripts: pd.DataFrame | None = None,
    quotes: Sequence[Quote] = (),
    group: str = "group",
    n_quotes: int = 3,
    shown: Sequence[Quote] = (),
) -> Profile:
    """The profile of one case of a matrix.

    `transcripts` is a table with the columns transcript, case and, where known, words: it makes interviews count that
    nobody coded. `group` names the attribute by which participants are counted; quotes in `shown` are avoided.
    Raises MisuseError for a case that the matrix does not have.
    """
    known = next((one for one in framework.cases if one.name == case), None)
    if known is None:
        raise MisuseError(f"There is no case {case!r} in this matrix: see counts() for the cases it has")
    passages = framework.counts("passages").to_dict("index")[case]
    themes = contrast_themes(framework.counts("passages"), case)
    for measure in _VOICES:
        counts = framework.counts(measure).to_dict("index")[case]
        themes[measure] = [counts[theme] for theme in themes["theme"]]
    weights = _weights(framework, case)
    interviews, words = _interviews(framework, case, transcripts)
    return Profile(
        case=known,
        interviews=interviews,
        participants=len(framework.people(case)),
        groups=_groups(framework, case, group),
        words=words,
        codings=sum(framework.counts().to_dict("index")[case].values()),
        passages=sum(passages.values()),
        themes=themes,
        silent=tuple(theme for theme in framework.themes if not passages[theme]),
        key_passages=_key_passages(framework, case, themes),
        marks=_marks(framework, case, transcripts),
        quotes=choose_quotes(
            quotes_about(quotes, case=case), weights, n_quotes, shown=shown, language=framework.codebook.language
        ),
    )


def _weights(framework: Framework, case: str) -> dict[str, float]:
    # A passage with two themes is two rows; its words count once.
    passages = framework.passages.drop_duplicates(["transcript", "start", "end"])
    inside = passages["case"] == case
    texts = passages["text"]
    return contrast_words(texts[inside].tolist(), texts[~inside].tolist(), framework.codebook.language)


def _marks(framework: Framework, case: str, transcripts: pd.DataFrame | None) -> tuple[str, ...]:
    """Only what passages in the same languages leave over: else a foreign language would be all that marks a case."""
    passages = framework.passages.drop_duplicates(["transcript", "start", "end"])
    languages: dict[str, str] = {}
    if transcripts is not None and "language" in transcripts.columns:
        languages = dict(zip(transcripts["transcript"], transcripts["language"], strict=True))
    spoken = passages["transcript"].map(lambda name: languages.get(name, ""))
    inside = passages["case"] == case
    comparable = ~inside & spoken.isin(set(spoken[inside]))
    here, there = (passages["text"][rows].tolist() for rows in (inside, comparable))
    weights = contrast_words(here, there, framework.codebook.language) if there else {}
    return top_words(weights, 8, MARKED)


def _interviews(framework: Framework, case: str, transcripts: pd.DataFrame | None) -> tuple[int, int | None]:
    coded = set(framework.codings.loc[framework.codings["case"] == case, "transcript"])
    if transcripts is None:
        return len(coded), None
    own = transcripts[transcripts["case"].astype(object) == case]
    words = int(own["words"].sum()) if "words" in own.columns and len(own) else None
    return len(coded | set(own["transcript"])), words


def _groups(framework: Framework, case: str, attribute: str) -> tuple[tuple[str, int], ...]:
    people = [person for person in framework.participants if person.case == case]
    sizes = Counter(person.attributes[attribute] for person in people if person.attributes.get(attribute))
    return tuple(sorted(sizes.items(), key=lambda entry: (-entry[1], entry[0])))


def _key_passages(framework: Framework, case: str, themes: pd.DataFrame) -> pd.DataFrame:
    main = [theme for theme, n in zip(themes["theme"], themes["passages"], strict=True) if n][:KEY_THEMES]
    found = [framework.summary(case, theme, n=1).passages.assign(theme=theme) for theme in main]
    if found:
        return pd.concat(found, ignore_index=True)
    return framework.passages.iloc[:0]
