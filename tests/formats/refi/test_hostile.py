"""Hostile and broken projects cost little and hurt nothing; what can be read of them is read."""

import contextlib
import time
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviews.errors import MisuseError, Severity
from interviews.formats.refi import container, open_medium, read_qdc, read_qdpx, write_qdpx
from interviews.formats.refi.grammar import PROJECT
from interviews.model import Medium
from tests.formats.refi.dialects import Dialect, upper, write
from tests.formats.refi.studies import entries_of, write_entries

pytestmark = pytest.mark.slow  # many generated files and records

HEAD = f'<?xml version="1.0"?><Project xmlns="{PROJECT}" name="x">'


def project(body: str) -> bytes:
    return f"{HEAD}{body}</Project>".encode()


def read_xml(tmp_path: Path, body: str, **entries: bytes) -> object:
    return read_qdpx(write_entries(tmp_path / "a.qdpx", {"project.qde": project(body), **entries}))


def nothing_but(path: Path) -> list[str]:
    return sorted(one.name for one in path.parent.iterdir())


BOMB = """<?xml version="1.0"?><!DOCTYPE Project [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>
<Project name="&b;"/>"""
OUTSIDE = (
    '<?xml version="1.0"?><!DOCTYPE Project [<!ENTITY a SYSTEM "file:///etc/passwd">]><Project name="x">&a;</Project>'
)


@pytest.mark.parametrize("content", [BOMB.encode(), OUTSIDE.encode(), BOMB.encode("utf-16")])
def test_document_types_are_refused_before_any_entity_exists(tmp_path: Path, content: bytes) -> None:
    for read in (read_qdpx, read_qdc):
        path = tmp_path / "a.qde"
        path.write_bytes(content)
        with pytest.raises(MisuseError, match="declares a document type"):
            read(path)
    with pytest.raises(MisuseError, match="declares a document type"):
        read_qdpx(write_entries(tmp_path / "a.qdpx", {"project.qde": content}))


def test_a_text_that_unpacks_to_gigabytes_is_left_out(tmp_path: Path) -> None:
    files = write(Dialect())
    files[f"sources/{upper('Olena')}.txt"] = b"a" * (80 * 2**20)
    began = time.process_time()
    study = read_qdpx(write_entries(tmp_path / "a.qdpx", files))
    assert time.process_time() - began < 10
    assert [len(one.text) > 0 for one in study.transcripts] == [True, False]
    assert any("damaged, too large or no text" in problem.message for problem in study.problems)


def test_a_project_file_that_unpacks_to_gigabytes_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.qdpx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("project.qde", "w") as entry:
        entry.write(HEAD.encode())
        for _ in range(30):
            entry.write(b" " * 2**20)
    with pytest.raises(MisuseError, match="far more than a study holds"):
        read_qdpx(path)


def test_millions_of_elements_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("interviews.formats.refi.stream.ELEMENTS", 1_000)
    with pytest.raises(MisuseError, match="far more than any study"):
        read_xml(tmp_path, "<a/>" * 2_000)


@pytest.mark.parametrize("cut", [10, 200, 2_000, -30])
def test_a_truncated_zip_is_refused_in_a_sentence(tmp_path: Path, cut: int) -> None:
    path = write_entries(tmp_path / "a.qdpx", write(Dialect()))
    path.write_bytes(path.read_bytes()[:cut])
    with pytest.raises(MisuseError, match=r"^a\.qdpx is damaged"):
        read_qdpx(path)


