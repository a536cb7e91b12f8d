"""A study with many codings, in and out as REFI-QDA: seconds and peak memory of export and import.

    python benchmarks/exchange.py [--large]

100 sources with 20,000 codings (each step three times, medians), and with `--large` also 1,000 with 200,000 (once).
Each run is a process of its own. `write` and `read` are the format alone; `foreign` reads the same file without the
entry that only we read, so that every position is verified by the words quoted. `export` and `import` are what a
person runs: `iv.export(project, file)` with the check of its structure and the search for leaks, for a key of 200
names and 20 numbers; `iv.read_exchange(file)` and `project.save`. `arrival` is the same for the foreign file, whose
texts nobody has anonymized: all of it goes into the vault. CPU seconds do not count what other programs on the
machine do.
"""

import argparse
import random
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import interviews as iv
from interviews.anonymity import Decision, EntityType, KeyEntry
from interviews.formats.refi import read_qdpx, write_qdpx
from interviews.model import Code, Codebook, Coder, Coding, Exchange, Role, Span, Speaker, Transcript, Turn

SIZES = ((100, 20_000, 3), (1_000, 200_000, 1))
STEPS = ("write", "read", "foreign", "import", "export", "arrival")
WORDS = "wir sind im Herbst angekommen und die Wohnung war kalt aber der Nachbar hat 😀 geholfen Müller Straße".split()


def study(sources: int, codings: int, words: int = 8_000) -> Exchange:
    """An invented study: interviews of 8,000 words, 60 codes, 4 coders."""
    chance = random.Random(1)
    codes = [Code(f"Thema {i % 10}" + (f"/Code {i}" if i >= 10 else ""), f"Bedeutung {i}") for i in range(60)]
    transcripts = tuple(_transcript(number, words, chance) for number in range(sources))
    made = []
    for number in range(codings):
        transcript = transcripts[number % sources]
        start = chance.randrange(len(transcript.text) - 400)
        span = Span(start, start + chance.randrange(20, 400))
        moment = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(seconds=number)
        code, coder = codes[number % 60].path, f"c{number % 4}"
        made.append(Coding(transcript.id, span, code, coder, 0, "", None, 1, _id(2, number), moment))
    coders = tuple(Coder(f"c{i}") for i in range(4))
    return Exchange("Messung", "", "de", transcripts, Codebook("Messung", 1, tuple(codes)), tuple(made), coders)


def _id(kind: int, number: int) -> str:
    return f"{kind:08x}-0000-7000-8000-{number:012x}"


def _transcript(number: int, words: int, chance: random.Random) -> Transcript:
    text, turns, at = [], [], 0
    for turn in range(words // 80):
        label, said = "IB"[turn % 2] + ": ", " ".join(chance.choices(WORDS, k=80))
        role = Role.INTERVIEWEE if turn % 2 else Role.INTERVIEWER
        speech = Span(at + 3, at + 3 + len(said))
        turns.append(Turn(turn + 1, speech, label[0], role, Span(at, at + 2), turn * 30_000))
        text.append(label + said + "\n")
        at = speech.end + 1
    speakers = (Speaker("I", Role.INTERVIEWER), Speaker("B", Role.INTERVIEWEE))
    return Transcript(f"Interview {number}", "".join(text), tuple(turns), speakers, id=_id(1, number))


def main() -> None:
    """Print one row for each step and size."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--large", action="store_true")
    parser.add_argument("--step", nargs=4, metavar=("STEP", "SOURCES", "CODINGS", "FILE"))
    options = parser.parse_args()
    if options.step:
        step, sources, codings, file = options.step
        _run(step, int(sources), int(codings), Path(file))
        return
    print("| step | sources | codings | seconds | CPU seconds | peak MB | before MB | runs |")
    print("|---|---|---|---|---|---|---|---|")
    for sources, codings, runs in SIZES[: 2 if options.large else 1]:
        with tempfile.TemporaryDirectory() as folder:
            for step in STEPS:
                _measure(step, sources, codings, Path(folder) / "study.qdpx", runs)


def _measure(step: str, sources: int, codings: int, file: Path, times: int) -> None:
    command = [sys.executable, __file__, "--step", step, str(sources), str(codings), str(file)]
    runs = [subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout.split() for _ in range(times)]
    seconds, cpu = (statistics.median(float(run[column]) for run in runs) for column in (0, 1))
    peak, before = (max(float(run[column]) for run in runs) for column in (2, 3))
    sizes = f"{sources:,} | {codings:,} | {seconds:.2f} | {cpu:.2f} | {peak:.0f} | {before:.0f} | {times}"
    print(f"| {step} | {sizes} |", flush=True)


def _run(step: str, sources: int, codings: int, file: Path) -> None:
    work = _prepare(step, sources, codings, file)
    before, began, busy = _peak_mb(), time.perf_counter(), time.process_time()
    made = work()
    print(time.perf_counter() - began, time.process_time() - busy, _peak_mb(), before)
    assert not isinstance(made, Exchange) or len(made.codings) == codings


def _prepare(step: str, sources: int, codings: int, file: Path) -> Callable[[], object]:
    """What is measured; all that it needs is there already."""
    if step == "write":
        exchange = study(sources, codings)
        return lambda: write_qdpx(exchange, file)
    if step in ("read", "foreign"):
        read = _without_ours(file) if step == "foreign" else file
        return lambda: read_qdpx(read)
    place = file.with_name("project" if step != "arrival" else "arrived")
    if step in ("import", "arrival"):
        read = _without_ours(file) if step == "arrival" else file
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir()
        project = iv.create(place / "study", key=place / "key")
        project.vault.save_key(_key())
        return lambda: project.save(iv.read_exchange(read), anonymized=step == "import")
    project = iv.open(place / "study", key=place / "key")
    return lambda: iv.export(project, file.with_name("exported.qdpx"))


def _key() -> list[KeyEntry]:
    """People and phone numbers that were replaced; none of them stands in the texts."""
    letters = "bdfgklmnprst"
    names = [f"{a}o{b}enz {b}u{a}akis".title() for a in letters for b in letters][:100]
    names += [f"{a}i{b}ovar {b}e{a}umian".title() for a in letters for b in letters][:100]
    people = [
        KeyEntry(f"PER-{i:03d}", EntityType.PER, name, (name,), f"Person {i}", Decision.LABEL)
        for i, name in enumerate(names, 1)
    ]
    numbers = [f"0171 55{i:02d}0{i:02d}7" for i in range(20)]
    return people + [
        KeyEntry(f"CONTACT-{i:03d}", EntityType.CONTACT, number, (number,), f"Telefon {i}", Decision.LABEL)
        for i, number in enumerate(numbers, 1)
    ]


def _without_ours(file: Path) -> Path:
    target = file.with_suffix(".foreign.qdpx")
    with zipfile.ZipFile(file) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in source.namelist():
            if name != "interviews.json":
                archive.writestr(name, source.read(name))
    return target


def _peak_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)


if __name__ == "__main__":
    main()
