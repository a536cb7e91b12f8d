"""What a reader must know about the figures: their variants, and what was left out."""

from collections.abc import Iterator, Mapping, Sequence

from interviews.agreement.units import Unit, Units
from interviews.model import Coding, Transcript

_UNITS = {
    Unit.CHARACTER: "Unit: the characters of all speeches, coded or not; labels and time marks do not count.",
    Unit.TURN: "Unit: all turns with speech, coded or not; a turn has a code where a coding touches its speech.",
}


def method(unit: Unit, coders: int, drawn: str, drawable: bool) -> Iterator[str]:
    """Which unit, variant and distance each column has."""
    yield _UNITS[unit]
    yield "percent: 1 − observed disagreement of alpha; every judgement shared with another coder weighs the same."
    if coders > 2:
        yield "kappa: Fleiss' kappa, units with gaps as generalized by Gwet; the columns of pairs hold Cohen's kappa."
    else:
        yield "kappa: Cohen's kappa, unweighted."
    yield "alpha: Krippendorff's alpha, nominal, on code given or not; it measures labels of units, not their limits."
    yield (
        "all codes: the set of codes of a unit, compared as equal or not (exact set) or by MASI distance "
        "(Passonneau 2006); two empty sets are equal."
    )
    if drawable:
        yield f"low, high: 95 % interval of alpha, by 1,000 draws of whole {drawn}, absent where 1 in 20 has none."
        if drawn == "turns":
            yield "Turns were drawn, for fewer than 10 transcripts are shared; intervals are rather too narrow."
    else:
        yield "low, high: no interval, for there are not two turns to draw from."


def coverage(
    codings: Sequence[Coding], transcripts: Sequence[Transcript], units: Units, left_out: Mapping[str, int]
) -> Iterator[str]:
    """What was compared, who is missing where, and which codings could not be used."""
    yield f"Compared: {len(units.transcripts)} of {len(transcripts)} transcripts, coded by at least two of the coders."
    shared = {transcript.id for transcript in units.transcripts}
    coded = {coding.transcript for coding in codings}
    if single := [transcript.name for transcript in transcripts if transcript.id in coded - shared]:
        yield f"Left out, coded by one coder only: {', '.join(single)}."
    for coder, column in zip(units.coders, units.present.T, strict=True):
        pairs = zip(units.transcripts, column, strict=True)
        if not any(coding.coder == coder for coding in codings):
            yield f"{coder} coded none of these transcripts."
        elif absent := [transcript.name for transcript, present in pairs if not present]:
            yield f"{coder} is missing (not counted as 'no code') in: {', '.join(absent)}."
    if turnless := [transcript.name for transcript in units.transcripts if not transcript.turns]:
        yield f"Without turns, so one speech by characters and absent by turns: {', '.join(turnless)}."
    for why, count in left_out.items():
        if count:
            yield f"Left out: {count} codings, {why}."
