"""What one case speaks about more, or less, than the others do."""

from math import log, sqrt

import pandas as pd

# With fewer passages expected or found than this nothing is claimed: chance alone would do it.
MIN_PASSAGES = 5
# About 1 in 100 by chance if passages were independent; they are not quite, and there are many comparisons.
MIN_Z = 2.58


def contrast_themes(passages: pd.DataFrame, case: str) -> pd.DataFrame:
    """A row a theme, most passages first: counts and shares here and elsewhere, their ratio, z, and a `standing`.

    `passages` has cases in rows and themes in columns. `z` is that of the log odds ratio with half a passage added to
    every cell (Haldane 1956, Anscombe 1956). `standing` is "more", "less" or, where the figures carry nothing, empty.
    """
    counts = passages.to_dict("index")
    here = counts.pop(case)
    elsewhere = {theme: sum(row[theme] for row in counts.values()) for theme in here}
    n_here, n_elsewhere = sum(here.values()), sum(elsewhere.values())
    rows = [
        {"theme": theme, **_compare(int(here[theme]), n_here, int(elsewhere[theme]), n_elsewhere)}
        for theme in passages.columns
    ]
    columns = ["theme", "passages", "share", "elsewhere", "share_elsewhere", "ratio", "z", "standing"]
    table = pd.DataFrame(rows, columns=columns)
    return table.sort_values("passages", ascending=False, kind="stable").reset_index(drop=True)


def _compare(here: int, n_here: int, elsewhere: int, n_elsewhere: int) -> dict[str, float | int | str | None]:
    share = here / n_here if n_here else None
    share_elsewhere = elsewhere / n_elsewhere if n_elsewhere else None
    z = _z(here, n_here, elsewhere, n_elsewhere)
    expected = n_here * share_elsewhere if share_elsewhere is not None else 0.0
    enough = max(here, expected) >= MIN_PASSAGES and z is not None and abs(z) >= MIN_Z
    return {
        "passages": here,
        "share": share,
        "elsewhere": elsewhere,
        "share_elsewhere": share_elsewhere,
        "ratio": share / share_elsewhere if share is not None and share_elsewhere else None,
        "z": z,
        "standing": ("more" if (z or 0) > 0 else "less") if enough else "",
    }


def _z(here: int, n_here: int, elsewhere: int, n_elsewhere: int) -> float | None:
    if not n_here or not n_elsewhere:
        return None
    a, b, c, d = (x + 0.5 for x in (here, n_here - here, elsewhere, n_elsewhere - elsewhere))
    return log(a * d / (b * c)) / sqrt(1 / a + 1 / b + 1 / c + 1 / d)