@pytest.mark.parametrize("content", [b"", b"PK", b"%PDF-1.4", b"\x00" * 100, b"hello"])
def test_what_is_no_project_is_refused_in_a_sentence(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.qdpx"
    path.write_bytes(content)
    with pytest.raises(MisuseError):
        read_qdpx(path)
    with pytest.raises(MisuseError):
        read_qdpx(tmp_path / "absent.qdpx")
    with pytest.raises(MisuseError, match="holds no project"):
        read_qdpx(write_entries(tmp_path / "b.zip", {"a.txt": content}))


OWN = {".mx24": "MAXQDA", ".NVPX": "NVivo", ".atlproj23": "ATLAS.ti", ".hpr7": "ATLAS.ti", ".qda": "QualCoder"}


@pytest.mark.parametrize("suffix", OWN)
def test_the_own_file_of_a_program_is_refused_with_what_to_export_there(tmp_path: Path, suffix: str) -> None:
    path, program = tmp_path / f"a{suffix}", OWN[suffix]
    for content in (b"", b"SQLite format 3\0", b"PK\3\4"):
        path.write_bytes(content)
        with pytest.raises(MisuseError, match=f"as {program} keeps it for itself: export it there"):
            read_qdpx(path)
    write_entries(path, {"a.db": b"x"})
    with pytest.raises(MisuseError, match=program):
        read_qdpx(path)
    path.unlink()
    path.mkdir()
    with pytest.raises(MisuseError, match=program):
        read_qdpx(path)
    assert read_qdpx(write_entries(tmp_path / f"b{suffix}", write(Dialect()))).codings  # content decides


def test_an_entry_without_a_name_stops_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.qdpx"
    nameless = zipfile.ZipInfo("x")
    nameless.filename = ""
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("project.qde", project(""))
        archive.writestr(nameless, b"")
    assert read_qdpx(path).transcripts == ()


def test_damaged_xml_is_read_up_to_the_damage(tmp_path: Path) -> None:
    files = write(Dialect())
    files["project.qde"] = files["project.qde"][: files["project.qde"].index(b"<Notes>")] + b"<<<"
    study = read_qdpx(write_entries(tmp_path / "a.qdpx", files))
    assert len(study.codings) == 7
    assert any("damaged" in problem.message and problem.severity is Severity.ERROR for problem in study.problems)


@pytest.mark.parametrize(
    "path",
    [
        "internal://../../secret.txt",
        "absolute:///etc/passwd",
        "relative://../secret.txt",
        "/etc/passwd",
        "..",
        "",
        "file:///x",
    ],
)
def test_paths_never_lead_out_of_the_file(tmp_path: Path, path: str) -> None:
    (tmp_path / "secret.txt").write_text("geheim")
    guid = upper("a")
    body = f'<Sources><TextSource guid="{guid}" name="t" plainTextPath="{path}"/></Sources>'
    target = tmp_path / "inner"
    target.mkdir()
    study = read_qdpx(
        write_entries(
            target / "a.qdpx", {"project.qde": project(body), "../secret.txt": b"x", "sources/../b.txt": b"y"}
        )
    )
    assert study.transcripts[0].text == ""
    assert nothing_but(target / "a.qdpx") == ["a.qdpx"]


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("-5", "3"),
        ("0", "99999999999999999"),
        ("9" * 40, "1"),
        ("x", "y"),
        ("", ""),
        ("1.5", "2"),
        ("NaN", "inf"),
        ("7", "2"),
    ],
)
def test_wrong_offsets_are_moved_inside_and_marked(tmp_path: Path, start: str, end: str) -> None:
    files = write(Dialect())
    xml = files["project.qde"].decode()
    begin = xml.index("startPosition")
    xml = xml[:begin] + f'startPosition="{start}" endPosition="{end}"' + xml[xml.index('" creatingUser', begin) + 1 :]
    study = read_qdpx(write_entries(tmp_path / "a.qdpx", {**files, "project.qde": xml.encode()}))
    assert len(study.codings) == 7
    texts = {one.id: one.text for one in study.transcripts}
    assert all(coding.span.end <= len(texts[coding.transcript]) for coding in study.codings)
    assert len(study.unverified) == 1
    assert any("moved to the nearest place" in problem.message for problem in study.problems)
    write_qdpx(study, tmp_path / "b.qdpx")


def test_references_to_nothing_are_problems(tmp_path: Path) -> None:
    files = write(Dialect())
    absent = upper("absent")
    xml = files["project.qde"].decode()
    xml = xml.replace(f'<CodeRef targetGUID="{upper("Nachbarn")}"', f'<CodeRef targetGUID="{absent}"')
    xml = xml.replace(f'<MemberSource targetGUID="{upper("Anna")}"', f'<MemberSource targetGUID="{absent}"')
    xml = xml.replace("</Project>", "").replace(
        "<Sets>", f'<Links><Link guid="{upper("l")}" originGUID="{absent}"/></Links><Sets>'
    )
    study = read_qdpx(write_entries(tmp_path / "a.qdpx", {**files, "project.qde": f"{xml}</Project>".encode()}))
    shown = " ".join(problem.message for problem in study.problems)
    assert "CodeRef: 3 leads to no code" in shown
    assert "MemberSource: 1 leads nowhere" in shown
    assert "Link: 1 with an end that leads nowhere" in shown
    assert [len(one.notes) for one in study.transcripts] == [1, 1]  # passages that lost their only code


