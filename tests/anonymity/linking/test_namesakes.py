"""Two persons of one name in one interview stay two, whichever of them a bare name means."""

import pytest

from tests.anonymity.linking.test_link import groups, read


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Mein Großvater ist {Hasan Polat}, und mein Sohn heißt wieder {Hasan}. {Hasan} kam später."),
        ("en", "My grandfather was {Tom Reed}, and my son, also {Tom}, is ten. {Tom} came later."),
        ("pl", "Na dole mieszka {Jan Nowicki}, a nad nim jego syn, też {Jan}. {Jan} pracuje."),
    ],
)
def test_somebody_said_to_have_the_same_name_is_another_person(language: str, text: str) -> None:
    assert [len(group) for group in groups(read(text, language=language))] == [1, 1, 1]


def test_a_name_that_two_persons_are_called_by_goes_to_each_where_it_is_said_and_else_to_none() -> None:
    text = (
        "Da war {Lamine}, den haben alle {Lenny} genannt, und {Lennart}, den haben auch alle {Lenny} genannt. "
        "Und {Lenny} hat gelacht."
    )
    assert groups(read(text)) == [{"Lamine", "Lenny"}, {"Lennart", "Lenny"}, {"Lenny"}]


def test_with_a_title_another_one_of_two_may_be_meant_than_without() -> None:
    text = "{Frau Arslan} kam. {Arslan} auch. Das waren {Hüseyin Arslan}, {Meryem Arslan} und {Aylin Arslan}."
    assert {"Frau Arslan", "Arslan"} not in groups(read(text))
