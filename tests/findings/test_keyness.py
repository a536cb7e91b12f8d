from collections import Counter
from math import log, sqrt

import pytest

from interviews.findings.keyness import contrast_groups, contrast_words, pick, top_words, weigh, words_of


def test_the_weight_of_a_word_is_the_z_score_of_monroe_colaresi_and_quinn():
    inside, outside = Counter(miete=8, haus=2), Counter(miete=2, haus=8)
    alpha = 100 * 10 / 20  # either word is half of all words, so it has half of the prior
    odds_in = (8 + alpha) / (10 + 100 - 8 - alpha)
    odds_out = (2 + alpha) / (10 + 100 - 2 - alpha)
    z = (log(odds_in) - log(odds_out)) / sqrt(1 / (8 + alpha) + 1 / (2 + alpha))
    assert weigh(inside, outside)["miete"] == pytest.approx(z)
    assert weigh(inside, outside)["haus"] == pytest.approx(-z)


def test_with_nothing_on_one_side_there_are_no_weights():
    assert weigh(Counter(miete=1), Counter()) == {}


def test_function_words_mark_nothing():
    assert words_of("Und wir haben die Miete, and the rent") == ("miete", "rent")


def test_words_become_lemmas_where_the_language_is_known():
    assert words_of("Wohnungen", "de") == ("wohnung",)
    assert words_of("Wohnungen", "xx") == ("wohnungen",)


def test_groups_are_contrasted_with_all_the_others():
    groups = {("a", "x"): ["Miete Miete Haus"], ("b", "x"): ["Schule Haus"], ("c", "x"): ["Schule Schule"]}
    alone = contrast_words(groups["a", "x"], [*groups["b", "x"], *groups["c", "x"]])
    assert contrast_groups(groups)["a", "x"] == pytest.approx(alone)


def test_the_passages_picked_weigh_most_and_do_not_repeat_one_another():
    inside = ["Miete zu hoch, Miete steigt", "Miete zu hoch, Miete steigt", "Vermieter antwortet nie", "Wetter"]
    weights = contrast_words(inside[:3], ["Wetter Wetter Regen", "Regen Sonne"])
    assert sorted(pick(inside, weights, 2)) in ([0, 2], [1, 2])
    assert len(pick(inside, weights, 99)) == 4
    assert pick([], weights, 3) == []


def test_the_top_words_are_those_that_mark_the_texts():
    assert top_words({"miete": 2.0, "haus": 1.0, "wetter": -1.0}, 5) == ("miete", "haus")
