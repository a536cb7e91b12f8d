"""What to say to someone who mistyped a name."""

from collections.abc import Iterable

from rapidfuzz import fuzz, process

from interviews.errors import MisuseError

MOST_LISTED = 12


def require(what: str, value: str, known: Iterable[str]) -> None:
    """Raise MisuseError naming the nearest of the `known` names, unless `value` is one of them."""
    names = [str(name) for name in known]
    if value in names:
        return
    nearest = process.extractOne(value, names, scorer=fuzz.ratio, score_cutoff=50)
    listed = ", ".join(names[:MOST_LISTED]) or "none"
    hint = f": did you mean {nearest[0]!r}?" if nearest else f"; there are: {listed}"
    raise MisuseError(f"there is no {what} {value!r}{hint}")
