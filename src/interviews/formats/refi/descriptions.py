"""What a code means, in the one text that the standard has for it: parts under fixed headings that are found again."""

from dataclasses import replace
from itertools import pairwise

from interviews.model import Code

_HEADINGS = {
    "de": ("Anwenden, wenn:", "Nicht anwenden, wenn:", "Ankerbeispiel:", "Quelle des Beispiels:", "Gegenbeispiel:"),
    "en": ("Use when:", "Do not use when:", "Anchor example:", "Source of the example:", "Counter-example:"),
    "pl": ("Stosować, gdy:", "Nie stosować, gdy:", "Przykład:", "Źródło przykładu:", "Kontrprzykład:"),
}
_PARTS = ("use_when", "not_when", "anchor", "anchor_source", "counter")
_PART_OF = {heading: part for headings in _HEADINGS.values() for heading, part in zip(headings, _PARTS, strict=True)}


def description_of(code: Code, language: str) -> str:
    """The definition, and below it each part that is not empty under its heading."""
    headings = _HEADINGS.get(language, _HEADINGS["en"])
    parts = [code.definition] if code.definition else []
    for heading, part in zip(headings, _PARTS, strict=True):
        words = getattr(code, part)
        if words:
            parts.append(f"{heading}\n{words}")
    return "\n\n".join(parts)


def with_description(code: Code, description: str) -> Code:
    """The code with the parts that the headings tell apart; a text without headings is its definition."""
    lines = description.split("\n")
    heads: dict[str, int] = {}
    for number, line in enumerate(lines):
        part = _PART_OF.get(line.strip())
        if part is not None and part not in heads:
            heads[part] = number
    order = sorted(heads.items(), key=lambda item: item[1])
    first = order[0][1] if order else len(lines)
    ends = [*order, ("", len(lines))]
    parts = {part: _joined(lines[at + 1 : after]) for (part, at), (_, after) in pairwise(ends)}
    return replace(
        code,
        definition=_joined(lines[:first]),
        use_when=parts.get("use_when", ""),
        not_when=parts.get("not_when", ""),
        anchor=parts.get("anchor", ""),
        anchor_source=parts.get("anchor_source", ""),
        counter=parts.get("counter", ""),
    )


def _joined(lines: list[str]) -> str:
    return "\n".join(lines).strip("\n")
