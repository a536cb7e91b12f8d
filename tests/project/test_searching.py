"""A project keeps an index of its words in a folder that is nobody's loss, and makes codings of what was found."""

import dataclasses

import pytest

import interviews as iv
from interviews.project.cache import drop_cache
from tests.small_study import make_study

pytestmark = pytest.mark.slow  # whole studies


@pytest.fixture(scope="module")
def study(tmp_path_factory):
    with make_study(tmp_path_factory.mktemp("searching")) as project:
        yield project


def cache(study):
    return study.folder / "cache"


def test_an_index_is_kept_in_the_folder_for_what_is_derived(study):
    found = iv.search(study, "Wohnung*").table()
    (part,) = (cache(study) / "words").iterdir()
    assert (cache(study) / "CACHEDIR.TAG").read_text().startswith("Signature: 8a477f597d28d172789f06886806bc55")
    assert (cache(study) / ".gitignore").read_text() == "*\n"
    drop_cache(study.folder)
    with iv.open(study.folder) as again:
        assert iv.search(again, "Wohnung*").table().equals(found)
    assert part.name not in {path.name for path in (cache(study) / "words").iterdir()}


def test_a_search_may_stay_within_a_code_and_its_sub_codes(study):
    everywhere, within = iv.search(study, "die"), iv.search(study, "die", code="Wohnen")
    assert 0 < len(within) < len(everywhere)
    with pytest.raises(iv.MisuseError, match="did you mean 'Wohnen'"):
        iv.search(study, "die", code="Wohnem")


def test_all_that_was_found_is_coded_once(study):
    hits = iv.search(study, "Miete")
    assert study.save(hits.code("Wohnen/Miete", coder="c7", unit="sentence"), author="c7").counts["codings"] > 0
    assert hits.code("Wohnen/Miete", coder="c7", unit="sentence") == []
    assert set(study.codings.where(coder="c7").table()["code"]) == {"Wohnen/Miete"}


def test_suggestions_wait_until_somebody_decides(study):
    suggestions = iv.search(study, "die").suggest("Nachbarschaft", unit="sentence")
    assert len(suggestions) > 1
    study.save(suggestions)
    assert study.save(suggestions).counts == {}  # once is enough
    waiting = study.suggestions
    assert {item.id for item in waiting.items} == {item.id for item in suggestions.items}
    first, *others = (item.id for item in waiting.items)
    saved = study.save(waiting.accept([first]).reject(others), author="c8")
    assert saved.counts == {"codings": 1, "decisions": len(suggestions)}
    assert len(study.suggestions) == 0
    assert len(study.codings.where(coder="c8")) == 1
    assert study.save(waiting.accept(), author="c8").counts == {}  # decided is decided
    other = study.save(waiting.accept(), author="c10")  # who codes beside c8 decides on their own
    assert other.counts == {"codings": len(suggestions), "decisions": len(suggestions)}


def test_a_decided_table_comes_back_and_no_coding_is_made_twice(study, tmp_path):
    decided = iv.search(study, "Nachbar*").suggest("Nachbarschaft", unit="hit").accept()
    table = iv.export(decided, tmp_path / "table.xlsx", project=study)
    decided = iv.read_suggestions(study, table)
    saved = study.save(decided, author="c9")
    assert saved.counts["codings"] == saved.counts["decisions"] == len(decided)
    more = iv.search(study, "Nachbar*").suggest("Nachbarschaft", unit="hit").accept()
    again = study.save(more, author="c9")
    assert again.counts.get("codings", 0) == 0
    assert "left out" in str(again.problems[0])


def test_accepting_is_undone_in_one_step_and_can_be_decided_anew(study):
    suggestions = iv.search(study, "feucht").suggest("Nachbarschaft", unit="sentence")
    study.save(suggestions, author="lead")
    study.save(study.suggestions.accept(), author="c12")
    assert len(study.codings.where(coder="c12")) == len(suggestions)
    study.undo(author="c12")
    assert len(study.codings.where(coder="c12")) == 0
    assert len(study.suggestions) == len(suggestions)
    assert study.save(study.suggestions.accept(), author="c12").counts["codings"] == len(suggestions)
    assert "angenommen: Nachbarschaft in " in str(study.log(1))
    assert not [one for one in iv.verify(study).problems if "rows of" in str(one)]


def test_a_suggestion_of_an_unknown_code_is_refused(study):
    saved = study.save(iv.search(study, "Miete").suggest("Wohnem").accept(), author="c9")
    assert saved.counts.get("codings", 0) == 0
    assert "Wohnem" in str(saved.problems[0])


def test_what_is_derived_is_not_searched_for_names_nor_archived(study, tmp_path):
    iv.search(study, "Miete")
    before = iv.leaks(study).files
    drop_cache(study.folder)
    assert iv.leaks(study).files == before - 2  # the two signs by which others know such a folder
    iv.search(study, "Miete")
    iv.archive(study, tmp_path / "archive")
    assert not list((tmp_path / "archive").rglob("*words*"))


def test_after_an_erasure_nothing_of_the_interview_is_in_the_index(tmp_path):
    with make_study(tmp_path) as study:
        assert len(iv.search(study, "feucht")) > 0
        assert any(b"feucht" in path.read_bytes() for path in cache(study).rglob("*.txt"))
        gone = iv.search(study, "feucht").table()["transcript"][0]
        (erased,) = iv.erase(study, gone)
        assert not cache(study).exists()
        assert not [problem for problem in erased.problems if "cache" in str(problem)]
        assert gone not in set(iv.search(study, "*e*").table()["transcript"])


def test_a_table_of_suggestions_leaves_only_after_the_leak_check(study, tmp_path):
    suggestions = iv.search(study, "die").suggest("Nachbarschaft", unit="sentence")
    named = dataclasses.replace(suggestions.items[0], source="search: Demir")
    naming = dataclasses.replace(suggestions, items=(named, *suggestions.items[1:]))
    with pytest.raises(iv.LeakError, match="PER-"):
        iv.export(naming, tmp_path / "table.xlsx", project=study)
    assert not (tmp_path / "table.xlsx").exists()
