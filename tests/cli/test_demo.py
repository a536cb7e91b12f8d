"""The demonstration: the whole flow, what it leaves behind, and that it harms nothing that was there."""

import re
import subprocess
import sys

import pytest


def demo(folder, *more):
    words = [sys.executable, "-m", "interviews.cli.main", "demo", "--into", str(folder), *more]
    return subprocess.run(words, capture_output=True, text=True, encoding="utf-8", timeout=300)


@pytest.mark.slow
def test_the_demonstration_carries_the_study_to_a_report_on_one_screen(tmp_path):
    done = demo(tmp_path / "demo")
    assert done.returncode == 0, done.stderr
    screen = done.stdout.partition("the study 'ankunft'")[2]
    assert len(screen.splitlines()) <= 40
    for stage in (
        "read",
        "anonymize",
        "check for leaks",
        "code",
        "agree",
        "explore",
        "topics",
        "findings",
        "quotes",
        "report",
    ):
        assert f"│ {stage}" in screen
    exports = tmp_path / "demo" / "ankunft" / "exports"
    for name in ("bericht.html", "bericht.docx", "bericht.md", "zitate.docx", "codings.xlsx"):
        assert (exports / name).stat().st_size > 5000
    words = " ".join(screen.replace("│", " ").split())
    replaced, marked = (int(number) for number in re.search(r"(\d+) [\d.]*\s*of (\d+) marked", words).groups())
    assert replaced > 0.85 * marked

    again = demo(tmp_path / "demo")
    assert again.returncode == 2
    assert "--fresh" in again.stderr
    assert demo(tmp_path / "demo", "--fresh").returncode == 0


@pytest.mark.slow
def test_the_demonstration_does_not_touch_a_folder_that_is_not_its_own(tmp_path):
    (tmp_path / "ankunft").mkdir()
    (tmp_path / "ankunft" / "mine.txt").write_text("mine", encoding="utf-8")
    refused = demo(tmp_path, "--fresh")
    assert refused.returncode == 2
    assert (tmp_path / "ankunft" / "mine.txt").read_text(encoding="utf-8") == "mine"
