"""EXMARaLDA basic transcriptions (`.exb`): events of speakers on a common time line that may lack times."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from interviews.formats.annotation.building import Gathered, Unit, build_reading, in_order
from interviews.formats.annotation.exb_beside import annotate
from interviews.formats.annotation.exb_chains import Chain, chains_of
from interviews.formats.annotation.exb_header import note_header, speaker_labels, speaker_languages
from interviews.formats.annotation.reports import report_left_out
from interviews.formats.annotation.tiers import Choice, Tier, TierKind, without_versions
from interviews.formats.annotation.times import Timeline, timeline
from interviews.formats.opened import Opened
from interviews.formats.reading import Reading, Unreadable

# The type of tiers with what is said; others are `d` for descriptions and `a` for annotations.
_SPEECH = "t"
# Their usual category, where the types do not tell it.
_VERBAL = "v"


def read_exb(file: Opened) -> Reading:
    """A transcript with one turn for each segment chain: events of a speaker that follow on one another."""
    gathered = Gathered(file.name)
    note_header(file.xml, gathered)
    points = file.xml.iterfind("basic-body/common-timeline/tli")
    line = timeline((point.get("id"), point.get("time")) for point in points)
    gathered.report_times(line.unusable)
    tiers = file.xml.findall("basic-body/tier")
    spoken = [t for t in tiers if t.get("type") == _SPEECH] or [t for t in tiers if t.get("category") == _VERBAL]
    chains = {tier: list(chains_of(tier, line)) for tier in spoken}
    if not any(chains.values()):
        raise Unreadable("the file holds no tier with speech (type t): check the types of its tiers in EXMARaLDA")
    labels = speaker_labels(file.xml, gathered)
    annotate(chains, [tier for tier in tiers if tier not in chains], line, labels, gathered)
    languages = speaker_languages(file.xml)
    made = [_speech(tier, those, line, labels, languages) for tier, those in chains.items()]
    choice = without_versions(Choice(made, [], []))
    report_left_out([], choice.versions, gathered)
    return build_reading(in_order(tier.units for tier in choice.speech), file, "exb", gathered)


def _speech(
    tier: Any, chains: Sequence[Chain], line: Timeline, labels: Mapping[str, str], languages: Mapping[str, str]
) -> Tier:
    """A tier of speech with its segment chains as units."""
    speaker = tier.get("speaker", "")
    unit = Unit("", labels.get(speaker, speaker) or None, language=languages.get(speaker))
    units: list[Unit] = []
    stretches: list[tuple[float, float]] = []
    for chain in chains:
        place, end = line.place(chain.start), line.place(chain.end)
        times = (line.at(chain.start), line.at(chain.end))
        text = "".join(chain.pieces)
        units.append(
            replace(unit, text=text, start_ms=times[0], end_ms=times[1], remarks=tuple(chain.remarks), place=place)
        )
        if place is not None and end is not None and place < end and text.strip():
            stretches.append((place, end))
    return Tier(TierKind.SPEECH, units, stretches)
