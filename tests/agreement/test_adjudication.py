from collections import Counter
from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from interviews.agreement import Difference, compare, find_disagreements
from interviews.model import Coding, Role, Span, Transcript, Turn

SPEECHES = ("Die Miete ist hoch, und der Park ist schön.", "Wir suchen lange.")


def told(found: list, text: str) -> list[tuple[str, list[str], list[str]]]:
    def words(codings: tuple[Coding, ...]) -> list[str]:
        return [f"{one.code}: {one.span.of(text)}" for one in codings]

    return [(str(one.difference), words(one.first), words(one.second)) for one in found]


def test_borders_codes_and_what_only_one_coded_are_told_apart_in_reading_order(
    transcript: Callable[..., Transcript], coding: Callable[..., Coding]
) -> None:
    text = transcript("eins", *SPEECHES)
    found = find_disagreements(
        [
            coding(text, "c2", "Suche", "Wir suchen"),
            coding(text, "c1", "Wohnen", "Die Miete ist hoch"),
            coding(text, "c2", "Wohnen", "Miete"),
            coding(text, "c1", "Freizeit", "der Park ist schön"),
            coding(text, "c2", "Umfeld", "Park"),
            coding(text, "c3", "Umfeld", "lange"),
        ],
        [text],
        "c1",
        "c2",
    )
    assert told(found, text.text) == [
        ("borders", ["Wohnen: Die Miete ist hoch"], ["Wohnen: Miete"]),
        ("code", ["Freizeit: der Park ist schön"], ["Umfeld: Park"]),
        ("one", [], ["Suche: Wir suchen"]),
    ]
    assert found[0].span.of(text.text) == "Die Miete ist hoch"
    assert (found[2].difference, found[2].transcript) == (Difference.ONE, "eins")


def test_the_two_that_share_most_words_belong_together(
    transcript: Callable[..., Transcript], coding: Callable[..., Coding]
) -> None:
    text = transcript("eins", *SPEECHES)
    found = find_disagreements(
        [
            coding(text, "c1", "A", "Miete ist hoch, und der Park"),
            coding(text, "c2", "B", "Die Miete"),
            coding(text, "c2", "C", "hoch, und der Park ist"),
        ],
        [text],
        "c1",
        "c2",
    )
    assert told(found, text.text) == [
        ("one", [], ["B: Die Miete"]),
        ("code", ["A: Miete ist hoch, und der Park"], ["C: hoch, und der Park ist"]),
    ]


def test_the_same_words_in_other_pieces_are_no_disagreement(
    transcript: Callable[..., Transcript], coding: Callable[..., Coding]
) -> None:
    text = transcript("eins", *SPEECHES)
    pieces = [coding(text, "c1", "A", "Die Miete "), coding(text, "c1", "A", "ist hoch")]
    assert find_disagreements([*pieces, coding(text, "c2", "A", "Die Miete ist hoch")], [text], "c1", "c2") == []
    whole = Coding(text.id, Span(0, len(text.text)), "A", "c1", 1)
    spoken = Coding(text.id, Span(3, len(text.text) - 1), "A", "c2", 1)
    assert find_disagreements([whole, spoken], [text], "c1", "c2") == []


def test_who_coded_nothing_in_a_transcript_does_not_disagree(
    transcript: Callable[..., Transcript], coding: Callable[..., Coding]
) -> None:
    text, other = transcript("eins", *SPEECHES), transcript("zwei", *SPEECHES)
    codings = [coding(text, "c1", "A", "Miete"), coding(other, "c2", "A", "Miete")]
    assert find_disagreements(codings, [text, other], "c1", "c2") == []


@st.composite
def studies(draw: st.DrawFn) -> tuple[list[Coding], Transcript]:
    """A text of three short speeches, with and without turns, and codings anywhere in it, empty ones too."""
    text = "a: bcdefgh\nb: ijklm\nc: nopqrstu\n"
    turns = (Turn(1, Span(3, 10), "a", Role.INTERVIEWEE), Turn(2, Span(14, 19), "b"), Turn(3, Span(23, 31), "c"))
    transcript = Transcript("t", text, turns if draw(st.booleans()) else (), version=1, id="t")
    places = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(lambda two: Span(*sorted(two)))
    one = st.builds(Coding, st.just("t"), places, st.sampled_from("XYZ"), st.sampled_from(["c1", "c2"]), st.just(1))
    return draw(st.lists(one, max_size=12)), transcript


@given(studies())
def test_they_are_the_stretches_that_agreement_counts(study: tuple[list[Coding], Transcript]) -> None:
    codings, transcript = study
    spoken = {at for turn in transcript.turns for at in range(turn.speech.start, turn.speech.end)}
    spoken = spoken or set(range(len(transcript.text)))

    def cover(some: tuple[Coding, ...], code: str) -> set[int]:
        return {at for one in some if one.code == code for at in range(one.span.start, one.span.end)} & spoken

    found = find_disagreements(codings, [transcript], "c1", "c2")
    given_by_one = {code: set[int]() for code in "XYZ"}
    for one in found:
        for code in {coding.code for coding in one.codings}:
            given_by_one[code] |= cover(one.first, code) ^ cover(one.second, code)
    counted = {code: set[int]() for code in "XYZ"}
    if {one.coder for one in codings if len(one.span)} == {"c1", "c2"}:
        frame = compare(codings, [transcript], coders=["c1", "c2"]).disagreements()
        for code, start, end in zip(frame["code"], frame["start"], frame["end"], strict=True):
            counted[code] |= set(range(start, end)) & spoken
    assert given_by_one == counted
    times = Counter(coding.id for one in found for coding in one.codings)
    assert set(times.values()) <= {1}
    mirrored = find_disagreements(codings, [transcript], "c2", "c1")
    assert [(one.second, one.first) for one in mirrored] == [(one.first, one.second) for one in found]
