"""Names in what is written about the texts: memos and codebooks are stored as they are, so they are looked through."""

from collections.abc import Iterable, Sequence
from dataclasses import astuple, replace
from typing import TypeVar

from interviews.anonymity import KeyEntry, entities_named
from interviews.errors import MisuseError, Problem
from interviews.model import CaseCoding, Codebook, Coding

Coded = TypeVar("Coded", Coding, CaseCoding)


def without_naming_memos(codings: Sequence[Coded], key: Iterable[KeyEntry]) -> tuple[list[Coded], list[Problem]]:
    """The codings, without those memos that name somebody who was replaced, and which these were."""
    checked: list[Coded] = []
    problems: list[Problem] = []
    for coding, entities in zip(codings, entities_named([coding.memo for coding in codings], key), strict=True):
        if entities:
            place = f"{coding.span.start}–{coding.span.end}" if isinstance(coding, Coding) else coding.case
            told = f"the memo names {', '.join(entities)} and was left out: write what stands in the text"
            problems.append(Problem(f"{coding.code}, {place}", told))
            coding = replace(coding, memo="")
        checked.append(coding)
    return checked, problems


def refuse_naming(what: str, texts: Iterable[str], key: Iterable[KeyEntry]) -> None:
    """Raises MisuseError where a text, such as that of a memo, names somebody who was replaced."""
    for number, entities in enumerate(entities_named(list(texts), key), 1):
        if entities:
            raise MisuseError(f"{what} {number} names {', '.join(entities)}: write what stands in the text instead.")


def named_in(codebook: Codebook, key: Iterable[KeyEntry]) -> list[Problem]:
    """Which codes name somebody who was replaced, told by number, for their very names may be the ones."""
    texts = [" \n".join(map(str, astuple(replace(code, labels=dict(code.labels))))) for code in codebook]
    return [
        Problem(
            f"codebook, code {number}",
            f"it names {', '.join(entities)}: give it other words, for exports with it are refused",
        )
        for number, entities in enumerate(entities_named(texts, key), 1)
        if entities
    ]
