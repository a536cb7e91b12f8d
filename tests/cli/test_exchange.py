"""`import` and `export` with files of other programs, as a person types them."""

import io
import json
import zipfile

import pytest

import interviews as iv
from interviews.formats import refi
from tests.foreign_study import foreign_exchange, texts
from tests.small_study import NAMES, PASSAGES, make_study

pytestmark = pytest.mark.slow  # whole studies


@pytest.fixture
def foreign(tmp_path):
    """A .qdpx as another program writes it: without anything of ours in it."""
    refi.write_qdpx(foreign_exchange(texts(tmp_path)), tmp_path / "ours.qdpx")
    with zipfile.ZipFile(tmp_path / "ours.qdpx") as ours, zipfile.ZipFile(tmp_path / "foreign.qdpx", "w") as foreign:
        for entry in ours.namelist():
            if entry != "interviews.json":
                foreign.writestr(entry, ours.read(entry))
    return tmp_path / "foreign.qdpx"


def test_a_foreign_study_with_two_coders_is_imported_anonymized_and_coded_where_it_was(interviews, tmp_path, foreign):
    project, key = tmp_path / "p", ("--key", tmp_path / "p.agekey")
    interviews("new", project, *key)
    status, printed, complaints = interviews("import", project, foreign, *key)
    assert status == 0, complaints
    assert "2 transcripts" in printed
    assert "codings: 7, memos: 2, groups: 2, links: 1, texts of codes: 4 wait in the vault" in " ".join(
        complaints.split()
    )
    assert not any(name in printed + complaints for name in NAMES)
    interviews("anonymize", project, "--accept", *key)
    _, printed, _ = interviews("show", project, "--json")
    shown = [(row["transcript"], row["code"], row["coder"]) for row in json.loads(printed)]
    assert sorted(shown) == sorted((transcript, code, coder) for transcript, _, code, coder in PASSAGES)
    words = {row["text"] for row in json.loads(printed)}
    assert {"die Nachbarn sind gut", "wir reden über die Miete", "Die Miete ist zu hoch"} <= words
    assert interviews("leaks", project, *key)[0] == 0
    _, printed, _ = interviews("import", project, foreign, "--json", *key)
    assert json.loads(printed)[0]["saved"] == {}


def test_a_study_goes_out_and_into_a_new_project_by_commands(interviews, tmp_path):
    make_study(tmp_path).close()
    key, other = ("--key", tmp_path / "study.agekey"), ("--key", tmp_path / "other.agekey")
    status, printed, _ = interviews("export", tmp_path / "study", tmp_path / "out" / "study.qdpx", *key)
    assert status == 0
    assert "study written to" in printed
    interviews("new", tmp_path / "other", *other)
    status, printed, complaints = interviews(
        "import", tmp_path / "other", tmp_path / "out" / "study.qdpx", "--anonymized", *other
    )
    assert status == 0, complaints
    assert "7 codings" in printed
    codings = [json.loads(interviews("show", tmp_path / one, "--json")[1]) for one in ("study", "other")]
    assert codings[0] == codings[1]
    assert interviews("export", tmp_path / "other", tmp_path / "codebook.qdc", *other)[0] == 0
    status, printed, _ = interviews("import", tmp_path / "study", tmp_path / "codebook.qdc", *key)
    assert status == 0
    assert "nothing new" in printed


def test_what_a_file_of_ours_says_of_itself_is_not_believed_without_the_flag(interviews, tmp_path):
    make_study(tmp_path).close()
    interviews("export", tmp_path / "study", tmp_path / "study.qdpx", "--key", tmp_path / "study.agekey")
    key = ("--key", tmp_path / "other.agekey")
    interviews("new", tmp_path / "other", *key)
    _, _, complaints = interviews("import", tmp_path / "other", tmp_path / "study.qdpx", *key)
    assert "--anonymized" in complaints
    with iv.open(tmp_path / "other", key=tmp_path / "other.agekey") as project:
        assert project.transcripts == ()


def zipped(**entries):
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name, text in entries.items():
            archive.writestr(name.replace("_", "."), text)
    return content.getvalue()


BAD = {
    "no_zip.qdpx": b"PK\3\4 and no more",
    "words.qdpx": b"I: Ja?\nB: Nein.\n",
    "empty.qdpx": b"",
    "empty_zip.qdpx": zipped(),
    "without_qde.zip": zipped(readme_txt="nothing"),
    "broken.qdpx": zipped(project_qde="<Project><Users>"),
    "broken.qde": b"<Project",
    "broken.qdc": b"<CodeBook><Codes>",
    "other.qdc": b"<html/>",
    "entities.qde": b'<!DOCTYPE x [<!ENTITY a "b">]><Project>&a;</Project>',
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_answered_in_a_sentence_and_never_stops_the_others(interviews, tmp_path, name):
    project, key = tmp_path / "p", ("--key", tmp_path / "p.agekey")
    interviews("new", project, *key)
    (tmp_path / name).write_bytes(BAD[name])
    status, printed, complaint = interviews("import", project, tmp_path / name, *key)
    assert status == 2 or "damaged" in " ".join(printed.split())
    assert status in (1, 2)
    assert "Traceback" not in complaint
    refi.write_qdc(foreign_exchange(texts(tmp_path)).codebook, tmp_path / "good.qdc")
    status, printed, complaint = interviews("import", project, tmp_path / name, tmp_path / "good.qdc", *key)
    assert status == 1
    assert "good.qdc: saved 1 codebook (4 codes)" in printed


@pytest.mark.parametrize("name", ["x.qdpx", "x.qdc", "x.zip"])
def test_reading_a_study_of_another_program_points_to_the_import(interviews, tmp_path, foreign, name):
    (tmp_path / "talks").mkdir()
    (tmp_path / "talks" / name).write_bytes(foreign.read_bytes())
    status, _, complaint = interviews("read", tmp_path / "talks" / name)
    assert status == 1
    assert "interviews import PROJECT FILE" in complaint
    if name != "x.zip":
        (tmp_path / "talks" / "good.txt").write_text("I: Ja?\nB: Nein.\nI: Gut.\nB: Ja.\n", encoding="utf-8")
        status, printed, complaint = interviews("read", tmp_path / "talks")
        assert status == 0
        assert "good.txt" in printed
        assert "interviews import PROJECT FILE" in complaint


def test_an_exchange_shows_counts_and_losses_and_no_names(foreign):
    exchange = iv.read_exchange(foreign)
    for shown in (repr(exchange), str(exchange), exchange._repr_html_()):
        assert "2 transcripts" in shown
        assert "7 codings" in shown
        assert not any(name in shown for name in NAMES)
