"""ELAN (`.eaf`): independent tiers with people's speech, and tiers below them that annotate it."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from interviews.errors import counted
from interviews.formats.annotation.building import Gathered, Remark, build_reading, in_order
from interviews.formats.annotation.eaf_speech import dependent_kind, part_tiers, speaker_tier
from interviews.formats.annotation.eaf_tiers import ElanTier, elan_tiers, time_order
from interviews.formats.annotation.reports import KEPT, report_left_out
from interviews.formats.annotation.tiers import Tier, choose, join_words, without_versions
from interviews.formats.annotation.words import listed, one_line
from interviews.formats.opened import Opened
from interviews.formats.reading import Reading


def read_eaf(file: Opened) -> Reading:
    """A transcript with one turn for each annotation of the tiers that hold speech."""
    gathered = Gathered(file.name)
    times = time_order(file.xml)
    gathered.report_times(times.unusable)
    elan = elan_tiers(file.xml, times)
    _note_header(file.xml, elan, gathered)
    parted = part_tiers(elan, gathered)
    remarks = _remarks(parted.dependent, gathered)
    tiers = {id(tier): (tier, one) for one in parted.spoken for tier in [speaker_tier(one, remarks)]}
    choice = without_versions(choose(tier for tier, _ in tiers.values()))
    report_left_out(choice.beside, choice.versions, gathered)
    read = [tiers[id(tier)][1] for tier in choice.speech]
    empty = [one for tier, one in tiers.values() if not tier.filled]
    _note_unplaced(remarks, (*read, *empty), gathered)
    units = in_order(join_words(tier).units for tier in (*choice.speech, *_without_words(tiers.values())))
    return build_reading(units, file, "eaf", gathered)


def _without_words(tiers: Iterable[tuple[Tier, ElanTier]]) -> list[Tier]:
    """Tiers whose annotations are all empty, so that these are counted too."""
    return [tier for tier, _ in tiers if not tier.filled]


def _remarks(dependent: Sequence[ElanTier], gathered: Gathered) -> dict[str, list[Remark]]:
    """Translations and remarks by the annotation that they hang on; what else hangs there is counted."""
    remarks: dict[str, list[Remark]] = {}
    counts: Counter[tuple[str, str]] = Counter()
    for tier in dependent:
        kind = dependent_kind(tier)
        texts = [(one.root, one_line(one.text)) for one in tier.annotations]
        filled = [(root, text) for root, text in texts if text]
        counts[kind.value] += len(filled)
        for root, text in filled if kind in KEPT else ():
            remarks.setdefault(root, []).append(Remark(KEPT[kind], text, one_line(tier.annotator)))
    total = sum(counts.values())
    if total:
        message = f"{counted(total, 'annotation', 'annotations')} in dependent tiers did not become speech"
        kept = "; translations and remarks are kept beside the text" if remarks else ""
        gathered.say(f"{message}: {listed(counts)}{kept}")
    return remarks


def _note_unplaced(remarks: dict[str, list[Remark]], read: Iterable[ElanTier], gathered: Gathered) -> None:
    """Keep remarks on annotations that did not become turns."""
    placed = {annotation.root for tier in read for annotation in tier.annotations}
    for root, those in remarks.items():
        if root not in placed:
            for remark in those:
                gathered.note(remark.kind, remark.text, remark.author)


def _note_header(root: Any, tiers: Sequence[ElanTier], gathered: Gathered) -> None:
    gathered.note("author", root.get("AUTHOR"))
    for name in dict.fromkeys(tier.annotator for tier in tiers):
        gathered.note("author", name)
    for header in root.iterfind("HEADER"):
        gathered.note("media", header.get("MEDIA_FILE"))
        for descriptor in header:
            for attribute in ("MEDIA_URL", "RELATIVE_MEDIA_URL", "EXTRACTED_FROM", "LINK_URL", "RELATIVE_LINK_URL"):
                gathered.note("media", descriptor.get(attribute))
    for licence in root.iterfind("LICENSE"):
        gathered.note("remark", licence.get("LICENSE_URL"))
        gathered.note("remark", licence.text)
