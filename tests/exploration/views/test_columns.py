"""Columns worked out for all codings at once say what is found by looking at one coding after the other."""

from dataclasses import replace
from datetime import UTC, datetime

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from interviews.exploration import Columns, View
from interviews.exploration.views.voices import Voices, by_name
from interviews.model import Coding, Names, Span, columns_of, talk_of, theme_of
from tests.exploration.study import CODEBOOK, NORTH, PARTICIPANTS, SOUTH, coding, transcript

SILENT = replace(transcript("frei", None), turns=(), speakers=(), text="Die Miete." * 5)
TRANSCRIPTS = (NORTH, SOUTH, SILENT, transcript("ost-1", None, None))
CODES = ["Wohnen", "Wohnen/Miete", "Arbeit", "Altes", "Altes/Neues"]


@st.composite
def codings(draw: st.DrawFn) -> Coding:
    of = draw(st.sampled_from(TRANSCRIPTS))
    ends = sorted(draw(st.integers(0, len(of.text))) for _ in range(2))
    return Coding(
        of.id,
        Span(*ends),
        draw(st.sampled_from(CODES)),
        draw(st.sampled_from(["c1", "c2"])),
        memo=draw(st.sampled_from(["", "so"])),
        weight=draw(st.sampled_from([None, 0.5])),
        codebook_version=draw(st.sampled_from([None, 1])),
        created=datetime(2026, 1, draw(st.integers(1, 28)), tzinfo=UTC),
        round=draw(st.sampled_from(["", "pilot"])),
    )


def view_of(codings: list[Coding]) -> View:
    texts = {one.id: one.text for one in TRANSCRIPTS}
    columns = Columns(columns_of(codings), talk_of(TRANSCRIPTS), lambda _: texts, PARTICIPANTS, CODEBOOK)
    return View(columns, CODEBOOK)


def plainly(codings: list[Coding]) -> list[dict[str, object]]:
    """What the table holds, one coding after the other."""
    texts, people = {one.id: one for one in TRANSCRIPTS}, by_name(PARTICIPANTS)
    voices = {one.id: Voices(one, people) for one in TRANSCRIPTS}
    rows = []
    for one in sorted(codings, key=lambda c: (texts[c.transcript].name, c.span, c.code, c.coder, c.id)):
        voice, of = voices[one.transcript].at(one.span), texts[one.transcript]
        person = people.get(voice.participant) if voice.participant else None
        row = {"transcript": of.name, "case": voice.case, "participant": voice.participant, "speaker": voice.speaker}
        row |= {"role": voice.role, "turn": voice.turn, "code": one.code, "theme": theme_of(one.code)}
        row |= {"coder": one.coder, "start": one.span.start, "end": one.span.end, "version": one.version}
        row |= {"text": one.span.of(of.text), "memo": one.memo, "created": one.created, "coding": one.id}
        rows.append(row | {"Alter": person.attributes.get("Alter") if person else None})
    return rows


@settings(max_examples=15)
@given(st.lists(codings(), max_size=12))
def test_the_table_is_the_same_as_one_coding_after_the_other(made):
    found = view_of(made).table().to_dict("records")
    assert [{key: None if pd.isna(cell) else cell for key, cell in row.items()} for row in found] == plainly(made)


@settings(max_examples=15)
@given(st.lists(codings(), min_size=1, max_size=12), st.data())
def test_a_taken_row_is_that_row_of_the_table(made, data):
    view = view_of(made)
    rows = view.columns("start").index.to_numpy()
    mask = data.draw(st.lists(st.booleans(), min_size=len(rows), max_size=len(rows)))
    chosen = [number for number, kept in enumerate(mask) if kept]
    taken = view.table().iloc[chosen].reset_index(drop=True).to_csv()
    for kept in (pd.array(mask, dtype=bool).to_numpy(), rows[chosen]):
        assert view.take(kept).table().to_csv() == taken


@settings(max_examples=15)
@given(st.lists(codings(), max_size=12), st.sampled_from(["coder", "participant", "Alter", "transcript", "role"]))
def test_conditions_on_words_hold_for_the_same_rows_as_in_the_table(made, column):
    view = view_of(made)
    table = view.table()
    for wanted in [*table[column].dropna().unique(), None]:
        rows = table[column].isna() if wanted is None else table[column] == wanted
        assert view.where(**{column: wanted}).table()["coding"].tolist() == table[rows]["coding"].tolist()
        same = view.where(**{column: lambda value, wanted=wanted: value == wanted})
        assert same.columns("coding")["coding"].tolist() == table[rows]["coding"].tolist()


def test_columns_beyond_the_table_can_be_asked_for_by_name():
    made = [coding(NORTH, "Die Miete", "Wohnen"), replace(coding(NORTH, "Die Miete", "Arbeit"), weight=2.0, round="2")]
    view = view_of(made)
    frame = view.columns("weight", "round", "unit", "review", "codebook_version")
    assert frame["weight"].tolist()[0] == 2.0
    assert frame["round"].tolist() == ["2", ""]
    assert frame["codebook_version"].isna().all()
    assert "weight" not in view.table()
    assert len(view.where(round="2")) == 1


def test_few_different_words_come_as_categories():
    frame = view_of([coding(NORTH, "Die Miete", "Wohnen")]).columns("transcript", "code", "coder", "Alter", "start")
    assert [str(kind) for kind in frame.dtypes] == ["category"] * 4 + ["int64"]
    assert frame["code"].cat.ordered
    assert not frame["coder"].cat.ordered


@given(st.lists(st.sampled_from([None, "a", "b", ""]), max_size=8))
def test_names_give_back_the_words_they_were_made_of(words):
    names = Names.of(words)
    assert names.values().tolist() == words
    assert names.named(["b", "a", ""]).values().tolist() == words
    assert len(set(names.names)) == len(names.names)


def test_missing_words_stay_missing_in_rows_that_are_taken():
    names = Names.of(["a", None]).take(Names.of(["x", None, "y"]).numbers)
    assert names.values().tolist() == ["a", None, None]


def test_no_codings_have_the_same_kinds_of_columns():
    table = view_of([]).table()
    assert str(table["created"].dtype).endswith("UTC]")
    assert str(table["turn"].dtype) == "Int64"
    assert str(table["start"].dtype) == "int64"
