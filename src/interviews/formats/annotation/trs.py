"""Transcriber (`.trs`): turns with one speaker or several, and comments and events in them."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from interviews.formats.annotation.building import Gathered, Remark, Unit, build_reading
from interviews.formats.annotation.labels import labels_by_id
from interviews.formats.annotation.times import milliseconds
from interviews.formats.annotation.words import language_of, listed, one_line
from interviews.formats.opened import Opened
from interviews.formats.reading import Reading

_EVENT = ("event", "events")
_COMMENT = ("comment", "comments")
# Sounds stand in the text as the program shows them; other events mark words that are there anyway.
_SOUND = "noise"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_SPAN_ENDS = ("begin", "end", "previous", "next")


@dataclass(slots=True)
class _Voice:
    """What one speaker, or all together, say in a turn."""

    label: str | None
    pieces: list[str] = field(default_factory=list)
    remarks: tuple[Remark, ...] = ()

    @property
    def text(self) -> str:
        """What is said, on one line."""
        return one_line("".join(self.pieces))


def read_trs(file: Opened) -> Reading:
    """A transcript with one turn for each turn of the file, and for each speaker where several speak in it."""
    root = file.xml
    gathered = Gathered(file.name)
    _note_header(root, gathered)
    named = ((speaker.get("id"), speaker.get("name")) for speaker in root.iterfind("Speakers/Speaker"))
    labels = labels_by_id(named, gathered)
    counts: Counter[tuple[str, str]] = Counter()
    units: list[Unit] = []
    unusable = 0
    language = language_of(root.get(_LANGUAGE))
    for turn in root.iter("Turn"):
        given = [turn.get("startTime"), turn.get("endTime")]
        start, end = (milliseconds(time) for time in given)
        unusable += sum(time is not None and milliseconds(time) is None for time in given)
        units += [
            Unit(said.text, said.label, start, end, language, said.remarks) for said in _voices(turn, labels, counts)
        ]
    gathered.report_times(unusable)
    if counts:
        gathered.say(f"{listed(counts)} did not become speech and are kept beside the text")
    return build_reading(units, file, "trs", gathered)


def _voices(turn: Any, labels: Mapping[str, str], counts: Counter[tuple[str, str]]) -> list[_Voice]:
    """Who says what in a turn; a `Who` tells which of its speakers goes on."""
    speakers = [labels.get(ident, ident) for ident in (turn.get("speaker") or "").split()]
    voice = _Voice(" + ".join(speakers) or None, [turn.text or ""])
    voices = {voice.label: voice}
    for child in turn:
        if child.tag == "Who":
            label = _nth(speakers, child.get("nb")) or voice.label
            voice = voices.setdefault(label, _Voice(label))
        elif child.tag == "Sync":
            voice.pieces.append("\n")
        elif child.tag in ("Comment", "Event"):
            _aside(child, voice, counts)
        voice.pieces.append(child.tail or "")
    heard = [voice for voice in voices.values() if voice.text or voice.remarks]
    return heard or list(voices.values())[:1]


def _nth(speakers: list[str], number: str | None) -> str | None:
    """The speaker with a number counted from 1."""
    place = int(number) if number and number.isdecimal() and len(number) < 6 else 0
    return speakers[place - 1] if 0 < place <= len(speakers) else None


def _aside(child: Any, voice: _Voice, counts: Counter[tuple[str, str]]) -> None:
    text = one_line(child.get("desc"))
    if child.tag == "Event" and child.get("type", _SOUND) == _SOUND and child.get("extent") not in _SPAN_ENDS:
        voice.pieces.append(f"\n(({text}))\n" if text else "")
    elif text:
        counts[_EVENT if child.tag == "Event" else _COMMENT] += 1
        voice.remarks += (Remark("comment" if child.tag == "Comment" else "remark", text),)


def _note_header(root: Any, gathered: Gathered) -> None:
    gathered.note("author", root.get("scribe"))
    gathered.note("media", root.get("audio_filename"))
    for topic in root.iterfind("Topics/Topic"):
        gathered.note("remark", topic.get("desc"))
    for speaker in root.iterfind("Speakers/Speaker"):
        told = [f"{name}: {speaker.get(name)}" for name in ("type", "dialect", "accent") if speaker.get(name)]
        gathered.note("speaker", "; ".join([speaker.get("name", ""), *told]) if told else "")
