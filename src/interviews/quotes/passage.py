"""A coded passage as it can be printed: only what was said, by whom, and with whose consent."""

from dataclasses import dataclass

from interviews.model import Participant, Role, Span, Transcript, Turn
from interviews.text import turns_in

# The team asks the questions; what it says needs no participant's consent.
_TEAM = (Role.INTERVIEWER, Role.INTERPRETER)


@dataclass(frozen=True, slots=True)
class Passage:
    """One stretch of a transcript with everything that depends on its speakers."""

    text: str
    turn: int
    speaker: str
    case: str | None
    consents: tuple[str | None, ...]
    """Consent of everyone of the participants who is heard, None where it is not known."""


class Passages:
    """Cuts passages out of one transcript."""

    def __init__(self, transcript: Transcript, participants: dict[str, Participant]) -> None:
        self._transcript = transcript
        self._participants = participants
        self._names = {speaker.label: speaker.participant for speaker in transcript.speakers}

    def cut(self, span: Span) -> Passage | None:
        """The passage at `span`, None where nothing is said there."""
        turns = turns_in(self._transcript.turns, span)
        if not turns:
            return self._unattributed(span)
        pieces = [(self._speaker(turn), _common(turn.speech, span).of(self._transcript.text).strip()) for turn in turns]
        if not any(words for _, words in pieces):
            return None
        told = next((turn for turn in turns if turn.role is Role.INTERVIEWEE), turns[0])
        heard = [turn for turn in turns if turn.role not in _TEAM]
        consents = tuple(dict.fromkeys(self._consent(turn) for turn in heard))
        return Passage(_joined(pieces), told.number, self._speaker(told), self._case(told), consents)

    def _unattributed(self, span: Span) -> Passage | None:
        """In a transcript without turns nobody is known; between turns nothing is said."""
        words = span.of(self._transcript.text).strip()
        if self._transcript.turns or not words:
            return None
        return Passage(words, 0, "", self._transcript.case, (None,))

    def _person(self, turn: Turn) -> Participant | None:
        name = self._names.get(turn.speaker) if turn.speaker else None
        return self._participants.get(name) if name else None

    def _speaker(self, turn: Turn) -> str:
        return (self._names.get(turn.speaker) if turn.speaker else None) or turn.speaker or ""

    def _consent(self, turn: Turn) -> str | None:
        person = self._person(turn)
        return (person.attributes.get("consent") or "").strip().casefold() or None if person else None

    def _case(self, turn: Turn) -> str | None:
        person = self._person(turn)
        return self._transcript.case or (person.case if person else None)


def _common(speech: Span, span: Span) -> Span:
    return Span(max(speech.start, span.start), min(speech.end, span.end))


def _joined(pieces: list[tuple[str, str]]) -> str:
    """The words; where several people speak, each change is marked by the speaker in brackets."""
    several = len({speaker for speaker, _ in pieces}) > 1
    lines, last = [], None
    for speaker, words in pieces:
        lines.append(f"[{speaker}] {words}" if several and speaker != last else words)
        last = speaker
    return "\n".join(lines)
