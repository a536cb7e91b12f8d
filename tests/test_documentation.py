"""The documentation is run: the README's notebook example, and every example on the pages of docs/."""

import doctest
import re

import pytest

import interviews as iv
from interviews.cli.main import app
from tests.conftest import REPOSITORY

PAGES = sorted(path.relative_to(REPOSITORY).as_posix() for path in (REPOSITORY / "docs").glob("*.md"))


@pytest.fixture
def beside_the_corpus(tmp_path, monkeypatch):
    """An empty folder from which the paths of the examples are right."""
    for name in ("corpora", "codebooks"):
        (tmp_path / name).symlink_to(REPOSITORY / name)
    monkeypatch.chdir(tmp_path)


@pytest.mark.slow
@pytest.mark.usefixtures("beside_the_corpus")
def test_the_example_of_the_readme_runs(tmp_path):
    (example,) = re.findall(r"```python\n(.*?)```", (REPOSITORY / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    exec(compile(example, "README.md", "exec"), {})
    assert (tmp_path / "zitate.docx").exists()
    assert (tmp_path / "bericht.docx").exists()


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.usefixtures("beside_the_corpus")
def test_every_example_of_a_page_gives_what_the_page_shows(page):
    flags = doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS
    outcome = doctest.testfile(str(REPOSITORY / page), module_relative=False, encoding="utf-8", optionflags=flags)
    assert outcome.failed == 0


def test_the_commands_named_in_the_documentation_exist():
    commands = {command.name for command in (*app.registered_commands, *app.registered_groups)}
    for page in ["README.md", *PAGES]:
        text = (REPOSITORY / page).read_text(encoding="utf-8")
        typed = "\n".join(re.findall(r"^```bash\n(.*?)^```", text, re.MULTILINE | re.DOTALL))
        named = set(re.findall(r"^(?:\.venv/bin/)?interviews ([a-z][a-z-]+)", typed, re.MULTILINE))
        assert named <= commands, page


def test_every_command_is_documented():
    page = (REPOSITORY / "docs" / "commands.md").read_text(encoding="utf-8")
    for command in (*app.registered_commands, *app.registered_groups):
        assert f"interviews {command.name}" in page, command.name


def test_links_between_pages_lead_somewhere():
    for page in ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "SECURITY.md", *PAGES]:
        path = REPOSITORY / page
        for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", path.read_text(encoding="utf-8")):
            assert (path.parent / target).exists(), f"{page}: {target}"


def test_every_public_verb_has_a_docstring():
    for name in iv.__all__:
        assert (getattr(iv, name).__doc__ or "").strip(), name
