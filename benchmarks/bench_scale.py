"""A study of 100 transcripts of 8,000 words with 20,000 codings: how long each step takes, beside the plainest way.

    python benchmarks/bench_scale.py [--transcripts 100 --words 8000 --codings 20000]

Prints one Markdown table. Times are medians of the runs named; the peer runs right after ours, in the same process.
"""

import argparse
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import peers
from generate import write_study

import interviews as iv
from interviews.anonymity import Decision, EntityType, KeyEntry, Proposals
from interviews.project import Saved

RUNS, FEW = 5, 3
NAMES = 300
"""So many invented entities stand in the replacement key, so that the leak check has something to look for."""
OPEN = "import interviews as iv, sys; print(len(iv.open(sys.argv[1]).codings))"
SEARCHES = {
    "search, rare word": ("zettelstreit", r"\bzettelstreit\b"),
    "search, frequent word": ("und", r"\bund\b"),
    "search, inside compounds": ("*wohnung*", r"\b\w*wohnung\w*"),
    "search, phrase": ("die wohnung", r"\bdie\s+wohnung\b"),
}


def timed(action: Callable[[], Any]) -> tuple[float, Any]:
    """Seconds, and what came of it."""
    began = time.perf_counter()
    result = action()
    return time.perf_counter() - began, result


def peak_mb() -> float:
    """The most memory this process has held so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)


class Bench:
    """Runs steps and prints a row for each."""

    def __init__(self) -> None:
        print("| step | seconds | runs | beside it | seconds | ratio | peak MB so far |\n|---|---|---|---|---|---|---|")

    def row(
        self,
        step: str,
        action: Callable[[], Any],
        peer: str = "",
        other: Callable[[], Any] | None = None,
        *,
        runs: int = RUNS,
        fresh: Callable[[], Any] | None = None,
    ) -> Any:
        """Measure both in turn; `fresh` prepares each run of ours, unmeasured. The last result of ours comes back."""
        ours, theirs, result = [], [], None
        for _ in range(runs):
            if fresh:
                fresh()
            seconds, result = timed(action)
            ours.append(seconds)
            peak = peak_mb()
            if other:
                theirs.append(timed(other)[0])
        mine = statistics.median(ours)
        beside = statistics.median(theirs) if theirs else None
        right = f"{beside:.3g} | {mine / beside:.1f}" if beside else " | "
        print(f"| {step} | {mine:.3g} | {runs} | {peer} | {right} | {peak:.0f} |", flush=True)
        return result


class Study:
    """The invented study on the disk, and the project made of it."""

    def __init__(self, folder: Path, transcripts: int, words: int, codings: int) -> None:
        self.folder, self.number = folder, 0
        self.texts = folder / "texts"
        write_study(folder, transcripts, words, codings)
        self.files = sorted(self.texts.rglob("*.txt"))
        self.project = self._new()

    def read(self) -> iv.Readings:
        """All transcripts, read by the library."""
        return iv.read(self.texts, case_from="folder")

    def start_anew(self) -> None:
        """An empty project."""
        self.project.close()
        self.project = self._new()

    def anonymize(self) -> Saved:
        """Anonymized versions without looking for names: there are none in invented texts."""
        return self.project.save(Proposals(self.project.vault.originals(), ()).accept())

    def reopen(self) -> None:
        """Forget what was read, keep the vault's key at hand."""
        self.project.close()
        self.project = iv.open(self.project.folder, key=self.project.folder.parent / "key")

    def _new(self) -> iv.Project:
        self.number += 1
        place = self.folder / f"made-{self.number}"
        return iv.create(place / "study", vault=place / "vault", key=place / "key")


def measure_saving(bench: Bench, study: Study) -> None:
    """Reading, and everything on its way to the disk."""
    readings = bench.row("read all files", study.read, "plain Python", lambda: peers.read_plainly(study.files))
    texts = [transcript.text for transcript in readings.transcripts]
    synced = study.folder / "synced"
    bench.row(
        "save originals, encrypted",
        lambda: study.project.save(readings),
        "the files, each with fsync",
        lambda: peers.write_synced(texts, synced),
        fresh=study.start_anew,
    )
    anew = Anew(study, readings)
    bench.row(
        "save anonymized versions, check for leaks",
        study.anonymize,
        "the files, each with fsync",
        lambda: peers.write_synced(texts, synced),
        fresh=anew.originals,
    )
    rows, _ = bench.row(
        "read the codings' file",
        lambda: iv.read_codings(study.folder / "codings.csv"),
        "pandas",
        lambda: pd.read_csv(study.folder / "codings.csv"),
    )
    anew.anonymized()
    study.project.save(rows)
    records = study.project.coding_records
    bench.row(
        "place and save all codings",
        lambda: study.project.save(rows),
        "sqlite3, executemany",
        lambda: peers.insert_bare(records, study.folder / "bare.db"),
        fresh=anew.anonymized,
    )
    transcript = study.project.transcripts[0].id
    bench.row(
        "save one coding",
        lambda: study.project.save([iv.Coding(transcript, iv.Span(10, 30), "Thema A", "anna")]),
        "fsync of 4 KiB",
        lambda: peers.sync_one_page(study.folder / "page"),
        runs=20,
    )
    study.project.vault.save_key(invented_key())


