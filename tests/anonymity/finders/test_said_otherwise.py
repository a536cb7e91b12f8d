"""What points to somebody, as dialects, second languages and small talk put it; in German, English and Polish."""

import pytest

from tests.anonymity.by_rules import found_by_rules

GERMAN = (
    ("Gemeindebrandinspektor war ich, elf Jahre lang.", {"Gemeindebrandinspektor"}),
    ("Du bist ja auch Elternbeiratsvorsitzende, oder?", {"Elternbeiratsvorsitzende"}),
    ("Er ist ein stadtbekannter Juwelier, jeder kennt ihn.", {"Juwelier"}),
    ("Der ist Marktleiter! Das hätte keiner gedacht.", {"Marktleiter"}),
    ("Da hat mich die Frau Ortsvorsteherin selber angerufen.", {"Ortsvorsteherin"}),
    ("Das ist Stiege 12, Tür 7, da wohnt meine Tante.", {"Stiege 12, Tür 7"}),
    ("Die von Parzelle achtzehn haben Bienen.", {"Parzelle achtzehn"}),
    ("Ich wohn in der Gneisenaustraße siebzehn.", {"Gneisenaustraße siebzehn"}),
    ("Die Oma is scho siebenadachtzig, aber fit.", {"siebenadachtzig"}),
    ("Sie isch jetzt dreiundsechzig, gell.", {"dreiundsechzig"}),
    ("Wie alt warst du da? Dreizehn. Im Pass stand sechzehn.", {"Dreizehn", "sechzehn"}),
    ("Wir haben dann in Lengfeld-West gewohnt, im dritten Stock.", {"Lengfeld-West"}),
    ("Ich komm ja aus Bad Alvensroda, da kennt jeder jeden.", {"Bad Alvensroda"}),
    ("Hinterm Zentralfriedhof, da kommt nur noch Feld.", {"Zentralfriedhof"}),
    ("Wir gehen immer in die Moschee im alten Bahnhof.", {"Moschee im alten Bahnhof"}),
    ("Wir waren bei Betten Ostermann und haben Matratzen geholt.", {"Betten Ostermann"}),
    ("Er trainiert bei Fortuna 06, schon ewig.", {"Fortuna 06"}),
    ("Ich war beim Ringerclub Nord 22, schon ewig.", {"Ringerclub Nord 22"}),
    ("Mein Sohn geht auf die Sonnenblumen-Grundschule, gleich drüben.", {"Sonnenblumen-Grundschule"}),
    ("Ich war Melkerin auf der LPG Roter Oktober.", {"LPG Roter Oktober"}),
    ("Ich war im Haus Lichtung, das ist so eine Wohngruppe.", {"Haus Lichtung"}),
    ("Vorgangsnummer hab ich hier, ja, 230988-4411-07.", {"230988-4411-07"}),
    ("Der alte Kolbe hat mir das gezeigt.", {"Kolbe"}),
    ("Da steht die Frau Hauptmann mit der Weste.", {"Frau Hauptmann"}),
    ("und die nachbarin frau storch hat immer kuchen gebracht und wir haben getrunken", {"nachbarin frau storch"}),
)
ENGLISH = (
    ("I'm the club secretary, for my sins.", {"club secretary"}),
    ("My husband was sergeant in the army over there.", {"sergeant in the army"}),
    ("She's chair of the residents' association.", {"chair of the residents' association"}),
    ("I was nineteen with two kids.", {"nineteen"}),
    ("The lad's sixteen, the girl's twelve.", {"sixteen", "twelve"}),
    ("We opened on March 12, in the rain.", {"March 12"}),
    ("I started the shop in two thousand and four, it was tiny.", {"two thousand and four"}),
    ("We called it Stitch and Natter, it was in the hall.", {"Stitch and Natter"}),
    ("We drink in the Dog and Partridge.", {"Dog and Partridge"}),
    ("He plays the organ at Our Lady of Lourdes.", {"Our Lady of Lourdes"}),
    ("We had J-Rod and all of them round.", {"J-Rod"}),
)
POLISH = (
    ("Dyrektorka mówi, że nie ma miejsc.", {"Dyrektorka"}),
    ("Przyjechaliśmy w maju dziewięćdziesiątego drugiego, w deszcz.", {"maju dziewięćdziesiątego drugiego"}),
    ("Córka ma dwanaście, syn dziewięć.", {"dwanaście", "dziewięć"}),
    ("Chodziłam do Szkoły Podstawowej numer trzy.", {"Szkoły Podstawowej numer trzy"}),
    ("Syn chodzi do szkoły w Rogowie, na zmianę.", {"szkoły w Rogowie"}),
)
ORDINARY = (
    ("de", "Ich bin jetzt Rentner, und meine Kollegin ist auch nicht mehr jung."),
    ("de", "Die Wohnung hatte drei Zimmer, zwei Leute und eine Tür."),
    ("de", "Mei Vater hat gschafft, oben sitzt der kleine Besen."),
    ("de", "Der Bach war kalt, der Straßengraben voll."),
    ("en", "We had the butcher shop and the bread and butter on the table."),
)


@pytest.mark.parametrize(("said", "expected"), GERMAN)
def test_german(said: str, expected: set[str]) -> None:
    assert expected <= set(found_by_rules(said, "de"))


@pytest.mark.parametrize(("said", "expected"), ENGLISH)
def test_english(said: str, expected: set[str]) -> None:
    assert expected <= set(found_by_rules(said, "en"))


@pytest.mark.parametrize(("said", "expected"), POLISH)
def test_polish(said: str, expected: set[str]) -> None:
    assert expected <= set(found_by_rules(said, "pl"))


@pytest.mark.parametrize(("language", "said"), ORDINARY)
def test_what_points_to_nobody_is_left_alone(language: str, said: str) -> None:
    assert found_by_rules(said, language) == []
