"""Texts without capitals, as speech recognizers write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviews.anonymity.finders.detection import detect
from interviews.anonymity.finders.page import Page
from interviews.anonymity.finders.small_letters import with_capitals

GERMAN = """I: erzählen sie doch mal wie sie hergekommen sind
B: ja also ich heiße merve yildirim und ich bin schulleiterin an der gesamtschule ostertief und meine kollegin
frau lange die hat früher bei der wohnungsgesellschaft nordkai gearbeitet und wohnt jetzt in bremerhaven
I: und dann
B: dann kam herr kaya von brücke balkan der hat uns mit dr lehmkuhl bekannt gemacht
das aktenzeichen war wg-504/23-1187"""

ENGLISH = """Interviewer: so where are you from
Respondent: i'm called hope and i live in bradford with mrs okonkwo she works at thornley primary school and my
neighbour desmond rose he moved to canning street last year i don't know why people say that about us"""

POLISH = """Badaczka: proszę powiedzieć skąd pani jest
Rozmówczyni: nazywam się kowalska przyjechałam z krakowa do pani haliny nowakowej na ulicę garbarską a mój mąż
tomek pracuje u pana wiśniewskiego no i tak to jest że się człowiek przyzwyczaja do wszystkiego prawda"""


def found_in(text: str, language: str) -> dict[str, str]:
    return {mention.text: mention.type for mention in detect(text, language)}


@pytest.mark.parametrize(
    ("text", "language", "wanted"),
    [
        (GERMAN, "de", ["merve", "frau lange", "herr kaya", "bremerhaven", "lehmkuhl"]),
        (GERMAN, "de", ["schulleiterin", "wohnungsgesellschaft nordkai", "wg-504/23-1187"]),
        (
            ENGLISH,
            "en",
            ["hope", "bradford", "mrs okonkwo", "thornley primary school", "desmond rose", "canning street"],
        ),
        (POLISH, "pl", ["kowalska", "krakowa", "haliny", "nowakowej", "garbarską", "tomek", "wiśniewskiego"]),
    ],
)
def test_persons_places_organisations_and_occupations_are_found_without_capitals(
    text: str, language: str, wanted: list[str]
) -> None:
    found = found_in(text, language)
    assert [word for word in wanted if not any(word in mention for mention in found)] == []


def test_a_text_of_one_unpunctuated_turn_is_seen_to_be_in_small_letters() -> None:
    long = "ja also dann sind wir nach hamburg gezogen und da hat die mutter von jonas gearbeitet " * 3
    assert with_capitals(Page(f"Interview 3, Bremen\n\nBefragte: {long}", "de")).in_small_letters


@pytest.mark.parametrize(
    "text",
    [
        "Frau Lange wohnt in Bremen und arbeitet dort an der Schule, das hat sie mir am Dienstag selbst erzählt, "
        "und dann ist sie nach Hamburg gezogen, weil ihr Mann dort eine Stelle hat.",
        "B: Ja.\nI: Und dann?\nB: Nach Bremen, mit Jonas.\nI: Warum?\nB: Die Arbeit.",
    ],
)
def test_an_ordinary_text_is_read_as_it_is(text: str) -> None:
    page = Page(text, "de")
    assert with_capitals(page) is page


def test_ordinary_talk_in_small_letters_is_left_alone() -> None:
    text = (
        "ja also das war halt so dass ich eben früher anders gedacht habe und meine frau hat gesagt das wird schon und "
        "dann haben wir das haus gebaut und die kinder sind in die schule gegangen und das hat lange gedauert eben so"
    )
    assert found_in(text, "de") == {}


def test_a_restored_capital_makes_a_finding_less_sure() -> None:
    text = (
        "B: ja und dann kam {} und hat mir das alles noch mal in ruhe erklärt was die leute von uns allen hier wollen"
    )
    small, ordinary = (detect(text.format(name), "de") for name in ("herr kaya", "Herr Kaya"))
    assert [mention.text for mention in small] == ["herr kaya"]
    assert small[0].score < detect("Da kam Herr Kaya.", "de")[0].score
    assert [mention.text for mention in ordinary] == ["Herr Kaya"]


@given(
    words=st.lists(
        st.sampled_from(
            GERMAN.split()
            + ENGLISH.split()
            + POLISH.split()
            + ["ﬁn", "ß", "dr.", "İ", "ǆ", "ŉ", "e\u0301va", "\u200banna", "\n"]
        ),
        min_size=1,
        max_size=60,
    ),
    language=st.sampled_from(["de", "en", "pl", "tr"]),
)
def test_mentions_lie_on_the_text_as_read(words: list[str], language: str) -> None:
    text = " ".join(words)
    page, restored = Page(text, language), with_capitals(Page(text, language))
    assert len(restored.text) == len(page.text)
    for mention in detect(text, language):
        assert mention.span.of(text) == mention.text
