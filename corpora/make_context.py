"""Train the taggers that read a text's context, from the marked excerpts in `corpora/talk`.

    python corpora/make_context.py

It writes `src/interviews/anonymity/models/context_<language>.json.gz`, which come with the package: run it after a
change of the finders, the traits or the excerpts. The same texts and finders give the same figures.
"""

import gzip
import json
import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from interviews.anonymity.finders.detection import chosen_by_finders
from interviews.anonymity.finders.page import Page
from interviews.anonymity.finders.small_letters import with_capitals
from interviews.anonymity.models.context import REASON
from interviews.anonymity.models.tagger import OUTSIDE, Tagger, tagger_record, train
from interviews.anonymity.models.traits import traits_of
from interviews.model import Span

ROOT = Path(__file__).resolve().parents[1]
TALK = ROOT / "corpora" / "talk"
MARKED = re.compile(r"\{([A-Z]+):(\w+)\|([DQN])\|([^{}|]+)\}")
LEARNED = frozenset("PER LOC ORG ADDR OCC DATE AGE".split())
# With fewer excerpts to learn from, less is taken for likely.
THRESHOLDS = {"de": 0.3, "en": 0.25, "pl": 0.25}


class Excerpt(NamedTuple):
    """A text, and for each marked passage its span, type and level."""

    name: str
    text: str
    marked: list[tuple[Span, str, str]]


def excerpt(path: Path) -> Excerpt:
    """A marked file."""
    raw, text, marked, at = path.read_text(encoding="utf-8"), "", [], 0
    for match in MARKED.finditer(raw):
        text += raw[at : match.start()]
        marked.append((Span(len(text), len(text) + len(match[4])), match[1], match[3]))
        text, at = text + match[4], match.end()
    return Excerpt(path.name, text + raw[at:], marked)


def lesson(one: Excerpt, language: str) -> tuple[list[list[str]], list[str]]:
    """The traits and types of the words of an excerpt; passages that need not be hidden teach nothing."""
    page = with_capitals(Page(one.text, language))
    traits, types = traits_of(page, *chosen_by_finders(page)), [OUTSIDE] * len(page.words)
    for span, type_, level in one.marked:
        for at in range(*_words(page, span)):
            if level == "N":
                traits[at] = []
            elif type_ in LEARNED:
                types[at] = type_
    return traits, types


def _words(page: Page, span: Span) -> tuple[int, int]:
    start, end = page.place(span)
    inside = [at for at, word in enumerate(page.words) if word.start < end and start < word.end]
    return (inside[0], inside[-1] + 1) if inside else (0, 0)


def taught(excerpts: Iterable[Excerpt], language: str) -> Tagger:
    """The tagger that learned from these excerpts."""
    return replace(train([lesson(one, language) for one in excerpts]), threshold=THRESHOLDS[language], reason=REASON)


def write(language: str) -> Path:
    """Train on all excerpts of a language and write the figures."""
    record = tagger_record(taught(map(excerpt, sorted(TALK.glob(f"{language}*.marked.txt"))), language))
    path = ROOT / "src" / "interviews" / "anonymity" / "models" / f"context_{language}.json.gz"
    path.write_bytes(gzip.compress(json.dumps(record, ensure_ascii=False).encode("utf-8"), mtime=0))
    return path


if __name__ == "__main__":
    for language in THRESHOLDS:
        path = write(language)
        print(path.relative_to(ROOT), f"{path.stat().st_size:,} bytes")
