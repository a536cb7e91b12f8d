"""Whether codings fit the texts and the codebook they refer to."""

from collections.abc import Iterable, Iterator, Mapping
from math import isfinite
from typing import Protocol

from interviews.coding.yaml_node import suggestion
from interviews.errors import Problem, Severity
from interviews.model import Codebook, Coding, Span


class _Placed(Protocol):
    """A `Coding` or a `CodingRow`."""

    @property
    def transcript(self) -> str: ...
    @property
    def span(self) -> Span: ...
    @property
    def code(self) -> str: ...


def check_codings(codings: Iterable[_Placed], codebook: Codebook, lengths: Mapping[str, int]) -> list[Problem]:
    """Everything that is wrong with the codings, in their order.

    `lengths` gives the length of every text in code points, by what the codings call the transcript (its id or name).
    """
    known = {code.path: code.retired for code in codebook}
    return [problem for coding in codings for problem in _problems(coding, known, lengths)]


def _problems(coding: _Placed, known: Mapping[str, bool], lengths: Mapping[str, int]) -> Iterator[Problem]:
    span = coding.span
    where = f"{coding.transcript}, {span.start}–{span.end}"
    length = lengths.get(coding.transcript)
    if length is None:
        near = suggestion(coding.transcript, lengths.keys())
        yield Problem(where, f"there is no transcript of this name{near}", Severity.ERROR)
    elif span.end > length:
        yield Problem(where, f"the coding ends outside the text, which has {length} characters", Severity.ERROR)
    if len(span) == 0:
        yield Problem(where, "the coding is empty: it covers no character", Severity.ERROR)
    if isinstance(coding, Coding) and not coding.coder.strip():
        yield Problem(where, "a coding needs a coder: give a short name", Severity.ERROR)
    if isinstance(coding, Coding) and coding.weight is not None and not isfinite(coding.weight):
        yield Problem(where, f"the weight {coding.weight} is not a number", Severity.ERROR)
    if coding.code not in known:
        near = suggestion(coding.code, known)
        yield Problem(where, f"the codebook has no code '{coding.code}'{near}", Severity.ERROR)
    elif known[coding.code]:
        yield Problem(where, f"the code '{coding.code}' was retired: choose another one", Severity.ERROR)
