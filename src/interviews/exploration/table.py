"""All codings of a study as one table, a row a coding."""

from collections.abc import Iterable, Sequence

import pandas as pd

from interviews.errors import MisuseError
from interviews.exploration.voices import Voice, Voices, by_name
from interviews.model import Codebook, Coding, Participant, Transcript, theme_of

COLUMNS = (
    *("transcript", "case", "participant", "speaker", "role", "turn", "code", "theme", "coder"),
    *("start", "end", "version", "text", "memo", "created", "coding"),
)


def codings_table(
    codings: Iterable[Coding],
    transcripts: Sequence[Transcript],
    participants: Sequence[Participant] = (),
    codebook: Codebook | None = None,
) -> pd.DataFrame:
    """One row a coding, by transcript and position, with its words, its place and its speaker.

    After the columns in `COLUMNS` comes one for every attribute of the participants. `case`, `code` and `theme` are
    ordered categories: all cases of the study, and all codes in the order of the codebook, used or not. A coding over
    several turns stands with the first turn of an interviewee in it.

    Raises MisuseError for codings of a transcript that is not given, or of another text version.
    """
    codings = list(codings)
    texts = {transcript.id: transcript for transcript in transcripts}
    _refuse_foreign(codings, texts)
    codings.sort(key=lambda c: (texts[c.transcript].name, c.span.start, c.span.end, c.code, c.coder, c.id))
    people = by_name(participants)
    voices = {id_: Voices(transcript, people) for id_, transcript in texts.items()}
    heard = [voices[coding.transcript].at(coding.span) for coding in codings]
    frame = pd.DataFrame(_columns(codings, texts, heard), columns=list(COLUMNS))
    frame["turn"] = frame["turn"].astype("Int64")
    frame["created"] = pd.to_datetime(frame["created"], utc=True)
    for name in sorted({key for person in participants for key in person.attributes} - set(COLUMNS)):
        values = {person.name: person.attributes.get(name) for person in participants}
        frame[name] = [values.get(voice.participant) if voice.participant else None for voice in heard]
    return _in_order(frame, transcripts, participants, codebook)


def _columns(codings: list[Coding], texts: dict[str, Transcript], heard: list[Voice]) -> dict[str, list[object]]:
    return {
        "transcript": [texts[c.transcript].name for c in codings],
        "case": [voice.case for voice in heard],
        "participant": [voice.participant for voice in heard],
        "speaker": [voice.speaker for voice in heard],
        "role": [voice.role for voice in heard],
        "turn": [voice.turn for voice in heard],
        "code": [c.code for c in codings],
        "theme": [theme_of(c.code) for c in codings],
        "coder": [c.coder for c in codings],
        "start": [c.span.start for c in codings],
        "end": [c.span.end for c in codings],
        "version": [c.version for c in codings],
        "text": [c.span.of(texts[c.transcript].text) for c in codings],
        "memo": [c.memo for c in codings],
        "created": [c.created for c in codings],
        "coding": [c.id for c in codings],
    }


def _in_order(
    frame: pd.DataFrame,
    transcripts: Sequence[Transcript],
    participants: Sequence[Participant],
    codebook: Codebook | None,
) -> pd.DataFrame:
    """Case, code and theme as categories, so that every count shows all of them in the right order."""
    cases = {t.case for t in transcripts} | {p.case for p in participants}
    known = [code.path for code in codebook] if codebook else []
    codes = known + sorted(set(frame["code"]) - set(known))
    themes = list(dict.fromkeys(theme_of(code) for code in codes))
    frame["case"] = pd.Categorical(frame["case"], sorted(case for case in cases if case), ordered=True)
    frame["code"] = pd.Categorical(frame["code"], codes, ordered=True)
    frame["theme"] = pd.Categorical(frame["theme"], themes, ordered=True)
    return frame


def _refuse_foreign(codings: list[Coding], texts: dict[str, Transcript]) -> None:
    missing = sum(c.transcript not in texts for c in codings)
    if missing:
        raise MisuseError(
            f"{missing} codings belong to transcripts that were not given: pass all transcripts they are in"
        )
    stale = sum(c.version != texts[c.transcript].version for c in codings)
    if stale:
        raise MisuseError(f"{stale} codings are positions of another text version: move them to the current one first")
    outside = sum(c.span.end > len(texts[c.transcript].text) for c in codings)
    if outside:
        raise MisuseError(f"{outside} codings end beyond the text of their transcript: check the codings first")
