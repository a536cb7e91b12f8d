"""Who speaks at a position of a transcript, and to which case that belongs."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from interviews.model import Participant, Role, Span, Transcript, Turn
from interviews.text import turns_in


@dataclass(frozen=True, slots=True)
class Voice:
    """The speaker of one turn; everything is None where the transcript names no turns."""

    turn: int | None = None
    role: str | None = None
    speaker: str | None = None
    participant: str | None = None
    case: str | None = None


class Voices:
    """Looks up the speaker for any stretch of one transcript."""

    def __init__(self, transcript: Transcript, participants: Mapping[str, Participant]) -> None:
        self._turns = transcript.turns
        self._speakers = {speaker.label: speaker.participant for speaker in transcript.speakers}
        self._participants = participants
        self._nobody = Voice(case=transcript.case)
        self._heard: dict[int, Voice] = {}

    def at(self, span: Span) -> Voice:
        """The first turn whose speech shares a character with `span`, one of an interviewee before any other."""
        shared = turns_in(self._turns, span)
        if not shared:
            return self._nobody
        heard = next((turn for turn in shared if turn.role is Role.INTERVIEWEE), shared[0])
        return self.of(heard)

    def of(self, turn: Turn) -> Voice:
        """Who speaks in `turn`."""
        if turn.number not in self._heard:
            self._heard[turn.number] = self._voice(turn, self._nobody.case)
        return self._heard[turn.number]

    def _voice(self, turn: Turn, case: str | None) -> Voice:
        name = self._speakers.get(turn.speaker) if turn.speaker else None
        participant = self._participants.get(name) if name else None
        return Voice(
            turn.number, str(turn.role), turn.speaker, name, case or (participant.case if participant else None)
        )


def by_name(participants: Iterable[Participant]) -> dict[str, Participant]:
    """The participants by their names."""
    return {participant.name: participant for participant in participants}
