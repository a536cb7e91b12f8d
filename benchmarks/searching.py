"""Searching 1,000 interviews of 8,000 words: an index of words, beside ripgrep over the same texts in the same run.

    python benchmarks/searching.py [--transcripts 1000 --words 8000] [--into DIR] [--rg rg]

Needs `rg` (ripgrep). Times are medians of five. With `--into`, the study is kept there, and used again.
"""

import argparse
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from bench_scale import peak_mb
from generate import write_study

import interviews as iv
from interviews.exploration import index_words

RUNS = 5
QUERIES = {
    "rare word": ("zettelstreit", ["-w", "zettelstreit"]),
    "medium word": ("miete", ["-w", "miete"]),
    "frequent word": ("und", ["-w", "und"]),
    "inside compounds": ("*wohnung*", [r"\w*wohnung\w*"]),
    "phrase": ("die wohnung", ["-w", r"die\s+wohnung"]),
}
ANEW = """
import resource, sys, time
began = time.perf_counter()
import interviews as iv
imported = time.perf_counter()
with iv.open(sys.argv[1]) as project:
    project.transcripts
    read = time.perf_counter()
    places = len(iv.search(project, sys.argv[2], limit=100).table())
    done = time.perf_counter()
print(imported - began, read - imported, done - read, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""


def median(action: Callable[[], Any]) -> tuple[float, Any]:
    """Seconds, and what came of the last run."""
    seconds, result = [], None
    for _ in range(RUNS):
        began = time.perf_counter()
        result = action()
        seconds.append(time.perf_counter() - began)
    return statistics.median(seconds), result


def make_study(folder: Path, transcripts: int, words: int) -> tuple[Path, Path]:
    """The invented texts, and a project that has them as if they had been anonymized."""
    texts, project = folder / "texts", folder / "study"
    if not project.exists():
        write_study(folder, transcripts, words, codings=0)
        made = iv.create(project, vault=folder / "vault", key=folder / "key")
        read = iv.read(texts, case_from="folder").transcripts
        made.store.add_transcripts([replace(one, version=1, source=None, notes=()) for one in read], author="bench")
        made.close()
    return texts, project


def by_ripgrep(rg: str, pattern: list[str], texts: Path) -> int:
    """How many places; each is printed with its file and line, as ours are kept."""
    told = subprocess.run([rg, "-i", "-o", "-n", *pattern, str(texts)], capture_output=True, check=True)
    return told.stdout.count(b"\n")


def anew(project: Path, query: str) -> list[float]:
    """A new process with the index at hand: seconds of imports, reading the texts, first 100 places; and MB."""
    ran = subprocess.run([sys.executable, "-c", ANEW, str(project), query], capture_output=True, text=True, check=True)
    return [float(figure) for figure in ran.stdout.split()]


def measure(texts: Path, project: Path, rg: str) -> None:
    """Print the figures."""
    shutil.rmtree(project / "cache", ignore_errors=True)
    with iv.open(project) as opened:
        transcripts = opened.transcripts
        before = peak_mb()
        began, computed = time.perf_counter(), time.process_time()
        _ = opened.words
        made, computed = time.perf_counter() - began, time.process_time() - computed
        size = sum(file.stat().st_size for file in (project / "cache" / "words").rglob("*") if file.is_file())
        text = sum(len(one.text.encode()) for one in transcripts)
        print(f"index made in {made:.1f} s ({computed:.1f} s of computing)")
        print(f"{size / 1e6:.0f} MB on disk, of {text / 1e6:.0f} MB of texts")
        print(f"peak memory {before:.0f} MB before, {peak_mb():.0f} MB after")
        seconds, _ = median(lambda: index_words(transcripts, project / "cache" / "words"))
        print(f"index opened again in {seconds:.2f} s")
        later = [replace(transcripts[0], version=2), *transcripts[1:]]
        copy = shutil.copytree(project / "cache" / "words", project / "cache" / "trial")
        began = time.perf_counter()
        index_words(later, copy)
        print(f"one interview changed: {time.perf_counter() - began:.2f} s\n")
        shutil.rmtree(copy)
        print("| query | places | ripgrep's | first 100, in context | all | all, in context | ripgrep | all ÷ it |")
        print("|---|---|---|---|---|---|---|---|")
        for name, (query, pattern) in QUERIES.items():
            iv.search(opened, query)
            every, hits = median(lambda q=query: iv.search(opened, q))
            first, _ = median(lambda q=query: iv.search(opened, q, limit=100).table())
            table, _ = median(lambda q=query: iv.search(opened, q).table())
            peer, theirs = median(lambda p=pattern: by_ripgrep(rg, p, texts))
            told = " | ".join(f"{seconds * 1000:,.1f} ms" for seconds in (first, every, table, peer))
            print(f"| {name}, `{query}` | {len(hits):,} | {theirs:,} | {told} | {every / peer:.2f} |", flush=True)
        expression, _ = median(lambda: iv.search(opened, r"zettel(streit|kasten)", regex=True))
        print(f"\nregular expression over everything: {expression:.2f} s; peak memory so far {peak_mb():.0f} MB\n")
    print("| new process, index at hand | imports | reading the texts | index and first 100 places | peak MB |")
    print("|---|---|---|---|---|")
    for name in ("rare word", "frequent word"):
        query, _ = QUERIES[name]
        runs = [anew(project, query) for _ in range(RUNS)]
        middle = [statistics.median(run[i] for run in runs) for i in range(4)]
        print(f"| {name} | {middle[0]:.2f} s | {middle[1]:.2f} s | {middle[2]:.2f} s | {middle[3]:.0f} |", flush=True)


def main() -> None:
    """Read the arguments, make the study, measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--transcripts", type=int, default=1000)
    parser.add_argument("--words", type=int, default=8000)
    parser.add_argument("--into", type=Path)
    parser.add_argument("--rg", default="rg")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        place = arguments.into or Path(folder)
        texts, project = make_study(place, arguments.transcripts, arguments.words)
        measure(texts, project, arguments.rg)


if __name__ == "__main__":
    main()
