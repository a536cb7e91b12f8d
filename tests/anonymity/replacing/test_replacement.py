import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviews.anonymity.entity import Decision, Entity, Occurrence
from interviews.anonymity.mention import EntityType
from interviews.anonymity.replacing.apply import anonymize_transcripts, head_of, make_edits
from interviews.anonymity.replacing.labels import label
from interviews.model import Role, Span, Speaker, Transcript, Turn

PER, LOC = EntityType.PER, EntityType.LOC


def person(text: str, *forms: str, name: str = "", **more: object) -> Entity:
    """A person with every place of its forms in the text as mentions, the longest form first."""
    spans: list[Span] = []
    for form in sorted(forms, key=len, reverse=True):
        found = (Span(match.start(), match.end()) for match in re.finditer(re.escape(form), text))
        spans += [span for span in found if not any(span.overlaps(other) for other in spans)]
    mentions = tuple(Occurrence("t", span) for span in sorted(spans))
    made = Entity("PER-003", PER, name or max(forms, key=len), forms, mentions, ("test",), 1.0)
    made = replace(made, replacement=label(PER, 3, name, str(more.pop("labels", "de"))))
    return replace(made, **more)  # type: ignore[arg-type]


def anonymized(text: str, one: Entity, language: str = "de") -> str:
    return make_edits(((mention, one) for mention in one.mentions), text, language).apply(text)


def surrogate(words: str) -> dict[str, object]:
    return {"decision": Decision.SURROGATE, "replacement": words}


@pytest.mark.parametrize(
    ("text", "forms", "other", "result"),
    [
        ("Mehmet, Mehmets Sohn", ("Mehmet", "Mehmets"), "Hakan", "Hakan, Hakans Sohn"),
        ("Mehmet, Mehmets Sohn", ("Mehmet", "Mehmets"), "Idris", "Idris, Idris' Sohn"),
        ("Hans, Hans' Sohn", ("Hans", "Hans'"), "Uwe", "Uwe, Uwes Sohn"),
        ("Hans, Hans’ Sohn", ("Hans", "Hans’"), "Felix", "Felix, Felix' Sohn"),
        ("Schulz, Schulzens Garten", ("Schulz", "Schulzens"), "Krause", "Krause, Krauses Garten"),
        ("Grit Weiß, Frau Weiß", ("Grit Weiß", "Frau Weiß"), "Ilka Bartsch", "Ilka Bartsch, Frau Bartsch"),
    ],
)
def test_a_surrogate_has_the_genitive_of_its_own(text: str, forms: tuple[str, ...], other: str, result: str) -> None:
    assert anonymized(text, person(text, *forms, **surrogate(other))) == result


def test_an_english_genitive_stays() -> None:
    text = "Dave and Dave's office"
    assert anonymized(text, person(text, "Dave", "Dave's", **surrogate("Ross")), "en") == "Ross and Ross's office"


@pytest.mark.parametrize(
    ("text", "forms", "other", "language", "result"),
    [
        ("die Demirs. Familie Demir", ("Demirs", "Familie Demir"), "Aksoy", "de", "die Aksoys. Familie Aksoy"),
        ("die Demirs", ("Demirs",), "Kunz", "de", "die Kunzens"),
        ("the Smiths", ("Smiths",), "Hodges", "en", "the Hodgeses"),
    ],
)
def test_a_family_keeps_its_plural(text: str, forms: tuple[str, ...], other: str, language: str, result: str) -> None:
    assert anonymized(text, person(text, *forms, family=True, **surrogate(other)), language) == result


def test_every_form_gets_the_part_that_answers_to_it() -> None:
    text = "Ibrahim Yıldız, Herr Yıldız, Yıldız, Ibo, Ibos Laden, Ibrahims"
    forms = ("Ibrahim Yıldız", "Herr Yıldız", "Yıldız", "Ibo", "Ibos", "Ibrahims")
    result = "Kadir Aksoy, Herr Aksoy, Aksoy, Kadir, Kadirs Laden, Kadirs"
    assert anonymized(text, person(text, *forms, name="Ibrahim Yıldız", **surrogate("Kadir Aksoy"))) == result


