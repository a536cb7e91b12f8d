"""What points to somebody without a name, as people say it in German."""

import pytest

from tests.anonymity.by_rules import found_by_rules

SAID = (
    ("Die Große ist zwölf, der Kleine vier.", {"zwölf", "vier"}),
    ("Da war noch ein Mädchen von sieben.", {"sieben"}),
    ("Sie haben Kinder, elf, acht und fünf.", {"elf", "acht", "fünf"}),
    ("Mit acht hat er sie wiedergesehen.", {"acht"}),
    ("I: Wie alt sind Sie?\nB: Vierundvierzig.", {"Vierundvierzig"}),
    ("Der Jüngste war da gerade fünf Monate.", {"fünf Monate"}),
    ("Fünfzehn gekommen, im Herbst sechzehn die Anhörung.", {"Fünfzehn", "Herbst sechzehn"}),
    ("Zweiundneunzig hat dann der Betrieb zugemacht.", {"Zweiundneunzig"}),
    ("I: Wann sind Sie gekommen?\nB: Sechsundneunzig, glaub ich.", {"Sechsundneunzig"}),
    ("Er geht auf die Gutenbergschule, sie auf die Brüder-Grimm-Schule.", {"Gutenbergschule", "Brüder-Grimm-Schule"}),
    ("Wir beten in der Moschee an der Werrastraße.", {"Moschee an der Werrastraße"}),
    ("Die Wohnung gehört der Wohnbau.", {"Wohnbau"}),
    ("Wir wohnen oben auf der Höhe, nicht im Ostpark.", {"Höhe", "Ostpark"}),
    ("Er ist Jugendwart beim TuS, sie Lehrerin am Gymnasium.", {"Jugendwart beim TuS"}),
    ("Die Gemeindepädagogin hat den Kurs gemacht.", {"Gemeindepädagogin"}),
    ("Sie ist Hausmeisterin an der Grundschule am Förderturm.", {"Hausmeisterin an der Grundschule am Förderturm"}),
)
ORDINARY = (
    "Wir sind mit drei Leuten besetzt, und um sechs ist Schluss.",
    "Da waren siebzehn Leute im Raum, und zwanzig standen draußen.",
    "Der Spielplatz und der Parkplatz sind kaputt, in der Hochhaussiedlung auch.",
    "In der Grundschule war es laut, und die Fahrschule war teuer.",
    "Wir sind sechs Geschwister, und es waren acht Stühle da.",
    "Auf dem Berg war Schnee, und im Tal hat es geregnet.",
)


@pytest.mark.parametrize(("said", "expected"), SAID)
def test_what_points_to_somebody_is_found_as_people_say_it(said: str, expected: set[str]) -> None:
    assert expected <= set(found_by_rules(said, "de"))


@pytest.mark.parametrize("said", ORDINARY)
def test_numbers_of_things_and_kinds_of_places_are_left_alone(said: str) -> None:
    assert found_by_rules(said, "de") == []
