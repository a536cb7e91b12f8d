"""TEI: what stands in and beside utterances and is no speech, found on one walk through the file."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from interviews.errors import counted
from interviews.formats.annotation.building import Gathered, Remark
from interviews.formats.annotation.elements import local_name, text_of
from interviews.formats.annotation.reports import KEPT
from interviews.formats.annotation.tei_tokens import event_text
from interviews.formats.annotation.tiers import TierKind, kind_of
from interviews.formats.annotation.words import listed, one_line

_EVENTS = frozenset({"pause", "incident", "vocal", "kinesic", "event", "writing", "gap"})


@dataclass(slots=True)
class Beside:
    """Anchors and remarks by the utterance that they belong to, and what belongs to none."""

    anchors: dict[Any, list[str]] = field(default_factory=dict)
    remarks: dict[Any, list[Remark]] = field(default_factory=dict)
    counts: Counter[tuple[str, str]] = field(default_factory=Counter)
    outside: list[str] = field(default_factory=list)


def look_beside(root: Any) -> Beside:
    """Everything in a file that is about an utterance or stands between two."""
    beside = Beside()
    open_ones: list[Any] = []
    last: dict[Any, Any] = {}
    passed_over = None  # what stands inside it belongs to it
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "end":
            passed_over = None if element is passed_over else passed_over
            if open_ones and element is open_ones[-1]:
                open_ones.pop()
        elif local_name(element) == "u":
            open_ones.append(element)
            last[element.getparent()] = element
        elif passed_over is None:
            around = open_ones[-1] if open_ones else last.get(element.getparent())
            passed_over = element if _take(element, around, bool(open_ones), beside) else None
    return beside


def _take(element: Any, utterance: Any, is_inside: bool, beside: Beside) -> bool:
    """Take an element for the utterance it stands in or behind; whether all in it is taken too."""
    name = local_name(element)
    if name == "anchor" and is_inside:
        beside.anchors.setdefault(utterance, []).append(element.get("synch", ""))
    elif name == "spanGrp":
        _take_spans(element, utterance, beside)
    elif name == "note" and is_inside:
        _remark(Remark("comment", one_line(text_of(element)), element.get("resp", "")), utterance, beside)
        beside.counts[TierKind.REMARK.value] += 1
    elif name in _EVENTS and not is_inside:
        beside.outside.append(event_text(element))
    else:
        return name == "teiHeader"
    return True


def _take_spans(group: Any, utterance: Any, beside: Beside) -> None:
    """Translations and notes are kept; what else annotates an utterance is counted."""
    kind = kind_of(group.get("type", ""), dependent=True)
    for span in group.iterfind("{*}span"):
        text = one_line(text_of(span))
        beside.counts[kind.value] += bool(text)
        if text and kind in KEPT:
            _remark(Remark(KEPT[kind], text), utterance, beside)


def _remark(remark: Remark, utterance: Any, beside: Beside) -> None:
    beside.remarks.setdefault(utterance, []).append(remark)


def report_beside(beside: Beside, gathered: Gathered) -> None:
    """Report what became no speech, and keep what belongs to no utterance."""
    if sum(beside.counts.values()):
        kept = "; translations and remarks are kept beside the text" if beside.remarks else ""
        gathered.say(f"{listed(beside.counts)} beside the utterances did not become speech{kept}")
    if beside.outside:
        count = counted(len(beside.outside), "pause or event", "pauses and events")
        gathered.say(f"{count} between utterances became no turn; what is told of them is kept beside the text")
    for text in beside.outside:
        gathered.note("remark", text)
    for remark in beside.remarks.get(None, ()):
        gathered.note(remark.kind, remark.text, remark.author)
