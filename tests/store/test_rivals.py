"""What two copies changed, each in its own way: the newest counts, and both are told, with who said it."""

from pathlib import Path
from types import MappingProxyType

import pytest

from interviews.model import Case, CellSummary, Group, Participant, Query
from interviews.store import Release, Store
from tests.store.studies import copied, small_study


@pytest.fixture
def copies(store: Store, tmp_path: Path) -> tuple[Store, Store]:
    small_study(store)
    return store, copied(store, tmp_path / "copy")


def told(mine: Store, theirs: Store) -> list[str]:
    return [str(problem) for problem in mine.merge({"theirs": theirs}).conflicts]


def aged(age: str, case: str = "Nordstadt") -> Participant:
    return Participant("P01", case, MappingProxyType({"age": age}))


def test_a_participant_whom_both_changed_is_told_with_both_values(copies: tuple[Store, Store]) -> None:
    mine, theirs = copies
    mine.add_participants([aged("50–59")], author="ada")
    theirs.add_participants([aged("60–69")], author="ben")
    (problem,) = told(mine, theirs)
    assert problem.startswith("participant P01: age differs: “50–59” (ada, 20")
    assert "| “60–69” (ben, 20" in problem
    assert problem.endswith("counts; save it once more if the other is right")
    assert dict(mine.participants()[0].attributes) == {"age": "60–69"}
    assert told(mine, theirs) == []


def test_the_same_is_told_whoever_merges(copies: tuple[Store, Store], tmp_path: Path) -> None:
    mine, theirs = copies
    mine.add_participants([aged("50–59", "Südstadt")], author="ada")
    theirs.add_participants([aged("60–69")], author="ben")
    also_mine = copied(mine, tmp_path / "mine")
    assert told(mine, theirs) == told(theirs, also_mine)
    also_mine.close()


def test_what_only_one_changed_or_both_alike_is_not_told(copies: tuple[Store, Store]) -> None:
    mine, theirs = copies
    mine.add_participants([aged("50–59")], author="ada")
    theirs.add_cases([Case("Nordstadt", MappingProxyType({"size": "big"}))], author="ben")
    theirs.add_participants([aged("50–59")], author="ben")
    assert told(mine, theirs) == []


def test_a_quote_that_one_released_and_another_held_back_is_told(copies: tuple[Store, Store]) -> None:
    mine, theirs = copies
    (coding,) = mine.codings()
    mine.release(Release("i 1:1-abc", False, "ada", "zu heikel"), [coding.id])
    theirs.release(Release("i 1:1-abc", True, "ben"), [coding.id])
    (problem,) = told(mine, theirs)
    assert problem.startswith("quote i 1:1-abc: decision differs: “hold” (ada, 20")
    assert "| “release” (ben, 20" in problem
    assert mine.releases()["i 1:1-abc"].released


def test_words_that_both_wrote_into_a_cell_are_told(copies: tuple[Store, Store]) -> None:
    mine, theirs = copies
    mine.add_summary(CellSummary("Nordstadt", "Wohnen", "Teuer.", "ada"))
    mine.add_summary(CellSummary("Südstadt", "Wohnen", "Leer.", "ada"))
    theirs.add_summary(CellSummary("Nordstadt", "Wohnen", "Billig.", "ben"))
    theirs.add_summary(CellSummary("Südstadt", "Wohnen", "Leer.", "ben"))
    (problem,) = told(mine, theirs)
    assert problem.startswith("cell Nordstadt, Wohnen: text differs: “Teuer.” (ada, 20")
    assert "| “Billig.” (ben, 20" in problem


def test_what_was_undone_is_no_rival(copies: tuple[Store, Store]) -> None:
    mine, theirs = copies
    mine.add_participants([aged("50–59")], author="ada")
    theirs.add_participants([aged("60–69")], author="ben")
    theirs.undo("ben")
    assert told(mine, theirs) == []
    assert dict(mine.participants()[0].attributes) == {"age": "50–59"}


def test_queries_groups_and_reviews_are_told_too(copies: tuple[Store, Store]) -> None:
    mine, theirs = copies
    (group,) = mine.groups()
    (coding,) = mine.codings()
    for store, who, code in ((mine, "ada", "Wohnen"), (theirs, "ben", "Wohnen/Miete")):
        store.add_queries([Query("q", who)], author=who)
        store.add_groups([Group(f"of {who}", group.members, id=group.id)], who)
        store.review({coding.id: code}, who)
    problems = told(mine, theirs)
    assert problems[0].startswith("query q: text differs: “ada” (ada, ")
    assert problems[1].startswith(f"group {group.id}: name differs: “of ada” (ada, ")
    assert problems[2] == (
        "reviews: here and in theirs another code was given to the same codings (1): what was saved last counts"
    )
