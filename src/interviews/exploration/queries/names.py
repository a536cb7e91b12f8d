"""Which code or column a word of a question names."""

from collections.abc import Iterable, Mapping, Sequence

from rapidfuzz import fuzz, process

from interviews.exploration.queries.expression import Word
from interviews.exploration.queries.keywords import COLUMNS
from interviews.model import Codebook
from interviews.text import fold

_LISTED = 8


def find_code(word: Word, codes: Sequence[str], codebook: Codebook | None) -> str:
    """The path of the code: by path, by the end of a path, or by a label, where only one fits.

    Raises MisuseError where none or several do.
    """
    fits = codes_called(word.text, codes, codebook)
    if len(fits) == 1:
        return fits[0]
    if fits:
        raise word.place.mistake(f"There are {len(fits)} codes called {word.text!r}: {_list(fits)}.")
    known = [*codes, *map(last_name, codes)]
    raise word.place.mistake(f"There is no code {word.text!r}: {hint(word.text, known)}")


def last_name(path: str) -> str:
    """What a code is called below the one above it."""
    return path.rpartition("/")[2]


def codes_called(name: str, codes: Sequence[str], codebook: Codebook | None) -> list[str]:
    """The paths that a name may mean, by the closest of the ways in which it can."""
    if name in codes:
        return [name]
    wanted = fold(name).replace(" /", "/").replace("/ ", "/")
    paths = {code: fold(code) for code in codes}
    ways = (
        [code for code, path in paths.items() if path == wanted],
        [code for code, path in paths.items() if path.endswith(f"/{wanted}")],
        [code for code, labels in _labels(codes, codebook).items() if wanted in labels],
    )
    return next((fits for fits in ways if fits), [])


def find_column(word: Word, columns: Sequence[str]) -> str:
    """The column, by its name or the German word for it. Raises MisuseError where there is none."""
    by_fold = {fold(name): name for name in reversed(columns)}
    wanted = fold(word.text)
    for name in (word.text, by_fold.get(wanted, ""), COLUMNS.get(wanted, "")):
        if name in columns:
            return name
    raise word.place.mistake(f"There is no column {word.text!r}: {hint(word.text, [*columns, 'date'])}")


def hint(wanted: str, known: Iterable[str]) -> str:
    """The nearest of the known names as a question, or the first of them."""
    names = list(dict.fromkeys(known))
    near = process.extractOne(wanted, names, scorer=fuzz.ratio, processor=fold, score_cutoff=55)
    if near and " " in near[0]:
        return f'did you mean "{near[0]}", in quotation marks?'
    return f"did you mean {near[0]!r}?" if near else f"there are {_list(names) or 'none yet'}."


def _labels(codes: Sequence[str], codebook: Codebook | None) -> Mapping[str, set[str]]:
    known = set(codes)
    return {code.path: {fold(label) for label in code.labels.values()} for code in codebook or () if code.path in known}


def _list(names: Sequence[str]) -> str:
    more = ", …" if len(names) > _LISTED else ""
    return ", ".join(names[:_LISTED]) + more
