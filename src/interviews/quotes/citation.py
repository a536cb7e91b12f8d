"""The citation id, by which a reader finds a printed quote again."""

import hashlib

from interviews.model import Span, Transcript

DIGITS = 8


def citation_id(transcript: Transcript, span: Span, turn: int) -> str:
    """Transcript, turn and the beginning of the SHA-256 of the passage, such as `hafenstadt-1:12-3fa94b1c`.

    It depends on nothing but the words and their turn: not on codes, coders, the order of a list, or what stands in
    other turns. The same words once more in one turn get another id.
    """
    words = span.of(transcript.text)
    # Eight hexadecimal digits: two passages of one turn share an id once in four thousand million pairs.
    digest = hashlib.sha256(f"{words}\0{_earlier(transcript, span, turn, words)}".encode("utf-8", "surrogatepass"))
    return f"{transcript.name}:{turn}-{digest.hexdigest()[:DIGITS]}"


def _earlier(transcript: Transcript, span: Span, turn: int, words: str) -> int:
    """How often the same words begin earlier in the turn."""
    start = next((t.speech.start for t in transcript.turns if t.number == turn), 0)
    count, at = 0, transcript.text.find(words, start)
    while 0 <= at < span.start:
        count, at = count + 1, transcript.text.find(words, at + 1)
    return count
