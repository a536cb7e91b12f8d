"""The log of a study speaks German and English, of one and of several."""

import pytest

from interviews.project.log_words import SENTENCES, WORDS


def test_both_languages_say_the_same_things() -> None:
    assert SENTENCES["de"].keys() == SENTENCES["en"].keys()
    assert WORDS["de"].keys() == WORDS["en"].keys()


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_sentence_can_be_filled_in(language: str) -> None:
    for one, many in SENTENCES[language].values():
        for sentence in (one, many):
            assert "{" not in sentence.format(count="3", what=": A in b", detail=": x", name="y")
