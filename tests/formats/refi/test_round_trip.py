"""What goes out comes back: the same study, the same GUIDs, the same bytes."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings

from interviews.formats.refi import check_structure, read_qdpx, write_qdpx
from interviews.model import Exchange
from tests.formats.refi.studies import entries_of, exchanges, plain


@pytest.mark.slow
@given(exchanges())
def test_a_study_comes_back_as_it_went(study: Exchange) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path, again = Path(folder) / "a.qdpx", Path(folder) / "b.qdpx"
        write_qdpx(study, path)
        back = read_qdpx(path)
        assert plain(back) == plain(study)
        assert back.origin == "interviews"
        write_qdpx(back, again)
        assert path.read_bytes() == again.read_bytes()


@pytest.mark.slow
@given(exchanges())
@settings(max_examples=30)
def test_every_export_is_valid(shared_schema: object, study: Exchange) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.qdpx"
        write_qdpx(study, path)
        content = entries_of(path)["project.qde"]
    assert check_structure(content) == ()
    from lxml import etree

    shared_schema.assertValid(etree.fromstring(content))  # type: ignore[attr-defined]


@pytest.fixture(scope="module")
def shared_schema(shared_data: Path) -> object:
    from lxml import etree

    return etree.XMLSchema(etree.parse(str(shared_data / "refi" / "Project-mrt2019.xsd")))
