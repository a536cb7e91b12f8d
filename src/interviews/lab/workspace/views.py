"""What a page of the workspace is told of a project: plain values, positions in code points, anonymized text only."""

from hashlib import sha256
from typing import Any

import numpy as np

from interviews.exploration import View
from interviews.model import CODE_TEXTS, Code, Coding, Role, Suggestion, Transcript, Turn
from interviews.project import Project

Plain = dict[str, Any]


def tell_study(project: Project, coder: str, *, blind: bool, round: str) -> Plain:
    """The study with its transcripts, and how far this coder has come in each."""
    texts = texts_revision(project)  # first: what is saved meanwhile is then told once more, never missed
    progress = _progress(project, coder)
    mine = {one.id for one in project.assigned(coder)}
    outlines = [_tell_outline(one, progress.get(one.name, _NOTHING), one.id in mine) for one in project.transcripts]
    return {
        "name": project.name,
        "language": project.settings.language,
        "coder": coder,
        "round": round,
        "blind": blind,
        "codebook": project.codebook.version,
        "texts": texts,
        "transcripts": sorted(outlines, key=lambda one: not one["assigned"]),
    }


def texts_revision(project: Project) -> int:
    """A number that is another one after a transcript was added, or a text got a new version."""
    return project.store.revision("text version")


def tell_transcript(project: Project, transcript: Transcript, coder: str, *, blind: bool, revision: int) -> Plain:
    """One transcript with its turns and codings; of a blind round those of this coder only."""
    codings = project.store.codings(transcript=transcript.id)
    suggestions = (one for one in project.store.suggestions() if one.transcript == transcript.id)
    return {
        "id": transcript.id,
        "name": transcript.name,
        "case": transcript.case,
        "language": transcript.language,
        "version": transcript.version,
        "digest": sha256(transcript.text.encode()).hexdigest(),
        "text": transcript.text,
        "turns": [_tell_turn(turn) for turn in transcript.turns],
        "codings": [tell_coding(one) for one in codings if not blind or one.coder == coder],
        "suggestions": [_tell_suggestion(one) for one in suggestions if one.version == transcript.version],
        "revision": revision,
    }


def tell_codebook(project: Project, coder: str, *, blind: bool) -> Plain:
    """The codebook with everything a coder needs to decide, and how often this coder, and everybody, used each code."""
    codebook = project.codebook
    counts = _uses(project.codings.where(coder=coder)) if has_coded(project, coder) else {}
    everybody = counts if blind else _uses(project.codings)
    return {
        "name": codebook.name,
        "version": codebook.version,
        "language": codebook.language,
        "codes": [_tell_code(code, counts.get(code.path, 0), everybody.get(code.path, 0)) for code in codebook],
    }


def tell_coding(coding: Coding) -> Plain:
    """One coding."""
    return {
        "id": coding.id,
        "start": coding.span.start,
        "end": coding.span.end,
        "code": coding.code,
        "coder": coding.coder,
        "memo": coding.memo,
        "weight": coding.weight,
        "unit": coding.unit,
        "round": coding.round,
        "review": coding.review,
        "created": coding.created.isoformat(),
    }


def has_coded(project: Project, coder: str) -> bool:
    """Whether any coding is this coder's."""
    return coder in set(project.codings.columns("coder")["coder"])


_NOTHING = (0, 0, 0)


def _progress(project: Project, coder: str) -> dict[str, tuple[int, int, int]]:
    """By transcript: turns of interviewees that the coder has coded, codings, and codings to look at again."""
    if not has_coded(project, coder):
        return {}
    frame = project.codings.where(coder=coder).columns("transcript", "turn", "role", "review")
    told: dict[str, tuple[int, int, int]] = {}
    for name, rows in frame.groupby("transcript", observed=True):
        heard = rows[rows["role"].astype(str) == str(Role.INTERVIEWEE)]
        told[str(name)] = (heard["turn"].nunique(), len(rows), int(np.count_nonzero(rows["review"] != "")))
    return told


def _uses(codings: View) -> dict[str, int]:
    return {str(path): int(count) for path, count in codings.columns("code")["code"].value_counts().items()}


def _tell_outline(transcript: Transcript, progress: tuple[int, int, int], assigned: bool) -> Plain:
    coded, codings, reviews = progress
    return {
        "id": transcript.id,
        "name": transcript.name,
        "case": transcript.case,
        "language": transcript.language,
        "assigned": assigned,
        "turns": sum(turn.role is Role.INTERVIEWEE for turn in transcript.turns),
        "words": len(transcript.text.split()),
        "coded": coded,
        "codings": codings,
        "reviews": reviews,
    }


def _tell_turn(turn: Turn) -> list[Any]:
    speech = turn.speech
    return [turn.number, speech.start, speech.end, turn.speaker, str(turn.role), turn.start_ms, turn.language]


def _tell_suggestion(suggestion: Suggestion) -> Plain:
    return {
        "id": suggestion.id,
        "start": suggestion.span.start,
        "end": suggestion.span.end,
        "code": suggestion.code,
        "source": suggestion.source,
        "score": suggestion.score,
    }


def _tell_code(code: Code, count: int, everybody: int) -> Plain:
    return {name: getattr(code, name) for name in ("path", "name", "colour", *CODE_TEXTS)} | {
        "labels": dict(code.labels),
        "retired": code.retired,
        "count": count,
        "everybody": everybody,
    }
