"""Praat TextGrids (`.TextGrid`): tiers of intervals, one for each speaker or one for each kind of annotation."""

import re

from interviews.errors import Severity, counted
from interviews.formats.annotation.building import Gathered, Unit, build_reading, in_order
from interviews.formats.annotation.reports import report_left_out
from interviews.formats.annotation.textgrid_grammar import GridTier, parse_textgrid
from interviews.formats.annotation.tiers import Tier, TierKind, choose, join_words, kind_of
from interviews.formats.annotation.times import milliseconds
from interviews.formats.annotation.words import one_line
from interviews.formats.opened import Opened
from interviews.formats.reading import Reading, Unreadable

_BINARY = b"ooBinaryFile"
# `Anna - words`, as forced aligners name tiers; and a tier of words that belongs to nobody.
_WORDS_OF = re.compile(r"(.{1,200}?)\s*[-_:./]\s*(?:words?|w[oö]rter|wort|ort|tokens?)", re.IGNORECASE | re.DOTALL)


def is_textgrid(file: Opened) -> bool:
    """Whether the content is a TextGrid, as text or in Praat's binary form."""
    if file.content.startswith(_BINARY):
        return True
    head = file.content[:400].replace(b"\0", b"")
    return (b"ooTextFile" in head and b'TextGrid"' in head) or b'"Praat chronological TextGrid' in head


def read_textgrid(file: Opened) -> Reading:
    """A transcript with one turn for each interval that has a label."""
    if file.content.startswith(_BINARY):
        raise Unreadable("this is a binary file of Praat: save it there as a text file")
    if "chronological TextGrid" in file.text[:200]:
        raise Unreadable("this TextGrid is in Praat's chronological form: open it in Praat and save it as a text file")
    gathered = Gathered(file.name)
    for note in file.decoded.notes:
        gathered.say(note, Severity.WARNING)
    grid = parse_textgrid(file.text)
    if grid.is_cut_off:
        gathered.say("the file ends before its last tier does, or is damaged there", Severity.WARNING)
    _report_points(grid.tiers, gathered)
    made = [_tier(tier) for tier in grid.tiers if tier.has_intervals]
    choice = choose(made)
    report_left_out(choice.beside, [], gathered)
    units = in_order(join_words(tier).units for tier in choice.speech)
    gathered.report_times(sum(unit.start_ms is None for unit in units))
    return build_reading(units, file, "textgrid", gathered)


def _tier(tier: GridTier) -> Tier:
    kind = kind_of(tier.name)
    label: str | None = one_line(tier.name) or None
    if kind is TierKind.WORDS:
        of = _WORDS_OF.fullmatch(label or "")
        label = of[1] if of else None
    units = [
        Unit(mark.text, label, milliseconds(mark.start), milliseconds(mark.end))
        for mark in tier.marks
        if one_line(mark.text)
    ]
    return Tier(kind, units)


def _report_points(tiers: tuple[GridTier, ...], gathered: Gathered) -> None:
    points = [tier for tier in tiers if not tier.has_intervals]
    if points:
        labels = sum(bool(one_line(mark.text)) for tier in points for mark in tier.marks)
        gathered.say(
            f"{counted(len(points), 'tier', 'tiers')} of points with {counted(labels, 'label', 'labels')} left out"
        )
