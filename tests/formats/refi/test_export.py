"""What an export holds, what others can make of it, and that it is there wholly or not at all."""

import io
import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType

import pytest

from interviews.errors import MisuseError
from interviews.formats.refi import StructureError, open_medium, read_qdpx, write_qdpx
from interviews.formats.refi import export as writing
from interviews.model import (
    Case,
    Code,
    Codebook,
    Coder,
    Coding,
    Exchange,
    Group,
    Link,
    Medium,
    Memo,
    Participant,
    Role,
    SourceNote,
    Span,
    Speaker,
    Transcript,
    Turn,
)
from tests.formats.refi.studies import entries_of, plain, write_entries

TEXT = "I: Wie war's? 👍\nB: Gut, danke.\n"
NOW = datetime(2026, 3, 1, 12, 0, 0, 5, tzinfo=UTC)


def number(value: int) -> str:
    return f"0190a1b2-0000-7000-8000-{value:012d}"


TURNS = (
    Turn(1, Span(3, 15), "I", Role.INTERVIEWER, Span(0, 2), 0, 4000),
    Turn(2, Span(19, 30), "B", Role.INTERVIEWEE, Span(16, 18), 4000, 9000),
)
SPEAKERS = (Speaker("I", Role.INTERVIEWER), Speaker("B", Role.INTERVIEWEE, "P1"))


@pytest.fixture
def study() -> Exchange:
    text = Transcript("Gespräch", TEXT, TURNS, SPEAKERS, "de", "Hafen", 1, number(1), None, "docx")
    codes = (Code("Ort", "Worum es geht", "hier", memo="Notiz am Code"), Code("Ort/Haus"))
    coding = Coding(text.id, Span(19, 22), "Ort/Haus", "c1", 1, "Merkzettel", 0.5, 3, number(2), NOW)
    return Exchange(
        "Studie",
        transcripts=(text,),
        codebook=Codebook("Buch", 3, codes),
        codings=(coding, replace(coding, id=number(3), coder="c2", memo="")),
        coders=(Coder("c1"), Coder("c2")),
        participants=(Participant("P1", "Hafen", MappingProxyType({"Alter": "34"})),),
        cases=(Case("Hafen", MappingProxyType({"Lage": "Norden"})),),
        memos=(
            Memo(number(1), "Zum Gespräch", "c1", number(4), NOW),
            Memo(number(2), "Zur Codierung", "c1", number(5), NOW),
            Memo("", "Zur Studie", "c2", number(6), NOW),
            Memo("Hafen", "Zum Fall", "c2", number(7), NOW),
        ),
        groups=(Group("Gruppe", (("transcript", number(1)), ("memo", number(4))), "Worte", number(8)),),
        links=(Link(("coding", number(2)), ("memo", number(6)), "weil", "one-way", "#112233", number(9)),),
        types=MappingProxyType({"Alter": "Integer"}),
        anonymized=True,
    )


def test_everything_travels(tmp_path: Path, study: Exchange) -> None:
    write_qdpx(study, tmp_path / "a.qdpx")
    assert plain(read_qdpx(tmp_path / "a.qdpx")) == study


def without_ours(path: Path) -> Path:
    files = {name: content for name, content in entries_of(path).items() if name != "interviews.json"}
    return write_entries(path.with_name("fremd.qdpx"), files)


def test_other_programs_get_what_the_standard_can_say(tmp_path: Path, study: Exchange) -> None:
    write_qdpx(study, tmp_path / "a.qdpx")
    other = read_qdpx(without_ours(tmp_path / "a.qdpx"))
    assert not other.unverified
    assert [(c.span, c.code, c.coder, c.memo, c.created) for c in other.codings] == [
        (c.span, c.code, c.coder, c.memo, c.created) for c in study.codings
    ]
    assert [(one.name, one.text) for one in other.transcripts] == [("Gespräch", TEXT)]
    assert other.codebook is not None
    assert study.codebook is not None
    assert [replace(code, memo="") for code in study.codebook] == list(other.codebook)
    assert [(case.name, dict(case.attributes)) for case in other.cases] == [
        ("Hafen", {"Lage": "Norden"}),
        ("P1", {"Alter": "34"}),
    ]
    assert other.transcripts[0].case == "Hafen"
    assert other.types == study.types
    assert {(memo.about, memo.text) for memo in other.memos} == {
        (number(1), "Zum Gespräch"),
        (number(2), "Zur Codierung"),
        ("", "Zur Studie"),
        ("", "Zum Fall"),
        ("Ort", "Notiz am Code"),
    }
    assert other.links == study.links
    assert other.groups[0] == study.groups[0]


