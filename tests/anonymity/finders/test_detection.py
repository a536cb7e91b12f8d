"""What must be found, and what must be left alone, in invented talk."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interviews.anonymity import Decision, EntityType, Gazetteer, detect, propose
from interviews.model import Span, Transcript
from tests.anonymity.by_rules import found_by_rules


def found(text: str, language: str = "de") -> set[str]:
    """The words proposed in a text."""
    return {mention.text for mention in detect(text, language)}


def is_covered(name: str, text: str, language: str = "de", occurrence: int = 0) -> bool:
    """Whether every letter of one occurrence of a name is in what was proposed."""
    start = -1
    for _ in range(occurrence + 1):
        start = text.index(name, start + 1)
    inside = {at for mention in detect(text, language) for at in range(mention.span.start, mention.span.end)}
    return all(at in inside or not text[at].isalnum() for at in range(start, start + len(name)))


GERMAN = [
    ("Das ist Gülnihal, Gülnihals Tochter geht in die dritte Klasse.", ["Gülnihal", "Gülnihals"]),
    ("Gestern war ich bei Brinkmanns zum Kaffee, der Herr Brinkmann kocht selbst.", ["Brinkmanns", "Herr Brinkmann"]),
    ("Dem Lüdenkamp sein Hund bellt. Die Lüdenkamps sind nett.", ["Lüdenkamp", "Lüdenkamps"]),
    ("Hans' Werkstatt, also der Hans, der ist Rentner.", ["Hans'", "Hans"]),
    ("Frau Sommer war da. Im Sommer grillen wir mit Sommers.", ["Frau Sommer", "Sommers"]),
    ("Unser Lehrer heißt Dr. Jakob Winter und Winter mag keinen Schnee.", ["Dr. Jakob Winter"]),
    ("Ich bin die Jolanta, alle sagen nur Jolka, und Jolka passt.", ["Jolanta", "Jolka"]),
    ("Den haben alle Schraube genannt, und Schraube war immer da.", ["Schraube"]),
    (
        "In den Papieren steht Mykhailo Shevchuk, hier heißt er Michailo Schewtschuk.",
        ["Mykhailo Shevchuk", "Michailo Schewtschuk"],
    ),
    (
        "Herr Öztürk wohnt hier, am Telefon sagt er Oztuerk und im Brief steht Ozturk.",
        ["Herr Öztürk", "Oztuerk", "Ozturk"],
    ),
    ("Mit Selim Abi und Hatice Abla haben wir den Verein gegründet.", ["Selim Abi", "Hatice Abla"]),
    ("Der kleine Emil K. aus der 2a ist bei Frau Meyer-Hövel.", ["Emil K.", "Frau Meyer-Hövel"]),
    ("Die Nachbarin, Tran Thi Mai, kocht. Thi Mai Tran steht am Klingelschild.", ["Tran Thi Mai", "Thi Mai Tran"]),
    ("Da kam FRAU KNOPKE und hat geschimpft, die Knopke halt.", ["FRAU KNOPKE", "Knopke"]),
    ("Mein Mann Welat, meine Schwester Zerya und ihr Sohn Arjin.", ["Welat", "Zerya", "Arjin"]),
    (
        "Wir sind von Ruhnfelde nach Alt-Ruhnfelde gezogen, die Ruhnfelder lachen.",
        ["Ruhnfelde", "Alt-Ruhnfelde", "Ruhnfelder"],
    ),
    (
        "In Wermelsbusch gab es das Wermelsbusch-Büro und den Wermelsbuscher Bürgerverein.",
        ["Wermelsbusch", "Wermelsbusch-Büro", "Wermelsbuscher"],
    ),
    ("Ich komme aus Kafr Nabl und war dann in Gaziantep.", ["Kafr Nabl", "Gaziantep"]),
    ("Meine Tante wohnt in Essen, beim Essen reden wir darüber.", ["Essen"]),
    ("Wir treffen uns in der Grillparzerstraße 14, früher Holzweg 3a.", ["Grillparzerstraße 14", "Holzweg 3a"]),
    ("Das ist Am Krummen Deich 7, 26721 Emden.", ["Am Krummen Deich 7", "26721", "Emden"]),
    (
        "Ruf an unter 0152 5550 1234 oder null eins fünf zwei, fünf fünf fünf, null eins.",
        ["0152 5550 1234", "null eins fünf zwei, fünf fünf fünf, null eins"],
    ),
    ("Schreib an mehmet punkt kaya at example punkt org.", ["mehmet punkt kaya at example punkt org"]),
    ("Mein Aktenzeichen ist 12-7 K 889/22 und das Auto hat DU-XY 4711.", ["12-7 K 889/22", "DU-XY 4711"]),
    ("Ich bin 1967 gekommen, im Mai 1971 kam meine Frau, am 3.4.1975 der Sohn.", ["1967", "Mai 1971", "3.4.1975"]),
    ("Meine Tochter ist neun, ich bin vierundvierzig, mein Opa wurde 91.", ["neun", "vierundvierzig", "91"]),
    ("Sie ist Quartiersmanagerin, er ist Leiter vom Ordnungsamt.", ["Quartiersmanagerin", "Leiter vom Ordnungsamt"]),
    ("Er arbeitet bei Lumbex, das ist eine Spedition, vorher bei der Brauberg GmbH.", ["Lumbex", "Brauberg GmbH"]),
    (
        "Wir gehen in die Yavuz-Sultan-Moschee, die Kinder in die Anna-Seghers-Gesamtschule.",
        ["Yavuz-Sultan-Moschee", "Anna-Seghers-Gesamtschule"],
    ),
    ("Beim SV Eintracht Hollbrück spielt mein Sohn Ciwan.", ["SV Eintracht Hollbrück", "Ciwan"]),
    ("Im Pass steht أحمد درويش, ja.", ["أحمد درويش"]),
    ("Der Imam Süleyman und Pastor Wiebusch trinken Tee.", ["Imam Süleyman", "Pastor Wiebusch"]),
    ("Kowalkes Haus, das Kowalkehaus, kennt jeder, sagt Kowalke.", ["Kowalkes", "Kowalkehaus", "Kowalke"]),
    ("Ich kenne Frau Pietrzak. Pietrzack schreiben viele, das ist falsch.", ["Frau Pietrzak", "Pietrzack"]),
    ("Der alte Vogel, also Herr Vogel aus dem Erdgeschoss, füttert jeden Vogel.", ["Herr Vogel"]),
    ("Mit Olga von Treskow und Luis dos Santos haben wir geredet.", ["Olga von Treskow", "Luis dos Santos"]),
]

ENGLISH = [
    (
        "I'm Folasade Adeyinka, everyone calls me Flo. Flo's sister Bimpe lives in Harehills.",
        ["Folasade Adeyinka", "Flo", "Bimpe", "Harehills"],
    ),
    ("Mr Woods said no. The woods are behind the estate. Woods never answers.", ["Mr Woods"]),
    ("She's forty-two years old, her lad is nine, and they came in 2016.", ["forty-two years old", "nine", "2016"]),
    (
        "Write to flo dot adeyinka at example dot org or ring 07700 900456.",
        ["flo dot adeyinka at example dot org", "07700 900456"],
    ),
    (
        "We live at 22 Bramble Row, LS9 7AA, near St Cuthbert's Church.",
        ["22 Bramble Row", "LS9 7AA", "St Cuthbert's Church"],
    ),
    ("My husband Tunde works at Greenlow Community Centre.", ["Tunde", "Greenlow Community Centre"]),
    ("The Petrescus next door, well, Doina Petrescu, she helped.", ["Petrescus", "Doina Petrescu"]),
    ("My national insurance number is QQ 12 34 56 C, no, AB 12 34 56 C.", ["AB 12 34 56 C"]),
]

POLISH = [
    ("Nazywam się Hanna Wolańska i mieszkam w Zakrzewiu od 2009 roku.", ["Hanna Wolańska", "Zakrzewiu", "2009 roku"]),
    (
        "Rozmawiałam z panią Wolańską i z panem Pietruszką, Wolańska się zgodziła.",
        ["panią Wolańską", "panem Pietruszką", "Wolańska"],
    ),
    ("Mój mąż Wiesław pracuje, bez Wiesława nic. Z Wiesławem jest łatwo.", ["Wiesław", "Wiesława", "Wiesławem"]),
    ("Mieszkamy przy ulicy Tkackiej 15, a babcia na os. Słonecznym 4.", ["ulicy Tkackiej 15", "os. Słonecznym 4"]),
    ("Mam 47 lat, syn ma dziewięć lat, telefon 602 555 123.", ["47 lat", "602 555 123"]),
    ("U Gawrońskich zawsze ktoś jest, Gawroński to dobry człowiek.", ["Gawrońskich", "Gawroński"]),
    (
        "Napisz na adres hanna kropka wolanska małpa example kropka pl.",
        ["hanna kropka wolanska małpa example kropka pl"],
    ),
    ("PESEL mam 44051401359, zapisz.", ["44051401359"]),
]

CASES = [
    *((text, names, "de") for text, names in GERMAN),
    *((text, names, "en") for text, names in ENGLISH),
    *((text, names, "pl") for text, names in POLISH),
]


@pytest.mark.parametrize(("text", "names", "language"), CASES, ids=[text[:30] for text, _, _ in CASES])
def test_what_identifies_is_proposed(text: str, names: list[str], language: str) -> None:
    assert [name for name in names if not is_covered(name, text, language)] == []


ORDINARY = [
    "Die Bewohner*innen und die Nachbar:innen treffen die Kolleg_innen und StudentInnen.",
    "Wir haben lange gesucht. Lange hat das gedauert, und kühn war das nicht.",
    "Der Vermieter wollte drei Mieten Kaution, im Treppenhaus ist Schimmel.",
    "Im Jobcenter und beim Jugendamt braucht man Geduld, sagt die Caritas.",
    "Die Syrerinnen, die Bulgaren und die Ukrainer:innen sprechen Arabisch und Ukrainisch.",
    "(lacht) Ja. Nee. Genau, ähm, das Handy war kaputt.",
    "Wir sprechen Deutsch, Türkisch und Kurdisch.",
    "Die Stadtteilkonferenz und die Wohnungsbaugesellschaft haben einen Quartiersfonds.",
]


@pytest.mark.parametrize("text", ORDINARY)
def test_ordinary_talk_is_left_alone(text: str) -> None:
    assert found_by_rules(text, "de") == []


def test_countries_are_proposed_to_be_judged_and_stay_by_default() -> None:
    text = "Sie kommen aus Syrien, Bulgarien und der Ukraine, er aus Eritrea."
    assert found(text) == {"Syrien", "Bulgarien", "Ukraine", "Eritrea"}
    entities = propose([Transcript("x", text, language="de")]).entities
    assert {entity.decision for entity in entities} == {Decision.KEEP}


def test_a_word_that_is_also_a_name_is_proposed_only_where_it_is_one() -> None:
    text = "Herr Wolf ist neu. Ein Wolf im Schafspelz ist er nicht, der Wolf. Man heult mit den Wölfen."
    assert is_covered("Herr Wolf", text)
    assert is_covered("Wolf", text, occurrence=2)
    assert not is_covered("Wolf", text, occurrence=1)
    assert not is_covered("Wölfen", text)


def test_title_and_name_are_one_span() -> None:
    assert "Frau Dr. Brzezinka" in found("Da sitzt jetzt eine Frau Dr. Brzezinka im Amt.")
    assert "Herr Dombrowe" in found("Der Herr Dombrowe kommt morgen.")


def test_types_follow_what_stands_before() -> None:
    types = {m.text: m.type for m in detect("Herr Dombrowe zog von Lünsbeck nach Fuldatal, 0170 5551234.", "de")}
    assert types == {
        "Herr Dombrowe": EntityType.PER,
        "Lünsbeck": EntityType.LOC,
        "Fuldatal": EntityType.LOC,
        "0170 5551234": EntityType.CONTACT,
    }


def test_a_gazetteer_and_known_names_are_searched_in_all_forms() -> None:
    gazetteer = Gazetteer.of([("Sonnenhang", "LOC")])
    text = "Die Sonnenhanger feiern, und Pfeifers kommen auch in den Sonnenhang."
    words = {mention.text for mention in detect(text, "de", gazetteer=gazetteer, known=["Lutz Pfeifer"])}
    assert {"Sonnenhanger", "Pfeifers"} <= words


def test_other_languages_get_patterns_lists_and_cues() -> None:
    assert {"Mehmet", "ayse@example.org"} <= found("Arkadaşım Mehmet geldi, adresi ayse@example.org.", "tr")


def test_a_mention_does_not_show_its_text() -> None:
    (mention,) = detect("Ich heiße Gülnihal.", "de")
    assert "Gülnihal" not in repr(mention)


@pytest.mark.parametrize("word", ["Arche", "Anker", "Wasserturm", "Banat"])
def test_an_ordinary_word_that_the_gazetteer_names_is_found_wherever_it_stands(word: str) -> None:
    gazetteer = Gazetteer.of([(word, "ORG")])
    assert word in {mention.text for mention in detect(f"Gestern war ich beim {word}.", "de", gazetteer=gazetteer)}


def test_a_person_of_an_ordinary_name_is_still_told_from_the_word() -> None:
    assert detect("Sie schenkte mir eine Rose.", "de", known=["Erna Rose"]) == []


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_name_of_the_gazetteer_is_found_without_capitals_and_in_any_script(form: str) -> None:
    names = [unicodedata.normalize(form, name) for name in ("أحمد", "al-Ḫaṭīb", "dell’Orò")]
    text = (
        unicodedata.normalize(form, "B: أنا اسمي أحمد وأعيش في برلين, Familie von al-Ḫaṭīb und dell'Orò.\n") + 3 * "أب "
    )
    proposed = {mention.text for mention in detect(text, "de", gazetteer=Gazetteer.of((one, "PER") for one in names))}
    assert {one.replace("’", "'") for one in names} <= proposed


def test_empty_and_one_word_texts_are_read() -> None:
    assert detect("", "de") == []
    assert detect("Ja.", "de") == []
    assert detect("\n", "pl") == []


@pytest.mark.parametrize(("text", "names", "language"), CASES, ids=[text[:30] for text, _, _ in CASES])
def test_composed_and_decomposed_letters_yield_the_same(text: str, names: list[str], language: str) -> None:
    composed, decomposed = unicodedata.normalize("NFC", text), unicodedata.normalize("NFD", text)
    one = [unicodedata.normalize("NFC", mention.text) for mention in detect(composed, language)]
    other = [unicodedata.normalize("NFC", mention.text) for mention in detect(decomposed, language)]
    assert one == other


WORDS = st.sampled_from(
    "Herr Frau Dr. Wolf Ayşe Müller Müllers in aus der die Essen Marxloh e.V. 0176 5551 12. "
    "März 2019 43 Jahre al- Hasan . , : ( ) \n B: "
    "@ punkt at Straße 7 Kowalskiego pani O'Brien's İ ß ﬁ 👍 محمد нет - * innen".split(" ")
)


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, max_size=25), st.sampled_from(["de", "en", "pl", "tr"]))
def test_mentions_lie_in_the_text_sorted_and_apart(words: list[str], language: str) -> None:
    text = " ".join(words)
    mentions = detect(text, language)
    assert mentions == detect(text, language)
    assert all(mention.span.of(text) == mention.text and mention.text for mention in mentions)
    at = Span(0, 0)
    for mention in mentions:
        assert mention.span.start >= at.end
        assert 0 <= mention.score <= 1
        at = mention.span


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=120))
def test_any_text_is_read(text: str) -> None:
    for mention in detect(text, "de"):
        assert mention.span.of(text) == mention.text
