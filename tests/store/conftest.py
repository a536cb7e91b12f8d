"""An empty project, made once and copied for every test."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from interviews.store import Store


@pytest.fixture(scope="session")
def empty_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("empty") / "project.db"
    Store.create(path).close()
    return path


@pytest.fixture
def place(empty_project: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(empty_project, tmp_path / "project.db"))


@pytest.fixture
def store(place: Path) -> Iterator[Store]:
    with Store.open(place) as store:
        yield store


@pytest.fixture(scope="session")
def fresh(empty_project: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Store]:
    """A new empty store at each call, for tests that try many examples."""
    folder = tmp_path_factory.mktemp("fresh")

    def make() -> Store:
        return Store.open(shutil.copy(empty_project, folder / f"{len(list(folder.iterdir()))}.db"))

    return make
