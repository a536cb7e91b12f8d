"""Topics find what the turns are about, the same every time, and can be held against codes."""

import json
import subprocess
import sys
from collections import Counter

import pandas as pd
import pytest

from interviews.errors import MissingExtraError, MisuseError
from interviews.topics import fit_topics
from interviews.topics.fitting import default_number
from tests.topics.study import THINGS, interviews, thing_of

INTERVIEWS = interviews()
ENGINES = ["nmf", pytest.param("bertopic", marks=pytest.mark.slow)]


@pytest.fixture(scope="module")
def topics():
    return fit_topics(INTERVIEWS, n_topics=3, engine="nmf")


def codings(*things):
    """Every answer about a thing, coded with it."""
    rows = [
        (interview.name, turn.speech.start, turn.speech.end, thing_of(turn.number))
        for interview in INTERVIEWS
        for turn in interview.turns[1::2]
    ]
    return pd.DataFrame([row for row in rows if row[3] in things], columns=["transcript", "start", "end", "code"])


@pytest.mark.parametrize("engine", ENGINES)
def test_turns_about_one_thing_have_one_topic(engine):
    if engine == "bertopic":
        pytest.importorskip("bertopic")
    found = fit_topics(INTERVIEWS, n_topics=3, engine=engine)
    frame = found.assignments()
    purest = Counter((thing_of(turn), topic) for turn, topic in zip(frame["turn"], frame["topic"], strict=True))
    assert sum(sorted(purest.values())[-3:]) >= 0.9 * len(frame)
    for words in found.table()["words"]:
        assert max(len(set(words.split(", ")) & set(thing)) for thing in THINGS.values()) >= 7
    assert frame["weight"].between(0, 1).all()


@pytest.mark.slow
@pytest.mark.parametrize("engine", ["nmf", "bertopic"])
def test_two_processes_find_the_same(engine):
    pytest.importorskip("bertopic")
    code = f"""
from tests.topics.study import interviews
from interviews.topics import fit_topics
found = fit_topics(interviews(), n_topics=4, engine={engine!r})
print(found.table().to_json(), found.assignments().to_json())
"""
    runs = [
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=_root())
        for _ in range(2)
    ]
    assert runs[0].stdout == runs[1].stdout
    assert json.loads(runs[0].stdout.split("} {")[0] + "}")["turns"]
    assert runs[0].stderr == ""


def _root():
    from tests.conftest import REPOSITORY

    return REPOSITORY


def test_topics_are_numbered_from_the_largest(topics):
    table = topics.table()
    assert table["turns"].is_monotonic_decreasing
    assert table["turns"].sum() == 90
    assert table["share"].sum() == pytest.approx(1)
    assert table["label"][0] == " · ".join(table["words"][0].split(", ")[:3])


def test_a_topic_carries_the_code_of_its_turns(topics):
    table = topics.against_codes(codings(*THINGS))
    assert list(table.columns) == sorted(THINGS)
    assert (table.max(axis=1) > 0.8).all()
    assert topics.gaps(codings(*THINGS)).codes == ()
    assert topics.gaps(codings(*THINGS)).topics == ()


def test_a_topic_without_a_code_and_a_code_without_a_topic_are_found(topics):
    everywhere = codings(*THINGS).assign(code="Gespräch")
    gaps = topics.gaps(pd.concat([codings("Wohnen", "Arbeit"), everywhere]))
    assert gaps.codes == ("Gespräch",)
    (alone,) = gaps.topics
    assert set(topics.table()["words"][alone].split(", ")) & set(THINGS["Schule"])


def test_a_coding_next_to_a_turn_is_not_in_it(topics):
    label_only = codings(*THINGS).assign(end=lambda frame: frame["start"], start=lambda frame: frame["start"] - 3)
    assert topics.against_codes(label_only).to_numpy().sum() == 0


def test_representative_turns_are_those_that_fit_best(topics):
    best = topics.representative(0, 4)
    assert len(best) == 4
    assert best["weight"].is_monotonic_decreasing
    with pytest.raises(MisuseError, match="from 0 to 2"):
        topics.representative(3)


def test_the_chart_has_a_bar_for_every_topic(topics):
    chart = topics.chart().to_dict()
    assert len(chart["data"]["values"]) == 3
    assert chart["title"]["text"] == "Themen aus den Wörtern der Befragten"


def test_topics_show_themselves_without_the_text_of_turns(topics):
    assert "Also ja" not in repr(topics) + topics._repr_html_()
    assert "3 topics in 90 turns (de), by nmf" in repr(topics)


def test_without_a_number_there_is_half_the_square_root_of_turns():
    assert [default_number(units) for units in (20, 100, 400, 1600, 10_000)] == [3, 5, 10, 20, 20]
    assert len(fit_topics(INTERVIEWS, engine="nmf")) <= 5


@pytest.mark.parametrize("wrong", [{"n_topics": 1}, {"n_topics": 80}, {"engine": "lda"}])
def test_what_cannot_be_fitted_is_refused(wrong):
    with pytest.raises(MisuseError, match=r"cannot be fitted|possible are"):
        fit_topics(INTERVIEWS, **{"engine": "nmf"} | wrong)


def test_a_missing_bertopic_says_how_to_get_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "bertopic", None)
    with pytest.raises(MissingExtraError, match="bertopic is not installed: pip install --no-deps bertopic tqdm"):
        fit_topics(INTERVIEWS)
