"""The same words over and over, which recognizers write when they get stuck in silence."""

from collections.abc import Iterable
from itertools import groupby

from interviews.errors import counted

# `Ja.` is said three times on end in talk; a recognizer that got stuck goes on for dozens.
_LOOP = 4


def find_loops(texts: Iterable[str]) -> list[str]:
    """A sentence on cues that say the same many times on end; nothing of them is removed."""
    runs = [len(list(run)) for _, run in groupby(" ".join(text.split()).casefold() for text in texts)]
    long = [run for run in runs if run >= _LOOP]
    if not long:
        return []
    where = counted(len(long), "place", "places")
    return [f"the same sentence stands up to {max(long)} times on end, at {where}: the recognizer may have got stuck"]
