"""`interviews progress`: how far every coder has come."""

from typing import Annotated

import typer

import interviews as iv
from interviews.cli.console import AsJson, ProjectFolder, finish, print_json, show_table

_SUMS = ["answers", "coded", "codings"]


def run(
    project: ProjectFolder,
    coder: Annotated[str | None, typer.Option(help="Only this coder, transcript by transcript.")] = None,
    as_json: AsJson = False,
) -> None:
    """Tell how many answers every coder has coded of the transcripts that are assigned to them or that they coded."""
    with iv.open(project) as opened:
        frame, problems = opened.progress(), opened.unknown_assignments()
    if coder:
        frame = frame[frame["coder"] == coder]
    if as_json:
        print_json(frame)
    elif coder:
        show_table(frame.drop(columns="coder"), f"{coder}: {frame['coded'].sum()} of {frame['answers'].sum()} answers")
    else:
        counted = frame.assign(transcripts=1).groupby("coder")[["transcripts", "assigned", *_SUMS]].sum()
        show_table(counted.reset_index(), "Answers coded, by coder")
    finish(problems)
