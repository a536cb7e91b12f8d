"""What a coder does: passages, turns, transcripts and cases get codes; what was done is told, undone, done again."""

from dataclasses import replace

import pytest

import interviews as iv
from interviews.errors import MisuseError
from interviews.model import CaseCoding, Group, Link, Query, Span
from tests.small_study import make_study


@pytest.fixture(scope="module")
def study(tmp_path_factory):
    with make_study(tmp_path_factory.mktemp("acts")) as project:
        yield project


def place(study: iv.Project, words: str) -> Span:
    text = study.store.transcript("a1").text
    return Span(text.index(words), text.index(words) + len(words))


def test_a_passage_a_turn_and_a_transcript_get_codes(study):
    passage = study.code("a1", "Wohnen", coder="c3", span=place(study, "feucht"), weight=2, round="pilot", memo="nass")
    turn = study.code("a1", "Wohnen", coder="c3", turn=2)
    whole = study.code("a1", "Wohnen", coder="c3")
    saved = {coding.id: coding for coding in study.coding_records}
    assert saved[passage.id] == replace(passage, codebook_version=1)
    assert saved[turn.id].unit == "turn"
    assert saved[turn.id].span == study.store.transcript("a1").turns[1].speech
    assert saved[whole.id].span == Span(0, len(study.store.transcript("a1").text))
    for _ in range(3):
        study.undo(author="c3")
    assert "c3" not in {coding.coder for coding in study.coding_records}


def test_what_cannot_be_coded_is_said_in_a_sentence(study):
    with pytest.raises(MisuseError, match="has no turn 99; it has"):
        study.code("a1", "Wohnen", coder="c3", turn=99)
    with pytest.raises(MisuseError, match="not both"):
        study.code("a1", "Wohnen", coder="c3", turn=1, span=Span(0, 3))
    with pytest.raises(MisuseError, match="no code 'Wohn'"):
        study.code("a1", "Wohn", coder="c3", turn=1)
    with pytest.raises(MisuseError, match="no transcript has the name"):
        study.code("zz", "Wohnen", coder="c3")
    with pytest.raises(MisuseError, match="needs a coder"):
        study.code("a1", "Wohnen", coder=" ", turn=1)
    with pytest.raises(MisuseError, match="the weight nan is not a number"):
        study.code("a1", "Wohnen", coder="c3", turn=1, weight=float("nan"))
    with pytest.raises(MisuseError, match="Memo 1 names PER-"):
        study.code("a1", "Wohnen", coder="c3", turn=2, memo="Frau Demir sagt das auch")
    assert "c3" not in {coding.coder for coding in study.coding_records}


def test_words_become_a_code(study):
    coding = study.code_in_vivo("a1", place(study, "die Nachbarn sind gut"), coder="c3", under="Nachbarschaft")
    assert coding.code == "Nachbarschaft/die Nachbarn sind gut"
    assert study.codebook.version == 2
    assert [code.path for code in study.codebook][-1] == coding.code
    assert study.codebook.get(coding.code).colour == "#EE6677"
    study.code_in_vivo("a1", place(study, "die Nachbarn sind gut"), coder="c4", under="Nachbarschaft")
    assert study.codebook.version == 2
    with pytest.raises(MisuseError, match="no code 'X'"):
        study.code_in_vivo("a1", place(study, "feucht"), coder="c3", under="X")
    with pytest.raises(MisuseError, match="1 to 60 characters"):
        study.code_in_vivo("a1", Span(0, 90), coder="c3")
    for coder in ("c4", "c3", "c3"):
        study.undo(author=coder)
    assert study.codebook.version == 1


def test_cases_get_codes_and_links_and_queries_are_kept(study):
    study.save(CaseCoding("nord", "Wohnen", "c3"), author="c3")
    assert [(one.case, one.code) for one in study.case_codings] == [("nord", "Wohnen")]
    first, second = study.coding_records[:2]
    study.save(Link(("coding", first.id), ("coding", second.id), "widerspricht"), author="c3")
    assert [link.name for link in study.store.links()] == ["widerspricht"]
    study.save(Query("Miete", "Wohnen/Miete and case = nord"), author="c3")
    assert [query.name for query in study.queries] == ["Miete"]
    with pytest.raises(MisuseError, match="Query 1 names PER-"):
        study.save(Query("x", 'text ~ "Demir"'), author="c3")
    with pytest.raises(MisuseError, match="no case 'ost'"):
        study.save(CaseCoding("ost", "Wohnen", "c3"), author="c3")
    for _ in range(3):
        study.undo(author="c3")


def test_the_log_tells_in_sentences_what_was_done(study):
    study.code("a1", "Wohnen/Zustand", coder="c5", turn=2)
    assert str(study.log(1)).endswith("c5 hat eine Stelle codiert: Wohnen/Zustand in a1")
    study.undo(author="c5")
    coded, undone = str(study.log(2)).splitlines()
    assert coded.endswith("(rückgängig gemacht)")
    assert undone.endswith("c5 rückgängig: hat eine Stelle codiert")
    frame = study.history()
    assert frame["undone"].tolist()[-2:] == [True, False]
    assert len(study.log()) == len(frame)
    assert "<table>" in study.log()._repr_html_()


def test_what_leads_to_nothing_is_not_saved(study):
    coding = study.coding_records[0]
    link, group = Link(("coding", coding.id), ("code", "Wohnem")), Group("g", (("memo", "y"),))
    for astray in (iv.Memo("x", "hm", "c3"), link, group):
        with pytest.raises(MisuseError, match="the project has no '"):
            study.save(astray)
    reply = iv.Memo(coding.id, "gut", "c3")
    study.save([reply, iv.Memo(reply.id, "ja", "c2"), iv.Memo("", "zum Ganzen", "c2"), iv.Memo("Wohnen", "mehr", "c2")])
    study.save(Link(("coding", coding.id), ("medium", "elsewhere")))
    assert not [problem for problem in iv.verify(study).problems if "not in the project" in str(problem)]


def test_a_coding_without_coder_or_with_a_weight_that_is_none_is_not_saved(study):
    good = replace(study.coding_records[0], id="good")
    saved = study.save([good, replace(good, id="b", coder=" "), replace(good, id="c", weight=float("inf"))])
    assert saved.counts == {"codings": 1}
    assert ["needs a coder" in str(saved.problems[0]), "weight inf" in str(saved.problems[1])] == [True, True]
