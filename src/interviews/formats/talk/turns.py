"""The one turn grammar of plain text, Markdown and Word: from a text to its turns, speakers and problems."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from interviews.errors import Problem, Severity, counted
from interviews.formats.talk.labels import Labels, find_labels
from interviews.formats.talk.layout import label_notes, outside_notes
from interviews.formats.talk.margins import without_margins
from interviews.formats.talk.openers import (
    Opener,
    find_leading_mark,
    find_time_line,
    find_trailing_mark,
    goes_on_in_row,
    label_key,
)
from interviews.formats.talk.questions import Answered, find_questions, is_layout
from interviews.formats.talk.roles import Roles, assign, question_rates
from interviews.model import Role, Span, Speaker, Turn

_LINE = re.compile(r"\S[^\n]*")
_BLOCK = re.compile(r"\S(?:[^\n]|\n(?![^\S\n]*(?:\n|$)))*")
# Lines that close the conversation: what meeting programs write below it, and in Markdown headings and rules.
_FOOTER = re.compile(r"\s*(?:Meeting ended after |Transcribed by https?://|End of transcript\b|\[?END OF TRANSCRIPT)")
_MARKDOWN_BREAK = re.compile(r"\s*(?:#{1,6}\s|(?:-{3,}|\*{3,}|_{3,})\s*$)")
# How many times larger a table is than one that only repeats some of its rows.
_REPEATED = 3


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
    row: int | None = None
    """The line of a turn that is a row of a table."""


def find_turns(text: str, where: str, *, markdown: bool = False) -> Conversation:
    """The turns of a text with LF line ends; `where` names the file in problems, `markdown` ends turns at headings."""
    written = text.split("\n")
    starts = [0]
    for line in written:
        starts.append(starts[-1] + len(line) + 1)
    lines, numbered = without_margins(written, markdown=markdown)
    labels = find_labels(lines, numbered=numbered > 0)
    plain = "\n".join(lines)  # positions are those of the text, margins are blank
    every = _pieces(plain, lines, starts, labels, markdown)
    pieces = [piece for piece in every if len(piece.speech)]
    if not pieces:
        questions = find_questions(written) if markdown else []
        return _answers(where, starts, written, questions) if questions else _paragraphs(text, where, markdown)
    kept = _without_repeated_rows(pieces)
    conversation = _conversation(plain, where, labels, kept, len(every) - len(pieces))
    notes = [(message, severity) for message, severity in _number_notes(text, numbered, kept)]
    if len(kept) < len(pieces):
        count = counted(len(pieces) - len(kept), "row repeats", "rows repeat")
        notes.append((f"{count} what a larger table says and gave no turn", Severity.INFO))
    problems = tuple(Problem(where, message, severity) for message, severity in notes)
    return conversation._replace(problems=(*conversation.problems, *problems))


def _number_notes(text: str, numbered: int, pieces: Sequence[_Piece]) -> list[tuple[str, Severity]]:
    """Numbers of lines are part of the file, so those inside a turn stay in it."""
    if not numbered or not any("\n" in piece.speech.of(text) for piece in pieces):
        return []
    message = "the lines are numbered: the numbers inside turns stay in the text, so remove them before reading"
    return [(message, Severity.WARNING)]


def _without_repeated_rows(pieces: Sequence[_Piece]) -> list[_Piece]:
    """The turns without those rows of small tables that a larger one has too, by speaker and time."""
    blocks: list[list[_Piece]] = []
    for piece in pieces:
        if piece.row is None or piece.start_ms is None:
            continue
        if blocks and blocks[-1][-1].row == piece.row - 1:
            blocks[-1].append(piece)
        else:
            blocks.append([piece])
    largest = max(blocks, key=len, default=[])
    told = {(piece.key, piece.start_ms) for piece in largest}
    repeated = {
        piece
        for block in blocks
        if _REPEATED * len(block) <= len(largest) and all((piece.key, piece.start_ms) in told for piece in block)
        for piece in block
    }
    return [piece for piece in pieces if piece not in repeated]


def _answers(where: str, starts: Sequence[int], lines: Sequence[str], questions: Sequence[Answered]) -> Conversation:
    """Turns of an interviewer for headings that ask, and of an interviewee for what stands below them."""
    asker, answerer = Speaker("Interviewer", Role.INTERVIEWER), Speaker("Interviewee", Role.INTERVIEWEE)
    turns: list[Turn] = []
    for one in questions:
        span = Span(starts[one.line] + one.start, starts[one.line] + one.end)
        turns.append(Turn(len(turns) + 1, span, asker.label, asker.role))
        first, last = one.answer
        if first < last:
            span = Span(starts[first] + _indent(lines[first]), starts[last - 1] + len(lines[last - 1].rstrip()))
            turns.append(Turn(len(turns) + 1, span, answerer.label, answerer.role))
    message = (
        "no speaker labels were found, but the headings ask and what stands below them answers: they were taken for "
        "turns of one interviewer and one interviewee, which is a guess"
    )
    above = sum(1 for line in lines[: questions[0].line] if line.strip())
    notes = [(message, Severity.WARNING), *outside_notes(above, 0, 0, len(turns))]
    problems = tuple(Problem(where, message, severity) for message, severity in notes)
    return Conversation(tuple(turns), (asker, answerer), problems)


def _paragraphs(text: str, where: str, markdown: bool) -> Conversation:
    pattern = _BLOCK if _is_hard_wrapped(text) else _LINE
    spans = [Span(match.start(), match.start() + len(match[0].rstrip())) for match in pattern.finditer(text)]
    spoken = [span for span in spans if not (markdown and is_layout(span.of(text)))] or spans
    turns = tuple(Turn(number, span) for number, span in enumerate(spoken, 1))
    message = (
        "no speaker labels were found, so every paragraph is a turn of nobody: begin turns with a label such as I:"
    )
    problems = [Problem(where, message)]
    if len(spoken) < len(spans):
        count = counted(len(spans) - len(spoken), "heading or line", "headings or lines")
        problems.append(Problem(where, f"{count} of tables gave no turn", Severity.INFO))
    return Conversation(turns, (), tuple(problems))


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
        if opener.is_row:
            last = next((j for j in range(i + 1, last) if not goes_on_in_row(lines[j])), last)
        last = next((j for j in range(i + 1, last) if _closes(lines[j], markdown)), last)
        end = min(starts[last], len(text)) if last > i else label.end
        start_ms = opener.start_ms if opener.start_ms is not None else time
        pieces.append(_piece(text, opener, label, end, start_ms, i if opener.is_row else None))
    return pieces


def _piece(text: str, opener: Opener, label: Span, end: int, start_ms: int | None, row: int | None) -> _Piece:
    said = text[label.end : end]
    trailing = find_trailing_mark(said)
    begin, end_ms = label.end, opener.end_ms
    if trailing is not None:
        said, end_ms = said[: trailing[0]], trailing[1]
    leading = find_leading_mark(said) if start_ms is None else None
    if leading is not None:
        begin, said = begin + leading[0], said[leading[0] :]
        start_ms, end_ms = leading[1], end_ms if leading[2] is None else leading[2]
    start = begin + len(said) - len(said.lstrip())
    speech = Span(start, begin + len(said.rstrip())) if said.strip() else Span(label.end, label.end)
    return _Piece(label_key(opener.name), opener.name, label, speech, start_ms, end_ms, row)


def _sound_end(piece: _Piece) -> int | None:
    """The end of a turn, unless it lies before its start."""
    return None if piece.end_ms is not None and piece.end_ms < (piece.start_ms or 0) else piece.end_ms


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


def _conversation(text: str, where: str, labels: Labels, pieces: Sequence[_Piece], empty: int) -> Conversation:
    names = _names(pieces)
    meanings = {
        name: labels.meanings.get(key) or labels.meanings[key.rstrip("0123456789 ")]
        for key, name in names.items()
        if key in labels.meanings or key.rstrip("0123456789 ") in labels.meanings
    }
    roles = assign(list(names.values()), meanings, question_rates([(names[p.key], p.speech.of(text)) for p in pieces]))
    turns = tuple(
        Turn(number, p.speech, names[p.key], roles.of[names[p.key]], p.label, p.start_ms, _sound_end(p))
        for number, p in enumerate(pieces, 1)
    )
    speakers = tuple(Speaker(name, roles.of[name], role_from=roles.known_from[name]) for name in names.values())
    edges = [(piece.label.start, piece.speech) for piece in pieces]
    notes = [*label_notes(text, labels, edges, empty), *role_notes(roles)]
    if backwards := sum(_sound_end(piece) != piece.end_ms for piece in pieces):
        count = counted(backwards, "turn ends", "turns end")
        notes.append((f"{count} before it begins: its end was left out", Severity.WARNING))
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
