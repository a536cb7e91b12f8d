"""A mention with the words around it, as a person sees it who decides."""

from collections.abc import Iterable

from interviews.anonymity.entity import Occurrence
from interviews.anonymity.replacing.apply import head_of
from interviews.model import Transcript


def words_around(transcripts: Iterable[Transcript], mention: Occurrence, width: int) -> tuple[str, str, str]:
    """The original words: up to `width` characters before the mention, the mention, and as many after it."""
    transcript = next(one for one in transcripts if one.id == mention.transcript)
    text = head_of(transcript) if mention.in_head else transcript.text
    start, end = mention.span.start, mention.span.end
    return text[max(0, start - width) : start], text[start:end], text[end : end + width]
