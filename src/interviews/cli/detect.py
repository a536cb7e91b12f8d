"""`interviews detect`: what an anonymization of one file would propose to replace."""

from pathlib import Path
from typing import Annotated

import pandas as pd
import typer

import interviews as iv
from interviews.cli.console import AsJson, finish, print_json, show_table


def run(
    file: Annotated[Path, typer.Argument(help="One transcript.")],
    language: Annotated[str | None, typer.Option(help="Language of the text; guessed by default.")] = None,
    gazetteer: Annotated[Path | None, typer.Option(help="The study's own list of names (YAML or CSV).")] = None,
    model: Annotated[
        list[str] | None, typer.Option(help="A spaCy pipeline (folder or package) as one more finder; repeatable.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Show the identifying spans of a file: positions are code points over the text as read."""
    _, mentions, problems = iv.detect_file(file, language=language, gazetteer=gazetteer, finders=model or ())
    rows = [
        {
            "start": mention.span.start,
            "end": mention.span.end,
            "type": str(mention.type),
            "text": mention.text,
            "finder": mention.finder,
            "score": round(mention.score, 3),
        }
        for mention in mentions
    ]
    if as_json:
        print_json(rows)
    else:
        show_table(
            pd.DataFrame(rows, columns=["start", "end", "type", "text", "finder", "score"]), f"{len(rows)} spans"
        )
    finish(problems)
