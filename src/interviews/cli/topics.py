"""`interviews topics`: what people talk about, found without a codebook, beside the codes."""

from typing import Annotated

import typer

import interviews as iv
from interviews.cli.console import AsJson, ProjectFolder, print_json, records, say, show_table


def run(
    project: ProjectFolder,
    number: Annotated[int | None, typer.Option(help="How many topics; chosen by default.")] = None,
    seed: Annotated[int, typer.Option(help="The same seed gives the same topics.")] = 1,
    engine: Annotated[str, typer.Option(help="bertopic or nmf.")] = "bertopic",
    as_json: AsJson = False,
) -> None:
    """Fit topics to the turns of interviewees and compare them with the codes."""
    with iv.open(project) as opened:
        topics = iv.fit_topics(opened, n_topics=number, seed=seed, engine=engine)
        against = topics.against_codes(opened.codings.table(), by="theme")
    if as_json:
        print_json(
            {"topics": records(topics.table()), "codes": records(against.reset_index()), "notes": list(topics.notes)}
        )
        return
    show_table(topics.table(), "topics")
    show_table(against, "share of a topic's turns that carry the theme", index=True)
    for note in topics.notes:
        say(f"· {note}")
