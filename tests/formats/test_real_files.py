"""Real files: what is found in each, as it is written down beside what is truly there.

Each table in `real/` belongs to a folder of real files, listed in the order of their names; none of their words or
names stands there. How the figures were checked, and where a reading is imperfect, is in docs/real-files.md.
"""

import csv
import hashlib
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

from interviews.errors import Severity
from interviews.formats import SUFFIXES, Reading, State, read_file, read_many
from interviews.model import Role
from tests.conftest import REPOSITORY

TABLES = sorted((Path(__file__).parent / "real").glob("*.csv"))
HEADER = "number,digest,kind,turns,speakers,leading,timed,problems,true_turns,true_speakers,remark".split(",")
MEASURES = ("turns", "speakers", "leading", "timed")


def rows_of(table: Path) -> list[dict[str, str]]:
    with table.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def measures(reading: Reading) -> tuple[int, int, int, int]:
    """Turns, speakers, turns of interviewers, turns with a start time."""
    transcript = reading.transcript
    if transcript is None:
        return (0, 0, 0, 0)
    leading = sum(turn.role is Role.INTERVIEWER for turn in transcript.turns)
    timed = sum(turn.start_ms is not None for turn in transcript.turns)
    return (len(transcript.turns), len(transcript.speakers), leading, timed)


def digest_of(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()[:8]


def check_row(row: dict[str, str], file: Path) -> None:
    reading = read_file(file, "de")
    place = f"{file.parent.name} {row['number']}"
    assert measures(reading) == tuple(int(row[name]) for name in MEASURES), place
    if reading.transcript is not None:
        assert reading.transcript.format == row["kind"], place
    if len(reading.problems) != int(row["problems"]):  # it was counted with a guess of the language, which may be one
        assert len(read_file(file).problems) == int(row["problems"]), place


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.stem)
def test_every_table_has_a_row_for_each_file_in_order(table: Path) -> None:
    rows = rows_of(table)
    assert list(rows[0]) == HEADER
    assert [int(row["number"]) for row in rows] == list(range(1, len(rows) + 1))
    assert all(len(row["digest"]) == 8 and row["remark"] is not None for row in rows)


@pytest.mark.slow
@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.stem)
def test_every_real_file_gives_what_its_table_says(shared_data: Path, table: Path) -> None:
    folder = shared_data / "formats" / table.stem
    if not folder.is_dir():
        pytest.skip("the folder is not on this machine")
    files = sorted(file for file in folder.iterdir() if file.is_file())
    for row in rows_of(table):
        file = files[int(row["number"]) - 1] if int(row["number"]) <= len(files) else None
        if file is not None and digest_of(file) == row["digest"]:
            check_row(row, file)


@pytest.mark.slow
def test_all_real_files_are_read_in_one_go_without_an_exception(shared_data: Path) -> None:
    readings = read_many([shared_data / "formats"])
    assert len(readings) >= sum(
        1 for table in ("docx", "txt", "vtt_teams") for _ in (shared_data / "formats" / table).iterdir()
    )
    for reading in readings:
        assert reading.path is not None
        assert reading.path.suffix.casefold() in SUFFIXES
        if reading.transcript is None:
            left_out = reading.state is State.LEFT_OUT
            assert left_out or Severity.ERROR in {problem.severity for problem in reading.problems}


@pytest.mark.slow
def test_the_language_of_real_files_is_told(shared_data: Path) -> None:
    folders = ("docx", "md", "md_googlemeet", "txt", "vtt_noscribe", "vtt_teams", "vtt_zoom")
    readings = read_many([shared_data / "formats" / folder for folder in folders])
    languages = [transcript.language for transcript in readings.transcripts]
    assert set(languages) == {"de", "en"}
    # Danish, French, and words of no language: all three are taken for German and say so.
    assert sum("language could not be told" in problem.message for problem in readings.problems) == 3


@pytest.mark.slow
def test_turns_of_real_files_lie_in_order_inside_the_text(shared_data: Path) -> None:
    for transcript in read_many([shared_data / "formats"], language="de").transcripts:
        at = 0
        for turn in transcript.turns:
            assert at <= (turn.label or turn.speech).start <= turn.speech.start < turn.speech.end
            at = turn.speech.end
        assert at <= len(transcript.text)


@pytest.mark.slow
def test_plain_text_is_the_file_itself(shared_data: Path) -> None:
    for path in sorted((shared_data / "formats").rglob("*")):
        if path.suffix in (".txt", ".md"):
            transcript = read_file(path, "de").transcript
            assert transcript is not None
            if transcript.format in ("txt", "md"):
                expected = path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
                assert transcript.text == expected


@pytest.mark.slow
def test_a_document_has_the_turns_of_its_plain_text_twin(shared_data: Path) -> None:
    folder = shared_data / "formats"
    (text,) = (folder / "txt").glob("*Ana.txt")
    (document,) = (folder / "docx").glob("*Ana.docx")
    one, other = read_file(text, "en").transcript, read_file(document, "en").transcript
    assert one is not None
    assert other is not None
    assert [turn.speaker for turn in one.turns] == [turn.speaker for turn in other.turns]
    # The twin was made by a library that loses content controls, so the document has more words and loses none of them.
    spoken = [
        (first.speech.of(one.text).split(), second.speech.of(other.text).split())
        for first, second in zip(one.turns, other.turns, strict=True)
    ]
    assert sum(first == second for first, second in spoken) == 232
    assert sum(len(second) for _, second in spoken) > sum(len(first) for first, _ in spoken)


@pytest.mark.slow
def test_rtf_has_the_words_of_its_plain_text_twin(shared_data: Path) -> None:
    folder = shared_data / "formats"
    twins = [
        (file, folder / "txt" / f"scope-impact__{file.stem.partition('__')[2]}.txt")
        for file in (folder / "rtf").glob("*.rtf")
    ]
    pairs = [(rtf, text) for rtf, text in twins if text.is_file()]
    assert len(pairs) == 2
    for rtf, text in pairs:
        one, other = read_file(rtf, "en").transcript, read_file(text, "en").transcript
        assert one is not None
        assert other is not None
        assert one.text.strip() == other.text.strip()


def test_the_page_on_real_files_says_what_the_tables_say() -> None:
    page = (REPOSITORY / "docs" / "real-files.md").read_text(encoding="utf-8")
    spec = spec_from_file_location("real_files", REPOSITORY / "benchmarks" / "real_files.py")
    assert spec is not None
    assert spec.loader is not None
    made = module_from_spec(spec)
    spec.loader.exec_module(made)
    assert made.table() in page
    assert made.summary() in page
