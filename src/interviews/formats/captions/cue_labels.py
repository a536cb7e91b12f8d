"""Speakers that stand as `Name:` in the words of a cue, as Zoom and many SRT writers do."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from interviews.formats.captions.grammar import Cue
from interviews.formats.reading import counted
from interviews.formats.talk.openers import Opener, find_opener, label_key
from interviews.formats.talk.roles import is_role_like

_OFTEN = 3
# From this share on the file labels its cues as a rule, and a name that comes once is a name too.
_RULE = 0.5


def with_written_labels(cues: Sequence[Cue]) -> tuple[list[Cue], list[str]]:
    """The cues with the labels in their words made speakers, where no voices are named; and notes on it."""
    if any(cue.speaker for cue in cues):
        return list(cues), []
    # A time beside a name opens a turn only above other lines, and a cue is one line.
    openers = [None if opener is None or opener.is_headline else opener for opener in _openers(cues)]
    keys = [label_key(opener.name) if opener else None for opener in openers]
    counts = Counter(key for key in keys if key)
    often = {key for key, count in counts.items() if count >= _OFTEN}
    as_rule = sum(key in often for key in keys) >= _RULE * len(cues)
    names: dict[str, str] = {}
    for opener, key in zip(openers, keys, strict=True):
        if opener and key and (key in often or is_role_like(opener.name) or (as_rule and _is_name(opener.name))):
            names.setdefault(key, opener.name)
    if len(names) < 2 and not often:
        return list(cues), []
    labelled = []
    for cue, opener, key in zip(cues, openers, keys, strict=True):
        taken = opener is not None and key in names
        labelled.append(replace(cue, text=cue.text[opener.end :].strip(), speaker=names[key]) if taken else cue)  # type: ignore[index,union-attr]
    return _continued([cue for cue in labelled if cue.text])


def _openers(cues: Sequence[Cue]) -> list[Opener | None]:
    return [find_opener(cue.text) for cue in cues]


def _is_name(label: str) -> bool:
    words = label.replace("(", " ").split()
    return len(words) <= 4 and all(word[:1].isupper() for word in words)


def _continued(cues: Sequence[Cue]) -> tuple[list[Cue], list[str]]:
    """A cue without name goes on with the speaker before, since meeting programs name a speaker at a change."""
    continued: list[Cue] = []
    silent = 0
    for cue in cues:
        if cue.speaker is None and continued and continued[-1].speaker is not None:
            silent += 1
            cue = replace(cue, speaker=continued[-1].speaker)
        continued.append(cue)
    notes = (
        [f"{counted(silent, 'cue', 'cues')} without a name went to the speaker before: check them"] if silent else []
    )
    return continued, notes
