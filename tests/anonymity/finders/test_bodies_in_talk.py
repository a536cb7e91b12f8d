"""Clubs, ages, days, places and offices that are told rather than named, in German."""

import pytest

from tests.anonymity.by_rules import found_by_rules

SAID = (
    ("Wir haben den afghanischen Kulturverein gegründet.", {"afghanischen Kulturverein"}),
    ("Ich gehe in die syrisch-orthodoxe Gemeinde.", {"syrisch-orthodoxe Gemeinde"}),
    ("Das Projekt hieß Wir im Quartier.", {"Wir im Quartier"}),
    ("Vorher gab es die Initiative Nachbarn für Nachbarn.", {"Initiative Nachbarn für Nachbarn"}),
    ("Er hat an der TU Ilmenau studiert und saß in der JVA Waldheim.", {"TU Ilmenau", "JVA Waldheim"}),
    ("Ich war auf der Humboldt, sie auf der Geschwister-Scholl.", {"Humboldt", "Geschwister-Scholl"}),
    ("Sie tanzt bei Blau-Gold, er ist beim Kinderschutzbund.", {"Blau-Gold", "Kinderschutzbund"}),
    ("Ich war zwanzig Jahre bei Stahl, bis die zugemacht haben.", {"Stahl"}),
    ("Der Netto in der Lindenallee hat mich genommen.", {"Netto in der Lindenallee"}),
    ("Die Kleine geht in den Waldkindergarten Wurzelzwerge.", {"Waldkindergarten Wurzelzwerge"}),
    ("Das stand im Wochenkurier.", {"Wochenkurier"}),
    ("Die Enkel sind zweieinhalb und vier.", {"zweieinhalb", "vier"}),
    ("Da kam so ein Mittvierziger an.", {"Mittvierziger"}),
    ("Wir haben ihren achtzigsten Geburtstag gefeiert.", {"achtzigsten Geburtstag"}),
    ("Sie ist fünf Jahre jünger als ich, also achtundvierzig.", {"achtundvierzig"}),
    ("Seit ich acht bin, spiele ich. Bis ich sechzehn war, nicht.", {"acht", "sechzehn"}),
    ("Im Alter von neun bin ich ins Heim gekommen.", {"neun"}),
    ("Mit fünfzig plus nimmt dich keiner.", {"fünfzig plus"}),
    ("Sie ist ja auch schon über fünfzig.", {"über fünfzig"}),
    ("Wir sind seit Anfang 2020 hier, im Spätherbst 1989 war das anders.", {"Anfang 2020", "Spätherbst 1989"}),
    ("Die Verhandlung war am Freitag, den 13. September.", {"Freitag, den 13. September"}),
    ("Ich bin ein 68er Jahrgang, er ist Baujahr 62.", {"68er", "62"}),
    ("Die Firma wurde 1887 gegründet.", {"1887"}),
    ("So fünfzehn, sechzehn rum ging das los.", {"fünfzehn", "sechzehn"}),
    ("Wir wohnen drüben in der Silberhöhe, im Block sieben.", {"Silberhöhe", "Block sieben"}),
    ("Wir sind aus dem Banat gekommen.", {"Banat"}),
    ("Wir wohnen gleich hinterm Wasserturm.", {"Wasserturm"}),
    ("Meine Frau war die einzige Hebamme im Tal.", {"einzige Hebamme im Tal"}),
    ("Ich war der erste türkische Polizist in der Stadt.", {"erste türkische Polizist in der Stadt"}),
    ("Er war Professor für Archäologie.", {"Professor für Archäologie"}),
    ("Mein Mann ist Rettungssanitäter beim Roten Kreuz.", {"Rettungssanitäter beim Roten Kreuz"}),
    ("Als Elternvertreterin hat man es schwer.", {"Elternvertreterin"}),
    ("Er rudert im Mainzer Ruderverein, sie ist bei den Landfrauen.", {"Mainzer Ruderverein", "Landfrauen"}),
    ("Ich sitze im Bezirksausschuss 16.", {"Bezirksausschuss 16"}),
    ("Er arbeitet heute bei Wittenstein in der Montage.", {"Wittenstein"}),
    ("Mein Schwager, der Jagdpächter, redet wieder.", {"Jagdpächter"}),
    ("Ich bin stellvertretende Ortsvorsteherin.", {"stellvertretende Ortsvorsteherin"}),
    ("Der Schulrat a. D. hat Deutsch gegeben.", {"Schulrat a. D."}),
    ("Seit Herbst letzten Jahres bin ich hier.", {"Herbst letzten Jahres"}),
    ("Mein Opa war noch Küfer.", {"Küfer"}),
    ("Das ist gleich beim Lehrter Bahnhof.", {"Lehrter Bahnhof"}),
    ("Wir sind über den Lido di Pomposa gefahren.", {"Lido di Pomposa"}),
    ("Wir wohnen an der B96, in Halle (Saale).", {"B96", "Saale"}),
    ("Ich bin oben an der Hohen Leite aufgewachsen.", {"Hohen Leite"}),
    ("Die Familie kommt aus dem Gazastreifen, die andere aus der Wojwodina.", {"Gazastreifen", "Wojwodina"}),
    ("Ich bin seit 2018 Rentner.", {"2018"}),
    ("Er boxt bei Atlas, sie arbeitet im Kinder- und Jugendtreff Crazy.", {"Atlas", "Kinder- und Jugendtreff Crazy"}),
    ("Sie ist Referentin für Jugend, Familie und Soziales.", {"Referentin für Jugend, Familie und Soziales"}),
    ("Sie war Gruppenleiterin der Weberinnen.", {"Gruppenleiterin der Weberinnen"}),
    ("Gelernt hab ich Betonbauer.", {"Betonbauer"}),
    ("Sie ist Köchin, er Lokführer.", {"Lokführer"}),
)
ORDINARY = (
    "Im Alter von Gebäuden kennt er sich aus.",
    "Sie haben Hand in Hand gearbeitet, Tag und Nacht.",
    "In der evangelischen Kirche war es kalt, die katholische Kirche war zu.",
    "Rot-Grün hat das beschlossen, Schwarz-Gelb auch.",
    "Es gab über 20.000 Stellen, und um die dreißig Stühle waren frei.",
    "Das war der erste Roman und der letzte Auftritt.",
    "Er hat die B1 Prüfung gemacht, dann den A2 Kurs, auf der Straße war es laut.",
    "Das steht in der Nähe, bei Regen wird es nass.",
    "Der Verein hat Geld für Trikots, die Kita Plätze für alle.",
)


@pytest.mark.parametrize(("said", "expected"), SAID)
def test_what_is_told_instead_of_named_is_found(said: str, expected: set[str]) -> None:
    assert expected <= set(found_by_rules(said, "de"))


@pytest.mark.parametrize("said", ORDINARY)
def test_ordinary_talk_with_the_same_words_is_left_alone(said: str) -> None:
    assert found_by_rules(said, "de") == []


SMALL = (
    ("ja und dann war mein sohn in der jva waldheim und die tochter hat an der uni jena studiert und", "jva waldheim"),
    ("und ich lag dann also drei wochen im martin-luther-krankenhaus und hab da an die decke geguckt", "martin-luther"),
    ("und ich war ja zehn jahre lang dezernentin für jugend und soziales und dann war auf einmal schluss", "soziales"),
    ("und meine frau die singt ja jetzt schon seit vier jahren im chor von sankt ursula jeden freitag", "sankt ursula"),
)


@pytest.mark.parametrize(("said", "expected"), SMALL)
def test_the_same_is_found_where_a_recognizer_wrote_no_capitals(said: str, expected: str) -> None:
    assert any(expected in found for found in found_by_rules(said, "de"))
