"""Memos and codebooks do not bring names back in; what is taken in twice counts once."""

from pathlib import Path

import pytest

import interviews as iv
from interviews.errors import MisuseError
from interviews.model import Memo
from tests.small_study import CODEBOOK, NAMES, make_study


@pytest.fixture(scope="module")
def study(tmp_path_factory):
    with make_study(tmp_path_factory.mktemp("study")) as project:
        yield project


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_a_memo_that_names_somebody_is_left_out_and_its_coding_stays(study, tmp_path):
    file = write(tmp_path / "k.csv", "transcript,start,end,code,coder,memo\na1,0,2,Wohnen,c9,wie Frau Yılmaz sagt\n")
    saved = study.save(iv.read_codings(file)[0])
    assert "PER-" in str(saved)
    assert not any(name in str(saved) for name in NAMES)
    assert study.codings.where(coder="c9").table()["memo"].tolist() == [""]
    assert not any("Yılmaz".encode() in path.read_bytes() for path in study.folder.rglob("*") if path.is_file())


def test_codings_that_are_taken_in_twice_are_there_once(study, tmp_path):
    file = write(tmp_path / "k.csv", "transcript,start,end,code,coder\na1,0,2,Wohnen,c8\na1,0,2,Wohnen,c8\n")
    for _ in range(2):
        saved = study.save(iv.read_codings(file)[0])
    assert "there already" in str(saved)
    assert len(study.codings.where(coder="c8")) == 1


def test_a_memo_about_somebody_who_was_replaced_is_refused(study):
    with pytest.raises(MisuseError, match=r"PER-\d+") as refusal:
        study.save(Memo(study.transcripts[0].id, "Das ist Frau Yılmaz.", "c1"))
    assert "Yılmaz" not in str(refusal.value)


def test_a_codebook_that_names_somebody_is_told_by_the_number_of_its_code(study, tmp_path):
    text = CODEBOOK.replace("version: 1", "version: 2").replace("Was sie kostet.", "Wie bei Frau Yılmaz.")
    saved = study.save(iv.read_codebook(write(tmp_path / "b.yaml", text)))
    assert "codebook, code 3: it names PER-" in str(saved)


def test_an_export_into_a_folder_is_refused(study, tmp_path):
    with pytest.raises(MisuseError, match="is a folder"):
        iv.export(study.codings, tmp_path, project=study)


def test_an_original_on_its_way_to_the_store_is_refused_without_its_name(study):
    original = study.vault.originals()[0]
    with pytest.raises(MisuseError, match="is an original") as refusal:
        study.store.add_transcripts([original], author="lead")
    assert original.name not in str(refusal.value)
