"""Ways of talking that lists do not foresee: offices before names, dates in words, small letters, spelled names."""

import pytest

from interviews.anonymity import detect
from tests.anonymity.by_rules import spans_by_rules

COVERED = [
    ("de", "Da hat Kriminalhauptkommissarin Drossel angerufen.", ["Kriminalhauptkommissarin Drossel"]),
    ("de", "Ich habe Frau Landtagsabgeordnete Kiesewetter gefragt.", ["Kiesewetter"]),
    ("de", "Altbürgermeister a. D. Dr. Otto Wachholz kam auch.", ["Altbürgermeister a. D. Dr. Otto Wachholz"]),
    ("de", "Der Herr Brückner junior hat den Hof.", ["Herr Brückner junior"]),
    ("de", "Sie heißt Le Thi Mai und wohnt oben.", ["Le Thi Mai"]),
    ("de", "Ich buchstabiere: T-I-E-D-J-E, so schreibt man das.", ["T-I-E-D-J-E"]),
    ("de", "Oben wohnen die Hintermayers, nette Leute.", ["Hintermayers"]),
    ("de", "Gekommen sind wir im Oktober neunundachtzig.", ["Oktober neunundachtzig"]),
    ("de", "Die Feier war am vierzehnten Juni.", ["vierzehnten Juni"]),
    ("de", "Das war neunzehnhundertvierundsechzig im Winter 1978.", ["neunzehnhundertvierundsechzig", "Winter 1978"]),
    ("de", "Da war ich 12 und konnte kein Wort.", ["12"]),
    ("de", "Er trinkt sein Bier im Gasthof zum Hirschen.", ["Gasthof zum Hirschen"]),
    ("de", "Der Termin ist im Amtsgericht Wittlich.", ["Amtsgericht Wittlich"]),
    ("de", "Wir treffen uns in der Lukaskirche.", ["Lukaskirche"]),
    ("de", "Mein Vater war bei Opel am Band.", ["Opel"]),
    ("de", "Wir wohnen in Oberfeldbach, ganz am Ende.", ["Oberfeldbach"]),
    ("de", "Sie ist stellvertretende Vorsitzende geworden.", ["stellvertretende Vorsitzende"]),
    ("de", "Rufen Sie an, Durchwahl -3312, vormittags.", ["-3312"]),
    ("de", "Gestern im Goldenen Lamm war Musik.", ["Goldenen Lamm"]),
    ("de", "Er spielt beim HSV Moorbach in der Jugend.", ["HSV Moorbach"]),
    ("de", "Mein Onkel hat Metallbau Quittel gegründet.", ["Metallbau Quittel"]),
    ("en", "Then along came Little Ray, who lived above the Old Forge.", ["Little Ray", "Old Forge"]),
    ("en", "We met on the twelfth of May, in the autumn of 2009.", ["twelfth of May", "autumn of 2009"]),
    ("en", "I washed dishes at The Ploughman for a year.", ["The Ploughman"]),
    ("en", "Alderwoman Hope stayed late.", ["Alderwoman Hope"]),
    ("en", "She is the tenancy coordinator for the borough.", ["tenancy coordinator for the borough"]),
    ("pl", "To było dwudziestego drugiego lipca.", ["dwudziestego drugiego lipca"]),
    ("pl", "Mieszkam tu od osiemdziesiątego trzeciego.", ["osiemdziesiątego trzeciego"]),
    ("pl", "Widziałem auto, GDA 7K21, i uciekłem.", ["GDA 7K21"]),
    ("pl", "Spytaj komisarza Wronę, on wie.", ["komisarza Wronę"]),
]


@pytest.mark.parametrize(("language", "text", "names"), COVERED)
def test_what_identifies_is_covered(language: str, text: str, names: list[str]) -> None:
    inside = {at for span in spans_by_rules(text, language) for at in range(span.start, span.end)}
    for name in names:
        start = text.index(name)
        assert all(at in inside or not text[at].isalnum() for at in range(start, start + len(name))), name


ORDINARY = [
    ("de", "Herr Doktor, vielen Dank, Frau Abgeordnete, bitte."),
    ("de", "Das heißt Vertrauen, das heißt Arbeit."),
    ("de", "Das Gschäft läuft, und die Kehrwoch haben alle gemacht."),
    ("de", "Wir hatten zwanzig Stühle und vierzig Gäste."),
    ("de", "Und Ihre Familie, wie geht es Ihrer Tochter? Sie braucht Erste Hilfe."),
    ("en", "We go there every Sunday and on Mondays."),
    ("de", "Ich fahre einen Opel und trinke Kaffee."),
]


@pytest.mark.parametrize(("language", "text"), ORDINARY)
def test_ordinary_talk_is_left_alone(language: str, text: str) -> None:
    assert {mention.text for mention in detect(text, language) if mention.type != "OCC"} == set()


def test_names_in_small_letters_are_found_where_all_is_written_small() -> None:
    text = "hey ich bin der dimitri. wohne in bamberg. ja. und dann kam frau hasanovic. dimitris mutter auch. ok."
    assert {"dimitri", "bamberg", "frau hasanovic", "dimitris"} <= {
        text[mention.span.start : mention.span.end] for mention in detect(text, "de")
    } | {"frau hasanovic" for mention in detect(text, "de") if mention.text == "hasanovic"}


def test_a_name_written_small_once_is_found_again() -> None:
    text = "Das ist Yannick. Gestern hat yannick angerufen."
    assert [mention.text for mention in detect(text, "de")] == ["Yannick", "yannick"]
