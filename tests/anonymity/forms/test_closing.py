"""Accepted names are found again in every form, and words that only look like them are not."""

from interviews.anonymity import EntityType, Name, close


def covered(text: str, names: list[tuple[str, EntityType]], language: str = "de") -> list[str]:
    """The words found for the names."""
    return [mention.text for mention in close(text, [Name(name, type_) for name, type_ in names], language)]


def test_each_part_of_a_name_is_found_alone() -> None:
    text = "Rosalinde kam. Der Quandt auch, Quandts Auto, die Quandts und Frau Quandt."
    assert covered(text, [("Rosalinde Quandt", EntityType.PER)]) == [
        "Rosalinde",
        "Quandt",
        "Quandts",
        "Quandts",
        "Frau Quandt",
    ]


def test_a_title_is_no_part_of_a_name() -> None:
    assert covered("Der Pfarrer redet, Hubinger hört zu.", [("Pfarrer Hubinger", EntityType.PER)]) == ["Hubinger"]


def test_an_ordinary_word_is_found_only_where_it_is_used_as_a_name() -> None:
    text = "Der Vogel hat angerufen. Ein Vogel flog. Jeder Vogel singt, mit Vogel rede ich."
    assert len(covered(text, [("Matthias Vogel", EntityType.PER)])) == 2


def test_places_are_found_in_derivations_and_compounds() -> None:
    text = "Die Lünsbecker aus Lünsbeck treffen sich im Lünsbeck-Treff."
    assert covered(text, [("Lünsbeck", EntityType.LOC)]) == ["Lünsbecker", "Lünsbeck", "Lünsbeck-Treff"]


def test_an_organisation_of_several_words_is_found_inflected() -> None:
    text = "Wir waren beim Runden Tisch Lünsbeck, ein Runder Tisch Lünsbeck hilft."
    assert {"Runden Tisch Lünsbeck", "Runder Tisch Lünsbeck"} <= set(
        covered(text, [("Runder Tisch Lünsbeck", EntityType.ORG)])
    )


def test_two_known_names_are_not_taken_for_typing_errors_of_each_other() -> None:
    text = "Herr Nowak und Herr Nowack."
    names = [("Nowak", EntityType.PER), ("Nowack", EntityType.PER)]
    assert covered(text, names) == ["Herr Nowak", "Herr Nowack"]


def test_polish_cases_are_found() -> None:
    text = "Z panią Gawrońską, u Gawrońskich, o Gawrońskim."
    assert covered(text, [("Gawroński", EntityType.PER)], "pl") == ["Gawrońską", "Gawrońskich", "Gawrońskim"]


def test_peoples_are_never_taken_for_names() -> None:
    assert covered("Die Ukrainerin lacht.", [("Ukrainka", EntityType.PER)]) == []


def test_an_english_word_that_a_finder_took_for_a_place_does_not_spread_over_the_talk() -> None:
    talk = "Yeah, we moved. And yeah, it was fine, yeah. Yeah. So, yeah, thank you. Yeah, bye."
    assert close(talk, [Name("Yeah", EntityType.LOC)], "en") == []


def test_an_english_name_that_is_a_word_is_found_within_a_sentence_even_where_the_word_is_frequent() -> None:
    talk = "I will go, you will stay, they will see. Then I told Will about it. Will you come?"
    found = [talk[m.span.start : m.span.end] for m in close(talk, [Name("Will", EntityType.PER)], "en")]
    assert found == ["Will"]


def test_a_person_and_a_town_of_one_name_are_told_apart_by_the_word_before() -> None:
    text = "Da hat Hamm viel versprochen. Wir sind nach Hamm gefahren."
    names = [Name("Peter Hamm", EntityType.PER), Name("Hamm", EntityType.LOC)]
    assert [(m.text, m.type) for m in close(text, names, "de")] == [("Hamm", EntityType.PER), ("Hamm", EntityType.LOC)]


def test_a_word_is_a_name_where_a_title_or_an_authority_announces_it() -> None:
    names = [("Jochen Essen", EntityType.PER), ("Singen", EntityType.LOC)]
    text = "Doktor Essen kam zum Essen. Das Singen macht Spaß, sagt die Stadtverwaltung Singen."
    assert covered(text, names) == ["Essen", "Singen"]


def test_half_of_a_double_name_that_is_a_word_is_found_after_a_title_alone() -> None:
    text = "Frau Wolf lacht. Ein Wolf heult, der Wolf schleicht. Petersen kam."
    assert covered(text, [("Anke Wolf-Petersen", EntityType.PER)]) == ["Frau Wolf", "Petersen"]
