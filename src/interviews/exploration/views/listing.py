"""Records of a study as tables, a row each, for a view of them."""

from collections.abc import Iterable, Sequence

import pandas as pd

from interviews.exploration.views.voices import Voices, by_name
from interviews.model import Case, Code, Memo, Participant, Transcript


def list_turns(transcripts: Iterable[Transcript], participants: Sequence[Participant]) -> pd.DataFrame:
    """Every turn with its words: transcript, turn, speaker, participant, role, case, words, text, start, end."""
    people = by_name(participants)
    rows = []
    for transcript in transcripts:
        voices = Voices(transcript, people)
        for turn in transcript.turns:
            voice, text = voices.of(turn), turn.speech.of(transcript.text)
            who = (voice.speaker, voice.participant, voice.role, voice.case)
            where = (turn.speech.start, turn.speech.end)
            rows.append((transcript.name, turn.number, *who, len(text.split()), text, *where))
    columns = ["transcript", "turn", "speaker", "participant", "role", "case", "words", "text", "start", "end"]
    return pd.DataFrame(rows, columns=columns)


def list_transcripts(transcripts: Iterable[Transcript]) -> pd.DataFrame:
    """Every transcript: transcript, case, language, turns, words, version."""
    rows = [
        (
            t.name,
            t.case,
            t.language,
            len(t.turns),
            sum(len(turn.speech.of(t.text).split()) for turn in t.turns),
            t.version,
        )
        for t in transcripts
    ]
    return pd.DataFrame(rows, columns=["transcript", "case", "language", "turns", "words", "version"])


def list_participants(participants: Sequence[Participant]) -> pd.DataFrame:
    """Every participant: participant, case, and their attributes."""
    return pd.DataFrame(
        [{"participant": one.name, "case": one.case, **one.attributes} for one in participants],
        columns=_with_attributes(["participant", "case"], participants),
    )


def list_cases(cases: Sequence[Case]) -> pd.DataFrame:
    """Every case: case, and its attributes."""
    return pd.DataFrame(
        [{"case": one.name, **one.attributes} for one in cases], columns=_with_attributes(["case"], cases)
    )


def list_memos(memos: Iterable[Memo]) -> pd.DataFrame:
    """Every memo: about (the id of its record), text, author, created."""
    frame = pd.DataFrame(
        [(memo.about, memo.text, memo.author, memo.created) for memo in memos],
        columns=["about", "text", "author", "created"],
    )
    return frame.assign(created=pd.to_datetime(frame["created"], utc=True))


def list_codes(codes: Iterable[Code]) -> pd.DataFrame:
    """Every code of the codebook: code, theme, definition, use_when, not_when, memo."""
    rows = [(one.path, one.theme, one.definition, one.use_when, one.not_when, one.memo) for one in codes]
    return pd.DataFrame(rows, columns=["code", "theme", "definition", "use_when", "not_when", "memo"])


def _with_attributes(columns: list[str], records: Sequence[Participant] | Sequence[Case]) -> list[str]:
    return [*columns, *sorted({name for one in records for name in one.attributes} - set(columns))]