def test_cases_and_values_are_also_sets_and_do_not_come_back_as_groups(tmp_path: Path, study: Exchange) -> None:
    write_qdpx(study, tmp_path / "a.qdpx")
    xml = entries_of(tmp_path / "a.qdpx")["project.qde"].decode()
    for name in ("Hafen", "Lage: Norden", "Alter: 34"):
        assert f'name="{name}"><MemberSource' in xml.replace("\n", "")
    assert read_qdpx(tmp_path / "a.qdpx").groups == study.groups
    other = read_qdpx(without_ours(tmp_path / "a.qdpx"))
    assert [group.name for group in other.groups] == ["Gruppe", "Alter: 34"]  # of the participant, who is a case there
    write_qdpx(other, tmp_path / "b.qdpx")
    assert [group.name for group in read_qdpx(tmp_path / "b.qdpx").groups] == ["Gruppe", "Alter: 34"]


def test_a_project_edited_elsewhere_is_read_as_it_now_is(tmp_path: Path, study: Exchange) -> None:
    write_qdpx(study, tmp_path / "a.qdpx")
    files = entries_of(tmp_path / "a.qdpx")
    files["project.qde"] = files["project.qde"].replace(b'name="Haus"', b'name="Heim"')
    again = read_qdpx(write_entries(tmp_path / "b.qdpx", files))
    assert again.codebook is not None
    assert [code.path for code in again.codebook] == ["Ort", "Ort/Heim"]
    assert not again.anonymized
    assert any("was changed after" in problem.message for problem in again.problems)


def test_a_text_edited_elsewhere_is_read_as_it_now_is(tmp_path: Path, study: Exchange) -> None:
    write_qdpx(study, tmp_path / "a.qdpx")
    files = entries_of(tmp_path / "a.qdpx")
    name = f"sources/{number(1).upper()}.txt"
    files[name] = files[name].replace(b"Gut", b"Toll")
    again = read_qdpx(write_entries(tmp_path / "b.qdpx", files))
    assert "Toll" in again.transcripts[0].text
    assert again.unverified == {coding.id for coding in again.codings}


def test_the_file_has_the_form_of_the_standard(tmp_path: Path, study: Exchange) -> None:
    write_qdpx(study, tmp_path / "a.qdpx")
    files = entries_of(tmp_path / "a.qdpx")
    assert set(files) >= {"project.qde", f"sources/{number(1).upper()}.txt", "interviews.json"}
    assert files[f"sources/{number(1).upper()}.txt"] == TEXT.encode()
    xml = files["project.qde"].decode()
    assert "basePath" not in xml
    assert "currentPath" not in xml
    with zipfile.ZipFile(tmp_path / "a.qdpx") as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_notes_on_a_text_as_read_travel_only_with_it(tmp_path: Path, study: Exchange) -> None:
    note = SourceNote("comment", "Randbemerkung", "Ko Dierer", Span(3, 6))
    noted = replace(study, transcripts=(replace(study.transcripts[0], notes=(note,)),))
    problems = write_qdpx(noted, tmp_path / "a.qdpx")
    assert any("SourceNote: 1 of an anonymized transcript, left out" in one.message for one in problems)
    shown = b"".join(entries_of(tmp_path / "a.qdpx").values())
    assert b"Randbemerkung" not in shown
    assert b"Dierer" not in shown
    raw = replace(noted, anonymized=False)
    write_qdpx(raw, tmp_path / "b.qdpx")
    assert plain(read_qdpx(tmp_path / "b.qdpx")) == raw
    other = read_qdpx(without_ours(tmp_path / "b.qdpx"))
    assert other.transcripts[0].notes == (note,)


def test_codings_that_have_no_place_are_left_out_and_reported(tmp_path: Path, study: Exchange) -> None:
    coding = study.codings[0]
    lost = (
        replace(coding, id=number(21), transcript=number(99)),
        replace(coding, id=number(22), version=7),
        replace(coding, id=number(23), span=Span(0, 999)),
    )
    problems = write_qdpx(replace(study, codings=(lost[0], *study.codings, *lost[1:])), tmp_path / "a.qdpx")
    assert sum(one.message.startswith("Coding: 1") and "left out" in one.message for one in problems) == 3
    assert read_qdpx(tmp_path / "a.qdpx").codings == study.codings