def test_code_trees_of_a_thousand_levels_are_read_and_written(tmp_path: Path) -> None:
    codes = (
        "".join(f'<Code guid="{upper(str(n))}" name="c{n}" isCodable="true">' for n in range(1_000)) + "</Code>" * 1_000
    )
    study = read_xml(tmp_path, f"<CodeBook><Codes>{codes}</Codes></CodeBook>")
    write_qdpx(study, tmp_path / "b.qdpx")  # type: ignore[arg-type]
    again = read_qdpx(tmp_path / "b.qdpx")
    assert again.codebook is not None
    assert again.codebook.codes[-1].path.count("/") == 999


def test_names_of_ten_thousand_characters_in_deep_trees_do_not_fill_the_memory(tmp_path: Path) -> None:
    name = "n" * 10_000
    codes = (
        "".join(f'<Code guid="{upper(str(n))}" name="{name}{n}" isCodable="true">' for n in range(900))
        + "</Code>" * 900
    )
    (tmp_path / "a.qde").write_bytes(project(f"<CodeBook><Codes>{codes}</Codes></CodeBook>"))
    study = read_qdpx(tmp_path / "a.qde")
    assert study.codebook is not None
    assert len(study.codebook) == 900
    assert sum(len(code.path) for code in study.codebook) < 60_000_000


@pytest.mark.slow
def test_equal_names_by_the_thousand_take_no_quadratic_time(tmp_path: Path) -> None:
    codes = "".join(f'<Code guid="{upper(str(n))}" name="gleich" isCodable="true"/>' for n in range(20_000))
    cases = "".join(f'<Case guid="{upper("c" + str(n))}" name="gleich"/>' for n in range(20_000))
    users = "".join(f'<User guid="{upper("u" + str(n))}" name="gleich"/>' for n in range(20_000))
    began = time.process_time()
    study = read_xml(
        tmp_path, f"<Users>{users}</Users><CodeBook><Codes>{codes}</Codes></CodeBook><Cases>{cases}</Cases>"
    )
    assert len(study.codebook) == len(study.cases) == len(study.coders) == 20_000  # type: ignore[attr-defined]
    assert time.process_time() - began < 15


def test_a_medium_is_read_as_a_stream_with_a_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write_entries(tmp_path / "a.qdpx", {"project.qde": project(""), "sources/a.mp3": b"a" * 5_000})
    medium = Medium("a", "audio", "sources/a.mp3")
    with open_medium(path, medium) as stream:
        assert stream.read() == b"a" * 5_000
    monkeypatch.setattr(container, "MEDIUM_BYTES", 4_000)
    with open_medium(path, medium) as stream, pytest.raises(MisuseError, match="larger than 2 GB"):
        stream.read()
    for entry in ("", "sources/b.mp3", "../a"):
        with pytest.raises(MisuseError), open_medium(path, Medium("a", "audio", entry)) as stream:
            stream.read()


@pytest.mark.parametrize(
    "value", [b"", b"{", b"[]", b"{}", b'{"project_sha256":"x"}', b"[" * 100_000, b"\xff\xfe\x00", b"NaN"]
)
def test_what_we_add_ourselves_is_not_trusted(tmp_path: Path, value: bytes) -> None:
    study = read_qdpx(write_entries(tmp_path / "a.qdpx", {**write(Dialect()), "interviews.json": value}))
    assert len(study.codings) == 7


@given(st.integers(0, 10**6), st.binary(min_size=1, max_size=4))
def test_damaged_bytes_raise_nothing_but_a_sentence(where: int, damage: bytes) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.qdpx"
        files = write(Dialect(people="sources"))
        key = sorted(files)[where % len(files)]
        at = where % len(files[key])
        files[key] = files[key][:at] + damage + files[key][at + len(damage) :]
        try:
            study = read_qdpx(write_entries(path, files))
            write_qdpx(study, Path(folder) / "b.qdpx")
        except MisuseError:
            pass
        content = path.read_bytes()
        at = where % len(content)
        path.write_bytes(content[:at] + damage + content[at + len(damage) :])
        with contextlib.suppress(MisuseError):
            read_qdpx(path)


@given(st.integers(0, 10**6), st.sampled_from([b"0", b"-1", b"null", b'"x"', b"1e999", b"[]", b"{}", b"9", b","]))
def test_damage_to_our_own_entry_is_noticed(where: int, damage: bytes) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        path, again = Path(folder) / "a.qdpx", Path(folder) / "b.qdpx"
        write_qdpx(read_qdpx(write_entries(path, write(Dialect()))), again)
        files = entries_of(again)
        content = files["interviews.json"]
        at = where % len(content)
        files["interviews.json"] = content[:at] + damage + content[at + len(damage) :]
        study = read_qdpx(write_entries(path, files))
        assert len(study.codings) == 7
        assert all(isinstance(one.name, str) and isinstance(one.text, str) for one in study.transcripts)
