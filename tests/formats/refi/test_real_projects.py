"""Real exports read completely: counts per element against the XML itself."""

import re
import zipfile
from collections import Counter
from pathlib import Path

import pytest
from lxml import etree

from interviews.formats.refi import check_structure, read_qdc, read_qdpx, write_qdc, write_qdpx
from interviews.model import Exchange
from tests.formats.refi.studies import plain

FILES = [
    "skyloom/Project.qde",
    "skyloom/TestProject.qdpx",
    "ponte/blank-atlas-project.qdpx",
    "ponte/target-atlas-project.qdpx",
    "paper_themes/2025-06-16_ICLS_Conf_Themes_ALL_just10.zip",
    "paper_themes/project.qde",
    "paper_themes/project_with_generated_codes.qde",
]


def xml_of(path: Path) -> bytes:
    if path.suffix == ".qde":
        return path.read_bytes()
    with zipfile.ZipFile(path) as archive:
        return archive.read(next(name for name in archive.namelist() if name.casefold().endswith(".qde")))


def counts_of(content: bytes) -> Counter[str]:
    root = etree.fromstring(content)
    found = Counter(etree.QName(element).localname for element in root.iter() if isinstance(element.tag, str))
    path = "//*[local-name()='{}']/*[local-name()='Coding']"
    found["text coding"] = len(root.xpath(path.format("PlainTextSelection")))
    return found


def message(study: Exchange, pattern: str) -> str:
    return next((one.message for one in study.problems if re.search(pattern, one.message)), "")


@pytest.mark.parametrize("name", FILES)
def test_every_element_is_read_or_reported(shared_data: Path, name: str) -> None:
    path = shared_data / "refi" / name
    study, counts = read_qdpx(path), counts_of(xml_of(path))
    assert len(study.codebook or ()) == counts["Code"]
    assert len(study.coders) == counts["User"]
    assert len(study.codings) == counts["text coding"]
    assert len(study.groups) == counts["Set"]
    assert len(study.links) == counts["Link"]
    assert len(study.memos) == counts["Note"]
    assert len(study.cases) == counts["Case"]
    texts = counts["TextSource"] + len(
        etree.fromstring(xml_of(path)).xpath("//*[local-name()='PDFSource']/*[local-name()='Representation']")
    )
    assert len(study.transcripts) == texts
    media = sum(counts[kind] for kind in ("PDFSource", "PictureSource", "AudioSource", "VideoSource"))
    assert len(study.media) == media
    for element in ("PDFSelection", "PictureSelection", "VideoSelection", "Graph", "Vertex", "Edge"):
        assert (f"{element}: {counts[element]} left out" in message(study, f"^{element}:")) == bool(counts[element])
    lost = sum(int(one.message.split()[1]) for one in study.problems if one.message.startswith("Coding: "))
    assert len(study.codings) + lost == counts["Coding"]


@pytest.mark.parametrize("name", FILES)
def test_real_projects_survive_a_round_trip(shared_data: Path, tmp_path: Path, name: str) -> None:
    study = read_qdpx(shared_data / "refi" / name)
    write_qdpx(study, tmp_path / "a.qdpx")
    again = read_qdpx(tmp_path / "a.qdpx")
    assert plain(again) == plain(study)
    write_qdpx(again, tmp_path / "b.qdpx")
    assert (tmp_path / "a.qdpx").read_bytes() == (tmp_path / "b.qdpx").read_bytes()
    schema = etree.XMLSchema(etree.parse(str(shared_data / "refi" / "Project-mrt2019.xsd")))
    schema.assertValid(etree.fromstring(xml_of(tmp_path / "a.qdpx")))
    before, after = xml_of(shared_data / "refi" / name).decode(), xml_of(tmp_path / "a.qdpx").decode()
    kinds = "User|Code|TextSource|PlainTextSelection|Set|Link|Note"
    assert guids(kinds, after) == guids(kinds, before) - {""}


def guids(kinds: str, content: str) -> set[str]:
    """The GUIDs of these elements, those of texts in PDFs among them."""
    elements = re.findall(rf"<(?:{kinds}|Representation)\b([^>]*)>", content)
    named = [element for element in elements if "name=" in element]
    return {re.findall(r'\bguid="([^"]*)"', element)[0] for element in named}


def test_the_sample_of_the_vendor(shared_data: Path) -> None:
    for name in FILES[:2]:
        path = shared_data / "refi" / name
        study = read_qdpx(path)
        assert "2 used more than once" in message(study, "^guid")
        base = re.findall(r'basePath="([^"]*)"', xml_of(path).decode())[0]
        assert not any(base in one.message for one in study.problems)
        assert "0 of 8 verified" in message(study, "verified")
        assert study.unverified == {coding.id for coding in study.codings}
        assert "TextSource: 6 without its text" in message(study, "^TextSource")
        linked = next(one for one in study.media if one.transcript == study.transcripts[2].id)
        assert linked.kind == "video"


def test_a_project_whose_schema_error_is_known(shared_data: Path) -> None:
    good = check_structure(xml_of(shared_data / "refi" / FILES[5]))
    bad = check_structure(xml_of(shared_data / "refi" / FILES[6]))
    assert (len(good), len(bad)) == (0, 1)
    assert message(read_qdpx(shared_data / "refi" / FILES[6]), "breaks rules")


def test_a_real_codebook(shared_data: Path, tmp_path: Path) -> None:
    study = read_qdc(shared_data / "refi" / "uto_tag" / "codebook.qdc")
    assert study.codebook is not None
    assert len(study.codebook) == 3
    assert "Sets: it is empty" in message(study, "breaks rules")
    write_qdc(study.codebook, tmp_path / "codes.qdc", ids=study.ids)
    again = read_qdc(tmp_path / "codes.qdc")
    assert again.codebook is not None
    assert (again.codebook.codes, again.ids) == (study.codebook.codes, study.ids)
