"""Conditions on columns: numbers as numbers, days as days, missing values nowhere."""

import pandas as pd
import pytest

from interviews.errors import MisuseError
from interviews.exploration import View

FRAME = pd.DataFrame(
    {
        "transcript": ["t1"] * 6,
        "start": range(6),
        "end": range(1, 7),
        "turn": pd.array([1, 2, 3, 4, 5, None], "Int64"),
        "code": pd.Categorical(["A"] * 6),
        "case": pd.Categorical(["Nord", "Süd", None, "Nord", "Süd", "Süd"], ["Nord", "Süd", "West"]),
        "role": ["interviewee", "interviewer", None, "other", "interpreter", "interviewee"],
        "age": ["9", "40", "41,5", None, "unknown", ""],
        "band": ["30-39", "40-49", "100-109", "30-39", "", None],
        "unit": ["segment", "turn", *["segment"] * 4],
        "round": ["pilot", *["main"] * 5],
        "weight": [1.0, 2.0, 2.5, None, None, 3.0],
        "text": ["Die Miete", "Mieten\nsteigen", "Bewohner*innen", "Über uns", "Sozialwohnung", "miete die Miete"],
        "memo": ["", "hmm", "", "", "", ""],
        "review": ["", "", "code redefined", "", "", ""],
        "created": pd.to_datetime(
            [
                *("2026-02-28T23:59Z", "2026-03-01T00:00Z", "2026-03-31T23:59Z"),
                *("2026-04-01T00:00Z", "2025-12-31T12:00Z", "2027-01-01T00:00Z"),
            ],
            utc=True,
            format="ISO8601",
        ),
        "Jahre im Ort": ["3", "12", "7", None, "3", "3"],
    }
)
VIEW = View(FRAME)


@pytest.mark.parametrize(
    ("question", "rows"),
    [
        ("case = nord", [0, 3]),
        ("case = sud", [1, 4, 5]),
        ("case != Nord", [1, 4, 5]),
        ("not case = Nord", [1, 2, 4, 5]),
        ("case = none", [2]),
        ("case != none", [0, 1, 3, 4, 5]),
        ("case in (Nord, none)", [0, 2, 3]),
        ("case not in (Nord, Süd)", []),
        ("case = West", []),
        ("rolle = Befragte", [0, 5]),
        ("unit = turn", [1]),
        ("einheit = Transkript", []),
        ("round != none", [0, 1, 2, 3, 4, 5]),
        ("runde = pilot", [0]),
        ("age > 10", [1, 2]),
        ("age <= 41.5", [0, 1, 2]),
        ("age = 40.0", [1]),
        ("age = none", [3, 5]),
        ("band >= 40-49", [1, 2]),
        ("band = 30-39", [0, 3]),
        ("weight >= 2", [1, 2, 5]),
        ("gewicht = none", [3, 4]),
        ("turn < 3", [0, 1]),
        ('text ~ "miete"', [0, 5]),
        ("text ~ miete*", [0, 1, 5]),
        ("text ~ *wohn*", [2, 4]),
        ("text ~ „mieten steigen“", [1]),
        ("text ~ uber", [3]),
        ("memo ~ h*", [1]),
        ("memo != none", [1]),
        ("review", [2]),
        ("not prüfen", [0, 1, 3, 4, 5]),
        ("date = 2026-03", [1, 2]),
        ("date > 2026-03", [3, 5]),
        ("datum >= 2026-03-31", [2, 3, 5]),
        ("date < 2026", [4]),
        ("date <= 2026", [0, 1, 2, 3, 4]),
        ("date = 31.3.2026", [2]),
        ("date != 2026-03", [0, 3, 4, 5]),
        ('"jahre im ort" > 5', [1, 2]),
        ("code = A", [0, 1, 2, 3, 4, 5]),
        ("code != A", []),
    ],
)
def test_a_condition_holds_where_the_value_fits(question, rows):
    assert VIEW.query(question).table()["start"].tolist() == rows


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("case = Nort", "No coding has the case 'Nort': did you mean 'Nord'"),
        ("caze = Nord", "no column 'caze': did you mean 'case'"),
        ("band > 40", "band holds no numbers, but values such as '30-39'"),
        ("date = gestern", "a date is missing"),
        ("date = 2026-13", "a date is missing"),
        ("date = 2026-02-30", "a date is missing"),
        ("date ~ 2026", "A date is compared"),
        ("text ~ *", "a word is missing"),
        ("text = miete", "No text is just these words: text ~ 'miete' asks"),
        ("age > none", "'none' goes with"),
        ("coder = c1", "no column 'coder'"),
    ],
)
def test_a_condition_that_cannot_be_is_refused(question, sentence):
    with pytest.raises(MisuseError, match=sentence):
        VIEW.query(question)
