"""What gets installed is what the project asks for, and nothing with CUDA in it."""

import re
import tomllib

from tests.conftest import REPOSITORY


def _name(requirement: str) -> str:
    return re.split(r"[<>=!\[ ;]", requirement, maxsplit=1)[0].lower().replace("_", "-")


def locked() -> set[str]:
    lines = (REPOSITORY / "requirements.lock").read_text(encoding="utf-8").splitlines()
    return {_name(line) for line in lines if line and not line.startswith("#")}


def test_the_lock_holds_every_dependency():
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    wanted = {_name(r) for r in [*project["dependencies"], *extras["lab"], *extras["topics"], *extras["test"]]}
    assert wanted <= locked()


def test_the_lock_pulls_neither_torch_nor_cuda():
    assert not [name for name in locked() if name.startswith(("torch", "nvidia", "cuda", "sentence-transformers"))]


def test_no_dependency_is_under_gpl():
    assert not locked() & {"krippendorff", "pymupdf", "gender-guesser", "names-dataset", "pypandoc-binary"}
