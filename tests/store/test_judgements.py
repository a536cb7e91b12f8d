"""Codes of cases, saved queries and suggestions come back as they were saved, and nothing of them is overwritten."""

from datetime import UTC, datetime

import pytest

from interviews.errors import MisuseError
from interviews.model import Case, CaseCoding, Query, Span, Suggestion
from interviews.store import Doomed, Store
from tests.store.records import a_coding, a_transcript
from tests.store.studies import KLEIN


@pytest.fixture
def study(store: Store) -> Store:
    store.add_transcripts([a_transcript()], author="lead")
    store.add_codebook(KLEIN, author="lead")
    store.add_cases([Case("Nord"), Case("Süd")], author="lead")
    return store


def test_a_case_has_a_code_until_it_is_taken_back(study: Store) -> None:
    nord = CaseCoding("Nord", "Wohnen", "c1", "viel")
    study.add_case_codings([nord, CaseCoding("Süd", "Wohnen", "c1")], author="c1")
    before = datetime.now(UTC)
    study.retract_case_codings([CaseCoding("Nord", "Wohnen", "c1")], author="c1")
    assert [(one.case, one.codebook_version) for one in study.case_codings()] == [("Süd", 1)]
    assert [one.memo for one in study.case_codings(before)] == ["viel", ""]
    study.undo("c1")
    assert len(study.case_codings()) == 2


def test_a_query_is_kept_by_its_name(study: Store) -> None:
    study.add_queries([Query("rent", "Wohnen"), Query("work", "Arbeit")], author="c1")
    study.add_queries([Query("rent", "Wohnen/Miete"), Query("work", "")], author="c2")
    assert study.queries() == [Query("rent", "Wohnen/Miete", "c2")]
    events = len(study.history())
    study.add_queries([Query("rent", "Wohnen/Miete")], author="c2")
    assert len(study.history()) == events


def test_a_suggestion_waits_until_somebody_decides(study: Store) -> None:
    (transcript,) = study.transcripts()
    taken, refused, open_ = (Suggestion(transcript.id, Span(n, n + 2), "Wohnen", "search: mie*", 0.5) for n in range(3))
    study.add_suggestions([taken, refused, open_], author="c1")
    coding = a_coding(transcript, 0, 2)
    study.add_codings([coding], author="c1")
    study.decide_suggestions({taken.id: coding.id, refused.id: None}, author="c1")
    assert study.suggestions() == [open_]
    study.undo("c1")
    assert study.suggestions() == [taken, refused, open_]
    with pytest.raises(MisuseError, match="1 of 1 ids are no suggestions"):
        study.decide_suggestions({"x": None}, author="c1")


def test_what_was_accepted_is_coded_and_decided_in_one_act(study: Store) -> None:
    (transcript,) = study.transcripts()
    suggestion, coding = Suggestion(transcript.id, Span(0, 2), "Wohnen", "topics", 1.0), a_coding(transcript, 0, 2)
    study.add_suggestions([suggestion], author="lead")
    study.decide_suggestions({suggestion.id: coding.id}, "c1", [coding])
    assert [one.id for one in study.codings()] == [coding.id]
    assert study.deciders() == {suggestion.id: {"c1"}}
    study.undo("c1")
    assert (study.codings(), study.suggestions(), study.deciders()) == ([], [suggestion], {})
    study.redo("c1")
    assert [one.id for one in study.codings()] == [coding.id]


def test_with_a_transcript_go_its_suggestions_and_reviews(study: Store) -> None:
    (transcript,) = study.transcripts()
    coding, suggestion = a_coding(transcript, 0, 2), Suggestion(transcript.id, Span(0, 2), "Wohnen", "topics", 1.0)
    study.add_codings([coding], author="c1")
    study.add_suggestions([suggestion], author="c1")
    study.decide_suggestions({suggestion.id: coding.id}, author="c1")
    study.review({coding.id: "Wohnen"}, "c1", "er sagt es selbst")
    erased = study.erase(Doomed(frozenset({transcript.id}), cases=frozenset({"Nord"})), "lead")
    assert {table: erased.count(table) for table in ("suggestions", "decisions", "reviews")} == {
        "suggestions": 1,
        "decisions": 1,
        "reviews": 1,
    }
    assert study.codings() == []
    assert all("selbst" not in event.detail for event in study.history())