class Anew:
    """New projects that are some steps on their way."""

    def __init__(self, study: Study, readings: iv.Readings) -> None:
        self.study, self.readings = study, readings

    def originals(self) -> None:
        """A project with the originals."""
        self.study.start_anew()
        self.study.project.save(self.readings)

    def anonymized(self) -> None:
        """A project with the anonymized texts and the codebook."""
        self.originals()
        self.study.anonymize()
        self.study.project.save(iv.read_codebook(self.study.folder / "codebook.yaml"))


def invented_key() -> list[KeyEntry]:
    """Names that occur nowhere, with two forms each."""
    names = [f"Qux{number:03d}an".translate(str.maketrans("0123456789", "abcdefghij")) for number in range(NAMES)]
    return [
        KeyEntry(f"PER-{i:03d}", EntityType.PER, name, (name, f"{name}s"), f"[Person {i}]", Decision.LABEL)
        for i, name in enumerate(names, 1)
    ]


def measure_asking(bench: Bench, study: Study) -> None:
    """Opening, tables, agreement; the project forgets what it has read before each run."""
    project = study.project.folder
    bench.row(
        "open to first answer, new process",
        lambda: run_python(OPEN, project),
        "import pandas and sqlalchemy",
        lambda: run_python("import pandas, sqlalchemy"),
    )
    view = bench.row(
        "table of codings, first time",
        lambda: study.project.codings,
        "sqlite3 and pandas",
        lambda: peers.select_bare(project / "project.db"),
        fresh=study.reopen,
    )
    frame = view.table()
    bench.row("table of codings, again", lambda: study.project.codings.table(), "copy in pandas", frame.copy)
    bench.row(
        "theme × case",
        lambda: iv.crosstab(study.project),
        "pandas.crosstab",
        lambda: pd.crosstab(frame["theme"], frame["case"]),
    )
    bench.row(
        "code × code, overlapping",
        lambda: iv.cooccurrence(study.project),
        "pandas.merge with itself",
        lambda: peers.cooccur_by_merge(frame),
    )
    records, transcripts = study.project.coding_records, study.project.transcripts
    bench.row(
        "agreement, 3 coders, characters",
        lambda: iv.agree(study.project),
        "percent alone, by arrays",
        lambda: peers.agree_by_arrays(records, transcripts),
        runs=FEW,
    )
    bench.row("agreement, 3 coders, turns", lambda: iv.agree(study.project, unit="turn"), runs=FEW)
    bench.row(
        "case × theme matrix with evidence",
        lambda: iv.framework(study.project),
        "pandas pivot, counts alone",
        lambda: frame.pivot_table(index="case", columns="theme", values="start", aggfunc="count", observed=False),
    )


def run_python(code: str, *arguments: object) -> None:
    """Run a line in a process of its own."""
    subprocess.run([sys.executable, "-c", code, *map(str, arguments)], check=True, capture_output=True)


def measure_search(bench: Bench, study: Study) -> None:
    """Keyword in context, beside two ways of merely counting."""
    by_pandas = peers.search_by_pandas(study.project.transcripts)
    by_grep = peers.search_by_grep(study.texts)
    for step, (query, pattern) in SEARCHES.items():
        places = len(iv.search(study.project, query))
        named = f"{step} ({places:,} places)"
        bench.row(
            named,
            lambda q=query: iv.search(study.project, q),
            "pandas and re, counts alone",
            lambda p=pattern: by_pandas(p),
        )
        bench.row(
            named, lambda q=query: iv.search(study.project, q), "grep over the files", lambda p=pattern: by_grep(p)
        )


def measure_exports(bench: Bench, study: Study) -> None:
    """Files for others, each through the leak check."""
    project, out = study.project, study.folder / "out"
    out.mkdir()
    frame = project.codings.table()
    plain = frame.assign(created=frame["created"].dt.tz_localize(None))
    bench.row(
        "all codings as .csv",
        lambda: iv.export(project.codings, out / "c.csv", project=project),
        "DataFrame.to_csv",
        lambda: frame.to_csv(out / "p.csv"),
    )
    bench.row(
        "all codings as .xlsx",
        lambda: iv.export(project.codings, out / "c.xlsx", project=project),
        "DataFrame.to_excel",
        lambda: plain.to_excel(out / "p.xlsx"),
        runs=FEW,
    )
    quotes = bench.row("choose quotes", project.quotes, runs=FEW)
    texts = [quote.text for quote in quotes]
    bench.row(
        f"{len(quotes):,} quotes as .docx",
        lambda: iv.export(quotes, out / "q.docx"),
        "python-docx, a paragraph each",
        lambda: peers.write_paragraphs(texts, out / "p.docx"),
        runs=FEW,
    )
    bench.row("report as .html", lambda: iv.report(project, out / "r.html"), runs=FEW)


def main() -> None:
    """Read the arguments, invent the study, measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--transcripts", type=int, default=100)
    parser.add_argument("--words", type=int, default=8000)
    parser.add_argument("--codings", type=int, default=20_000)
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        study = Study(Path(folder), wanted.transcripts, wanted.words, wanted.codings)
        print(f"{wanted.transcripts} transcripts of {wanted.words:,} words, {wanted.codings:,} codings\n")
        bench = Bench()
        for measure in (measure_saving, measure_asking, measure_search, measure_exports):
            measure(bench, study)
        study.project.close()


if __name__ == "__main__":
    main()
