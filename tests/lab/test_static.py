"""The pure parts of the workspace's page, under Node; and what the page's files may not hold."""

import gzip
import re
import shutil
import subprocess
from pathlib import Path

import pytest

STATIC = Path(__file__).parents[2] / "src" / "interviews" / "lab" / "static"
TESTS = Path(__file__).parent / "static"
_MOST_GZIPPED = 300_000


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("node") is None, reason="there is no node")
def test_the_pure_parts_pass_their_tests() -> None:
    done = subprocess.run(["node", "--test", str(TESTS)], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout[-3000:]


def test_text_enters_the_page_as_text() -> None:
    for path in STATIC.rglob("*.js"):
        assert not re.search(
            r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(", path.read_text("utf-8")
        ), path


def test_the_page_asks_nobody_else_and_is_small() -> None:
    files = [path for path in STATIC.parent.rglob("*") if path.suffix in (".js", ".css", ".html")]
    for path in files:
        text = path.read_text("utf-8").replace("http://www.w3.org/2000/svg", "")
        assert not re.search(r"https?://", text), path
    gzipped = {path.name: len(gzip.compress(path.read_bytes())) for path in files}
    assert sum(gzipped.values()) < _MOST_GZIPPED, gzipped
