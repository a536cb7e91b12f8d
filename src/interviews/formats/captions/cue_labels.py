"""Speakers that stand as `Name:` in the words of a cue, as Zoom and many SRT writers do."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from interviews.errors import counted
from interviews.formats.captions.grammar import Cue
from interviews.formats.talk.openers import find_opener, label_key
from interviews.formats.talk.roles import is_role_like

_OFTEN = 3
# WhisperX writes [SPEAKER_00]: in its captions.
_BRACKETED = re.compile(r"\[([^\W\d][^\[\]\n]{0,59})\]:(?=\s|$)")
# From this share on the file labels its cues as a rule, and a name that comes once is a name too.
_RULE = 0.5


def with_written_labels(cues: Sequence[Cue]) -> tuple[list[Cue], list[str]]:
    """The cues with the labels in their words made speakers, where no voices are named; and notes on it."""
    if any(cue.speaker for cue in cues):
        return list(cues), []
    openers = [_find_label(cue.text) for cue in cues]
    keys = [label_key(opener[0]) if opener else None for opener in openers]
    counts = Counter(key for key in keys if key)
    often = {key for key, count in counts.items() if count >= _OFTEN}
    as_rule = sum(key in often for key in keys) >= _RULE * len(cues)
    names: dict[str, str] = {}
    for opener, key in zip(openers, keys, strict=True):
        if opener and key and (key in often or is_role_like(opener[0]) or (as_rule and _is_name(opener[0]))):
            names.setdefault(key, opener[0])
    if len(names) < 2 and not often:
        return list(cues), []
    labelled = []
    for cue, opener, key in zip(cues, openers, keys, strict=True):
        if opener is not None and key in names:
            cue = replace(cue, text=cue.text[opener[1] :].strip(), speaker=names[key])
        labelled.append(cue)
    return _continued([cue for cue in labelled if cue.text])


def _find_label(words: str) -> tuple[str, int] | None:
    """The label at the beginning of a cue, and where it ends."""
    bracketed = _BRACKETED.match(words)
    if bracketed:
        return bracketed[1].strip(), bracketed.end()
    opener = find_opener(words)
    # A time beside a name opens a turn only above other lines, and a cue is one line.
    return (opener.name, opener.end) if opener and not opener.is_headline else None


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
