"""The same questions about the same codings, asked of QualCoder and of this workbench in one run.

    python benchmarks/qualcoder.py --qualcoder FOLDER --python PYTHON [--codings 20000] [--rounds 3]

FOLDER is a copy of QualCoder (https://github.com/ccbogel/QualCoder), PYTHON an interpreter that has what its reports
need: PyQt6, qtawesome, openpyxl, pymupdf, networkx, matplotlib, pandas, Pillow, and what else an import misses. A
project of its kind is made of an invented study, and its own functions answer in a process of their own
(`qualcoder_asked.py`):

- report of all codes, and of a theme with its sub-codes: `DialogReportCodes.search`, with all files selected and the
  other settings as they are when it opens (no statistics, no context);
- co-occurrence: `DialogReportCooccurrence.process_data`;
- code × document: `DialogReportComparisonTable.process_files_data`.

Making the dialogs, and showing them, is not part of it. Both take turns; times are medians over the rounds, by the
clock and, in brackets, of the processor. Ours are asked twice a round: of a project that is opened for the question,
opening included, and once more. Before the figures are printed the answers are compared.

QualCoder holds a coding once; those that the invented coders made twice are left out there, and accounted for in the
comparison. In co-occurrence it counts pairs of codings of two different codes, ours pairs of passages (overlapping
codings of one code are one passage). Its reports also name, for every passage, the codes that overlap it; ours do not.
"""

import argparse
import json
import os
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import peers
from coding_scale import Took, median, timed, told
from generate import fill_project

import interviews as iv

ONE = "Thema A"
ROW = ["transcript", "start", "end", "code", "coder"]
Asked = Callable[[iv.Project], Any]
OURS: dict[str, dict[str, Asked]] = {
    "report of all codes": {
        "all codings with their words, as a table": lambda project: project.codings.table(),
        "the same, as text to read": lambda project: read(project.codings),
    },
    "report of one code": {
        "a theme and its sub-codes, as a table": lambda project: project.codings.where(code=ONE).table(),
        "the same, as text to read": lambda project: read(project.codings.where(code=ONE)),
    },
    "co-occurrence": {"co-occurrence of 60 codes": iv.cooccurrence},
    "code × document": {"code × document": lambda project: iv.crosstab(project, "code", "transcript")},
}
"""What QualCoder is asked, and ours beside it."""


def read(view: iv.View) -> str:
    """Every passage with its place, code and coder."""
    return repr(view.show(len(view), context=0))


class QualCoder:
    """A process of it with the study open."""

    def __init__(self, folder: Path, python: Path, study: Path) -> None:
        script = Path(__file__).with_name("qualcoder_asked.py")
        words = [python, script, folder / "src", study, study.with_name("study.qda")]
        home = {"HOME": str(study.parent), "QT_QPA_PLATFORM": "offscreen"}
        pipes: dict[str, Any] = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
        self._process = subprocess.Popen(words, env={**os.environ, **home}, **pipes)
        self.version = self._read()

    def ask(self, question: str) -> tuple[Took, Any]:
        """How long it took, and the answer."""
        assert self._process.stdin
        self._process.stdin.write(question + "\n")
        self._process.stdin.flush()
        took, answer = self._read()
        return (took[0], took[1]), answer

    def close(self) -> None:
        """End the process."""
        self._process.communicate()

    def _read(self) -> Any:
        assert self._process.stdout
        while line := self._process.stdout.readline():
            try:
                return json.loads(line)
            except json.JSONDecodeError:
                continue  # what its modules print
        raise RuntimeError("QualCoder's process ended; see above.")


def once(project: iv.Project) -> pd.DataFrame:
    """The codings without those that a coder made twice."""
    return project.codings.columns(*ROW).drop_duplicates()


def write_study(project: iv.Project, path: Path) -> None:
    """What QualCoder's project is made of."""
    texts = {transcript.name: transcript.text for transcript in project.transcripts}
    rows = [[name, int(start), int(end), code, coder] for name, start, end, code, coder in once(project).to_numpy()]
    codes = [code.path for code in project.codebook]
    path.write_text(json.dumps({"texts": texts, "codes": codes, "codings": rows, "one": ONE}), encoding="utf-8")


