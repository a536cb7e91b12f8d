"""Where sentences begin and end, by language."""

from functools import lru_cache
from typing import Any

from interviews.model import Span


def sentences(text: str, language: str) -> list[Span]:
    """The sentences of a text as spans without surrounding blanks; abbreviations do not end one."""
    found = []
    for sentence in _segmenter(language)(text).sents:
        raw = text[sentence.start_char : sentence.end_char]
        start = sentence.start_char + len(raw) - len(raw.lstrip())
        end = sentence.start_char + len(raw.rstrip())
        if end > start:
            found.append(Span(start, end))
    return found


@lru_cache(maxsize=8)
def _segmenter(language: str) -> Any:
    import spacy  # a second of start-up that most commands do not need

    try:
        pipeline = spacy.blank(language)
    except ImportError:
        pipeline = spacy.blank("xx")
    pipeline.add_pipe("sentencizer", config={"punct_chars": [".", "!", "?", "…", "。", "؟", "।"]})
    pipeline.max_length = 10_000_000
    return pipeline
