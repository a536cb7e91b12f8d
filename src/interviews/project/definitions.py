"""What a codebook says about its codes: definitions and examples quote people as interviews do, and wait as long."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from interviews.anonymity import KeyEntry, entities_named
from interviews.errors import Problem
from interviews.model import CODE_TEXTS, Code, Codebook

_NOTHING: dict[str, Any] = dict.fromkeys(CODE_TEXTS, "")


def count_defined(codebook: Codebook) -> int:
    """How many codes have more than a name."""
    return sum(code != replace(code, **_NOTHING) for code in codebook)


def without_texts(codebook: Codebook) -> Codebook:
    """The codes with nothing but their names, labels and colours."""
    return replace(codebook, codes=tuple(replace(code, **_NOTHING) for code in codebook))


def unsaid(codebook: Codebook, here: Codebook) -> Codebook:
    """The codebook without the texts that the project has words of its own for: those were written meanwhile."""
    now = {code.path: code for code in here}
    codes: list[Code] = []
    for code in codebook:
        written: dict[str, Any] = {
            name: "" for name in CODE_TEXTS if code.path in now and getattr(now[code.path], name)
        }
        codes.append(replace(code, **written) if written else code)
    return replace(codebook, codes=tuple(codes))


def nameless(codebook: Codebook, key: Sequence[KeyEntry]) -> tuple[Codebook, list[Problem]]:
    """The codebook without those texts that name somebody who was replaced, and which these were, by number."""
    named = iter(entities_named([getattr(code, name) for code in codebook for name in CODE_TEXTS], key))
    codes: list[Code] = []
    problems: list[Problem] = []
    for number, code in enumerate(codebook, 1):
        left = {name: entities for name in CODE_TEXTS if (entities := next(named))}
        nothing: dict[str, Any] = dict.fromkeys(left, "")
        codes.append(replace(code, **nothing) if left else code)
        for name, entities in left.items():
            told = f"its {name} names {', '.join(entities)} and stays in the vault: write what stands in the text"
            problems.append(Problem(f"codebook, code {number}", told))
    return replace(codebook, codes=tuple(codes)), problems
