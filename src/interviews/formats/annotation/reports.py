"""What is said of tiers that were not read as speech though they stand on their own."""

from collections.abc import Sequence

from interviews.errors import Severity, counted
from interviews.formats.annotation.building import Gathered
from interviews.formats.annotation.tiers import Tier, TierKind, count_kinds
from interviews.formats.annotation.words import listed

KEPT = {TierKind.TRANSLATION: "translation", TierKind.REMARK: "remark"}
"""Annotations that people wrote for people: they are kept beside the text."""


def report_left_out(beside: Sequence[Tier], versions: Sequence[Tier], gathered: Gathered) -> None:
    """Report tiers that may wrongly have been taken for annotation; what people wrote in them is kept."""
    if beside:
        tiers = counted(len(beside), "tier", "tiers")
        message = f"{listed(count_kinds(beside))} in {tiers} that by name annotate the speech did not become turns"
        gathered.say(message, Severity.WARNING)
    for tier in beside:
        for unit in tier.units if tier.kind in KEPT else ():
            gathered.note(KEPT[tier.kind], unit.text)
    if versions:
        count = counted(sum(tier.filled for tier in versions), "utterance", "utterances")
        tiers = counted(len(versions), "tier", "tiers")
        message = f"{count} in {tiers} beside another tier of the same speaker over the same stretches were left out"
        gathered.say(f"{message}: keep the wanted version in a file of its own", Severity.WARNING)
