"""The one turn grammar of plain text, Markdown and Word: from a text to its turns, speakers and problems."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from interviews.errors import Problem, Severity
from interviews.formats.reading import counted
from interviews.formats.talk.labels import Labels, find_labels
from interviews.formats.talk.openers import Opener, find_time_line, find_trailing_mark, label_key
from interviews.formats.talk.roles import Roles, assign, question_rates
from interviews.model import Span, Speaker, Turn

_LINE = re.compile(r"\S[^\n]*")
_BLOCK = re.compile(r"\S(?:[^\n]|\n(?![^\S\n]*(?:\n|$)))*")
_OVERLAP = re.compile(r"//\s*[^\s/][^/\n:]{0,30}:[^\n]{0,1000}?//")
# Lines that close the conversation: what meeting programs write below it, and in Markdown headings and rules.
_FOOTER = re.compile(r"\s*(?:Meeting ended after |Transcribed by https?://|End of transcript\b|\[?END OF TRANSCRIPT)")
_MARKDOWN_BREAK = re.compile(r"\s*(?:#{1,6}\s|(?:-{3,}|\*{3,}|_{3,})\s*$)")

# A head of an interview is seldom longer; what is may be talk in a form that was not recognised.
_MUCH_OUTSIDE = 30


class Conversation(NamedTuple):
    """The turns of a text in order, their speakers in order of appearance, and what a person should know."""

    turns: tuple[Turn, ...]
    speakers: tuple[Speaker, ...]
    problems: tuple[Problem, ...]


class _Piece(NamedTuple):
    """A turn before its speaker's role is known."""

    key: str
    name: str
    label: Span
    speech: Span
    start_ms: int | None
    end_ms: int | None


def find_turns(text: str, where: str, *, markdown: bool = False) -> Conversation:
    """The turns of a text with LF line ends; `where` names the file in problems, `markdown` ends turns at headings."""
    lines = text.split("\n")
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    labels = find_labels(lines)
    if not labels.openers:
        return _paragraphs(text, where)
    pieces = [piece for piece in _pieces(text, lines, starts, labels, markdown) if len(piece.speech)]
    if not pieces:
        return _paragraphs(text, where)
    return _conversation(text, where, lines, labels, pieces)


def _paragraphs(text: str, where: str) -> Conversation:
    pattern = _BLOCK if _is_hard_wrapped(text) else _LINE
    turns = tuple(
        Turn(number, Span(match.start(), match.start() + len(match[0].rstrip())))
        for number, match in enumerate(pattern.finditer(text), 1)
    )
    message = (
        "no speaker labels were found, so every paragraph is a turn of nobody: begin turns with a label such as I:"
    )
    return Conversation(turns, (), (Problem(where, message),))


