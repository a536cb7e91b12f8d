from collections.abc import Callable, Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviews.agreement.coefficients import krippendorff_alpha
from interviews.agreement.ratings import MISSING
from interviews.agreement.units import Unit, lay_out
from interviews.model import Coding, Role, Span, Transcript, Turn

CODERS, CODES = ["c1", "c2", "c3"], ["A", "A/x", "B"]
LENGTH = 30
# Labels and line ends lie between the speeches; the last turn says nothing.
TURNS = (
    Turn(1, Span(3, 10), None, Role.OTHER),
    Turn(2, Span(10, 14), None, Role.OTHER),
    Turn(3, Span(17, 27), None, Role.OTHER),
    Turn(4, Span(29, 29), None, Role.OTHER),
)
TRANSCRIPTS = [Transcript(name, "x" * LENGTH, TURNS, id=name, version=1) for name in ("t1", "t2", "t3")]


@st.composite
def codings(draw: st.DrawFn) -> Coding:
    start = draw(st.integers(0, LENGTH - 1))
    span = Span(start, draw(st.integers(start + 1, LENGTH)))
    return Coding(
        draw(st.sampled_from(["t1", "t2", "t3"])), span, draw(st.sampled_from(CODES)), draw(st.sampled_from(CODERS))
    )


def judged(found: Sequence[Coding], code: str, spans: Callable[[Span], list[Span]]) -> list[list[bool | None]]:
    """The plain way: every unit of every speech, asked of every coding."""
    rows: list[list[bool | None]] = []
    for transcript in TRANSCRIPTS:
        own = [one for one in found if one.transcript == transcript.id]
        if len({one.coder for one in own}) < 2:
            continue
        present = {one.coder for one in own}
        for turn in TURNS:
            for unit in spans(turn.speech):
                hits = {one.coder for one in own if one.code == code and one.span.overlaps(unit)}
                rows.append([coder in hits if coder in present else None for coder in CODERS])
    return rows


def characters(speech: Span) -> list[Span]:
    return [Span(at, at + 1) for at in range(speech.start, speech.end)]


def whole(speech: Span) -> list[Span]:
    return [speech] if len(speech) else []


@pytest.mark.parametrize(("unit", "spans"), [(Unit.CHARACTER, characters), (Unit.TURN, whole)])
@given(found=st.lists(codings(), max_size=14))
def test_weighted_stretches_give_the_alpha_of_single_units(
    unit: Unit, spans: Callable[[Span], list[Span]], found: list[Coding]
) -> None:
    units = lay_out(found, TRANSCRIPTS, CODERS, unit)
    for code in CODES:
        plain = krippendorff_alpha(judged(found, code, spans))
        ours = krippendorff_alpha(units.ratings(code))
        assert (ours.reason, ours.value) == (plain.reason, pytest.approx(plain.value))


@given(found=st.lists(codings(), max_size=14))
def test_sets_hold_exactly_the_codes_given(found: list[Coding]) -> None:
    units = lay_out(found, TRANSCRIPTS, CODERS, Unit.CHARACTER)
    sets = units.sets(CODES)
    for code in CODES:
        holds = np.array([code in value for value in sets.values])
        assert (np.where(sets.indices == MISSING, MISSING, holds[sets.indices]) == units.given(code)).all()


def test_more_codes_than_one_machine_word_holds_stay_apart() -> None:
    codes = [f"code {i}" for i in range(150)]
    found = [Coding("t1", Span(3, 10), code, coder) for code in codes for coder in ("c1", "c2")]
    found.append(Coding("t1", Span(17, 20), codes[149], "c2"))
    sets = lay_out(found, TRANSCRIPTS, ["c1", "c2"], Unit.TURN).sets(codes)
    assert [[sets.values[i] for i in row] for row in sets.indices] == [
        [frozenset(codes)] * 2,
        [frozenset()] * 2,
        [frozenset(), frozenset([codes[149]])],
    ]


def test_a_coding_of_a_label_only_marks_its_coder_as_present_and_touches_no_unit() -> None:
    units = lay_out(
        [Coding("t1", Span(0, 3), "A", "c1"), Coding("t1", Span(14, 17), "A", "c2")], TRANSCRIPTS, CODERS, Unit.TURN
    )
    assert units.given("A").tolist() == [[0, 0, MISSING]] * 3


def test_a_text_without_turns_is_one_speech_by_characters_and_absent_by_turns() -> None:
    text = Transcript("t", "x" * 20, id="t", version=1)
    found = [Coding("t", Span(0, 5), "A", "c1"), Coding("t", Span(0, 10), "A", "c2")]
    assert lay_out(found, [text], ["c1", "c2"], Unit.CHARACTER).weights.tolist() == [5, 5, 10]
    assert len(lay_out(found, [text], ["c1", "c2"], Unit.TURN)) == 0
