"""Passages as a person reads them: their words, their place, their codes in colour."""

import re
from collections.abc import Hashable, Iterator, Mapping
from html import escape
from typing import Any

import pandas as pd

SHOWN = 20
_SHOWN_COLUMNS = ("transcript", "turn", "participant", "speaker", "code", "coder", "before", "text", "after")
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_CARD = "border-left:4px solid {colour};margin:0 0 .8em;padding:.1em .8em;max-width:46em"
_CHIP = "background:{colour};color:{ink};border-radius:.7em;padding:.1em .6em;font-size:85%"
QUIET = "opacity:.75;font-size:85%"  # readable in light and dark notebooks


def view_as_text(first: pd.DataFrame, number: int, question: str = "") -> str:
    """The first of so many passages in plain text, under the question that they answer."""
    lines = [*([question] if question else []), summary(number, "coding", "codings")]
    for row in first.to_dict("records"):
        words = " ".join(str(row["text"]).split())
        lines.append(f"  {place(row)}  [{row['code']}]  {words if len(words) <= 160 else words[:159] + '…'}")
    return "\n".join(lines)


def view_as_html(first: pd.DataFrame, number: int, colours: dict[str, str], question: str = "") -> str:
    """The first of so many passages as cards, each with a chip in the colour of its code, under their question."""
    cards = [_card(row, colours) for row in first.to_dict("records")]
    asked = f"<p><code>{escape(question)}</code></p>" if question else ""
    return f"<div>{asked}<p>{summary(number, 'coding', 'codings')}</p>{''.join(cards)}</div>"


def rows_to_show(frame: pd.DataFrame) -> Iterator[dict[Hashable, Any]]:
    """What is shown of each row; the other columns of many rows would take most of the time."""
    names = [name for name in _SHOWN_COLUMNS if name in frame.columns]
    values = (frame[name].to_numpy(object) for name in names)
    return (dict(zip(names, row, strict=True)) for row in zip(*values, strict=True))


def place(row: Mapping[Hashable, Any]) -> str:
    """Transcript, turn and speaker of a row, as far as they are known."""
    turn, speaker = row["turn"], row.get("participant")
    if not isinstance(speaker, str):
        speaker = row.get("speaker")
    where = f"{row['transcript']}, turn {turn}" if isinstance(turn, int) else str(row["transcript"])
    return f"{where}, {speaker}" if isinstance(speaker, str) and speaker else where


def summary(number: int, one: str, many: str) -> str:
    """How many there are, and how many of them are shown."""
    count = f"{number:,} {one if number == 1 else many}"
    return f"{count}, the first {SHOWN} shown" if number > SHOWN else count


def _card(row: Mapping[Hashable, Any], colours: dict[str, str]) -> str:
    colour = colours.get(str(row["code"]), "")
    colour = colour if _COLOUR.fullmatch(colour) else "#777777"
    chip = f'<span style="{_CHIP.format(colour=colour, ink=_ink(colour))}">{escape(str(row["code"]))}</span>'
    where = f'<span style="{QUIET}" dir="auto">{escape(place(row))} · {escape(str(row["coder"]))}</span>'
    words = f'<div dir="auto" style="white-space:pre-line">{escape(str(row["text"]))}</div>'
    return f'<div style="{_CARD.format(colour=colour)}">{chip} {where}{words}</div>'


def _ink(colour: str) -> str:
    """Black or white, whichever stands out more on the colour (relative luminance after WCAG 2)."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    luminance = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    return "#000" if luminance > 0.179 else "#fff"
