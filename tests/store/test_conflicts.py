"""Two codebooks of one version are shown side by side; the newest counts until a higher version is saved."""

from collections.abc import Callable
from pathlib import Path

import pytest

from interviews.errors import MisuseError
from interviews.model import Change, Code, Codebook, Revision, Step
from interviews.store import Store
from tests.store.records import a_coding
from tests.store.studies import KLEIN, archived, copied, small_study

MINE = Codebook("klein", 2, (Code("Wohnen", "Alles zur Wohnung."), Code("Miete", "Was sie kostet.")))
THEIRS = Codebook("klein", 2, (Code("Wohnen", "Alles zum Haus.\nAuch außen.", colour="#000000"),), "en")


@pytest.fixture
def copies(store: Store, tmp_path: Path) -> tuple[Store, Store]:
    small_study(store)
    other = copied(store, tmp_path / "copy")
    store.add_codebook(MINE, author="ada")
    other.add_codebook(THEIRS, author="ben")
    return store, other


def test_every_difference_is_told_with_both_texts_and_who_saved_them(copies: tuple[Store, Store]) -> None:
    mine, theirs = copies
    told = [str(problem) for problem in mine.merge({"theirs": theirs}).conflicts]
    assert len(told) == 5
    assert told[0].startswith("codebook 'klein', version 2: the language differs: “de” (ada, 20")
    assert "codebook 'klein', version 2, code Wohnen: definition differs: “Alles zur Wohnung.” (ada, " in told[1]
    assert " UTC) | “Alles zum Haus. ⏎ Auch außen.” (ben, " in told[1]
    assert "code Wohnen: colour differs: “#777777” (ada, " in told[2]
    assert "code Miete: it stands only in what was saved by ada, " in told[3]
    assert "the one saved last (ben, " in told[4]
    assert told[4].endswith("save it as version 3")


def test_the_one_saved_last_counts_whoever_merged(copies: tuple[Store, Store]) -> None:
    mine, theirs = copies
    mine.merge({"theirs": theirs})
    theirs.merge({"mine": mine})
    assert mine.codebook() == theirs.codebook() == THEIRS
    assert mine.codebook(2) == THEIRS
    assert mine.codebook(1) == KLEIN
    assert mine.codebooks() == [KLEIN, MINE, THEIRS]


def test_the_conflict_is_told_again_until_a_higher_version_is_saved(copies: tuple[Store, Store]) -> None:
    mine, theirs = copies
    first = mine.merge({"theirs": theirs}).conflicts
    assert mine.merge({"theirs": theirs}).conflicts == first
    mine.add_codebook(THEIRS, author="ada")
    assert len(mine.codebooks()) == 3
    with pytest.raises(MisuseError, match="give the changed codebook a higher version"):
        mine.add_codebook(MINE, author="ada")
    mine.add_codebook(Codebook("klein", 3, MINE.codes), author="ada")
    assert mine.merge({"theirs": theirs}).conflicts == []
    assert mine.codebook().version == 3


def test_a_version_that_followed_one_of_the_two_does_not_hide_the_other(copies: tuple[Store, Store]) -> None:
    mine, theirs = copies
    theirs.add_codebook(Codebook("klein", 3, THEIRS.codes), author="ben")
    conflicts = mine.merge({"theirs": theirs}).conflicts
    assert any("only in what was saved by ada" in str(problem) for problem in conflicts)
    assert str(conflicts[-1]).endswith("save it as version 4")


def test_the_same_codebook_saved_by_two_is_no_conflict(store: Store, tmp_path: Path) -> None:
    small_study(store)
    with copied(store, tmp_path / "copy") as other:
        store.add_codebook(MINE, author="ada")
        other.add_codebook(MINE, author="ben")
        assert store.merge({"other": other}).conflicts == []
        assert store.codebook() == MINE


