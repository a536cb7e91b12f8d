"""What is answered after copies were merged, after undo and after an erasure: the same in any order, and no crash."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interviews.errors import MisuseError
from interviews.model import CaseCoding, Change, Code, Codebook, Coding, Query, Revision, Span, Step, Suggestion
from interviews.store import Doomed, Store, examine
from tests.store.records import a_coding
from tests.store.studies import KLEIN, copied, merged, revise, small_study

Deed = Callable[[Store, str], None]
"""What a person of this name does in her copy."""


def answers(store: Store) -> dict[str, object]:
    """All that people are told of a study, in an order that does not depend on how it came together."""
    columns, _ = store.columns()
    rows = zip(columns.id.tolist(), columns.start.tolist(), columns.end.tolist(), strict=True)
    return {
        "codings": store.codings(),
        "columns": sorted((id.decode(), start, end) for id, start, end in rows),
        "codebook": store.codebook(),
        "cases": store.case_codings(),
        "queries": store.queries(),
        "suggestions": store.suggestions(),
        "memos": store.memos(),
        "groups": store.groups(),
        "people": store.participants(),
        "undone": store.undone(),
        "history": store.history(),
    }


def _code(store: Store, who: str) -> None:
    (transcript,) = store.transcripts()
    store.add_codings([Coding(transcript.id, Span(3, 9), store.codebook().codes[0].path, who)], who)


def _rename(store: Store, who: str) -> None:
    _revise(store, who, Change.RENAME, lambda path: f"{who}{len(path)}")


def _move(store: Store, who: str) -> None:
    _revise(store, who, Change.MERGE, lambda path: store.codebook().codes[-1].path)


def _revise(store: Store, who: str, change: Change, to: Callable[[str], str]) -> None:
    book = store.codebook()
    path = book.codes[0].path
    step = Step(change, path, (to(path),))
    if step.to[0] != path and not step.to[0].startswith(path + "/"):
        number = store.next_version(book.name)
        codes = {step.forward(code.path): replace(code, path=step.forward(code.path)) for code in reversed(book.codes)}
        revised = Codebook(book.name, number, tuple(codes[path] for path in sorted(codes)))
        store.add_codebook(revised, who, Revision(book.name, number, book.version, (step,)))


def _redefine(store: Store, who: str) -> None:
    book = store.codebook()
    number = store.next_version(book.name)
    step = Step(Change.REDEFINE, book.codes[0].path, fields={"definition": who})
    codes = (replace(book.codes[0], definition=who), *book.codes[1:])
    store.add_codebook(Codebook(book.name, number, codes), who, Revision(book.name, number, book.version, (step,)))


def _review(store: Store, who: str) -> None:
    store.review({coding.id: store.codebook().codes[-1].path for coding in store.codings()[:2]}, who)


def _retract(store: Store, who: str) -> None:
    store.retract([coding.id for coding in store.codings()[-1:]], who)


def _undo(store: Store, who: str) -> None:
    with suppress(MisuseError):
        store.undo(who)


def _undo_for_the_lead(store: Store, _: str) -> None:
    with suppress(MisuseError):
        store.undo("lead")


def _redo(store: Store, who: str) -> None:
    with suppress(MisuseError):
        store.redo(who)


def _case(store: Store, who: str) -> None:
    coding = CaseCoding("Nordstadt", store.codebook().codes[0].path, "c")
    (store.retract_case_codings if store.case_codings() else store.add_case_codings)([coding], author=who)


def _query(store: Store, who: str) -> None:
    store.add_queries([Query("q", who)], author=who)


def _suggest(store: Store, who: str) -> None:
    (transcript,) = store.transcripts()
    suggestions = store.suggestions()
    store.decide_suggestions({one.id: None for one in suggestions}, who)
    store.add_suggestions([Suggestion(transcript.id, Span(0, 2), "Wohnen", "search: x", 1.0)], who)


DEEDS: tuple[Deed, ...] = (
    _code, _rename, _move, _redefine, _review, _retract, _undo, _undo_for_the_lead, _redo, _case, _query, _suggest,
)  # fmt: skip
deeds = st.lists(st.sampled_from(DEEDS), max_size=6)


@pytest.mark.slow
@settings(max_examples=25)
@given(ada=deeds, ben=deeds, cem=deeds)
def test_copies_merged_in_any_order_and_twice_answer_alike(
    ada: list[Deed],
    ben: list[Deed],
    cem: list[Deed],
    fresh: Callable[[], Store],
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    folder = tmp_path_factory.mktemp("answers")
    with fresh() as base:
        small_study(base)
        copies = [copied(base, folder / who) for who in ("ada", "ben", "cem")]
    for store, who, done in zip(copies, ("ada", "ben", "cem"), (ada, ben, cem), strict=True):
        for deed in done:
            deed(store, who)
    told = []
    for number, order in enumerate(permutations(copies)):
        first, second, third = (copied(one, folder / f"{number}-{i}") for i, one in enumerate(order))
        told.append(answers(merged(first, second, third, second)))
        for store in (first, second, third):
            store.close()
    assert all(one == told[0] for one in told)
    for store in copies:
        store.close()


@pytest.mark.slow
@settings(max_examples=30)
@given(done=st.lists(st.tuples(st.sampled_from(DEEDS), st.sampled_from(["ada", "ben"])), max_size=10))
def test_whatever_people_do_the_database_stays_sound(
    done: list[tuple[Deed, str]], fresh: Callable[[], Store], tmp_path_factory: pytest.TempPathFactory
) -> None:
    with fresh() as store:
        small_study(store)
        for deed, who in done:
            deed(store, who)
        answers(store)
        with store._engine.connect() as connection:
            path = Path(str(connection.engine.url.database))
    problems = [str(problem) for part in examine(path, None, lambda: None).parts for problem in part.problems]
    assert [problem for problem in problems if "revision of codebook" not in problem] == []


def test_an_undo_after_an_erasure_brings_nothing_back(store: Store) -> None:
    transcript = small_study(store)
    store.add_codings([a_coding(transcript)], "ada")
    store.retract([store.codings()[0].id], "ada")
    store.erase(Doomed(frozenset({transcript.id})), "lead")
    for act in (store.undo, store.undo, store.redo, store.redo):
        act("ada")
        assert store.codings() == []
    with pytest.raises(MisuseError, match="nothing that ada could redo"):
        store.redo("ada")


def test_an_undo_in_a_copy_after_an_erasure_here_brings_nothing_back(store: Store, tmp_path: Path) -> None:
    transcript = small_study(store)
    store.add_codings([a_coding(transcript)], "ada")
    with copied(store, tmp_path / "copy") as other:
        other.undo("ada")
        other.redo("ada")
        store.erase(Doomed(frozenset({transcript.id})), "lead")
        store.merge({"other": other})
        assert store.codings() == []
        store.undo("ada")
        other.merge({"store": store})
        assert answers(other) == answers(store)


def test_undo_and_redo_reach_over_a_new_anonymization(store: Store) -> None:
    transcript = small_study(store)
    before = len(store.codings())
    store.add_codings([coding := a_coding(transcript)], "ada")
    revise(store)
    store.undo("ada")
    assert len(store.codings()) == before
    store.redo("ada")
    assert next(one.span for one in store.codings() if one.id == coding.id) == Span(7, 16)


def test_one_undoes_what_another_has_reviewed(store: Store, tmp_path: Path) -> None:
    transcript = small_study(store)
    store.add_codings([coding := a_coding(transcript)], "ada")
    with copied(store, tmp_path / "copy") as other:
        store.undo("ada")
        other.review({coding.id: "Wohnen"}, "ben")
        store.merge({"other": other})
        assert coding.id not in {one.id for one in store.codings()}
        store.redo("ada")
        assert next(one for one in store.codings() if one.id == coding.id).code == "Wohnen"


def test_a_codebook_that_was_undone_can_be_saved_again(store: Store) -> None:
    small_study(store)
    second = Codebook("klein", 2, (Code("Wohnen", "Anders."),))
    store.add_codebook(second, "ada")
    store.undo("ada")
    assert store.codebook() == KLEIN
    store.add_codebook(second, "ada")
    assert store.codebook() == second


def test_an_import_is_undone_as_one_act(store: Store) -> None:
    transcript = small_study(store)
    before = store.codings()
    store.add_codings([a_coding(transcript, 0, n % 20 + 1, f"c{n % 3}") for n in range(2000)], "ada")
    store.undo("ada")
    assert store.codings() == before
    store.redo("ada")
    assert len(store.codings()) == len(before) + 2000


def test_somebody_without_acts_has_nothing_to_undo(store: Store) -> None:
    small_study(store)
    for act in (store.undo, store.redo):
        with pytest.raises(MisuseError, match="there is nothing that nobody could"):
            act("nobody")
