"""What to say to someone who mistyped a name, or gave something else than is asked for."""

from collections.abc import Iterable
from numbers import Integral

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


def require_words(what: str, value: object) -> None:
    """Raise MisuseError unless the value is a text."""
    if not isinstance(value, str):
        raise MisuseError(f"{what} is a text in quotation marks, and not {value!r}")


def require_count(what: str, value: object) -> None:
    """Raise MisuseError unless the value is a whole number, 0 or more."""
    if not isinstance(value, Integral) or value < 0:
        raise MisuseError(f"{what} is a whole number, 0 or more, and not {value!r}")
