"""Questions about 20,000 to 1,000,000 codings: how long each takes, and how that grows.

    python benchmarks/coding_scale.py [--sizes 20000:100 200000:1000 1000000:1000]

A size is codings:interviews. Each project is asked in processes of their own; times are medians of five runs (of three,
where everything is read anew from the database), wall clock and, in brackets, processor time: on a busy machine only
the second says what the work costs. Beside the smallest project stands pandas by hand.
"""

import argparse
import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pandas as pd
import peers
from generate import fill_project

import interviews as iv

RUNS, FEW, SAVES = 5, 3, 100
SIZES = ("20000:100", "200000:1000", "1000000:1000")
Took = tuple[float, float]
"""Seconds by the clock, and of the processor."""
FIRST = {
    "how many codings": "len(project.codings)",
    "code × case": 'iv.crosstab(project, "code", "case")',
}
CHILD = """
import time; began = time.perf_counter()
import interviews as iv, json, resource, sys
iv.open, iv.crosstab  # names are fetched when they are asked for
imported = time.perf_counter()
project = iv.open(sys.argv[1]); {question}
answered = time.perf_counter()
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)
print(json.dumps([answered - began, time.process_time(), answered - imported, peak]))
"""


def timed(action: Callable[[], Any]) -> Took:
    """How long it took."""
    began, used = time.perf_counter(), time.process_time()
    action()
    return time.perf_counter() - began, time.process_time() - used


def median(took: list[Took]) -> Took:
    """The median of each."""
    clock, processor = zip(*took, strict=True)
    return statistics.median(clock), statistics.median(processor)


def told(took: Took) -> str:
    """In milliseconds or seconds, whichever reads better."""
    return " (".join(f"{one:.2f} s" if one >= 1 else f"{1000 * one:.3g} ms" for one in took) + ")"


def first_answers(study: Path, *, cached: bool) -> Iterator[tuple[str, str]]:
    """A new process until its first answer, with the time that importing takes."""
    for name, question in FIRST.items():
        runs = []
        for _ in range(RUNS if cached else FEW):
            if not cached:
                shutil.rmtree(study / "cache", ignore_errors=True)
            words = [sys.executable, "-c", CHILD.format(question=question), str(study)]
            runs.append(json.loads(subprocess.run(words, check=True, capture_output=True, text=True).stdout))
        clock, processor, opened, peak = (statistics.median(column) for column in zip(*runs, strict=True))
        what = f"new process, {name}{'' if cached else ', without cache'}"
        yield what, told((clock, processor))
        yield f"{what}: after the import", f"{opened:.2f} s"
        yield f"{what}: peak memory", f"{peak:.0f} MB"


def questions(project: iv.Project) -> dict[str, Callable[[], Any]]:
    """What is asked of an open project; what one answer works out, later ones have."""
    view = project.codings
    return {
        "segments of a code, its sub-codes, two attributes": lambda: view.where(
            code="Thema A", age="65+", group="resident"
        ).table(),
        "A overlapping B": lambda: iv.query(project, '"Thema A" overlapping "Thema B"'),
        "co-occurrence of 60 codes": lambda: iv.cooccurrence(project),
        "code × case": lambda: iv.crosstab(project, "code", "case"),
        "code × attribute": lambda: iv.crosstab(project, "code", "age"),
    }


def by_hand(frame: pd.DataFrame) -> dict[str, Callable[[], Any]]:
    """The same by pandas, over a table that is in memory already."""
    themes = frame["theme"].astype(str)

    def overlapping() -> pd.DataFrame:
        columns = ["transcript", "start", "end"]
        pairs = frame[themes == "Thema A"].merge(frame.loc[themes == "Thema B", columns], on="transcript")
        return pairs[(pairs["start_x"] < pairs["end_y"]) & (pairs["start_y"] < pairs["end_x"])]

    return {
        "segments of a code, its sub-codes, two attributes": lambda: frame[
            (themes == "Thema A") & (frame["age"] == "65+") & (frame["group"] == "resident")
        ],
        "A overlapping B": overlapping,
        "co-occurrence of 60 codes": lambda: peers.cooccur_by_merge(frame),
        "code × case": lambda: pd.crosstab(frame["code"], frame["case"]),
        "code × attribute": lambda: pd.crosstab(frame["code"], frame["age"]),
    }


