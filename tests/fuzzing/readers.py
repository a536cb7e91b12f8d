"""Fuzzing the readers for as long as one likes: `python -m tests.fuzzing.readers docx --seconds 600`.

Every input is one of the seeds of a format, damaged. An input that breaks a promise is kept beside the report, and the
exit status is 1. `guided.py` does the same led by the lines of code that an input reaches.
"""

import argparse
import random
import signal
import sys
import tempfile
import time
import traceback
import warnings
from pathlib import Path

from interviews import formats
from tests.fuzzing.checks import check_reader, watch_writes
from tests.fuzzing.mutation import mutate
from tests.fuzzing.seeds import SEEDS

_HANG_SECONDS = 60


def fuzz(
    kind: str, folder: Path, *, seconds: float, seed: int = 1, more: tuple[bytes, ...] = ()
) -> tuple[int, list[str]]:
    """How many inputs were read, and for each that broke a promise the error and the file that holds the input."""
    suffix, seeds = SEEDS[kind]
    pool = [*seeds, *more]
    chance = random.Random(f"{kind}-{seed}")
    end = time.monotonic() + seconds
    count, failures = 0, []
    signal.signal(signal.SIGALRM, _hanging)
    while time.monotonic() < end and len(failures) < 20:
        content = mutate(chance.choice(pool), chance, pool)
        path = folder / f"input{suffix}"
        path.write_bytes(content)
        signal.alarm(_HANG_SECONDS)
        try:
            check_reader(path)
        except Exception as error:
            kept = folder / f"failure-{kind}-{len(failures)}{suffix}"
            kept.write_bytes(content)
            place = traceback.extract_tb(error.__traceback__)[-1]
            failures.append(f"{type(error).__name__}: {error} ({Path(place.filename).name}:{place.lineno}) {kept}")
        finally:
            signal.alarm(0)
        count += 1
    return count, failures


def _hanging(_signal: int, _frame: object) -> None:
    raise TimeoutError(f"no answer after {_HANG_SECONDS} seconds")


def main() -> None:
    """Fuzz the named formats, or all, and print a line for each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kinds", nargs="*", choices=[[], *SEEDS], default=[])
    parser.add_argument("--seconds", type=int, default=10)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--corpus", type=Path, help="more seeds: a folder of files of the one format named")
    parser.add_argument("--into", type=Path, help="folder for the inputs; a temporary one by default")
    asked = parser.parse_args()
    folder = asked.into or Path(tempfile.mkdtemp(prefix="fuzz-"))
    folder.mkdir(parents=True, exist_ok=True)
    formats.files.RAISE_UNEXPECTED = True
    warnings.simplefilter("ignore")  # of the packages that mutation writes with one name twice
    watch_writes(folder)
    more = tuple(file.read_bytes() for file in sorted(asked.corpus.iterdir())) if asked.corpus else ()
    broken = 0
    for kind in asked.kinds or SEEDS:
        count, failures = fuzz(kind, folder, seconds=asked.seconds, seed=asked.seed, more=more)
        print(f"{kind:12} {count:8} inputs {len(failures):3} failures", flush=True)
        for failure in failures:
            print(f"    {failure}", flush=True)
        broken += len(failures)
    sys.exit(1 if broken else 0)


if __name__ == "__main__":
    main()
