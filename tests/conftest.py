"""What every test may use: real files where they are at hand, and a transcript written as a docstring."""

from pathlib import Path

import pytest
from hypothesis import settings

from interviews.formats import files

REPOSITORY = Path(__file__).resolve().parents[1]
settings.register_profile("project", deadline=None, max_examples=60, derandomize=True)
settings.load_profile("project")
files.RAISE_UNEXPECTED = True  # an error inside a reader must not hide behind a problem


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """Real files that are never committed; tests that need them are skipped where they are absent."""
    folder = REPOSITORY.parent / "shared" / "data"
    if not folder.is_dir():
        pytest.skip("the real files are not on this machine")
    return folder


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The bundled fictional study."""
    return REPOSITORY / "corpora" / "ankunft"


@pytest.fixture(scope="session")
def codebook_file() -> Path:
    return REPOSITORY / "codebooks" / "ankunft.yaml"
