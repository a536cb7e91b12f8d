"""TEI transcriptions of speech, ISO 24624 among them: utterances (`u`) with speakers, times and words."""

from collections.abc import Mapping
from typing import Any

from interviews.errors import counted
from interviews.formats.annotation.building import Gathered, Unit, build_reading, sorted_by_time
from interviews.formats.annotation.elements import local_name
from interviews.formats.annotation.tei_beside import Beside, look_beside, report_beside
from interviews.formats.annotation.tei_header import bare_reference, note_header, speaker_labels
from interviews.formats.annotation.tei_times import Points
from interviews.formats.annotation.tei_tokens import Blanks, find_blanks, words_of
from interviews.formats.annotation.words import language_of
from interviews.formats.opened import Opened
from interviews.formats.reading import NoTranscript, Reading

_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_WHOLE = ("TEI", "TEI.2", "teiCorpus")
_BLOCKS = ("annotationBlock", "annotationGrp")


def read_tei(file: Opened) -> Reading:
    """A transcript with one turn for each utterance."""
    root = file.xml
    utterances = list(root.iter("{*}u"))
    if not utterances:
        raise NoTranscript("this TEI file holds no utterances (u): only transcriptions of speech can be read")
    gathered = Gathered(file.name)
    note_header(root, gathered)
    labels = speaker_labels(root, gathered)
    points = Points(root)
    gathered.report_times(points.unusable)
    times = points.resolved()
    blanks = find_blanks(root)
    beside = look_beside(root)
    report_beside(beside, gathered)
    units = [_unit(one, labels, times, blanks, beside) for one in utterances]
    several = sum(" + " in (unit.speaker or "") for unit in units)
    if several:
        gathered.say(f"{counted(several, 'utterance is', 'utterances are')} of several speakers at once")
    return build_reading(sorted_by_time(units, gathered), file, "tei", gathered)


def _unit(
    utterance: Any, labels: Mapping[str, str], times: Mapping[str, int | None], blanks: Blanks, beside: Beside
) -> Unit:
    block = utterance.getparent()
    block = block if block is not None and local_name(block) in _BLOCKS else utterance
    who = utterance.get("who") or block.get("who") or ""
    people = [labels.get(bare_reference(one), bare_reference(one)) for one in who.split()]
    anchors = beside.anchors.get(utterance) or [""]
    start = utterance.get("start") or block.get("start") or anchors[0]
    end = utterance.get("end") or block.get("end") or anchors[-1]
    return Unit(
        words_of(utterance, blanks),
        " + ".join(people) or None,
        times.get(start.rpartition("#")[2]),
        times.get(end.rpartition("#")[2]),
        next((given for one in (utterance, *utterance.iterancestors()) if (given := _language(one))), None),
        tuple(beside.remarks.get(utterance, ())),
    )


def _language(element: Any) -> str | None:
    """The language that an element gives; that of the whole file may be the one of its header only."""
    return None if local_name(element) in _WHOLE else language_of(element.get(_LANGUAGE))
