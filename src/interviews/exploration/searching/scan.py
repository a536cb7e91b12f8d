"""The texts read through from beginning to end, for what no index knows: regular expressions, signs beside words."""

import time
from collections.abc import Iterator

import numpy as np
import regex

from interviews.errors import MisuseError
from interviews.exploration.searching.hits import Hits
from interviews.exploration.searching.wording import Wording
from interviews.exploration.views.speeches import Numbers, Speeches, speeches_of
from interviews.model import Transcript

SECONDS = 5.0
"""So long a regular expression may compute; a sensible one reads a thousand interviews in a second."""


def scan(number: int, transcript: Transcript, wording: Wording) -> Hits:
    """Every place of a query for words in one transcript, which is called by a number."""
    speeches = Speeches(transcript)
    found = [match.span() for match in wording.pattern.finditer(speeches.folded.text) if match.end() > match.start()]
    starts, ends = (np.array([span[edge] for span in found], dtype=np.int64) for edge in (0, 1))
    return _hits(number, *speeches.places(starts, ends))


class Expression:
    """A regular expression over the texts as they are, upper case making no difference, that is not waited for long."""

    def __init__(self, query: str, seconds: float = SECONDS) -> None:
        if not query.strip():
            raise MisuseError("the search query is empty: give a regular expression")
        try:
            self._pattern = regex.compile(query, regex.IGNORECASE | regex.MULTILINE)
        except (regex.error, RecursionError, OverflowError) as error:
            raise MisuseError(f"the query is not a valid regular expression: {error}") from error
        self._seconds = seconds
        self._left = seconds

    def scan(self, number: int, transcript: Transcript) -> Hits:
        """Every place in one transcript, which is called by a number. Raises MisuseError where it takes too long."""
        began = time.process_time()
        try:
            found = list(self._matches(transcript))
        except TimeoutError:
            raise MisuseError(
                f"the regular expression was stopped after {self._seconds:.0f} seconds: it can match in too many ways; "
                "avoid repetitions within repetitions, such as (a+)+, or search fewer transcripts"
            ) from None
        self._left -= time.process_time() - began
        columns = (np.array([place[i] for place in found], dtype=np.int64) for i in range(3))
        return _hits(number, *columns)

    def _matches(self, transcript: Transcript) -> Iterator[tuple[int, int, int]]:
        end = time.process_time() + self._left
        for speech, span in enumerate(speeches_of(transcript)):
            left = end - time.process_time()
            if left <= 0:
                raise TimeoutError
            for match in self._pattern.finditer(span.of(transcript.text), timeout=left):
                if match.end() > match.start():
                    yield speech, span.start + match.start(), span.start + match.end()


def _hits(number: int, speech: Numbers, start: Numbers, end: Numbers) -> Hits:
    return Hits(np.full(len(start), number, dtype=np.int64), speech, start, end)