def compare(project: iv.Project, answers: dict[str, Any]) -> None:
    """Fail where the two do not say the same; where they count differently, by what each says it counts."""
    view, single = project.codings, once(project)
    repeated = view.columns(*ROW)[view.columns(*ROW).duplicated().to_numpy()]
    for question, asked in (("report of all codes", view), ("report of one code", view.where(code=ONE))):
        counts = asked.count("code") - repeated["code"].value_counts()
        there = {code: int(number) for code, number in counts.items() if number > 0 and code in asked.count("code")}
        assert there == answers[question]["codings"], question
    assert int((single["end"] - single["start"]).sum()) == answers["report of all codes"]["characters"]

    codes, files, cells = answers["code × document"]
    theirs = pd.DataFrame(cells, codes, files)
    ours = iv.crosstab(project, "code", "transcript").loc[codes, files]
    more = pd.crosstab(repeated["code"].astype(str), repeated["transcript"].astype(str))
    assert (ours - more.reindex(index=codes, columns=files, fill_value=0) == theirs).all(axis=None)

    codes, cells = answers["co-occurrence"]
    pairs = pd.DataFrame(cells, codes, codes)
    theirs = pairs + pairs.T
    joined = peers.cooccur_by_merge(single).reindex(index=codes, columns=codes, fill_value=0)
    passages = iv.cooccurrence(project).reindex(index=codes, columns=codes, fill_value=0)
    for code in codes:
        joined.loc[code, code] = passages.loc[code, code] = 0
    assert (joined == theirs).all(axis=None)
    assert ((passages <= theirs) & ((passages > 0) == (theirs > 0))).all(axis=None)
    print(f"the same answers; {len(repeated)} codings made twice; ", end="")
    print(f"{int(pairs.sum().sum()):,} pairs of codings, {int(passages.sum().sum()) // 2:,} of passages")


def ask_ours(place: Path, asked: Asked) -> tuple[Took, Took]:
    """How long opening the project and an answer take, and how long the answer takes then."""
    opened: list[iv.Project] = []

    def first() -> None:
        opened.append(iv.open(place / "study", key=place / "key"))
        asked(opened[0])

    took = timed(first), timed(lambda: asked(opened[0]))
    opened[0].close()
    return took


def measure(place: Path, theirs: QualCoder, rounds: int) -> list[str]:
    """Ask in turns, compare the answers, and give the rows of the table."""
    answers: dict[str, Any] = {}
    rows: list[str] = []
    for question, ours in OURS.items():
        peer: list[Took] = []
        took: dict[str, list[tuple[Took, Took]]] = {name: [] for name in ours}
        for _ in range(rounds):
            seconds, answers[question] = theirs.ask(question)
            peer.append(seconds)
            for name, asked in ours.items():
                took[name].append(ask_ours(place, asked))
        for name, pairs in took.items():
            middle = [median(peer), *(median(list(each)) for each in zip(*pairs, strict=True))]
            times = [f"{middle[0][1] / one[1]:,.0f}" for one in middle[1:]]
            rows.append(f"| {name} | {' | '.join(map(told, middle))} | {' | '.join(times)} |")
    with iv.open(place / "study", key=place / "key") as project:
        compare(project, answers)
    return rows


def main() -> None:
    """Make the study, start QualCoder with it, ask both."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--qualcoder", type=Path, required=True, help="a copy of it")
    parser.add_argument("--python", type=Path, required=True, help="that has what it needs")
    parser.add_argument("--codings", type=int, default=20_000)
    parser.add_argument("--interviews", type=int, default=100)
    parser.add_argument("--words", type=int, default=8000, help="in each interview")
    parser.add_argument("--rounds", type=int, default=3)
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        with iv.create(place / "study", vault=place / "vault", key=place / "key") as project:
            fill_project(project, wanted.interviews, wanted.words, wanted.codings)
            write_study(project, place / "study.json")
        theirs = QualCoder(wanted.qualcoder.resolve(), wanted.python.absolute(), place / "study.json")
        before = os.getloadavg()[1]
        rows = measure(place, theirs, wanted.rounds)
        theirs.close()
    load = f"{before:.1f} to {os.getloadavg()[1]:.1f}"
    print(f"{theirs.version}, {wanted.rounds} rounds; load of the machine, {os.cpu_count()} cores: {load}\n")
    print(
        "| question | QualCoder | ours, opening the project | ours, again | less, by | again, by |\n"
        "|---|---|---|---|---|---|"
    )
    print("\n".join(rows))


if __name__ == "__main__":
    main()
