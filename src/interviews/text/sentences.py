"""Where sentences begin and end, by language."""

import re
from functools import lru_cache
from typing import Any

from interviews.model import Span

_OPENING = re.compile(r"\s([\[({„‚«‹¿¡]+)\Z")
_LOOKED_AT = 10
"""No more characters than these open a sentence."""


def sentences(text: str, language: str) -> list[Span]:
    """The sentences of a text as spans without surrounding blanks; abbreviations do not end one."""
    found = []
    begins = [sentence.start_char for sentence in _segmenter(language)(text).sents]
    borders = [begin - len(_opened(text[max(begin - _LOOKED_AT, 0) : begin])) for begin in begins[1:]]
    for begin, after in zip([*begins[:1], *borders], [*borders, len(text)], strict=False):
        raw = text[begin:after]
        start = begin + len(raw) - len(raw.lstrip())
        end = begin + len(raw.rstrip())
        if end > start:
            found.append(Span(start, end))
    return found


def _opened(before: str) -> str:
    """The bracket or quotation mark that the segmenter leaves behind, though it opens what follows: `. [Person 3]`."""
    match = _OPENING.search(before)
    return match[1] if match else ""


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
