"""The `interviews` command: one file for each of its words."""

import sys

import typer

from interviews.cli import (
    adjudicate,
    agree,
    anonymize,
    archive,
    cells,
    code,
    codebook,
    cooccurrence,
    demo,
    detect,
    erase,
    export,
    following,
    framework,
    history,
    imports,
    keepers,
    leaks,
    learn,
    merge,
    new,
    original,
    portrait,
    progress,
    query,
    quotes,
    read,
    redo,
    report,
    review,
    revise,
    revisit,
    safeguards,
    search,
    sequence,
    show,
    speakers,
    suggestions,
    table,
    topics,
    transcripts,
    undo,
    verify,
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
    revise,
    revisit,
    code,
    progress,
    imports,
    show,
    agree,
    adjudicate,
    search,
    suggestions,
    query,
    table,
    cooccurrence,
    following,
    sequence,
    portrait,
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
    verify,
    demo,
):
    name = getattr(module, "NAME", module.__name__.rpartition(".")[2])
    if module is revise:  # a word for each kind of change
        app.add_typer(revise.app, name=name)
    else:
        app.command(name=name)(module.run)


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
