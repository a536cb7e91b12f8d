"""`interviews cooccurrence`: which codes meet in the same words."""

from typing import Annotated

import numpy as np
import pandas as pd
import typer

import interviews as iv
from interviews.cli.console import AsJson, Checked, KeyFile, ProjectFolder, print_json, show_table
from interviews.cli.plotting import Plot, write_plot
from interviews.exploration import draw_closeness, draw_cooccurrence

_SHOWN = 40


def run(
    project: ProjectFolder,
    closeness: Annotated[
        bool, typer.Option("--closeness", help="Draw the coefficient c instead of the number of overlaps.")
    ] = False,
    plot: Plot = None,
    as_json: AsJson = False,
    checked: Checked = None,
    key: KeyFile = None,
) -> None:
    """Count how often each two codes overlap, and how closely they go together."""
    with iv.open(project, key=key) as opened:
        counts, close = iv.cooccurrence(opened), iv.closeness(opened)
        if plot:
            language = opened.settings.language
            draw = (
                draw_closeness(close, language=language) if closeness else draw_cooccurrence(counts, language=language)
            )
            write_plot(draw, plot, opened, checked)
    pairs = _pairs(counts, close)
    if as_json:
        print_json(pairs)
    else:
        more = f", the first {_SHOWN} shown" if len(pairs) > _SHOWN else ""
        show_table(pairs.head(_SHOWN), f"{len(pairs)} pairs of codes that overlap{more}")


def _pairs(counts: pd.DataFrame, close: pd.DataFrame) -> pd.DataFrame:
    """Every two codes that meet, the closest first."""
    names, number, c = counts.index.to_numpy(), counts.to_numpy(), close.to_numpy()
    one, other = np.nonzero(np.triu(number, 1))
    columns = {"code": names[one], "with": names[other], "overlaps": number[one, other], "closeness": c[one, other]}
    return pd.DataFrame(columns).sort_values("closeness", ascending=False, kind="stable").reset_index(drop=True)
