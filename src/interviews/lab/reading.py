"""A coded transcript as a page to read: turns as they were spoken, codes as coloured stripes beside them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from html import escape
from itertools import pairwise

import pandas as pd

from interviews.errors import MisuseError
from interviews.model import Codebook, Role, Span, Transcript, Turn, theme_of
from interviews.project import Project

_STYLE = """<style>
.iv-transcript {max-width: 56rem; line-height: 1.5; font-family: system-ui, sans-serif}
.iv-turn {display: grid; grid-template-columns: 5.5rem 1fr 15rem; gap: .8rem; padding: .35rem 0;
  border-top: 1px solid #8883}
.iv-who {font-size: .85em; opacity: .7; text-align: end; overflow-wrap: anywhere}
.iv-interviewer .iv-speech {opacity: .65}
.iv-codes {font-size: .8em; list-style: none; margin: 0; padding: 0}
.iv-codes li {border-inline-start: .35rem solid var(--c); padding-inline-start: .4rem; margin: .1rem 0}
.iv-speech span {border-bottom: .17em solid var(--c)}
.iv-coder {opacity: .6}
</style>"""


@dataclass(frozen=True, slots=True)
class CodedTranscript:
    """One anonymized transcript with its codings; shows itself in a notebook."""

    transcript: Transcript
    codings: pd.DataFrame = field(repr=False)
    codebook: Codebook = field(repr=False)

    def _repr_html_(self) -> str:
        turns = "".join(self._turn(turn) for turn in self.transcript.turns)
        return f'{_STYLE}<div class="iv-transcript" lang="{escape(self.transcript.language)}">{turns}</div>'

    def _turn(self, turn: Turn) -> str:
        touching = self.codings[(self.codings["start"] < turn.speech.end) & (self.codings["end"] > turn.speech.start)]
        coders: dict[str, list[str]] = {}
        for code, coder in zip(touching["code"], touching["coder"], strict=True):
            coders.setdefault(code, []).append(coder)
        codes = "".join(
            f'<li style="--c:{self._colour(code)}">{escape(code)} '
            f'<span class="iv-coder">{escape(", ".join(sorted(set(names))))}</span></li>'
            for code, names in coders.items()
        )
        kind = "iv-interviewer" if turn.role is Role.INTERVIEWER else "iv-other"
        return (
            f'<div class="iv-turn {kind}"><div class="iv-who">{escape(turn.speaker or "")}<br>{turn.number}</div>'
            f'<div class="iv-speech" dir="auto">{self._speech(turn, touching)}</div>'
            f'<ul class="iv-codes">{codes}</ul></div>'
        )

    def _speech(self, turn: Turn, touching: pd.DataFrame) -> str:
        """The words, underlined in the colour of the innermost code."""
        spans = [Span(start, end) for start, end in zip(touching["start"], touching["end"], strict=True)]
        cuts = {cut for span in spans for cut in (span.start, span.end)}
        borders = sorted(
            {turn.speech.start, turn.speech.end, *(c for c in cuts if turn.speech.start < c < turn.speech.end)}
        )
        pieces = []
        for start, end in pairwise(borders):
            words = escape(self.transcript.text[start:end]).replace("\n", "<br>")
            inside = [
                (len(span), code)
                for span, code in zip(spans, touching["code"], strict=True)
                if span.start <= start < span.end
            ]
            pieces.append(f'<span style="--c:{self._colour(min(inside)[1])}">{words}</span>' if inside else words)
        return "".join(pieces)

    def _colour(self, path: str) -> str:
        code = self.codebook.get(path) or self.codebook.get(theme_of(path))
        return code.colour if code else "#777777"


def show(project: Project, transcript: str, *, coders: Sequence[str] | None = None) -> CodedTranscript:
    """The transcript of this name with the codings of all coders, or of those named."""
    found = next((one for one in project.transcripts if one.name == transcript), None)
    if found is None:
        names = ", ".join(one.name for one in project.transcripts)
        raise MisuseError(f"There is no anonymized transcript {transcript!r}; there are: {names or 'none yet'}.")
    codings = project.codings.where(transcript=transcript)
    if coders:
        codings = codings.where(coder=list(coders))
    return CodedTranscript(found, codings.table(), project.codebook)