def test_another_order_of_the_codes_is_told(store: Store, tmp_path: Path) -> None:
    small_study(store)
    with copied(store, tmp_path / "copy") as other:
        store.add_codebook(MINE, author="ada")
        other.add_codebook(Codebook("klein", 2, MINE.codes[::-1]), author="ben")
        told = store.merge({"other": other}).conflicts
        assert "the codes stand in another order" in str(told[0])


def test_an_archive_holds_both(copies: tuple[Store, Store], tmp_path: Path, fresh: Callable[[], Store]) -> None:
    mine, theirs = copies
    mine.merge({"theirs": theirs})
    files = archived(mine, tmp_path / "archive")
    assert len([name for name in files if name.startswith("codebooks/klein-v2-")]) == 2


def test_what_each_revision_did_is_told_and_what_to_do_next(store: Store, tmp_path: Path) -> None:
    small_study(store)
    with copied(store, tmp_path / "copy") as other:
        rename = Step(Change.RENAME, "Wohnen", ("Wohnraum",), reason="zu eng")
        named = Codebook("klein", 2, (Code("Wohnraum", "Alles zur Wohnung."), Code("Wohnraum/Miete")))
        store.add_codebook(named, "ada", Revision("klein", 2, 1, (rename,)))
        other.add_codebook(MINE, "ben", Revision("klein", 2, 1, (Step(Change.MOVE, "Wohnen/Miete", ("Miete",)),)))
        told = [str(problem) for problem in store.merge({"other": other}).conflicts]
    assert told[-3].endswith(" UTC did this: rename Wohnen → Wohnraum (zu eng)")
    assert told[-2].endswith(" UTC did this: move Wohnen/Miete → Miete")
    assert "counts. Take the steps that it lacks once more (interviews revise), or put together" in told[-1]


def _rename(before: str, after: str, version: int) -> Revision:
    return Revision("klein", version, version - 1, (Step(Change.RENAME, before, (after,)),))


def _named(version: int, *paths: str) -> Codebook:
    return Codebook("klein", version, tuple(map(Code, paths)))


def test_codings_go_the_way_of_the_version_that_counts_though_another_one_has_a_number_of_it(
    store: Store, tmp_path: Path
) -> None:
    small_study(store)
    (transcript,) = store.transcripts()[:1]
    store.add_codings([a_coding(transcript, 0, 2)], author="c1")
    with copied(store, tmp_path / "copy") as other:
        store.add_codebook(_named(2, "Wohnen", "Wohnen/Kosten"), "ada", _rename("Wohnen/Miete", "Wohnen/Kosten", 2))
        other.add_codebook(_named(2, "Wohnen", "Wohnen/Geld"), "ben", _rename("Wohnen/Miete", "Wohnen/Geld", 2))
        store.add_codebook(_named(3, "Haus", "Haus/Kosten"), "ada", _rename("Wohnen", "Haus", 3))
        told = [str(one) for one in store.merge({"other": other}).conflicts]
    assert "what was saved last, version 3 (ada, " in told[-1]
    moved = [(one.code, one.review) for one in store.codings() if one.span.end == 2 and one.coder == "c1"]
    assert ("Haus/Kosten", "") in moved


def test_a_higher_version_that_does_not_count_is_told_and_an_undone_one_is_not(store: Store, tmp_path: Path) -> None:
    small_study(store)
    with copied(store, tmp_path / "copy") as other:
        store.add_codebook(_named(2, "Wohnen", "Wohnen/Kosten"), "ada", _rename("Wohnen/Miete", "Wohnen/Kosten", 2))
        store.add_codebook(_named(3, "Haus", "Haus/Kosten"), "ada", _rename("Wohnen", "Haus", 3))
        other.add_codebook(_named(2, "Wohnen", "Wohnen/Geld"), "ben", _rename("Wohnen/Miete", "Wohnen/Geld", 2))
        told = [str(one) for one in store.merge({"other": other}).conflicts]
        assert "version 3: ada, " in told[-1]
        assert "did this: rename Wohnen → Haus; it does not count, as version 2 was saved later (ben, " in told[-1]
        other.undo("ben")
        assert store.merge({"other": other}).conflicts == []
        assert store.codebook().version == 3
