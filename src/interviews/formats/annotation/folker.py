"""FOLKER and OrthoNormal (`.flk`, `.fln`): contributions of speakers in GAT 2, on a time line."""

from typing import Any

from interviews.formats.annotation.building import Gathered, Unit, build_reading, sorted_by_time
from interviews.formats.annotation.gat import write_gat
from interviews.formats.annotation.times import timeline
from interviews.formats.annotation.words import one_line
from interviews.formats.opened import Opened
from interviews.formats.reading import Reading


def read_folker(file: Opened) -> Reading:
    """A transcript with one turn for each contribution."""
    root = file.xml
    gathered = Gathered(file.name)
    _note_header(root, gathered)
    points = root.iterfind("timeline/timepoint")
    line = timeline((point.get("timepoint-id"), point.get("absolute-time")) for point in points)
    gathered.report_times(line.unusable)
    units = [
        Unit(
            write_gat(contribution),
            one_line(contribution.get("speaker-reference")) or None,
            line.at(contribution.get("start-reference")),
            line.at(contribution.get("end-reference")),
        )
        for contribution in root.iterfind("contribution")
    ]
    return build_reading(sorted_by_time(units, gathered), file, "folker", gathered)


def _note_header(root: Any, gathered: Gathered) -> None:
    for head in root.iterfind("head"):
        for element in head.iter():
            for text in (element.text, *(f"{name}: {value}" for name, value in element.attrib.items())):
                gathered.note("remark", text)
    for recording in root.iterfind("recording"):
        gathered.note("media", recording.get("path"))
    for speaker in root.iterfind("speakers/speaker"):
        name = one_line(speaker.findtext("name"))
        gathered.note("speaker", f"{one_line(speaker.get('speaker-id'))}: {name}" if name else "")
