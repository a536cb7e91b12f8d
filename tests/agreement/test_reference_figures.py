"""Every figure of a collection of published and recomputed ones that our coefficients cover."""

import csv
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from interviews.agreement.coefficients import (
    Coefficient,
    cohen_kappa,
    fleiss_kappa,
    krippendorff_alpha,
    percent_agreement,
    scott_pi,
)

FIGURES: dict[str, Callable[..., Coefficient]] = {
    "alpha_nominal": krippendorff_alpha,
    "alpha_ordinal": lambda units, **of: krippendorff_alpha(units, "ordinal", **of),
    "alpha_interval": lambda units, **of: krippendorff_alpha(units, "interval", **of),
    "alpha_ratio": lambda units, **of: krippendorff_alpha(units, "ratio", **of),
    "fleiss_kappa": fleiss_kappa,
    "kappa": cohen_kappa,
    "pi": scott_pi,
    "percent_agreement": percent_agreement,
    "alpha_jaccard": lambda units, **of: krippendorff_alpha(units, "jaccard", **of),
    "alpha_masi_standard_nltk": lambda units, **of: krippendorff_alpha(units, "masi", **of),
}
# irrCAC's "ordinal" means its own weights, not Krippendorff's metric, in the one item that says so.
OTHER_METRIC = {("gwet2014_raw4raters", "alpha_ordinal")}


def items(shared_data: Path) -> list[dict[str, Any]]:
    path = shared_data / "agreement_reference.json"
    if not path.exists():
        pytest.skip("the collection is not on this machine")
    found: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))["items"]
    return found


def judged(item: dict[str, Any]) -> tuple[list[list[Any]], list[float] | None] | None:
    if item["kind"] == "units_x_coders":
        return item["units"], None
    if item["kind"] == "table_2coders":
        table = item["table"]
        return [[i, j] for i in range(len(table)) for j in range(len(table))], [n for row in table for n in row]
    if item["kind"] == "set_units":
        return [[frozenset(codes) for codes in unit] for unit in item["units"]], None
    return None


def test_every_figure_we_compute_is_the_reference(shared_data: Path) -> None:
    checked = 0
    for item in items(shared_data):
        units = judged(item)
        if units is None:
            continue
        figures = item["expected"] | {name: of["value"] for name, of in item["verified"].items() if "value" in of}
        for name, value in figures.items():
            if name in FIGURES and (item["id"], name) not in OTHER_METRIC:
                figure = FIGURES[name](units[0], weights=units[1])
                assert figure.value == pytest.approx(value, abs=item["tol"]), (item["id"], name)
                checked += 1
    assert checked > 30


def test_five_coders_of_real_news_reach_the_published_alpha(shared_data: Path) -> None:
    path = shared_data / "coded" / "multicoder_stance_nl" / "topics_100units_5coders.csv"
    if not path.exists():
        pytest.skip("the real coding is not on this machine")
    with path.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["C1"]]
    for columns, alpha in [("C{}_t", 0.634), ("C{}", 0.510)]:
        units = [[row[columns.format(coder)] for coder in range(1, 6)] for row in rows]
        assert krippendorff_alpha(units).value == pytest.approx(alpha, abs=0.0006)
