"""`interviews redo`: what was undone counts again."""

import interviews as iv
from interviews.cli.console import ProjectFolder, say
from interviews.cli.undo import Author, Times


def run(project: ProjectFolder, author: Author = None, times: Times = 1) -> None:
    """Let what you took back last count again, as long as you have done nothing else since."""
    with iv.open(project) as opened:
        for _ in range(times):
            say(str(opened.redo(author=author)))
