"""What detection promises, kind by kind: each line of the list has an example in the language it is said in."""

import time
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interviews.anonymity import detect
from tests.anonymity.by_rules import found_by_rules, spans_by_rules

COVERED = [
    (
        "de",
        "Meine Nummer ist null eins sieben sechs, vier vier zwei neun.",
        "null eins sieben sechs, vier vier zwei neun",
    ),
    ("de", "Du erreichst mich unter 0176 44 29 83 11.", "0176 44 29 83 11"),
    ("de", "Schreib an jana punkt wolter at example punkt org.", "jana punkt wolter at example punkt org"),
    ("de", "Auf Insta bin ich @jana.wolter_84, sonst t.me/janaw.", "t.me/janaw"),
    ("de", "Steht auf www.nachbarn-hilfe.de/team.", "www.nachbarn-hilfe.de/team"),
    ("de", "Wir wohnen in 44147 Dortmund, Bornstraße 12 b.", "44147 Dortmund, Bornstraße 12 b"),
    ("de", "Das ist das Aktenzeichen 3 K 1245/21, glaub ich.", "3 K 1245/21"),
    ("de", "Die Rentenversicherungsnummer ist 65 170839 J 003.", "65 170839 J 003"),
    ("de", "Im Personalausweis L01X00T47 steht es falsch.", "L01X00T47"),
    ("de", "Kundennummer 88-1234-5, schauen Sie nach.", "88-1234-5"),
    ("de", "Das Auto mit DO-KX 4711 stand da.", "DO-KX 4711"),
    ("de", "Geboren am dritten Mai neunzehnhundertzweiundsiebzig.", "dritten Mai neunzehnhundertzweiundsiebzig"),
    ("de", "Ich bin siebenunddreißig Jahre alt.", "siebenunddreißig Jahre alt"),
    ("de", "Meine Tochter wird im Mai achtzehn.", "achtzehn"),
    ("de", "Ich heiße Wendelin, mein Name ist Ottokar Brusewitz.", "Ottokar Brusewitz"),
    ("de", "Das ist mein Neffe Jorin, der ist nett.", "Jorin"),
    ("de", "Fatma Abla und Kemal Bey waren da.", "Kemal Bey"),
    ("de", "Da hat der Sachbearbeiter Wohlert geschrieben.", "Sachbearbeiter Wohlert"),
    ("de", "Schuster hat den Laden übernommen.", "Schuster"),
    ("de", "Danach war der Kurz dran.", "Kurz"),
    ("de", "Ich bin Orgelbauerin, das ist selten.", "Orgelbauerin"),
    ("de", "Sie ist Richterin am Amtsgericht geworden.", "Richterin am Amtsgericht"),
    ("de", "Wir treffen uns im Café Zeitlos.", "Café Zeitlos"),
    ("de", "Die Suppenküche am Dom ist wichtig.", "Suppenküche am Dom"),
    ("de", "Wir wohnen im Schillerkiez.", "Schillerkiez"),
    ("de", "Im Winter fahren wir in den Harz, nach Masuren.", "Masuren"),
    ("en", "My number's oh seven seven double one, two three four.", "oh seven seven double one, two three four"),
    ("en", "Email me at jo dot marsh at example dot org.", "jo dot marsh at example dot org"),
    ("en", "The NHS number is 943 476 5919.", "943 476 5919"),
    ("en", "I'm forty-three now.", "forty-three"),
    ("en", "He was the only undertaker in the village.", "only undertaker in the village"),
    (
        "pl",
        "Mój numer to sześćset dwa, sto czterdzieści pięć, osiemset dziesięć.",
        "sześćset dwa, sto czterdzieści pięć",
    ),
    ("pl", "Napisz na anna kropka nowik małpa example kropka pl.", "anna kropka nowik małpa example kropka pl"),
    ("pl", "PESEL 44051401359, zapisz.", "44051401359"),
    ("pl", "Mam czterdzieści dwa lata.", "czterdzieści dwa lata"),
    ("pl", "Nazywam się Bożydar Kruczek.", "Bożydar Kruczek"),
]


@pytest.mark.parametrize(("language", "text", "passage"), COVERED)
def test_each_kind_is_found(language: str, text: str, passage: str) -> None:
    inside = {at for span in spans_by_rules(text, language) for at in range(span.start, span.end)}
    start = text.index(passage)
    assert all(at in inside or not text[at].isalnum() for at in range(start, start + len(passage)))


PLAIN = [
    "Ich bin im Verein Mitglied, und in der Schule haben wir Probleme gehabt.",
    "Beim Jobcenter Termine kriegen ist schwer. In der Kita Plätze gibt es nicht. Im Laden Brot kaufen.",
    "Die Mieter zahlen Miete, die Lehrer wollen Ruhe, und ein Arzt hat gesagt, das wird schon.",
    "Wenn Richter entscheiden, dann ist das so. Er ist Optimist. Sie war Zeugin.",
    "Er ist Anfänger, sie ist Schülerin, und ich bin Rentnerin. Wir sind Freunde.",
    "Der Markt am Samstag, die Schule am Montag, das Haus am Ende der Straße.",
    "Im Büro Papierkram machen, im Chor Lieder singen, im Werk Schicht arbeiten.",
    "Als Kind war ich oft krank, als Frau hat man es schwer. Kaffee ist da, Mathe war schwer.",
]


@pytest.mark.parametrize("text", PLAIN)
def test_nouns_side_by_side_are_left_alone_where_nobody_is_named(text: str) -> None:
    assert found_by_rules(text, "de") == []


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from("Jürgen Özlem Łucja Çelik é ä - , . 12 Straße Café bei Frau wohnt in Köln ".split(" ")),
        max_size=12,
    )
)
def test_no_span_begins_or_ends_inside_a_letter(words: list[str]) -> None:
    text = unicodedata.normalize("NFD", " ".join(words))
    for mention in detect(text, "de"):
        edges = (mention.span.start, mention.span.end)
        assert not any(unicodedata.combining(text[at]) for at in edges if at < len(text))


@pytest.mark.parametrize("piece", ["a", "Ab-", "1-", "A.", "x@", "Anna", "9"])
def test_a_page_without_blanks_takes_no_more_than_seconds(piece: str) -> None:
    text = piece * (30_000 // len(piece))
    began = time.process_time()
    detect(text, "de")
    assert time.process_time() - began < 5
