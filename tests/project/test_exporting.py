"""A study leaves for another program and comes back, here or elsewhere, as what it was."""

import zipfile
from dataclasses import replace
from types import MappingProxyType

import pytest

import interviews as iv
from interviews.errors import LeakError, MisuseError
from interviews.model import CaseCoding, Codebook, Group, Link, Memo, Participant
from tests.foreign_study import foreign_exchange, texts
from tests.small_study import NAMES, make_study

pytestmark = pytest.mark.slow  # whole studies


def enrich(project: iv.Project) -> None:
    """Memos, a group, a link and a foreign GUID, beside what the small study has."""
    first, second, *_ = project.coding_records
    memo = Memo(first.id, "Feucht heißt: Schimmel? 👍🏽", "lead")
    project.save([memo, Memo("Wohnen", "Vielleicht teilen.", "lead"), Memo("", "Zum Ganzen.", "c2")])
    group = Group("Vorstudie", (("transcript", project.transcripts[0].id), ("code", "Wohnen"), ("memo", memo.id)))
    project.store.add_groups([group], "lead")
    project.store.add_links([Link(("coding", first.id), ("coding", second.id), "wie dort", "one-way")], "lead")
    project.store.add_guids({"code:Wohnen/Miete": "{aaaaaaaa-0000-4000-8000-000000000009}"}, "lead")
    project.save(CaseCoding("nord", "Wohnen", "c1", "viel davon"), author="c1")
    project.code("a1", "Wohnen", coder="c3", turn=2, round="pilot")
    project.save(Participant("P02", "sued", MappingProxyType({"age": "44", "group": "local actor"})))


def again(folder, file, *, name="study"):
    """A new project of the same name with what the file holds, anonymized as the file says."""
    project = iv.create(folder / name, key=folder / "again.agekey")
    project.save(iv.read_exchange(file), author="other", anonymized=True)
    return project


@pytest.fixture(scope="module")
def exported(tmp_path_factory):
    folder = tmp_path_factory.mktemp("exported")
    with make_study(folder) as project:
        enrich(project)
        written = iv.export(project, folder / "study.qdpx")
        return folder, written, project.codings.table(), project.exchange()


def test_export_import_export_gives_the_same_bytes_and_the_same_codings(exported, tmp_path):
    _, written, codings, exchange = exported
    with again(tmp_path, written) as project:
        other = iv.export(project, tmp_path / "study.qdpx")
        assert other.path.read_bytes() == written.path.read_bytes()
        assert project.codings.table().equals(codings)
        assert replace(project.exchange(), problems=()) == replace(exchange, problems=())


def test_the_file_is_taken_in_once_where_it_came_from(exported, tmp_path):
    folder, written, codings, _ = exported
    with iv.open(folder / "study", key=folder / "study.agekey") as project:
        events = project.store.history()
        saved = project.save(iv.read_exchange(written))
        assert saved.summary == "nothing new"
        assert project.store.history() == events
        assert project.codings.table().equals(codings)


def test_no_name_is_in_the_file_nor_in_the_names_of_its_entries(exported):
    _, written, _, _ = exported
    with zipfile.ZipFile(written) as archive:
        for entry in archive.infolist():
            content = archive.read(entry) + entry.filename.encode()
            assert not any(name.encode() in content for name in NAMES)


def test_what_a_later_anonymization_changed_goes_out_as_it_is_now(tmp_path):
    with make_study(tmp_path) as project:
        proposals = iv.anonymize(project)
        person = next(entity for entity in proposals.entities if "Demir" in entity.name)
        project.save(proposals.decide(person.id, "pseudonym", "Frau Kaya").accept())
        written = iv.export(project, tmp_path / "study.qdpx")
        with again(tmp_path / "other", written) as other:
            assert any("Frau Kaya" in one.text for one in other.transcripts)
            assert iv.export(other, tmp_path / "other.qdpx").path.read_bytes() == written.path.read_bytes()


def test_a_foreign_study_keeps_its_guids_on_the_way_through(tmp_path):
    foreign = foreign_exchange(texts(tmp_path))
    with iv.create(tmp_path / "p", key=tmp_path / "p.agekey") as project:
        project.save(foreign)
        project.save(iv.anonymize(project).accept())
        written = iv.export(project, tmp_path / "p.qdpx")
        back = iv.read_exchange(written)
        assert back.ids["code:Wohnen"] == "AAAAAAAA-0000-4000-8000-000000000002"
        assert back.ids[f"coding:{foreign.codings[0].id}"] == "{AAAAAAAA-0000-4000-8000-000000000001}"
        assert {coder.name for coder in back.coders} == {"c1", "c2", "c9"}
        assert back.types["age"] == "Integer"
        assert {coding.weight for coding in back.codings} == {0.5}
        assert "name PER-" not in str(written)
        with again(tmp_path / "other", written, name="p") as other:
            assert iv.export(other, tmp_path / "other.qdpx").path.read_bytes() == written.path.read_bytes()


