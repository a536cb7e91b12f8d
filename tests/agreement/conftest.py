"""Small studies with several coders, written compactly."""

from collections.abc import Callable

import pytest

from interviews.model import Coding, Role, Span, Transcript, Turn

Build = Callable[..., Transcript]


@pytest.fixture(scope="session")
def transcript() -> Build:
    """A transcript of speeches, each on a line of its own behind a label."""

    def build(name: str, *speeches: str, version: int = 1) -> Transcript:
        text, turns = "", []
        for number, speech in enumerate(speeches, 1):
            text += "A: "
            turns.append(Turn(number, Span(len(text), len(text) + len(speech)), "A", Role.INTERVIEWEE))
            text += speech + "\n"
        return Transcript(name, text, tuple(turns), version=version, id=name)

    return build


@pytest.fixture(scope="session")
def coding() -> Callable[..., Coding]:
    """A coding of a stretch of words, found in the text."""

    def build(transcript: Transcript, coder: str, code: str, words: str) -> Coding:
        start = transcript.text.index(words)
        return Coding(transcript.id, Span(start, start + len(words)), code, coder, transcript.version)

    return build
