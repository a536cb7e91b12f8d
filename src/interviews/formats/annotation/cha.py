"""CHAT (`.cha`) of CLAN and TalkBank: main lines with what is said, dependent tiers below them, headers around."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from interviews.errors import Severity, counted
from interviews.formats.annotation.building import Gathered, Remark, Unit, build_reading
from interviews.formats.annotation.cha_headers import Headers, read_headers
from interviews.formats.annotation.tiers import TierKind
from interviews.formats.annotation.words import language_of, listed, one_line
from interviews.formats.opened import Opened
from interviews.formats.reading import Reading

_LINE = re.compile(r"([@*%])([^\s:]{1,60}(?: [^\t:]{1,60})?)(?::[ \t]?(.*))?", re.DOTALL)
# Times stand between two control characters, which programs that show CHAT write as bullets.
_BULLET = re.compile(r"\x15([^\x15\n]{0,500})\x15|•(\d{1,12}_\d{1,12})•")
_TIMES = re.compile(r"(?:^|_)(\d{1,12})_(\d{1,12})-?$")
_LANGUAGE = re.compile(r"\[- ([a-z]{2,3})\]")
# Dependent tiers that people write for people; all others annotate single words.
_TIERS = {
    **dict.fromkeys(("com", "exp", "sit", "act", "add", "gpx", "par", "int", "spa", "alt", "err"), TierKind.REMARK),
    **dict.fromkeys(("eng", "trn", "tra", "ger", "deu", "fra"), TierKind.TRANSLATION),
    **dict.fromkeys(("pho", "mod", "phosyl", "modsyl", "phoaln", "phodata"), TierKind.SOUNDS),
    **dict.fromkeys(("mor", "gra", "gls", "glo", "umor", "ugra", "xmor", "trmor"), TierKind.GRAMMAR),
    **dict.fromkeys(("cod", "coh", "def", "lan", "facet"), TierKind.CODING),
}
_KEPT = {TierKind.TRANSLATION: "translation", TierKind.REMARK: "remark"}


class _Line(NamedTuple):
    """A line with those that continue it: its sign, what it is, and what it says."""

    sign: str
    name: str
    text: str


def is_cha(text: str) -> bool:
    """Whether a text begins as CHAT does."""
    head = text[:4000]
    return head.startswith(("@UTF8", "@Begin", "@Font", "@PID", "@Window")) and ("@Begin" in head or "\n*" in head)


def read_cha(file: Opened) -> Reading:
    """A transcript with one turn for each main line."""
    gathered = Gathered(file.name)
    for note in file.decoded.notes:
        gathered.say(note, Severity.WARNING)
    lines, stray = _lines(file.text)
    headers = read_headers([(line.name, line.text) for line in lines if line.sign == "@"], gathered)
    units = _units(lines, headers, gathered)
    if stray:
        message = "to no header, speaker or tier and were left out" if stray > 1 else "to none and was left out"
        gathered.say(f"{counted(stray, 'line belongs', 'lines belong')} {message}", Severity.WARNING)
    return build_reading(units, file, "cha", gathered)


def _lines(text: str) -> tuple[list[_Line], int]:
    """The lines of a file, continued ones joined; and how many are of no kind."""
    whole: list[list[str]] = []
    stray = 0
    for line in text.split("\n"):
        if line[:1] in ("@", "*", "%"):
            whole.append([line])
        elif line[:1] in ("\t", " ") and line.strip() and whole:
            whole[-1].append(line.strip())
        else:
            stray += bool(line.strip())
    lines = [one for pieces in whole if (one := _line(" ".join(pieces))) is not None]
    return lines, stray + len(whole) - len(lines)


def _line(text: str) -> _Line | None:
    match = _LINE.fullmatch(text)
    if match is None or (match[3] is None and match[1] != "@"):
        return None
    return _Line(match[1], match[2], match[3] or "")


def _units(lines: list[_Line], headers: Headers, gathered: Gathered) -> list[Unit]:
    units: list[Unit] = []
    remarks: list[Remark] = []
    counts: Counter[tuple[str, str]] = Counter()
    for line in reversed(lines):  # a tier stands below the line that it is about
        if line.sign == "%":
            kind = _TIERS.get(line.name.removeprefix("x"), TierKind.OTHER)
            text, _ = _without_bullets(line.text)
            counts[kind.value] += 1
            if kind in _KEPT and text:
                remarks.append(Remark(_KEPT[kind], text))
        elif line.sign == "*":
            units.append(_unit(line, headers, tuple(reversed(remarks))))
            remarks = []
    for remark in reversed(remarks):
        gathered.note(remark.kind, remark.text)
    if counts:
        kept = (
            "; remarks and translations are kept beside the text" if any(kind.value in counts for kind in _KEPT) else ""
        )
        message = f"{counted(sum(counts.values()), 'dependent tier', 'dependent tiers')} did not become speech"
        gathered.say(f"{message}: {listed(counts)}{kept}")
    return units[::-1]


def _unit(line: _Line, headers: Headers, remarks: tuple[Remark, ...]) -> Unit:
    text, times = _without_bullets(line.text)
    precode = _LANGUAGE.search(text[:20])
    language = language_of(precode[1]) if precode else headers.language_of(line.name)
    starts, ends = [start for start, _ in times], [end for _, end in times]
    return Unit(text, line.name, min(starts, default=None), max(ends, default=None), language, remarks)


def _without_bullets(text: str) -> tuple[str, list[tuple[int, int]]]:
    """What a line says, and the times that stand in it."""
    bullets = [match[1] or match[2] or "" for match in _BULLET.finditer(text)]
    # A line end parts what is left as one blank would.
    return one_line(_BULLET.sub("\n", text).replace("\x15", "")), list(_times(bullets))


def _times(bullets: list[str]) -> Iterator[tuple[int, int]]:
    for bullet in bullets:
        match = _TIMES.search(bullet.strip())
        if match is not None and int(match[2]) <= 10**10:
            yield int(match[1]), int(match[2])