def test_media_travel_as_files(tmp_path: Path, study: Exchange) -> None:
    text = study.transcripts[0].id
    media = (
        Medium("Aufnahme.m4a", "audio", "", text, number(31)),
        Medium("Blatt.pdf", "pdf", "", text, number(32)),
        Medium("Haus.PNG", "picture", "", None, number(33)),
    )
    carried = replace(study, media=media)
    problems = write_qdpx(carried, tmp_path / "a.qdpx", media=lambda medium: io.BytesIO(medium.name.encode()))
    assert not any("without its file" in problem.message for problem in problems)
    again = read_qdpx(tmp_path / "a.qdpx")
    assert plain(again) == carried
    for medium in again.media:
        with open_medium(tmp_path / "a.qdpx", medium) as stream:
            assert stream.read() == medium.name.encode()
    assert again.media[0].entry == f"sources/{number(31).upper()}.m4a"
    other = read_qdpx(without_ours(tmp_path / "a.qdpx"))
    assert [(one.kind, one.transcript) for one in other.media] == [("pdf", text), ("audio", text), ("picture", None)]
    assert [turn.start_ms for turn in other.transcripts[0].turns] == [0, 4000]
    assert [turn.end_ms for turn in other.transcripts[0].turns] == [4000, 9000]
    assert len(other.codings) == 2


def test_media_without_their_files_keep_their_names(tmp_path: Path, study: Exchange) -> None:
    carried = replace(study, media=(Medium("Aufnahme.m4a", "audio", "", study.transcripts[0].id, number(31)),))
    problems = write_qdpx(carried, tmp_path / "a.qdpx")
    assert any(problem.message == "AudioSource: 1 without its file: only its name is written" for problem in problems)
    assert plain(read_qdpx(tmp_path / "a.qdpx")) == carried


def test_a_medium_above_the_limit_of_the_standard_is_reported(
    tmp_path: Path, study: Exchange, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writing, "MEDIUM_BYTES", 10)
    carried = replace(study, media=(Medium("a.mp3", "audio", "", None, number(31)),))
    problems = write_qdpx(carried, tmp_path / "a.qdpx", media=lambda medium: io.BytesIO(bytes(11)))
    assert any("larger than 2 GB" in problem.message for problem in problems)
    assert not any(name.endswith(".mp3") for name in entries_of(tmp_path / "a.qdpx"))


def test_an_export_that_would_break_the_standard_is_not_written(
    tmp_path: Path, study: Exchange, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.qdpx"
    path.write_bytes(b"before")
    monkeypatch.setattr(writing, "users", lambda draft: ["<Users/>"])
    with pytest.raises(StructureError):
        write_qdpx(study, path)
    assert path.read_bytes() == b"before"
    assert [one.name for one in tmp_path.iterdir()] == ["a.qdpx"]


def test_a_folder_that_is_not_there_is_a_sentence(tmp_path: Path, study: Exchange) -> None:
    with pytest.raises(MisuseError, match="cannot be written"):
        write_qdpx(study, tmp_path / "absent" / "a.qdpx")


def test_foreign_guids_that_are_malformed_or_doubled_are_replaced(tmp_path: Path, study: Exchange) -> None:
    doubled = number(50).upper()
    ids = {f"coding:{number(2)}": doubled, f"coding:{number(3)}": doubled, "coder:c1": "keine"}
    problems = write_qdpx(replace(study, ids=MappingProxyType(ids)), tmp_path / "a.qdpx")
    assert any(problem.message.startswith("guid: 2 malformed or used twice") for problem in problems)
    assert len(read_qdpx(tmp_path / "a.qdpx").codings) == 2


def test_problems_of_an_export_name_nobody(tmp_path: Path, study: Exchange) -> None:
    problems = write_qdpx(replace(study, memos=(), links=(Link(("memo", "x"), ("memo", "y")),)), tmp_path / "a.qdpx")
    shown = " ".join(problem.message for problem in problems)
    assert "Link: 1 with an end" in shown
    assert not any(word in shown for word in ("Hafen", "c1", "P1", "Ort", "Gespräch"))