def test_a_codebook_goes_out_and_comes_in_by_itself(exported, tmp_path):
    folder, _, _, _ = exported
    with iv.open(folder / "study", key=folder / "study.agekey") as project:
        codebook = project.codebook
        written = iv.export(codebook, tmp_path / "codebook.qdc", project=project)
        assert iv.export(project, tmp_path / "same.qdc").path.read_bytes() == written.path.read_bytes()
        assert project.save(iv.read_exchange(written)).summary == "nothing new"
    with iv.create(tmp_path / "new", key=tmp_path / "new.agekey") as project:
        project.save(iv.read_exchange(written))
        assert [code.path for code in project.codebook] == [code.path for code in codebook]
        assert project.codebook.get("Wohnen").definition == "Alles zur Wohnung."


def test_a_code_that_only_holds_others_is_none_to_code_with_in_a_codebook_file(tmp_path):
    with make_study(tmp_path) as project:
        project.store.add_guids({"folder:Wohnen": "not for coding"}, "lead")
        back = iv.read_exchange(iv.export(project, tmp_path / "codebook.qdc"))
        assert back.folders == {"Wohnen"}


@pytest.mark.parametrize("where", ["definition", "code", "memo", "group", "attribute"])
def test_a_name_in_anything_that_leaves_stops_the_export(tmp_path, where):
    with make_study(tmp_path) as project:
        codebook = project.codebook
        code = codebook.codes[0]
        if where == "definition":
            codes = (replace(code, definition="wie Frau Demir & Söhne"), *codebook.codes[1:])
            project.save(Codebook("klein", 2, codes))
        if where == "code":
            project.save(Codebook("klein", 2, (*codebook.codes, replace(code, path="Herr Schulte"))))
        if where == "memo":
            project.store.add_memos([Memo("", "Frau Demir fragen", "lead")], "lead")
        if where == "group":
            project.store.add_groups([Group("Familie Yılmaz & andere")], "lead")
        if where == "attribute":
            project.store.add_participants([Participant("P03", None, MappingProxyType({"of": "Schulte"}))], "lead")
        with pytest.raises(LeakError, match="PER-"):
            iv.export(project, tmp_path / "study.qdpx")
        assert not (tmp_path / "study.qdpx").exists()
        if where in ("definition", "code"):
            with pytest.raises(LeakError, match=r"PER-.*in the codebook, code \d: take in a corrected codebook"):
                iv.export(project, tmp_path / "codebook.qdc")
            assert "codebook, code" in str(project.save(iv.anonymize(project).accept()))


def test_a_study_without_anything_is_not_exported(tmp_path):
    with (
        iv.create(tmp_path / "p", key=tmp_path / "p.agekey") as project,
        pytest.raises(MisuseError, match="neither anonymized texts nor a codebook"),
    ):
        iv.export(project, tmp_path / "p.qdpx")


def test_the_wrong_ending_is_answered_in_a_sentence(exported, tmp_path):
    folder, _, _, _ = exported
    with iv.open(folder / "study", key=folder / "study.agekey") as project:
        for thing, name in ((project, "study.docx"), (project.codebook, "x.qdpx"), (project.codings, "x.qdc")):
            with pytest.raises(MisuseError, match=r"\.qdpx"):
                iv.export(thing, tmp_path / name, project=project)


def test_what_stays_behind_is_told(tmp_path):
    with make_study(tmp_path) as project:
        enrich(project)
        first = project.coding_records[0].id
        project.retract(project.codings.where(transcript="a1", coder="c1"))
        assert first not in {coding.id for coding in project.coding_records}
        written = iv.export(project, tmp_path / "study.qdpx")
        told = " | ".join(problem.message for problem in written.problems)
        assert "3 codings that were taken back" in told
        assert "1 memos about such codings" in told
        assert "1 links that lead to something not there" in told


def test_codes_of_cases_units_and_rounds_come_back(exported, tmp_path):
    file = exported[1]
    with again(tmp_path, file) as back:
        assert [(one.case, one.code, one.coder, one.memo) for one in back.case_codings] == [
            ("nord", "Wohnen", "c1", "viel davon")
        ]
        (turn,) = (one for one in back.coding_records if one.coder == "c3")
        assert (turn.unit, turn.round) == ("turn", "pilot")
        back.save(iv.read_exchange(file), author="other", anonymized=True)
        assert len(back.case_codings) == 1
