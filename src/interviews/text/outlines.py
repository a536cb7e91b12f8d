"""What can be counted in a transcript, so that its text need not be kept for it."""

from collections import Counter

from interviews.model import Outline, Transcript, Voice


def outline_of(transcript: Transcript) -> Outline:
    """The outline of a transcript: turns and words in all and by speaker, and how long it is."""
    turns: Counter[str | None] = Counter()
    words: Counter[str | None] = Counter()
    questions: Counter[str | None] = Counter()
    for turn in transcript.turns:
        speech = turn.speech.of(transcript.text)
        turns[turn.speaker] += 1
        words[turn.speaker] += len(speech.split())
        questions[turn.speaker] += speech.count("?") + speech.count("؟")
    voices = tuple(
        Voice(
            one.label,
            one.role,
            one.role_from,
            one.participant,
            turns[one.label],
            words[one.label],
            questions[one.label],
        )
        for one in transcript.speakers
    )
    times = [time for turn in transcript.turns for time in (turn.start_ms, turn.end_ms) if time is not None]
    return Outline(
        transcript.name,
        transcript.format,
        transcript.language,
        transcript.case,
        voices,
        len(transcript.turns),
        words.total(),
        max(times, default=None),
    )
