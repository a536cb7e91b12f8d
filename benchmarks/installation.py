"""What a newcomer waits for: `make demo` and `make test` in a fresh clone, and what they put on the disk.

    python benchmarks/installation.py [--into DIR]

Takes several minutes and needs the network, so `make bench` leaves it out. Only what is committed is cloned.
"""

import argparse
import re
import shutil
import subprocess
import tempfile
import time
from importlib.metadata import Distribution, distributions
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
UNWANTED = re.compile(r"^(torch|nvidia|cuda)")
TOLD = re.compile(r"\d passed|\d seconds")
SHOWN = 10


def run(command: str, folder: Path) -> tuple[float, str]:
    """Minutes a command took, and the line in which it says what it did."""
    began = time.perf_counter()
    done = subprocess.run(command.split(), cwd=folder, check=False, capture_output=True, text=True)
    told = next((line.strip(" =") for line in reversed(done.stdout.splitlines()) if TOLD.search(line)), "")
    failed = f"exit status {done.returncode} " if done.returncode else ""
    return (time.perf_counter() - began) / 60, failed + told


def size(distribution: Distribution) -> int:
    """Bytes of all files of an installed package."""
    paths = (Path(str(distribution.locate_file(file))) for file in distribution.files or ())
    return sum(path.stat().st_size for path in paths if path.is_file())


def installed(environment: Path) -> dict[str, int]:
    """Bytes by package."""
    (site,) = environment.glob("lib/python*/site-packages")
    return {package.metadata["Name"]: size(package) for package in distributions(path=[str(site)])}


def measure(clone: Path) -> None:
    """Run both commands and print the tables."""
    print("| step | minutes | what it says |\n|---|---|---|")
    run(f"git clone --quiet {ROOT} {clone}", Path.cwd())
    for step in ("make .venv/.installed", "make demo", "make test-unit", "make test"):
        minutes, told = run(step, clone)
        print(f"| `{step}` | {minutes:.1f} | {told} |", flush=True)
    sizes = installed(clone / ".venv")
    largest = sorted(sizes, key=lambda name: -sizes[name])[:SHOWN]
    unwanted = sorted(name for name in sizes if UNWANTED.match(name.lower()))
    print(f"\n{len(sizes)} packages, {sum(sizes.values()) / 1e6:,.0f} MB; torch, CUDA: {', '.join(unwanted) or 'none'}")
    print("\n| package | MB |\n|---|---|")
    for name in largest:
        print(f"| {name} | {sizes[name] / 1e6:.0f} |")


def main() -> None:
    """Read the arguments, measure, clean up."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--into", type=Path, help="a folder that does not exist yet and is kept")
    into = parser.parse_args().into
    if into:
        measure(into.resolve())
        return
    folder = Path(tempfile.mkdtemp(prefix="installation-"))
    try:
        measure(folder / "clone")
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
