"""How long reading and saving take, and whether memory stays the same however many interviews there are.

    python benchmarks/reading.py --interviews 100 1000 --words 8000 [--taguette PYTHON]

Writes invented interviews as .txt and .docx, reads each folder, reads and saves it into a new project, reads it again,
and beside that lets python-docx alone open the same documents. Every figure is from a process of its own: seconds, and
the peak of its memory. PYTHON has Taguette installed, and Calibre is there: it converts ten of the files, and its time
is that of all of them if each took as long.
"""

import argparse
import json
import random
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from docx import Document
from generate import Words, write_text

READ = """
import interviews as iv, sys
iv.read(sys.argv[1], language="de").table()
"""
SAVE = """
import interviews as iv, sys
from pathlib import Path
place = Path(sys.argv[2])
made = (place / "study").exists()
project = iv.open(place / "study", key=place / "k") if made else iv.create(place / "study", key=place / "k")
saved = project.save(iv.read(sys.argv[1], language="de"))
"""
ALONE = """
import sys
from pathlib import Path
from docx import Document
for path in sorted(Path(sys.argv[1]).glob("*.docx")):
    "\\n".join(paragraph.text for paragraph in Document(path).paragraphs)
"""
# The peak that Linux keeps for a process as such; getrusage would count what its parent held when it was forked.
MEASURED = """
import json, re, time
from pathlib import Path as Place
start = time.perf_counter()
{work}
seconds = time.perf_counter() - start
peak = int(re.search(r"VmHWM:\\s*(\\d+)", Place("/proc/self/status").read_text())[1]) / 1024
print(json.dumps([seconds, peak]))
"""


def write_files(folder: Path, count: int, words: int) -> None:
    """So many interviews as .txt in one folder and as .docx in another one."""
    chance = random.Random(1)
    source = Words(chance)
    for number in range(count):
        text, _ = write_text(source, words, chance)
        name = f"interview-{number:04d}"
        (folder / "txt").mkdir(parents=True, exist_ok=True)
        (folder / "docx").mkdir(parents=True, exist_ok=True)
        (folder / "txt" / f"{name}.txt").write_text(text, encoding="utf-8")
        document = Document()
        for line in filter(None, text.split("\n")):
            document.add_paragraph(line)
        document.save(str(folder / "docx" / f"{name}.docx"))


def measure(work: str, *words: Path) -> tuple[float, float]:
    """Seconds and megabytes of a process that does this."""
    command = [sys.executable, "-c", MEASURED.format(work=work), *map(str, words)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    seconds, megabytes = json.loads(done.stdout.splitlines()[-1])
    return seconds, megabytes


def main() -> None:
    """Measure and print a table in Markdown."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--interviews", type=int, nargs="+", default=[100, 400])
    parser.add_argument("--words", type=int, default=8000)
    parser.add_argument("--taguette", help="a Python that has Taguette installed")
    chosen = parser.parse_args()
    columns = ["interviews", "files", "read", "read and saved", "again, unchanged", "python-docx alone", "Taguette"]
    print(f"| {' | '.join(columns)} |\n|{'---|' * len(columns)}")
    for count in chosen.interviews:
        with tempfile.TemporaryDirectory() as place:
            folder = Path(place)
            write_files(folder, count, chosen.words)
            for kind in ("txt", "docx"):
                project = folder / f"project-{kind}"
                project.mkdir()
                runs = [measure(READ, folder / kind), *(measure(SAVE, folder / kind, project) for _ in range(2))]
                if kind == "docx":
                    runs.append(measure(ALONE, folder / kind))
                cells = [f"{seconds:.1f} s, {megabytes:.0f} MB" for seconds, megabytes in runs]
                cells += [""] * (kind != "docx") + [taguette(chosen.taguette, folder / kind)]
                print(f"| {count} | .{kind} | {' | '.join(cells)} |", flush=True)


def taguette(python: str | None, folder: Path) -> str:
    """How long Taguette takes to convert the files of a folder, by ten of them."""
    if python is None:
        return ""
    files = sorted(folder.iterdir())
    command = [python, str(Path(__file__).with_name("taguette_import.py")), *map(str, files[:10])]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return f"about {statistics.median(json.loads(done.stdout)) * len(files):.0f} s"


if __name__ == "__main__":
    main()
