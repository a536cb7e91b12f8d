"""How long questions about codings take, and the tables that pair codes.

    python benchmarks/questions.py [--codings 20000 1000000]

Invented codings of 60 codes, a thousand to a transcript, lie in memory as a table; each figure is the median of five
runs in one process. Opening a project and reading its codings is not part of it.
"""

import argparse
import statistics
import time
from collections.abc import Callable

import numpy as np
import pandas as pd

from interviews.exploration import View, closeness, cooccurrence, following

QUESTIONS = (
    "T1",
    "T1 and age > 40",
    "T1 and T2",
    "T1 and not T2 and case = c3",
    "T1 overlapping T2",
    "c7 within T2",
    "T1 equals T2",
    "T1 followed by T2 within 3 turns",
    "T1 near T2 within 2 turns",
    "T1 and date >= 2026-05",
)
LENGTH, TURN = 40_000, 300


def codings(number: int) -> pd.DataFrame:
    """As many codings, by transcript and position."""
    random = np.random.default_rng(1)
    transcripts = max(number // 1000, 20)
    codes = [f"T{i // 6}" if i % 6 == 0 else f"T{i // 6}/c{i}" for i in range(60)]
    start = random.integers(0, LENGTH, number)

    def names(prefix: str, count: int) -> "pd.Categorical":
        return pd.Categorical.from_codes(random.integers(0, count, number), [f"{prefix}{i}" for i in range(count)])

    frame = pd.DataFrame(
        {
            "transcript": names("t", transcripts),
            "start": start,
            "end": start + random.integers(20, 400, number),
            "turn": pd.array(start // TURN + 1, "Int64"),
            "code": pd.Categorical.from_codes(random.integers(0, 60, number), codes, ordered=True),
            "case": names("c", 11),
            "age": names("", 70),
            "created": pd.Timestamp("2026-01-01", tz="UTC")
            + pd.to_timedelta(random.integers(0, 300, number), unit="D"),
        }
    )
    frame["theme"] = frame["code"].cat.rename_categories(str).astype(str).str.partition("/")[0].astype("category")
    return frame.sort_values(["transcript", "start"]).reset_index(drop=True)


def median(work: Callable[[], object]) -> float:
    """Milliseconds, of five runs."""
    times = []
    for _ in range(5):
        begun = time.perf_counter()
        work()
        times.append(time.perf_counter() - begun)
    return statistics.median(times) * 1000


def main() -> None:
    """Print a line for each question and table, a column for each number of codings."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--codings", type=int, nargs="+", default=[20_000, 1_000_000])
    wanted = parser.parse_args().codings
    frames = [codings(number) for number in wanted]
    print(f"{'milliseconds':40}" + "".join(f"{number:>12,}" for number in wanted))
    works: dict[str, Callable[[pd.DataFrame], object]] = {
        **{words: (lambda frame, words=words: View(frame).query(words)) for words in QUESTIONS},
        "cooccurrence of 60 codes": cooccurrence,
        "closeness of 60 codes": closeness,
        "following of 10 themes": following,
    }
    for name, work in works.items():
        figures = [median(lambda work=work, frame=frame: work(frame)) for frame in frames]
        print(f"{name:40}" + "".join(f"{figure:12.1f}" for figure in figures), flush=True)


if __name__ == "__main__":
    main()
