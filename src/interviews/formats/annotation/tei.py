"""TEI transcriptions of speech, ISO 24624 among them: utterances (`u`) with speakers, times and words."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from interviews.formats.annotation.building import Gathered, Remark, Unit, build_reading, sorted_by_time
from interviews.formats.annotation.reports import KEPT
from interviews.formats.annotation.tei_header import bare_reference, note_header, speaker_labels
from interviews.formats.annotation.tei_times import Points
from interviews.formats.annotation.tei_tokens import Blanks, event_text, find_blanks, words_of
from interviews.formats.annotation.tiers import TierKind, kind_of
from interviews.formats.annotation.words import language_of, listed, one_line
from interviews.formats.opened import Opened
from interviews.formats.reading import Reading, Unreadable, counted

_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_WHOLE = ("TEI", "TEI.2", "teiCorpus")
_BLOCKS = ("annotationBlock", "annotationGrp")
_ASIDE = ("pause", "incident", "vocal", "kinesic", "event", "writing", "gap")


def read_tei(file: Opened) -> Reading:
    """A transcript with one turn for each utterance."""
    root = file.xml
    utterances = list(root.iter("{*}u"))
    if not utterances:
        raise Unreadable("this TEI file holds no utterances (u): only transcriptions of speech can be read")
    gathered = Gathered(file.name)
    note_header(root, gathered)
    labels = speaker_labels(root, gathered)
    points = Points(root)
    gathered.report_times(points.unusable)
    times = points.resolved()
    blanks = find_blanks(utterances)
    remarks, counts = _spans(root)
    units = [_unit(one, labels, times, blanks, tuple(remarks.get(one, ()))) for one in utterances]
    _report(root, units, counts, gathered)
    return build_reading(sorted_by_time(units, gathered), file, "tei", gathered)


def _unit(
    utterance: Any,
    labels: Mapping[str, str],
    times: Mapping[str, int | None],
    blanks: Blanks,
    remarks: tuple[Remark, ...],
) -> Unit:
    block = utterance.getparent()
    block = block if block is not None and _name(block) in _BLOCKS else utterance
    who = utterance.get("who") or block.get("who") or ""
    people = [labels.get(bare_reference(one), bare_reference(one)) for one in who.split()]
    anchors = [anchor.get("synch", "") for anchor in utterance.iter("{*}anchor")]
    start = utterance.get("start") or block.get("start") or (anchors[0] if anchors else "")
    end = utterance.get("end") or block.get("end") or (anchors[-1] if anchors else "")
    language = next((given for one in (utterance, *utterance.iterancestors()) if (given := _language(one))), None)
    return Unit(
        words_of(utterance, blanks),
        " + ".join(people) or None,
        times.get(start.rpartition("#")[2]),
        times.get(end.rpartition("#")[2]),
        language,
        remarks,
    )


def _language(element: Any) -> str | None:
    """The language that an element gives; that of the whole file may be the one of its header only."""
    return None if _name(element) in _WHOLE else language_of(element.get(_LANGUAGE))


def _spans(root: Any) -> tuple[dict[Any, list[Remark]], Counter[tuple[str, str]]]:
    """Translations and notes by the utterance beside which they stand; what else annotates it is counted."""
    remarks: dict[Any, list[Remark]] = {}
    counts: Counter[tuple[str, str]] = Counter()
    last: dict[Any, Any] = {}
    for element in root.iter("{*}u", "{*}spanGrp"):
        if _name(element) == "u":
            last[element.getparent()] = element
            continue
        kind = kind_of(element.get("type", ""), dependent=True)
        utterance = last[parent] if (parent := element.getparent()) in last else _utterance_around(element)
        for span in element.iterfind("{*}span"):
            text = one_line("".join(span.itertext()))
            counts[kind.value] += bool(text)
            if text and kind in KEPT and utterance is not None:
                remarks.setdefault(utterance, []).append(Remark(KEPT[kind], text))
    for note in root.iter("{*}note"):
        utterance = _utterance_around(note)
        text = one_line("".join(note.itertext()))
        if text and utterance is not None:
            counts[TierKind.REMARK.value] += 1
            remarks.setdefault(utterance, []).append(Remark("comment", text, note.get("resp", "")))
    return remarks, counts


def _utterance_around(element: Any) -> Any:
    return next((one for one in element.iterancestors() if _name(one) == "u"), None)


def _report(root: Any, units: list[Unit], counts: Counter[tuple[str, str]], gathered: Gathered) -> None:
    if sum(counts.values()):
        message = f"{listed(counts)} beside the utterances did not become speech"
        kept = "; translations and remarks are kept beside the text" if any(unit.remarks for unit in units) else ""
        gathered.say(f"{message}{kept}")
    outside = [
        one
        for tag in _ASIDE
        for one in root.iter(f"{{*}}{tag}")
        if not any(_name(above) in ("u", "teiHeader") for above in one.iterancestors())
    ]
    if outside:
        count = counted(len(outside), "pause or event", "pauses and events")
        gathered.say(f"{count} between utterances became no turn; what is told of them is kept beside the text")
    for one in outside:
        gathered.note("remark", event_text(one))
    several = sum(" + " in (unit.speaker or "") for unit in units)
    if several:
        gathered.say(f"{counted(several, 'utterance is', 'utterances are')} of several speakers at once")


def _name(element: Any) -> str:
    return str(element.tag).rpartition("}")[2] if isinstance(element.tag, str) else ""
