"""A short fuzz of every reader; the long one is `python -m tests.fuzzing.readers --seconds 600`."""

from pathlib import Path

import pytest

from interviews.formats.kinds import KINDS
from tests.fuzzing.checks import check_reader, watch_writes
from tests.fuzzing.readers import fuzz
from tests.fuzzing.seeds import SEEDS

SECONDS = 2.0


@pytest.mark.parametrize("kind", SEEDS)
def test_the_seeds_are_whole_files_of_their_format(kind: str, tmp_path: Path) -> None:
    suffix, seeds = SEEDS[kind]
    for number, content in enumerate(seeds):
        path = tmp_path / f"seed-{number}{suffix}"
        path.write_bytes(content)
        check_reader(path)


def test_every_format_has_seeds() -> None:
    assert {kind.name for kind in KINDS} <= SEEDS.keys()


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("kind", SEEDS)
def test_no_damage_makes_a_reader_raise_hang_or_write_elsewhere(kind: str, tmp_path: Path) -> None:
    watch_writes(tmp_path)
    count, failures = fuzz(kind, tmp_path, seconds=SECONDS)
    assert not failures, "\n".join(failures)
    assert count > 5
