"""Tiers: which of them hold speech, and which annotate it."""

import re
import unicodedata
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import NamedTuple

from interviews.formats.annotation.building import Unit
from interviews.formats.annotation.words import is_known_language

# Tiers whose utterances lie to this share upon those of the same speaker's main tier are another version of it.
_SAME_STRETCH = 0.5
# A tier with nearly as many utterances as the fullest one may be the main one, if it stands first.
_NEARLY = 0.8


class TierKind(Enum):
    """What a tier holds, as singular and plural of one annotation in it."""

    SPEECH = ("utterance", "utterances")
    WORDS = ("single word", "single words")
    SOUNDS = ("sound", "sounds")
    TRANSLATION = ("translation", "translations")
    GRAMMAR = ("gloss", "glosses")
    REMARK = ("remark", "remarks")
    BEHAVIOUR = ("description", "descriptions")
    CODING = ("code", "codes")
    OTHER = ("other annotation", "other annotations")


_NAMES: tuple[tuple[TierKind, str], ...] = (
    (TierKind.TRANSLATION, "translation translations transl translated übersetzung übersetzungen uebersetzung ft"),
    (TierKind.TRANSLATION, "tłumaczenie traduction traducción traducao tradução"),
    (TierKind.WORDS, "word words wort wörter woerter ort token tokens tok"),
    (TierKind.SOUNDS, "phon phone phones phonetic phonetics phonetik phonetisch phoneme phonemes ipa sampa xsampa"),
    (TierKind.SOUNDS, "syl syll syllable syllables silbe silben kan mau mas pitch tone tones tobi"),
    (TierKind.GRAMMAR, "gloss glosses gls morph morphs morpheme morphemes mb ge ps pos lemma lemmas syntax msa"),
    (TierKind.REMARK, "note notes notiz notizen comment comments kommentar kommentare bemerkung bemerkungen"),
    (TierKind.REMARK, "remark remarks anmerkung anmerkungen com uwagi komentarz"),
    (TierKind.BEHAVIOUR, "gesture gestures gestik geste gesten gaze blick mimik facial posture handshape nonverbal"),
    (TierKind.BEHAVIOUR, "nv noise noises geräusch geräusche"),
    (TierKind.CODING, "topic topics thema themen code codes coding category kategorie section sections"),
)
_KINDS = {word: kind for kind, words in _NAMES for word in words.split()}


@dataclass(slots=True)
class Tier:
    """One tier of one speaker."""

    kind: TierKind
    units: list[Unit]
    stretches: list[tuple[float, float]] = field(default_factory=list)
    """Begin and end of units with words, in whatever unit the time line has; empty where unknown."""

    @property
    def speaker(self) -> str | None:
        """Who speaks, or is spoken of, in the tier."""
        return self.units[0].speaker if self.units else None

    @property
    def filled(self) -> int:
        """How many units have words."""
        return sum(bool(unit.text.strip()) for unit in self.units)


class Choice(NamedTuple):
    """The tiers that hold speech; those that annotate it; and those that hold another version of it."""

    speech: list[Tier]
    beside: list[Tier]
    versions: list[Tier]


def kind_of(*names: str, dependent: bool = False) -> TierKind:
    """What a tier holds by what it and its type are called; a tier below another one is no speech in any case."""
    words = [word for name in names for word in _words(name)]
    found = next((_KINDS[word] for word in words if word in _KINDS), None)
    if dependent and found is not TierKind.TRANSLATION and any(map(is_known_language, words)):
        return TierKind.TRANSLATION
    return found or (TierKind.OTHER if dependent else TierKind.SPEECH)


def _words(name: str) -> list[str]:
    plain = unicodedata.normalize("NFC", name[:1000])
    parted = re.sub(r"(?<=[a-zäöü])(?=[A-ZÄÖÜ])", " ", plain)
    return re.findall(r"[^\W\d_]+", parted.casefold())


def choose(tiers: Iterable[Tier]) -> Choice:
    """Which tiers are read: those of speech; where a speaker has none, single words; where nobody has any, all."""
    filled = [tier for tier in tiers if tier.filled]
    speech = [tier for tier in filled if tier.kind is TierKind.SPEECH]
    speaking = {tier.speaker for tier in speech}
    speech += [tier for tier in filled if tier.kind is TierKind.WORDS and tier.speaker not in speaking]
    speech = speech or filled
    read = {id(tier) for tier in speech}
    return Choice(speech, [tier for tier in filled if id(tier) not in read], [])


def without_versions(choice: Choice) -> Choice:
    """Of tiers of one speaker that run side by side over the same stretches, only the main one counts as speech."""
    by_speaker: dict[str | None, list[Tier]] = {}
    for tier in choice.speech:
        by_speaker.setdefault(tier.speaker, []).append(tier)
    versions: list[Tier] = []
    for speaker, tiers in by_speaker.items():
        if speaker is not None and len(tiers) > 1:
            most = max(tier.filled for tier in tiers)
            main = next(tier for tier in tiers if tier.filled >= _NEARLY * most)
            cover = _cover(main.stretches)
            versions += [tier for tier in tiers if tier is not main and _lies_upon(tier, cover)]
    left = {id(tier) for tier in versions}
    return Choice([tier for tier in choice.speech if id(tier) not in left], choice.beside, versions)


class _Cover(NamedTuple):
    """Stretches without overlap, and how much of the line they cover up to the begin of each."""

    starts: list[float]
    ends: list[float]
    before: list[float]

    def up_to(self, point: float) -> float:
        """How much is covered before a point."""
        i = bisect_right(self.starts, point) - 1
        return 0.0 if i < 0 else self.before[i] + min(point, self.ends[i]) - self.starts[i]


def _cover(stretches: Sequence[tuple[float, float]]) -> _Cover:
    cover = _Cover([], [], [])
    for start, end in sorted(stretches):
        if cover.ends and start <= cover.ends[-1]:
            cover.ends[-1] = max(end, cover.ends[-1])
        else:
            cover.before.append(cover.before[-1] + cover.ends[-1] - cover.starts[-1] if cover.ends else 0.0)
            cover.starts.append(start)
            cover.ends.append(end)
    return cover


def _lies_upon(tier: Tier, cover: _Cover) -> bool:
    """Whether most stretches of a tier lie, by more than half of their length, within those of the other."""
    within = sum(cover.up_to(end) - cover.up_to(start) > (end - start) / 2 for start, end in tier.stretches)
    return bool(tier.stretches) and within >= _SAME_STRETCH * len(tier.stretches)


def join_words(tier: Tier) -> Tier:
    """Single words that follow on one another without a pause, as utterances; other tiers as they are."""
    if tier.kind is not TierKind.WORDS:
        return tier
    joined: list[Unit] = []
    for unit in tier.units:
        last = joined[-1] if joined else None
        if last is not None and last.end_ms is not None and unit.start_ms is not None and unit.start_ms <= last.end_ms:
            words = f"{last.text} {unit.text.strip()}".rstrip()
            joined[-1] = replace(last, text=words, end_ms=unit.end_ms, remarks=(*last.remarks, *unit.remarks))
        elif unit.text.strip():
            joined.append(unit)
    return replace(tier, units=joined)


def count_kinds(tiers: Iterable[Tier]) -> Counter[tuple[str, str]]:
    """How many annotations with words there are of each kind."""
    counts: Counter[tuple[str, str]] = Counter()
    for tier in tiers:
        counts[tier.kind.value] += tier.filled
    return counts
