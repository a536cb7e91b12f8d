from math import log, sqrt

import pandas as pd
import pytest

from interviews.findings.contrast import contrast_themes


def table(**rows):
    return pd.DataFrame.from_dict(rows, orient="index", columns=["A", "B"])


def test_shares_ratio_and_z_are_those_of_the_counts():
    here = contrast_themes(table(x=[20, 10], y=[10, 30], z=[0, 0]), "x").iloc[0]
    assert (here["theme"], here["passages"], here["elsewhere"]) == ("A", 20, 10)
    assert here["share"] == pytest.approx(20 / 30)
    assert here["ratio"] == pytest.approx((20 / 30) / (10 / 40))
    z = log(20.5 * 30.5 / (10.5 * 10.5)) / sqrt(1 / 20.5 + 1 / 10.5 + 1 / 10.5 + 1 / 30.5)
    assert here["z"] == pytest.approx(z)
    assert here["standing"] == "more"


def test_nothing_is_claimed_where_counts_are_tiny():
    assert contrast_themes(table(x=[4, 0], y=[0, 40]), "x")["standing"].tolist() == ["", ""]
    assert contrast_themes(table(x=[9, 0], y=[0, 40]), "x")["standing"].tolist() == ["more", "less"]
    assert contrast_themes(table(x=[2, 1], y=[1, 2]), "x")["standing"].tolist() == ["", ""]


def test_a_case_on_its_own_is_compared_with_nothing():
    alone = contrast_themes(table(x=[30, 1]), "x")
    assert alone["standing"].tolist() == ["", ""]
    assert alone["z"].isna().all()


def test_a_case_without_passages_stands_out_in_nothing():
    assert contrast_themes(table(x=[0, 0], y=[9, 9]), "x")["standing"].tolist() == ["", ""]
