"""Two people work in copies of a study, and the copies become one."""

import shutil

import pytest

import interviews as iv
from interviews.errors import MisuseError, Severity
from tests.small_study import make_study

pytestmark = pytest.mark.slow  # whole studies


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("merging")
    make_study(folder).close()
    return folder


@pytest.fixture
def places(folder, tmp_path):
    """The keeper's project with its vault, and a coder's copy without."""
    for name in ("study", "study.vault"):
        shutil.copytree(folder / name, tmp_path / "keeper" / name)
    shutil.copytree(folder / "study", tmp_path / "coder" / "study")
    return tmp_path / "keeper" / "study", tmp_path / "coder" / "study", folder / "study.agekey"


def code(place, memo=""):
    """A coder takes a coding back and makes another."""
    with iv.open(place) as project:
        project.retract(project.codings.where(coder="c2", code="Nachbarschaft"), author="c2")
        first = project.coding_records[0]
        coding = iv.Coding(first.transcript, first.span, "Wohnen/Miete", "c2", first.version, memo)
        project.save(coding, author="c2")


@pytest.mark.parametrize("form", ["folder", "database", "archive", "zip"])
def test_the_work_of_a_coder_comes_in_from_any_form_of_a_copy(places, tmp_path, form):
    keeper, coder, key = places
    code(coder)
    other = {"folder": coder, "database": coder / "project.db", "archive": tmp_path / "a", "zip": tmp_path / "a.zip"}
    with iv.open(coder) as project:
        if form in ("archive", "zip"):
            iv.archive(project, other[form])
        expected = project.codings.table()
    with iv.open(keeper, key=key) as project:
        assert len(project.codings) == 7
        saved = project.merge(other[form])
        assert saved.counts == {"codings": 1, "retractions": 1}
        assert saved.problems == ()
        assert project.codings.table().equals(expected)
        assert str(project.merge(other[form])) == "saved: nothing new"


def test_a_memo_that_names_someone_is_told_to_the_keeper(places):
    keeper, coder, key = places
    code(coder, memo="Sagt auch Frau Yılmaz.")
    with iv.open(keeper, key=key) as project:
        (problem,) = project.merge(coder).problems
    assert "it names PER-001" in str(problem)
    assert "Yılmaz" not in str(problem)


def test_new_interviews_come_without_their_originals_and_that_is_told(places, tmp_path):
    keeper, coder, key = places
    shutil.copytree(keeper.with_name("study.vault"), coder.with_name("study.vault"))
    talk = tmp_path / "c1.txt"
    talk.write_text("I: Wie geht es?\nB: Gut, und der Garten wächst.\nI: Schön.\nB: Ja.\n", encoding="utf-8")
    with iv.open(coder, key=key) as project:
        project.save(iv.read(talk))
        project.save(iv.anonymize(project).accept())
    with iv.open(keeper, key=key) as project:
        saved = project.merge(coder)
        assert saved.counts["transcripts"] == 1
        assert [problem.severity for problem in saved.problems] == [Severity.INFO]
        assert "stay in the vault of that copy" in str(saved.problems[0])
        assert "c1" in {transcript.name for transcript in project.transcripts}
        assert iv.anonymize(project).entities


def test_two_codebooks_of_one_version_are_shown(places, tmp_path):
    keeper, coder, key = places
    text = (
        'codebook: klein\nversion: 2\nlanguage: de\ncodes:\n  - name: Wohnen\n    definition: "{}"\n'
        "    codes:\n      - name: Zustand\n      - name: Miete\n  - name: Nachbarschaft\n"
    )
    for place, words in ((keeper, "Das Haus."), (coder, "Die Wohnung.")):
        (tmp_path / "klein.yaml").write_text(text.format(words))
        with iv.open(place, key=key) as project:
            project.save(iv.read_codebook(tmp_path / "klein.yaml"), author=words[:3])
    with iv.open(keeper, key=key) as project:
        told = [str(problem) for problem in project.merge(coder).problems]
        assert "code Wohnen: definition differs: “Das Haus.” (Das, " in told[0]
        assert project.codebook.get("Wohnen").definition == "Die Wohnung."


def test_another_project_is_refused_and_nothing_has_changed(places, tmp_path):
    keeper, _, key = places
    make_study(tmp_path / "other").close()
    with iv.open(keeper, key=key) as project:
        before = len(project.history())
        with pytest.raises(MisuseError, match="no save in common"):
            project.merge(tmp_path / "other" / "study")
        with pytest.raises(MisuseError, match="neither a project nor its database nor an archive"):
            project.merge(tmp_path)
        assert len(project.history()) == before


def test_codings_that_both_copies_hold_as_their_own_are_told(places):
    keeper, coder, _ = places
    code(keeper)
    code(coder)
    with iv.open(keeper) as project:
        (problem,) = project.merge(coder).problems
        assert str(problem).startswith("codings of c2: 1 stand twice now")
        assert project.merge(coder).problems == ()


@pytest.mark.parametrize("how", ["retracted", "undone"])
def test_codings_that_were_taken_back_stand_there_once(places, how):
    keeper, coder, _ = places
    code(keeper)
    code(coder)
    with iv.open(keeper) as project:
        if how == "undone":
            project.undo(author="c2")
        else:
            project.retract(project.codings.where(coder="c2", code="Wohnen/Miete"), author="c2")
        assert project.merge(coder).problems == ()
