"""`interviews following`: which codes come after which."""

from typing import Annotated

import numpy as np
import pandas as pd
import typer

import interviews as iv
from interviews.cli.console import AsJson, Checked, KeyFile, ProjectFolder, print_json, show_table
from interviews.cli.plotting import Plot, write_plot
from interviews.exploration import draw_following

_SHOWN = 40


def run(
    project: ProjectFolder,
    turns: Annotated[int, typer.Option(help="Within how many turns.")] = 3,
    by: Annotated[str, typer.Option(help="theme or code.")] = "theme",
    plot: Plot = None,
    as_json: AsJson = False,
    checked: Checked = None,
    key: KeyFile = None,
) -> None:
    """Count how many passages of one theme are followed by one of another within a few turns."""
    with iv.open(project, key=key) as opened:
        frame = iv.following(opened, turns=turns, by=by)
        if plot:
            write_plot(draw_following(frame, turns, language=opened.settings.language), plot, opened, checked)
    pairs = _pairs(frame)
    if as_json:
        print_json(pairs)
    else:
        more = f", the first {_SHOWN} shown" if len(pairs) > _SHOWN else ""
        show_table(pairs.head(_SHOWN), f"what follows within {turns} turns{more}")


def _pairs(frame: pd.DataFrame) -> pd.DataFrame:
    """Every two that follow one another, the most frequent first."""
    names, number = frame.index.to_numpy(), frame.to_numpy()
    first, then = np.nonzero(number)
    pairs = pd.DataFrame({"first": names[first], "then": names[then], "passages": number[first, then]})
    return pairs.sort_values("passages", ascending=False, kind="stable").reset_index(drop=True)
