"""A small study, made once and copied for every test that asks for it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

import interviews as iv
from tests.small_study import make_study


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("small")
    make_study(home).close()
    return home


@pytest.fixture
def project(made: Path, tmp_path: Path) -> Iterator[iv.Project]:
    """The small study in a folder of its own, with its vault and key."""
    shutil.copytree(made, tmp_path / "own")
    with iv.open(tmp_path / "own" / "study", key=tmp_path / "own" / "study.agekey") as project:
        yield project