def test_a_family_name_that_stands_first_is_known_as_one() -> None:
    text = "Nguyen Thi Linh, Frau Nguyen, Linh"
    forms = ("Nguyen Thi Linh", "Frau Nguyen", "Linh")
    assert anonymized(text, person(text, *forms, **surrogate("Hoa Pham"))) == "Hoa Pham, Frau Pham, Hoa"


@pytest.mark.parametrize(
    ("form", "result"),
    [
        ("Ayşe'nin", "[Person 3]'nin"),
        ("Mehmet’e", "[Person 3]’e"),
        ("Ayşe'yle", "[Person 3]'yle"),
        ("O'Brien", "[Person 3]"),
    ],
)
def test_turkish_endings_after_an_apostrophe_stay(form: str, result: str) -> None:
    assert anonymized(form, person(form, form)) == result


def test_turkish_endings_of_places_stay() -> None:
    place = replace(person("Dortmund'da", "Dortmund'da"), type=LOC, replacement="[Ort 2]")
    assert anonymized("Dortmund'da", place) == "[Ort 2]'da"


@pytest.mark.parametrize(
    ("text", "forms", "result"),
    [
        ("Anna i Anny mąż", ("Anna", "Anny"), "[Osoba 3] i [Osoba 3, dop.] mąż"),
        ("u Marka, Marek", ("Marka", "Marek"), "u [Osoba 3, dop.], [Osoba 3]"),
        ("z Markiem, Marek", ("Markiem", "Marek"), "z [Osoba 3, narz.], [Osoba 3]"),
        ("widzę Annę", ("Anna", "Annę"), "widzę [Osoba 3, bier.]"),
        ("dzięki Nowakowi", ("Nowak", "Nowakowi"), "dzięki [Osoba 3, cel.]"),
        ("dla pana Kowalskiego", ("Kowalski", "Kowalskiego"), "dla pana [Osoba 3, dop.]"),
        ("z panią Kowalską", ("Kowalska", "Kowalską"), "z panią [Osoba 3, narz.]"),
        ("o Monice", ("Monika", "Monice"), "o [Osoba 3, msc.]"),
        ("od Kasi", ("Kasia", "Kasi"), "od [Osoba 3, dop.]"),
        ("do Kowalskiej", ("Kowalska", "Kowalskiej"), "do [Osoba 3, dop.]"),
        ("Anna mówi", ("Anna",), "[Osoba 3] mówi"),
        ("Pani Nowakowa", ("Nowak", "Nowakowa"), "Pani [Osoba 3]"),
        ("Kowalscy", ("Kowalski", "Kowalscy"), "[Osoba 3]"),
    ],
)
def test_the_case_of_a_polish_name_is_marked_where_its_ending_shows_it(
    text: str, forms: tuple[str, ...], result: str
) -> None:
    assert anonymized(text, person(text, *forms, name=forms[0], labels="pl"), "pl") == result


def test_a_polish_surrogate_stands_in_the_nominative_with_the_case_beside_it() -> None:
    text = "od Anny Kowalskiej"
    one = person(text, "Anny Kowalskiej", "Anna Kowalska", name="Anna Kowalska", **surrogate("Zofia Nowicka"))
    assert anonymized(text, one, "pl") == "od Zofia Nowicka [dop.]"


@pytest.mark.parametrize("text", ["Ayşes Schule", "Frau Yılmaz", "Yılmaz’ Kinder"])
def test_what_is_deleted_leaves_three_dots_in_brackets(text: str) -> None:
    forms = [word for word in re.findall(r"Ayşes|Frau Yılmaz|Yılmaz’", text)]
    one = person(text, *forms, name=forms[0], decision=Decision.DELETE, replacement="[…]")
    made = anonymized(text, one)
    assert "[…]" in made
    assert not {"Ayşe", "Yılmaz"} & set(re.findall(r"\w+", made))


