"""EXMARaLDA: tiers that are no speech, and which chain of speech an event in them is about."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from interviews.errors import counted
from interviews.formats.annotation.building import Gathered, Remark
from interviews.formats.annotation.exb_chains import Chain, events_of
from interviews.formats.annotation.tiers import TierKind
from interviews.formats.annotation.times import Timeline
from interviews.formats.annotation.words import is_known_language, listed, one_line

_DESCRIPTION = "d"
_KEPT = {TierKind.TRANSLATION: "translation", TierKind.BEHAVIOUR: "remark"}


class _Placed:
    """The chains of each speaker along the time line."""

    def __init__(self, chains: Mapping[Any, Sequence[Chain]], line: Timeline) -> None:
        self._line = line
        self._chains: dict[str, list[tuple[int, Chain]]] = {}
        for tier, those in chains.items():
            placed = [(place, chain) for chain in those if (place := line.place(chain.start)) is not None]
            self._chains.setdefault(tier.get("speaker", ""), []).extend(placed)
        for placed in self._chains.values():
            placed.sort(key=lambda pair: pair[0])
        self._starts = {speaker: [place for place, _ in placed] for speaker, placed in self._chains.items()}

    def at(self, speaker: str, start: str) -> Chain | None:
        """The chain in which an event begins that is about the same speaker."""
        place = self._line.place(start)
        if place is None:
            return None
        i = bisect_right(self._starts.get(speaker, []), place) - 1
        chain = self._chains[speaker][i][1] if i >= 0 else None
        end = self._line.place(chain.end) if chain is not None else None
        return chain if end is not None and place < end else None


def annotate(
    chains: Mapping[Any, Sequence[Chain]],
    beside: Sequence[Any],
    line: Timeline,
    labels: Mapping[str, str],
    gathered: Gathered,
) -> None:
    """Put translations and descriptions to the chains that they are about; count all that is no speech."""
    placed = _Placed(chains, line)
    counts: Counter[tuple[str, str]] = Counter()
    for tier in beside:
        kind = _kind(tier)
        speaker = tier.get("speaker", "")
        for start, _, text in events_of(tier, line):
            if one_line(text):
                counts[kind.value] += 1
                _keep(
                    Remark(_KEPT.get(kind, ""), one_line(text), labels.get(speaker, "")),
                    placed.at(speaker, start),
                    gathered,
                )
    total = sum(counts.values())
    if total:
        kept = (
            "; translations and descriptions are kept beside the text" if any(k.value in counts for k in _KEPT) else ""
        )
        message = f"{counted(total, 'event', 'events')} of tiers of description and annotation did not become speech"
        gathered.say(f"{message}: {listed(counts)}{kept}")


def _keep(remark: Remark, chain: Chain | None, gathered: Gathered) -> None:
    if remark.kind and chain is not None:
        chain.remarks.append(remark)
    elif remark.kind:
        gathered.note(remark.kind, remark.text, remark.author)


def _kind(tier: Any) -> TierKind:
    if tier.get("type") == _DESCRIPTION:
        return TierKind.BEHAVIOUR
    return TierKind.TRANSLATION if is_known_language(tier.get("category", "").strip()) else TierKind.OTHER
