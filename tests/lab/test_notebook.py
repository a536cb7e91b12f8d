"""The workspace in a notebook: which page a cell shows, what the kernel answers, and what a notebook keeps of it."""

import json
import os
import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from interviews import lab
from interviews.errors import MisuseError
from interviews.lab import notebook
from interviews.lab.workspace.questions import answer
from interviews.lab.workspace.workspace import Workspace
from interviews.model import new_id
from tests.small_study import make_study


@pytest.fixture
def study(tmp_path):
    with make_study(tmp_path) as project:
        yield project


def an_act(study):
    told = study.store.transcript("a1")
    place = {"transcript": told.id, "version": told.version, "start": 3, "end": 9}
    return {"op": "add", "id": new_id(), "code": "Wohnen"} | place


def serve(monkeypatch, folder: Path, **fields):
    """As if a Jupyter server in this folder had started this process."""
    told = {"root_dir": str(folder), "base_url": "/user/anna/"} | fields
    (folder / f"jpserver-{os.getppid()}.json").write_text(json.dumps(told), encoding="utf-8")
    monkeypatch.setenv("JUPYTER_RUNTIME_DIR", str(folder))


def test_the_page_is_that_of_the_server_that_started_the_kernel(monkeypatch, study):
    root = study.folder.parent
    serve(monkeypatch, root)
    assert notebook.page_of(study.folder, "c1") == "/user/anna/interviews?project=study&coder=c1"
    assert notebook.page_of(root.parent, "c1") == ""  # outside the server's folder
    serve(monkeypatch, root, root_dir=None)
    assert notebook.page_of(study.folder, "c1") == ""
    monkeypatch.setenv("JUPYTER_RUNTIME_DIR", str(root / "elsewhere"))
    assert notebook.page_of(study.folder, "c1") == ""


def test_a_missing_package_is_told_with_the_extra_that_brings_it(monkeypatch, study):
    monkeypatch.setattr(notebook, "find_spec", lambda _: None)
    with pytest.raises(MisuseError, match=r"interviews\[lab\]"):
        lab.code(study, coder="c1")


def test_a_coder_has_a_short_name(study):
    pytest.importorskip("anywidget")
    with pytest.raises(MisuseError, match="short name"):
        lab.code(study, coder="c 1")


def test_the_kernel_saves_acts_and_says_why_it_refuses(study):
    workspace = Workspace(study, "c5")
    told = answer(workspace, "GET", "study")["answer"]["transcripts"][0]
    assert answer(workspace, "GET", f"transcripts/{told['id']}")["answer"]["name"] == "a1"
    act = an_act(study)
    assert answer(workspace, "POST", "acts", [act])["answer"][0]["saved"]
    assert [one.id for one in study.coding_records if one.coder == "c5"] == [act["id"]]
    assert "done" in answer(workspace, "POST", "undo")["answer"]
    assert answer(workspace, "GET", "transcripts/none")["problem"]
    assert answer(workspace, "GET", "queries") == {
        "problem": "this is told by a Jupyter server only: interviews code opens one",
        "refused": True,
    }


def test_messages_from_many_threads_are_all_saved(study):
    pytest.importorskip("anywidget")
    widget = lab.code(study, coder="c5")

    def send(_):
        asked = {"id": new_id(), "method": "POST", "what": "acts", "body": [an_act(study)]}
        return widget._answer(asked)["answer"][0]["saved"]

    with ThreadPoolExecutor(8) as many:
        assert all(many.map(send, range(40)))
    assert sum(one.coder == "c5" for one in study.coding_records) == 40


def test_modules_that_come_as_messages_import_each_other_by_names_that_are_there():
    pytest.importorskip("anywidget")
    from interviews.lab.widget import page_files

    modules = page_files()["modules"]
    imported = {
        name for source in modules.values() for name in re.findall(r'^[^/*]*from "(.*)";$', source, re.MULTILINE)
    }
    assert imported <= set(modules)
    assert not [name for name, source in modules.items() if re.search(r'from "\.', source)]


@pytest.mark.slow
def test_a_notebook_that_was_run_keeps_no_word_of_a_text(study):
    pytest.importorskip("anywidget")
    nbformat, nbclient = pytest.importorskip("nbformat"), pytest.importorskip("nbclient")
    cell = "import interviews as iv\nfrom interviews import lab\nlab.code(iv.open('study'), coder='c5')"
    made = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell)])
    resources = {"metadata": {"path": str(study.folder.parent)}}
    nbclient.NotebookClient(made, timeout=120, resources=resources, store_widget_state=True).execute()
    kept = json.dumps(made.metadata["widgets"], ensure_ascii=False)
    assert "anywidget" in kept
    assert str(study.folder.parent) not in kept
    texts = [one.text for one in study.transcripts] + [
        str(code.definition) for code in study.codebook if code.definition
    ]
    for word in {word for text in texts for word in re.findall(r"\w{6,}", text)}:
        assert word not in kept, word
