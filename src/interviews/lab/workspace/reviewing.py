"""What waits for a coder over all transcripts: codings to look at again, and suggestions, in reading order."""

from collections.abc import Iterator
from functools import lru_cache

from interviews.coding import Description, describe
from interviews.errors import MisuseError
from interviews.lab.workspace.revising import tell_changes
from interviews.lab.workspace.views import Plain
from interviews.model import Coding, Span, Suggestion, Transcript
from interviews.project import Project
from interviews.project.versions import steps_taken

_AROUND = 700
"""Code points of the turns around a passage that are shown on either side."""


def tell_review(project: Project, coder: str, language: str) -> Plain:
    """The codings of this coder that wait, each with what its code came to mean since; and the open suggestions."""
    texts = {one.id: one for one in project.transcripts}
    order = {id: at for at, id in enumerate(texts)}
    waiting = [one for one in project.coding_records if one.review and one.coder == coder]
    open_ones = list(project.suggestions.items)

    def place(one: Coding | Suggestion) -> tuple[int, int, int]:
        return order[one.transcript], one.span.start, one.span.end

    changes = _Changes(project, language)
    return {
        "codings": [
            tell_passage(texts[one.transcript], one.span)
            | {"id": one.id, "code": one.code, "memo": one.memo, "review": one.review, "changes": changes.of(one)}
            for one in sorted(waiting, key=place)
        ],
        "suggestions": [
            tell_passage(texts[one.transcript], one.span)
            | {"id": one.id, "code": one.code, "source": one.source, "score": one.score}
            for one in sorted(open_ones, key=place)
        ],
    }


def tell_passage(transcript: Transcript, span: Span) -> Plain:
    """A passage with its place and the turns around it, in words."""
    turns = [turn for turn in transcript.turns if turn.speech.start < span.end and turn.speech.end > span.start]
    first = min((turn.speech.start for turn in turns), default=span.start)
    last = max((turn.speech.end for turn in turns), default=span.end)
    text = transcript.text
    return {
        "transcript": transcript.id,
        "version": transcript.version,
        "name": transcript.name,
        "case": transcript.case,
        "language": transcript.language,
        "start": span.start,
        "end": span.end,
        "turn": turns[0].number if turns else None,
        "speaker": turns[0].speaker if turns else None,
        "before": text[max(min(first, span.start), span.start - _AROUND) : span.start],
        "words": text[span.start : span.end],
        "after": text[span.end : min(max(last, span.end), span.end + _AROUND)],
    }


class _Changes:
    """What became of codes since the version of the codebook that a coding was made under."""

    def __init__(self, project: Project, language: str) -> None:
        self._project = project
        self._language = language
        self._since = lru_cache(None)(self._steps_since)

    def of(self, coding: Coding) -> list[Plain]:
        if coding.codebook_version is None:
            return []
        described = self._since(coding.codebook_version)
        if described is None:
            return []
        kept = list(_touching(described, coding.code))
        told = tell_changes(described)
        return [told[at] for at in kept]

    def _steps_since(self, version: int) -> Description | None:
        steps = steps_taken(self._project, version, self._project.codebook)
        if steps is None:
            return None
        try:
            before = self._project.store.codebook(version)
        except MisuseError:
            return None
        return describe(steps, self._language, before)


def _touching(described: Description, code: str) -> Iterator[int]:
    """Which of the steps moved this code, or changed what it means; told from the path that it has after them."""
    path = code
    found = []
    for at in range(len(described.steps) - 1, -1, -1):
        step = described.steps[at]
        earlier = step.backward(path)
        if earlier != path or step.unsettles(earlier):
            found.append(at)
        path = earlier
    return iter(reversed(found))
