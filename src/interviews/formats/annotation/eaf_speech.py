"""ELAN: which tiers of a file hold speech, where the independent ones may hold but numbers of utterances."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from interviews.errors import counted
from interviews.formats.annotation.building import Gathered, Remark, Unit
from interviews.formats.annotation.eaf_tiers import Annotation, ElanTier
from interviews.formats.annotation.tiers import Tier, TierKind, kind_of
from interviews.formats.annotation.words import language_of, one_line

# Names of tiers such as `tx@ANNA`.
_AT_SPEAKER = re.compile(r"[\w().-]{1,20}@(.+)", re.DOTALL)
_TEXT_NAME = re.compile(r"orth|transcr|transkr|text|txt|tx|utter|äußer", re.IGNORECASE)
# From this share on, texts without blanks but with digits are numbers of utterances.
_NUMBERS = 0.8


class Parted(NamedTuple):
    """Independent tiers, or those below that stand for them; and all others."""

    spoken: list[ElanTier]
    dependent: list[ElanTier]


def part_tiers(tiers: Sequence[ElanTier], gathered: Gathered) -> Parted:
    """The tiers by what they hang on; a tier of mere numbers is represented by the text below it."""
    below: dict[str, list[ElanTier]] = {}
    for tier in tiers:
        if tier.parent is not None:
            below.setdefault(tier.parent, []).append(tier)
    spoken: list[ElanTier] = []
    used: set[str] = set()
    for tier in tiers:
        if tier.parent is None:
            text = _text_below(tier, below.get(tier.name, []))
            used |= {text.name} if text is not None else set()
            spoken.append(tier if text is None else replace(text, participant=text.participant or speaker_of(tier)))
    if used:
        message = "only numbers of utterances, or nothing: the words were read from the tier below"
        gathered.say(f"{counted(len(used), 'tier holds', 'tiers hold')} {message}")
    return Parted(spoken, [tier for tier in tiers if tier.parent is not None and tier.name not in used])


def speaker_tier(tier: ElanTier, remarks: dict[str, list[Remark]]) -> Tier:
    """A tier with its annotations as what a speaker says, and remarks on them by the annotation they hang on."""
    label = speaker_of(tier)
    language = language_of(tier.language)
    units = [
        Unit(a.text, label, a.start_ms, a.end_ms, language, tuple(remarks.get(a.root, ()))) for a in tier.annotations
    ]
    stretches = [
        (float(a.start_ms), float(a.end_ms))
        for a in tier.annotations
        if a.start_ms is not None and a.end_ms is not None and a.start_ms < a.end_ms and one_line(a.text)
    ]
    return Tier(_kind(tier), units, stretches)


def speaker_of(tier: ElanTier) -> str:
    """Who speaks in a tier: its participant, else what its name says."""
    at = _AT_SPEAKER.fullmatch(tier.name)
    return one_line(tier.participant or (at[1] if at else tier.name))


def dependent_kind(tier: ElanTier) -> TierKind:
    """What a tier below another one holds."""
    return kind_of(_own_name(tier), tier.type, dependent=True)


def _kind(tier: ElanTier) -> TierKind:
    if tier.parent is not None:
        return TierKind.SPEECH  # it stands for an independent one
    return TierKind.CODING if tier.has_vocabulary else kind_of(_own_name(tier), tier.type)


def _own_name(tier: ElanTier) -> str:
    """A tier's name without those of the speaker and of the tier above, which say nothing of what it holds."""
    name = tier.name.partition("@")[0]
    for other in (tier.parent or "", tier.participant):
        name = name.replace(other, " ") if other else name
    return name


def _text_below(tier: ElanTier, below: Sequence[ElanTier]) -> ElanTier | None:
    """The tier with the words of one that has only numbers, or nothing."""
    texts = [one_line(annotation.text) for annotation in tier.annotations]
    filled = [text for text in texts if text]
    numbers = sum(" " not in text and any(map(str.isdigit, text)) for text in filled)
    if not texts or numbers < _NUMBERS * len(filled):
        return None
    own = [one for one in below if dependent_kind(one) is TierKind.OTHER and _has_words(one)]
    named = [one for one in own if _TEXT_NAME.search(_own_name(one)) or _TEXT_NAME.search(one.type)]
    words = [one for one in below if dependent_kind(one) is TierKind.WORDS and _has_words(one)]
    single = [one for one in (*named, *own) if one.is_association]
    return next(iter((*single, *map(_as_utterances, words or named))), None)


def _has_words(tier: ElanTier) -> bool:
    return any(one_line(annotation.text) for annotation in tier.annotations)


def _as_utterances(tier: ElanTier) -> ElanTier:
    """The words below one annotation, joined by blanks."""
    joined: dict[str, Annotation] = {}
    for word in tier.annotations:
        first = joined.get(word.root)
        joined[word.root] = word if first is None else first._replace(text=f"{first.text} {word.text}")
    return replace(tier, annotations=tuple(joined.values()))
