"""What `pip install` brings: the wheel holds the workspace, its extension of JupyterLab, the server's configuration."""

import gzip
import json
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY

pytestmark = pytest.mark.slow

LAB = REPOSITORY / "src" / "interviews" / "lab"
EXTENSION = "share/jupyter/labextensions/interviews"
_MOST_BYTES = 300_000


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The wheel, built without a network."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "--no-deps", "--no-build-isolation", "--no-index", "--quiet"]
    subprocess.run([*command, "--wheel-dir", str(folder), str(REPOSITORY)], check=True, capture_output=True)
    (path,) = folder.glob("*.whl")
    with zipfile.ZipFile(path) as opened:
        yield opened


def files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def installed(wheel: zipfile.ZipFile) -> dict[str, str]:
    """Names in the wheel of what lands outside the package, by where it lands."""
    return {name.split(".data/data/")[1]: name for name in wheel.namelist() if ".data/data/" in name}


def test_the_extension_and_the_configuration_land_where_jupyter_looks(wheel):
    expected = {f"{EXTENSION}/{name}" for name in files(LAB / "labextension")}
    assert set(installed(wheel)) == expected | {"etc/jupyter/jupyter_server_config.d/interviews.json"}
    assert f"{EXTENSION}/static/remoteEntry.js" in expected
    told = json.loads(wheel.read(installed(wheel)["etc/jupyter/jupyter_server_config.d/interviews.json"]))
    assert told["ServerApp"]["jpserver_extensions"] == {"interviews.lab.workspace": True}


def test_the_extension_has_the_version_of_the_package(wheel):
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert json.loads(wheel.read(installed(wheel)[f"{EXTENSION}/package.json"]))["version"] == project["version"]


def test_every_file_of_the_page_is_there_and_nothing_of_the_tools_that_test_it(wheel):
    beginning = "interviews/lab/static/"
    page = {name.removeprefix(beginning) for name in wheel.namelist() if name.startswith(beginning)}
    assert page == files(LAB / "static")
    assert {"boot.js", "notebook.js", "sidebar.js", "workspace.css"} <= page
    assert not [name for name in wheel.namelist() if "node_modules" in name or name.startswith("tests/")]


def test_the_page_is_small(wheel):
    names = [name for name in wheel.namelist() if name.startswith("interviews/lab/static/")]
    names += [name for name in installed(wheel).values() if EXTENSION in name]
    assert sum(len(gzip.compress(wheel.read(name))) for name in names) < _MOST_BYTES