def test_a_role_is_not_said_twice() -> None:
    text = "meine Schwester Ayşe und meiner Schwester Ayşe, Ayşe"
    one = replace(person(text, "Ayşe"), replacement="[Schwester 3]")
    assert anonymized(text, one) == "meine [Schwester 3] und meiner [Schwester 3], [Schwester 3]"


def test_names_of_files_and_speakers_tell_no_case_and_deleted_speakers_stay_two() -> None:
    text = "Anny: Jestem.\n\nMarek: A ja z Markiem."
    turns = (
        Turn(1, Span(6, 13), "Anny", Role.INTERVIEWEE, Span(0, 5)),
        Turn(2, Span(22, 37), "Marek", Role.INTERVIEWEE, Span(15, 21)),
    )
    speakers = (Speaker("Anny", Role.INTERVIEWEE), Speaker("Marek", Role.INTERVIEWEE))
    transcript = Transcript("wywiad Anny", text, turns, speakers, language="pl", id="t")
    head = head_of(transcript)
    anna = replace(person(text, "Anny", name="Anna", labels="pl"), id="PER-001", forms=("Anna", "Anny"))
    anna = replace(anna, mentions=(*anna.mentions, *_in_head(head, "Anny")), replacement="[Osoba 1]")
    marek = replace(person(text, "Marek", "Markiem", name="Marek", labels="pl"), id="PER-002", replacement="[Osoba 2]")
    marek = replace(marek, mentions=(*marek.mentions, *_in_head(head, "Marek")))
    made = anonymize_transcripts([transcript], [anna, marek]).versions[0].transcript
    assert made.name == "wywiad Osoba-1"
    assert [one.label for one in made.speakers] == ["[Osoba 1]", "[Osoba 2]"]
    assert made.text == "[Osoba 1]: Jestem.\n\n[Osoba 2]: A ja z [Osoba 2, narz.]."
    gone = [replace(one, decision=Decision.DELETE, replacement="[…]") for one in (anna, marek)]
    deleted = anonymize_transcripts([transcript], gone).versions[0].transcript
    assert deleted.text == "[… 1]: Jestem.\n\n[… 2]: A ja z […]."
    assert [one.label for one in deleted.speakers] == [turn.speaker for turn in deleted.turns] == ["[… 1]", "[… 2]"]


def _in_head(head: str, form: str) -> tuple[Occurrence, ...]:
    found = re.finditer(re.escape(form), head)
    return tuple(Occurrence("t", Span(match.start(), match.end()), in_head=True) for match in found)


FORMS = ("Ayşe", "Ayşes", "Frau Yılmaz", "Ayşe Yılmaz", "Ayşe'nin", "Yılmaz'")
WORDS = st.lists(st.sampled_from([*FORMS, "und", "meine Schwester", "\n", "[…]", "e\u0301", "שלום"]), max_size=12)
DECISIONS = st.sampled_from(
    [
        (Decision.LABEL, "[Schwester 3]"),
        (Decision.SURROGATE, "Nuray Felix"),
        (Decision.DELETE, "[…]"),
        (Decision.GENERALIZE, "[jemand]"),
    ]
)


@given(WORDS, DECISIONS, st.sampled_from(["de", "en", "pl", "tr"]))
def test_every_replacement_leads_back_and_is_the_same_twice(
    words: list[str], decided: tuple[Decision, str], language: str
) -> None:
    text = " ".join(words)
    one = person(text, *FORMS, name="Ayşe Yılmaz", decision=decided[0], replacement=decided[1])
    places = [(mention, one) for mention in one.mentions]
    edits = make_edits(places, text, language)
    made = edits.apply(text)
    assert edits.inverse(text).apply(made) == text
    assert make_edits(places[::-1], text, language).apply(text) == made
    assert not {"Ayşe", "Yılmaz", "Ayşes"} & set(re.findall(r"\w+", made))
