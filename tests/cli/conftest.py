"""Commands, run as from a terminal."""

import sys

import pytest

from interviews.cli.main import main


@pytest.fixture
def interviews(monkeypatch, capsys):
    """Runs a command and gives its exit status, its output and its complaints."""

    def run(*words):
        monkeypatch.setattr(sys, "argv", ["interviews", *map(str, words)])
        with pytest.raises(SystemExit) as left:
            main()
        printed = capsys.readouterr()
        return left.value.code or 0, printed.out, _in_the_end(printed.err)

    return run


def _in_the_end(written: str) -> str:
    """What a terminal shows once progress bars, which appear where a machine is slow, are gone."""
    return "\n".join(line.rpartition("\r")[2] for line in written.split("\n"))