def saving(project: iv.Project, page: Path) -> Iterator[tuple[str, str]]:
    """One coding, acknowledged and on the disk, beside the disk's own fsync of 4 KiB; each after the other."""
    transcript = next(iter(project.store.versions()))
    ours, theirs = [], []
    for _ in range(SAVES):
        coding = iv.Coding(transcript, iv.Span(10, 30), "Thema A", "anna")
        ours.append(timed(lambda one=coding: project.save(one)))
        theirs.append(timed(lambda: peers.sync_one_page(page)))
    for name, took in (("save one coding", ours), ("fsync of 4 KiB", theirs)):
        yield f"{name}, p95", told(sorted(took)[int(0.95 * SAVES)])
        yield f"{name}, median", told(median(took))


def measure(place: Path, *, with_pandas: bool) -> Iterator[tuple[str, str]]:
    """Every line of the table for one project."""
    study = place / "study"
    yield from first_answers(study, cached=False)
    yield from first_answers(study, cached=True)
    with iv.open(study, key=place / "key") as project:
        asked = questions(project)
        for name, question in asked.items():
            question()
            yield name, told(median([timed(question) for _ in range(RUNS)]))
        if with_pandas:
            for name, question in by_hand(project.codings.table()).items():
                yield f"{name}, pandas by hand", told(median([timed(question) for _ in range(FEW)]))
        yield from saving(project, place / "page")
        yield "the next answer after a save", told(timed(lambda: len(project.codings)))
    files = {"database": study / "project.db", "cache": study / "cache" / "codings"}
    for name, file in files.items():
        parts = file.iterdir() if file.is_dir() else [file]
        yield f"{name} on the disk", f"{sum(part.stat().st_size for part in parts) / 1e6:.0f} MB"


def main() -> None:
    """Make the projects, ask each in a process of its own, print one table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", nargs="+", default=SIZES)
    parser.add_argument("--words", type=int, default=8000, help="in each interview")
    parser.add_argument("--measure", type=Path, help=argparse.SUPPRESS)
    wanted = parser.parse_args()
    if wanted.measure:
        for line in measure(wanted.measure, with_pandas=wanted.sizes == ["small"]):
            print(json.dumps(line), flush=True)
        print(json.dumps(("peak memory, asking and saving", f"{_peak_mb():.0f} MB")))
        return
    columns: dict[str, dict[str, str]] = {}
    with tempfile.TemporaryDirectory() as folder:
        for number, size in enumerate(wanted.sizes):
            codings, interviews = map(int, size.split(":"))
            place = Path(folder) / str(number)
            with iv.create(place / "study", vault=place / "vault", key=place / "key") as project:
                fill_project(project, interviews, wanted.words, codings)
            kind = "large" if number else "small"
            words = [sys.executable, __file__, "--measure", str(place), "--sizes", kind]
            output = subprocess.run(words, check=True, stdout=subprocess.PIPE, text=True).stdout
            columns[f"{codings:,} codings, {interviews:,} interviews"] = dict(map(json.loads, output.splitlines()))
            shutil.rmtree(place)
    print(f"load of the machine, {os.cpu_count()} cores: {os.getloadavg()[1]:.1f}\n")
    print("| work |", " | ".join(columns), "|\n|---|" + "---|" * len(columns))
    for name in next(iter(columns.values())):
        print(f"| {name} |", " | ".join(column.get(name, "") for column in columns.values()), "|")


def _peak_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)


if __name__ == "__main__":
    main()