def _is_hard_wrapped(text: str) -> bool:
    """Whether lines are broken for a page's width, so that only blank lines part paragraphs."""
    lines = [len(line) for line in text.split("\n") if line.strip()]
    return "\n\n" in text and 0 < max(lines, default=0) <= 100 and sorted(lines)[len(lines) // 2] >= 50


def _pieces(text: str, lines: Sequence[str], starts: Sequence[int], labels: Labels, markdown: bool) -> list[_Piece]:
    """Every label with the stretch up to the next one, or up to a heading or footer."""
    order = sorted(labels.openers)
    pieces = []
    for place, i in enumerate(order):
        opener = labels.openers[i]
        begin, time = _with_time_line(lines, i)
        label = Span(
            starts[begin] + _indent(lines[begin]) if begin < i else starts[i] + opener.start, starts[i] + opener.end
        )
        last = order[place + 1] if place + 1 < len(order) else len(lines)
        last = _with_time_line(lines, last)[0] if last < len(lines) else last
        last = min(last, i + 1) if opener.is_row else last
        last = next((j for j in range(i + 1, last) if _closes(lines[j], markdown)), last)
        end = min(starts[last], len(text)) if last > i else label.end
        start_ms = opener.start_ms if opener.start_ms is not None else time
        pieces.append(_piece(text, opener, label, end, start_ms))
    return pieces


def _piece(text: str, opener: Opener, label: Span, end: int, start_ms: int | None) -> _Piece:
    said = text[label.end : end]
    trailing = find_trailing_mark(said)
    end_ms = opener.end_ms
    if trailing is not None:
        said, end_ms = said[: trailing[0]], trailing[1]
    start = label.end + len(said) - len(said.lstrip())
    speech = Span(start, label.end + len(said.rstrip())) if said.strip() else Span(label.end, label.end)
    return _Piece(label_key(opener.name), opener.name, label, speech, start_ms, end_ms)


def _with_time_line(lines: Sequence[str], i: int) -> tuple[int, int | None]:
    """The line where a turn begins when a line with nothing but a time stands above its label, and that time."""
    above = i - 1
    while above >= 0 and not lines[above].strip():
        above -= 1
    time = find_time_line(lines[above]) if above >= 0 else None
    return (i, None) if time is None else (above, time)


def _closes(line: str, markdown: bool) -> bool:
    return bool(_FOOTER.match(line) or (markdown and _MARKDOWN_BREAK.match(line)))


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _conversation(
    text: str, where: str, lines: Sequence[str], labels: Labels, pieces: Sequence[_Piece]
) -> Conversation:
    names = _names(pieces)
    meanings = {
        name: labels.meanings.get(key) or labels.meanings[key.rstrip("0123456789 ")]
        for key, name in names.items()
        if key in labels.meanings or key.rstrip("0123456789 ") in labels.meanings
    }
    roles = assign(list(names.values()), meanings, question_rates([(names[p.key], p.speech.of(text)) for p in pieces]))
    turns = tuple(
        Turn(number, p.speech, names[p.key], roles.of[names[p.key]], p.label, p.start_ms, p.end_ms)
        for number, p in enumerate(pieces, 1)
    )
    speakers = tuple(Speaker(name, roles.of[name], role_from=roles.known_from[name]) for name in names.values())
    notes = [*_layout_notes(text, lines, labels, pieces), *role_notes(roles)]
    return Conversation(turns, speakers, tuple(Problem(where, message, severity) for message, severity in notes))


def _names(pieces: Sequence[_Piece]) -> dict[str, str]:
    """For every label key, in order of appearance, its most frequent spelling."""
    spellings: dict[str, Counter[str]] = {}
    for piece in pieces:
        spellings.setdefault(piece.key, Counter())[piece.name] += 1
    return {key: min(counter, key=lambda name: (-counter[name], name)) for key, counter in spellings.items()}


def role_notes(roles: Roles) -> list[tuple[str, Severity]]:
    """What to say about roles that the labels do not tell."""
    if roles.note is None:
        return []
    return [(roles.note, Severity.INFO if roles.certain else Severity.WARNING)]


def _outside_notes(above: int, between: int, below: int, turns: int) -> list[tuple[str, Severity]]:
    """Lines that no turn holds, by where they stand."""
    notes = []
    for count, where in ((above, "above the first turn"), (between, "between turns"), (below, "below the last turn")):
        if count:
            much = count > _MUCH_OUTSIDE and count > turns
            message = f"{counted(count, 'line', 'lines')} {where} belong{'s' * (count == 1)} to no turn"
            notes.append((message, Severity.WARNING if much else Severity.INFO))
    return notes


def _layout_notes(
    text: str, lines: Sequence[str], labels: Labels, pieces: Sequence[_Piece]
) -> list[tuple[str, Severity]]:
    edges = [0, *(edge for p in pieces for edge in (p.label.start, p.speech.end)), len(text)]
    # From the end of a speech to its line end there is only a time mark, which the turn has.
    filled = [
        sum(1 for line in text[start:end].split("\n")[start > 0 :] if line.strip())
        for start, end in zip(edges[::2], edges[1::2], strict=True)
    ]
    above, between, below = filled[0], sum(filled[1:-1]), filled[-1]
    notes = _outside_notes(above, between, below, len(pieces))
    if labels.doubtful:
        places = ", ".join(str(i + 1) for i in labels.doubtful[:8]) + (" ..." if len(labels.doubtful) > 8 else "")
        count = counted(len(labels.doubtful), "line looks", "lines look")
        message = f"{count} like a new turn, but the label is too rare or not followed by a colon: line {places}"
        notes.append((message, Severity.WARNING))
    empty = len(labels.openers) - len(pieces)
    if empty:
        notes.append((f"{counted(empty, 'label has', 'labels have')} no speech and gave no turn", Severity.INFO))
    overlaps = sum(len(_OVERLAP.findall(piece.speech.of(text))) for piece in pieces)
    if overlaps:
        count = counted(overlaps, "remark", "remarks")
        notes.append((f"{count} between // // stay inside the turn of another speaker", Severity.INFO))
    return notes
