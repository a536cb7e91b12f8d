"""Fuzzing one reader, led by the code that inputs reach: `python -m tests.fuzzing.guided docx --seconds 600`.

Needs atheris (`pip install atheris`), which must see the readers as they are imported: hence the imports within. What
breaks a promise is kept in the folder of the inputs, and ends the run.
"""

import argparse
import random
import sys
import tempfile
import warnings
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["interviews.formats"]):
    from interviews import formats
    from tests.fuzzing.checks import check_reader, watch_writes
    from tests.fuzzing.mutation import mutate
    from tests.fuzzing.seeds import SEEDS

_HANG_SECONDS = 60
_LARGEST = 200_000


def main() -> None:
    """Fuzz one format until the time is over or something breaks."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kind", choices=list(SEEDS))
    parser.add_argument("--seconds", type=int, default=600)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--into", type=Path, help="folder for the inputs; a temporary one by default")
    asked = parser.parse_args()
    suffix, seeds = SEEDS[asked.kind]
    folder = asked.into or Path(tempfile.mkdtemp(prefix="fuzz-"))
    (folder / "corpus").mkdir(parents=True, exist_ok=True)
    for number, content in enumerate(seeds):
        (folder / "corpus" / f"seed-{number}").write_bytes(content)
    formats.files.RAISE_UNEXPECTED = True
    warnings.simplefilter("ignore")  # of the packages that mutation writes with one name twice
    watch_writes(folder)

    def read(content: bytes) -> None:
        path = folder / f"input{suffix}"
        path.write_bytes(content)
        check_reader(path)

    def damage(content: bytes, size: int, number: int) -> bytes:
        return mutate(content, random.Random(number), seeds)[:size]

    options = [f"-max_total_time={asked.seconds}", f"-max_len={_LARGEST}", f"-timeout={_HANG_SECONDS}"]
    options += ["-rss_limit_mb=3000", f"-seed={asked.seed}", f"-artifact_prefix={folder}/failure-{asked.kind}-"]
    atheris.Setup([sys.argv[0], *options, str(folder / "corpus")], read, custom_mutator=damage)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
