"""The `interviews` command: one file for each of its words."""

import sys

import typer

from interviews.cli import (
    agree,
    anonymize,
    archive,
    cells,
    code,
    codebook,
    demo,
    detect,
    erase,
    export,
    framework,
    history,
    imports,
    keepers,
    leaks,
    learn,
    merge,
    new,
    original,
    quotes,
    read,
    redo,
    report,
    review,
    safeguards,
    search,
    show,
    speakers,
    table,
    topics,
    transcripts,
    undo,
)
from interviews.cli.console import INTERRUPTED, MISUSE, complain
from interviews.errors import InterviewsError

_STOPPED = "stopped; what was saved is saved."

app = typer.Typer(
    help="A workbench for qualitative interview research: anonymize, code, compare, explore, report.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
# In the order of the flow: the help page tells the story of a study.
for module in (
    new,
    read,
    speakers,
    detect,
    anonymize,
    review,
    learn,
    leaks,
    cells,
    transcripts,
    codebook,
    code,
    imports,
    show,
    agree,
    search,
    table,
    topics,
    framework,
    quotes,
    report,
    safeguards,
    export,
    archive,
    merge,
    original,
    keepers,
    erase,
    undo,
    redo,
    history,
    demo,
):
    app.command(name=getattr(module, "NAME", module.__name__.rpartition(".")[2]))(module.run)


def main() -> None:
    """Run a command: exit status 0 when done, 1 when problems were found, 2 on misuse."""
    try:
        app()
    except InterviewsError as error:
        complain(str(error))
        sys.exit(MISUSE)
    except KeyboardInterrupt:
        complain(_STOPPED)
        sys.exit(INTERRUPTED)
    except SystemExit as leaving:  # typer leaves so, without a word, when somebody presses Ctrl-C within a command
        if leaving.code == INTERRUPTED:
            complain(_STOPPED)
        raise
    except BrokenPipeError:  # the reader of our output went away, as `| head` does
        sys.stderr.close()
        sys.exit(0)


if __name__ == "__main__":
    main()
