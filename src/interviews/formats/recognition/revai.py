"""Rev.ai: monologues of one speaker each, whose elements bring their blanks along."""

from interviews.formats.captions.grammar import Cue
from interviews.formats.recognition.fields import Record, label_of, milliseconds, one_line, records_at
from interviews.formats.recognition.recognized import Recognized


def is_revai(value: Record) -> bool:
    """Monologues with elements."""
    return any("elements" in monologue for monologue in records_at(value, "monologues")[:1])


def read_revai(value: Record) -> Recognized:
    """One cue for each monologue."""
    return Recognized([_cue(monologue) for monologue in records_at(value, "monologues")])


def _cue(monologue: Record) -> Cue:
    elements = records_at(monologue, "elements")
    text = "".join(element["value"] for element in elements if isinstance(element.get("value"), str))
    starts = (time for element in elements if (time := milliseconds(element.get("ts"))) is not None)
    ends = (time for element in elements if (time := milliseconds(element.get("end_ts"))) is not None)
    return Cue(next(starts, None), max(ends, default=None), one_line(text), label_of(monologue.get("speaker")))
