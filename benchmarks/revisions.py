"""A codebook revised under many codings: how long each step takes, beside a table whose rows are rewritten.

    python benchmarks/revisions.py [--codings 100000 --runs 5]

Prints one Markdown table; times are medians. The peer, an `UPDATE` of one SQLite table, runs in the same process.
"""

import argparse
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import interviews as iv
from interviews.model import Code, Codebook, Coding, Span

TALK = "I: Wie wohnen Sie?\n\nB: " + "Die Wohnung ist klein und die Miete hoch. " * 200 + "\n"
CODES = [f"Wohnen/{name}/{part}" for name in ("Miete", "Zustand", "Suche") for part in ("früher", "heute")]


def make_project(folder: Path, codings: int) -> iv.Project:
    """One interview with so many codings under six codes of one theme."""
    (folder / "a1.txt").write_text(TALK, encoding="utf-8")
    project = iv.create(folder / "study", key=folder / "study.agekey")
    project.save(iv.read(folder / "a1.txt"))
    project.save(iv.anonymize(project).accept())
    paths = dict.fromkeys(path for code in CODES for path in (code.split("/")[0], code.rpartition("/")[0], code))
    project.save(Codebook("b", 1, tuple(Code(path) for path in sorted(paths, key=lambda path: path.count("/")))))
    text = project.transcripts[0]
    spans = [Span(n % 4000, n % 4000 + 40) for n in range(codings)]
    project.store.add_codings(
        [Coding(text.id, span, CODES[n % 6], f"c{n % 3}", text.version) for n, span in enumerate(spans)], "lead"
    )
    return project


def timed(action: Callable[[], Any]) -> float:
    """Seconds that it took."""
    began = time.perf_counter()
    action()
    return time.perf_counter() - began


def rewrite(place: Path, before: str, after: str) -> None:
    """What the peer does: every row gets its new path, and is on the disk."""
    with sqlite3.connect(place) as database:
        database.execute("UPDATE codings SET code = ? || substr(code, ?)", (after, len(before) + 1))


def main() -> None:
    """Measure and print."""
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--codings", type=int, default=100_000)
    arguments.add_argument("--runs", type=int, default=5)
    given = arguments.parse_args()
    times: dict[str, list[float]] = {}

    def note(name: str, action: Callable[[], Any]) -> None:
        times.setdefault(name, []).append(timed(action))

    with tempfile.TemporaryDirectory() as place, make_project(Path(place), given.codings) as project:
        peer = Path(place) / "peer.db"
        with sqlite3.connect(peer) as database:
            database.execute("CREATE TABLE codings (id INTEGER PRIMARY KEY, code TEXT)")
            rows = ((CODES[n % 6],) for n in range(given.codings))
            database.executemany("INSERT INTO codings (code) VALUES (?)", rows)
        len(project.codings)
        for _ in range(given.runs):
            note("rename the theme", lambda: project.revise(iv.steps.rename("Wohnen", "Wohnraum")))
            note("count by code after it", lambda: project.codings.count())
            note("undo", project.undo)
            note("count by code after the undo", lambda: project.codings.count())
            note(
                "redefine, a sixth to be reviewed", lambda: project.revise(iv.steps.redefine(CODES[0], definition="x"))
            )
            note("list what is to be reviewed", lambda: len(project.to_review))
            project.undo()
            note("peer: UPDATE of all rows", lambda: rewrite(peer, "Wohnen", "Wohnraum"))
            note("peer: UPDATE back", lambda: rewrite(peer, "Wohnraum", "Wohnen"))
    print(f"| {given.codings:,} codings | seconds |\n|---|---|")
    for name, seconds in times.items():
        print(f"| {name} | {statistics.median(seconds):.3f} |")


if __name__ == "__main__":
    main()
