"""`interviews demo`: the whole flow on the bundled fictional study, and what came of it on one screen."""

import re
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated

import pandas as pd
import typer

import interviews as iv
from interviews import bundled
from interviews.anonymity.linking.persons import is_title
from interviews.cli.console import say, show_table
from interviews.errors import MisuseError
from interviews.text import Edit

_QUESTION = "Wohnen und nicht Gesundheit"


class _Stages:
    """The stages of the demonstration, how long each took and what it did."""

    def __init__(self) -> None:
        self.rows: list[dict[str, object]] = []

    @contextmanager
    def stage(self, name: str) -> Iterator[list[str]]:
        done: list[str] = []
        say(f"→ {name}")
        start = time.perf_counter()
        yield done
        self.rows.append({"stage": name, "done": "; ".join(done), "seconds": time.perf_counter() - start})


def run(
    into: Annotated[Path, typer.Option(help="Folder for the project and everything it makes.")] = Path(
        "interviews-demo"
    ),
    fresh: Annotated[bool, typer.Option("--fresh", help="Replace an earlier demonstration in that folder.")] = False,
) -> None:
    """Carry the bundled study from transcripts to a report."""
    _clear(into, fresh)
    stages = _Stages()
    with stages.stage("new project") as done:
        project = iv.create(into / "ankunft", language="de", vault=into / "ankunft.vault", key=into / "ankunft.agekey")
        done.append("a project folder, an encrypted vault, its key")
    with project:
        _carry(project, stages, into)
    frame = pd.DataFrame(stages.rows)
    show_table(frame, f"the study 'ankunft' (fictional), {frame['seconds'].sum():.0f} seconds")
    say(f"open first   {into}/ankunft/exports/bericht.html    profiles, theme chapters, pull-quotes")
    say(f"then         {into}/ankunft/exports/bericht.docx, zitate.docx, codings.xlsx")
    if find_spec("jupyter_server"):
        key = f"{into}/ankunft.agekey"
        say(
            f"review       interviews review {into}/ankunft --author me --in-browser --key {key}    decide on the names"
        )
        say(f"code         interviews code {into}/ankunft --coder me    the workspace, in the browser")
    say(f"go on        interviews query {into}/ankunft '{_QUESTION}'    interviews --help")
    say(f"             commands that write files take --key {into}/ankunft.agekey")


def _carry(project: iv.Project, stages: _Stages, into: Path) -> None:
    exports = project.folder / "exports"
    with stages.stage("read") as done:
        readings = iv.read(bundled.corpus(), case_from="folder")
        done.append(project.save(readings).summary)
        done.append(f"{len(readings.problems)} notes")
    with stages.stage("anonymize") as done:
        proposals = iv.anonymize(project, gazetteer=bundled.corpus() / "gazetteer.yaml")
        done.append(project.save(proposals.accept()).summary)
        done.append(_against_gold(project))
    with stages.stage("check for leaks") as done:
        leaks = [leak for leak in iv.leaks(project) if leak.certain]
        done.append(f"{len(leaks)} replaced names found in the project's files")
    with stages.stage("code") as done:
        done.append(project.save(iv.read_codebook(bundled.codebook())).summary)
        for file in sorted((bundled.corpus() / "codings").glob("*.csv")):
            rows, _ = iv.read_codings(file)
            done.append(f"{file.stem}: {project.save(rows, author=file.stem).summary}")
    with stages.stage("agree") as done:
        done += _agreement(project)
    with stages.stage("explore") as done:
        done.append(f"'*wohnung*' is said {len(iv.search(project, '*wohnung*'))} times")
        done.append(f"'{_QUESTION}': {len(iv.query(project, _QUESTION))} codings")
        done.append(f"crosstab {' × '.join(map(str, iv.crosstab(project).shape))}")
    with stages.stage("topics") as done:
        engine = iv.default_engine()
        topics = iv.fit_topics(project, engine=engine)
        done.append(f"{len(topics.table())} topics by {engine}")
    with stages.stage("findings") as done:
        matrix = iv.framework(project)
        done.append(f"matrix of {' × '.join(map(str, matrix.counts().shape))} (case × theme)")
    with stages.stage("quotes") as done:
        quotes = project.quotes()
        iv.export(quotes, exports / "zitate.docx")
        iv.export(project.codings, exports / "codings.xlsx", project=project)
        done.append(f"{len(quotes)} quotes allowed for print, {len(quotes.problems)} notes on others")
    with stages.stage("report") as done:
        for suffix in (".html", ".docx", ".md"):
            iv.report(project, exports / f"bericht{suffix}", topics=topics)
        done.append("bericht.html, .docx, .md")


def _against_gold(project: iv.Project) -> str:
    """How many of the identifying mentions that a person marked were replaced, before any review."""
    total = replaced = 0
    originals = {original.name: original for original in project.vault.originals()}
    for name, (text, spans) in bundled.gold().items():
        edits = list(project.vault.edits(originals[name].id, 1))
        for gold in spans:
            if gold.level != "N":
                total += 1
                replaced += not _left(text, iv.Span(gold.start, gold.end), edits)
    return f"{replaced} of {total} marked mentions replaced without a review"


def _left(text: str, span: iv.Span, edits: list[Edit]) -> list[str]:
    """The words of a marked span that no edit touched; forms of address and small words tell nothing."""
    words = [iv.Span(span.start + m.start(), span.start + m.end()) for m in re.finditer(r"\w+", span.of(text))]
    left = [word.of(text) for word in words if not any(edit.span.overlaps(word) for edit in edits)]
    return [word for word in left if not (is_title(word) or word.islower())]


def _agreement(project: iv.Project) -> list[str]:
    frame = iv.agree(project).table().set_index("code")
    overall = frame.iloc[-1]
    return [
        f"two coders, {len(frame) - 2} codes",
        f"α = {overall['alpha']:.2f} over all codes ({overall.name}, characters)",
    ]


def _clear(into: Path, fresh: bool) -> None:
    made = [into / name for name in ("ankunft", "ankunft.vault", "ankunft.agekey")]
    if not any(path.exists() for path in made):
        return
    if not fresh or not ((into / "ankunft" / "interviews.toml").is_file() or not (into / "ankunft").exists()):
        raise MisuseError(f"{into} holds a demonstration already: choose another folder, or add --fresh to replace it.")
    for path in made:
        shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
