"""Positions of every convention lead to the same code points, and quotes tell the conventions apart."""

import itertools
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from interviews.formats.refi.lexical import ILLEGAL
from interviews.formats.refi.positions import Convention, Original
from interviews.formats.refi.raw import RawSelection
from interviews.formats.refi.verification import (
    Verdict,
    Verifier,
    agreement,
    agrees,
    convention_of,
    fold,
    passage_of,
)
from tests.strategies import texts

CONVENTIONS = list(itertools.starmap(Convention, itertools.product((False, True), repeat=4)))


def counted(raw: str, place: int, convention: Convention) -> int:
    """How a program with this convention counts up to a code point of the text with LF line ends, the plain way."""
    has_bom = raw.startswith("\ufeff")
    body = raw[1:] if has_bom else raw
    units, at, points = 0, 0, 0
    while points < place:
        pair = body[at : at + 2] == "\r\n"
        width = 2 if convention.utf16 and body[at] > "\uffff" else 1
        units += 2 if pair and convention.crlf else width
        at += 2 if pair else 1
        points += 1
    return units + (has_bom and convention.bom)


@st.composite
def originals(draw: st.DrawFn) -> str:
    text = draw(texts).lstrip("\ufeff")
    text = text.replace("\n", "\r\n") if draw(st.booleans()) else text
    return "\ufeff" + text if draw(st.booleans()) else text


@given(originals(), st.sampled_from(CONVENTIONS), st.data())
def test_positions_come_back_from_every_convention(raw: str, convention: Convention, data: st.DataObject) -> None:
    original = Original(raw)
    assert "\r" not in original.text
    start = data.draw(st.integers(0, len(original.text)))
    end = data.draw(st.integers(start, len(original.text)))
    written = (counted(raw, start, convention), counted(raw, end, convention) - convention.inclusive)
    assert original.spans([written[0]], [written[1]], convention) == [(start, end)]


def selection(name: str, description: str = "") -> RawSelection:
    return RawSelection("PlainTextSelection", "", name, "", "", "", "", description, [])


def test_the_plainest_convention_is_taken_where_no_quote_decides() -> None:
    original = Original("Gut 😀, danke.\r\nJa.")
    assert convention_of([(original, [passage_of(selection(""), 0, 3)])]) == Convention()
    assert convention_of([]) == Convention()


@given(st.sampled_from(CONVENTIONS))
def test_quotes_decide_on_the_convention(convention: Convention) -> None:
    raw = "\ufeffEins 😀 zwei,\r\ndrei 👍 vier.\r\nFünf 🇺🇦 sechs, sieben acht.\r\n"
    original = Original(raw)
    passages = []
    for words in ("Eins 😀 zwei", "drei 👍 vier", "Fünf", "sechs", "sieben acht."):
        start = original.text.index(words)
        first = counted(raw, start, convention)
        last = counted(raw, start + len(words), convention) - convention.inclusive
        passages.append(passage_of(selection(words), first, last))
    assert convention_of([(original, passages)]) == convention


def test_quotes_may_be_folded_cut_or_names_of_their_own() -> None:
    text = "Anna\tsagt:  Das\nwar  gut. " + "Und dann noch sehr viel mehr. " * 9
    assert agreement(text, (0, 25), fold("Anna sagt: Das war gut.")) == 3
    assert agreement(text, (0, 200), fold("Anna sagt: Das war…")) == 1
    assert agreement(text, (0, 200), fold("Anna sagt: Das war ...")) == 1
    assert agreement(text, (0, 200), fold("Anna sagt: Das war gut. Und")) == 1
    assert agreement(text, (0, 200), fold("Anna")) == 0
    assert agreement(text, (0, 0), fold("Anna")) == 0
    assert agreement("Mu\u0308ller", (0, 7), fold("Müller")) == 3


@given(
    st.text(st.sampled_from("ae\u0301 \n😀."), max_size=80),
    st.integers(0, 9),
    st.integers(0, 60),
    st.sampled_from(["", "…", "...", " mehr"]),
)
def test_a_quote_that_stands_there_as_written_agrees_without_folding(
    text: str, start: int, length: int, ending: str
) -> None:
    quoted = fold(text[start : start + length] + ending)
    for end in (start + length, start + length + 1, len(text)):
        assert agrees(text, (start, end), quoted) == (agreement(text, (start, end), quoted) > 0)


@given(st.text(st.sampled_from("ae\u0301 \u00a0\n\t\x00\x1f\ufffd\ufffe😀.…"), max_size=12))
def test_folding_is_composed_letters_single_blanks_and_nothing_that_xml_cannot_hold(words: str) -> None:
    legal = ILLEGAL.sub("", unicodedata.normalize("NFC", words)).replace("\ufffd", "")
    assert fold(words) == " ".join(legal.split())


def test_verdicts_tell_wrong_places_from_names_of_their_own() -> None:
    original, verifier = Original("Das eine Haus und das andere Haus."), Verifier()
    assert verifier.verdict(original, (4, 13), passage_of(selection("eine Haus"), 4, 13)) == (Verdict.VERIFIED, [])
    elsewhere = verifier.verdict(original, (0, 3), passage_of(selection("andere Haus"), 0, 3))
    assert elsewhere == (Verdict.CONTRADICTING, ["andere Haus"])
    own = verifier.verdict(original, (0, 3), passage_of(selection("Mein Titel"), 0, 3))
    assert own == (Verdict.UNVERIFIABLE, ["Mein Titel"])
    both = verifier.verdict(original, (4, 13), passage_of(selection("Titel", "eine Haus"), 4, 13))
    assert both == (Verdict.VERIFIED, ["Titel"])
