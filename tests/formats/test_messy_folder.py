"""A messy folder: everything readable is read, the rest is counted, and nothing stops the others."""

import os
import tracemalloc
from pathlib import Path
from time import process_time

import pytest

from interviews.errors import MisuseError, Severity
from interviews.formats import State, files, read_file, read_many
from interviews.formats.names import ending, readable
from interviews.formats.talk.roles import assign
from tests.formats.documents.word import document, paragraph

TALK = "I: Wie war das für Sie?\nB: Also das war schon so, dass wir nicht wussten, wie es weitergeht.\n"


def put(folder: Path, name: str, content: str | bytes = "x") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def states(readings) -> dict[str, str]:
    return {reading.path.name: str(reading.state) for reading in readings.outcomes}


def test_files_of_other_kinds_are_counted_by_their_ending(tmp_path):
    put(tmp_path, "a.txt", TALK)
    for name in ("1.mp3", "2.MP3", "3.mp3", "x/1.jpg", "x/2.jpg", ".hidden.txt", "~$a.docx", ".git/config.txt"):
        put(tmp_path, name)
    readings = read_many([tmp_path])
    (notice,) = readings.notices
    assert notice.message == "8 files passed over: 3 .mp3, 2 .jpg, 2 hidden, 1 lock file"
    assert notice.severity is Severity.INFO
    assert states(readings) == {"a.txt": "read"}


def test_documents_that_nothing_reads_are_told_apart_from_what_is_no_transcript(tmp_path):
    for name in ("a.txt", "1.doc", "2.DOC", "3.xls", "4.mp3"):
        put(tmp_path, name, TALK)
    passed, told = read_many([tmp_path]).notices
    assert passed.message == "4 files passed over: 2 .doc, 1 .mp3, 1 .xls"
    assert told.message.startswith("3 of them may hold transcripts in a form that is not read: save as .docx")
    assert told.severity is Severity.WARNING


def test_links_in_a_circle_and_to_nothing_are_counted_and_never_followed(tmp_path):
    put(tmp_path, "in/a.txt", TALK)
    (tmp_path / "in" / "round.txt").symlink_to(tmp_path / "in" / "round.txt")
    (tmp_path / "in" / "up").symlink_to(tmp_path)
    (tmp_path / "in" / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    os.mkfifo(tmp_path / "in" / "pipe.txt")
    readings = read_many([tmp_path])
    assert "4 files passed over: 2 broken links, 1 link to a folder, 1 no regular file" in str(readings.notices[0])
    assert states(readings) == {"a.txt": "read"}


def test_two_files_with_the_same_content_are_read_once(tmp_path):
    for name in ("a.txt", "copy/a.txt", "b.md"):
        put(tmp_path, name, TALK)
    readings = read_many([tmp_path])
    assert len(readings.transcripts) == 1
    assert "b.md and a.txt: the two files are the same, and were read once" in map(str, readings.problems)
    assert readings.counts == {State.READ: 1, State.LEFT_OUT: 2}


def test_two_files_with_the_same_words_are_told_whatever_they_are_called(tmp_path):
    put(tmp_path, "a.txt", TALK)
    put(tmp_path, "b.txt", "\ufeff" + TALK)
    assert "b.txt and a.txt: the two files hold the same text" in map(str, read_many([tmp_path]).problems)


def test_numbers_behind_a_dot_belong_to_the_name(tmp_path):
    put(tmp_path, "Interview 1.2", TALK)
    put(tmp_path, "Interview 1.3", TALK + "I: Und?\n")
    assert [one.name for one in read_many([tmp_path]).transcripts] == ["Interview 1.2", "Interview 1.3"]


def test_more_lines_than_any_transcript_has_are_refused(tmp_path):
    (problem,) = read_file(put(tmp_path, "a.txt", "a\n" * 500_001)).problems
    assert problem.message == "the file has more than 500,000 lines, far more than a transcript: split it"


def test_as_many_speakers_as_turns_take_linear_time():
    labels = [f"S{number}" for number in range(50_000)]
    before = process_time()
    assign(labels, {}, {})
    assert process_time() - before < 5


def test_empty_files_are_each_told(tmp_path):
    put(tmp_path, "a.txt", "")
    put(tmp_path, "b.txt", "")
    assert [problem.message for problem in read_many([tmp_path]).problems] == ["the file is empty"] * 2


def test_a_text_without_ending_is_read_and_anything_else_without_is_passed_over(tmp_path):
    put(tmp_path, "Gespräch 3. Teil", TALK)
    put(tmp_path, "blob", bytes(range(256)))
    readings = read_many([tmp_path])
    assert states(readings) == {"Gespräch 3. Teil": "read", "blob": "left out"}
    assert not any(problem.severity is Severity.ERROR for problem in readings.problems)


def test_a_named_file_is_tried_by_its_content_whatever_it_is_called(tmp_path):
    for name in ("a.log", "b.transcript", "c"):
        reading = read_many([put(tmp_path, name, TALK + name)])[0]
        assert (reading.transcript.format, len(reading.transcript.turns)) == ("txt", 2)
    reading = read_file(put(tmp_path, "d.bak", document(paragraph("I: Ja?"), paragraph("B: Nein."))))
    assert reading.transcript.format == "docx"
    assert "named .bak and was read as .docx" in str(reading.problems[0])


def test_an_error_inside_a_reader_is_a_problem_of_its_file_and_tells_nothing_of_it(tmp_path, monkeypatch):
    put(tmp_path, "a.txt", TALK)
    put(tmp_path, "b.txt", TALK + "Geheim")

    def fail(file):
        if "Geheim" in file.text:
            raise KeyError(file.text)
        return original(file)

    original = files._read
    monkeypatch.setattr(files, "_read", fail)
    with pytest.raises(KeyError):
        read_many([tmp_path]).table()
    monkeypatch.setattr(files, "RAISE_UNEXPECTED", False)
    readings = read_many([tmp_path])
    assert states(readings) == {"a.txt": "read", "b.txt": "not readable"}
    (problem,) = [problem for problem in readings.problems if problem.where == "b.txt"]
    assert problem.severity is Severity.ERROR
    assert "Geheim" not in problem.message


@pytest.mark.parametrize("path", ["x" * 10_000, "\0", "nowhere/" * 50])
def test_a_path_that_cannot_be_is_misuse_in_one_sentence(path):
    with pytest.raises(MisuseError, match="does not exist") as refusal:
        read_many([path])
    assert len(str(refusal.value)) < 800


def test_a_name_of_255_bytes_is_read(tmp_path):
    assert read_many([put(tmp_path, "ä" * 125 + ".txt", TALK)])[0].transcript is not None


@pytest.mark.slow
def test_names_that_are_not_utf8_or_steer_a_terminal_are_shown_harmlessly(tmp_path):
    name = os.fsdecode(b"Gespr\xe4ch\x1b[31m.txt")
    put(tmp_path, name, "Hier spricht niemand.\n")
    readings = read_many([tmp_path])
    assert readings.table().loc[0, "file"] == "Gespr\ufffdch\ufffd[31m.txt"
    assert readings[0].transcript.name == "Gespr\ufffdch\ufffd[31m"
    for problem in readings.problems:
        str(problem).encode()
    assert readable("a\nb") == "a\ufffdb"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a.TXT", ".txt"),
        ("a", ""),
        ("Interview 1.2", ""),
        ("a.Teil mit Frau B", ""),
        ("a.mp3", ".mp3"),
        ("a.7z", ".7z"),
    ],
)
def test_an_ending_is_short_and_has_letters(name, expected):
    assert ending(Path(name)) == expected


def test_ids_stay_the_same_however_often_is_read(tmp_path):
    for number in range(3):
        put(tmp_path, f"{number}.txt", TALK + "\n" * number)
    readings = read_many([tmp_path])
    ids = [reading.transcript.id for reading in readings]
    assert ids == [transcript.id for transcript in readings.transcripts] == sorted(set(ids))
    assert readings[1].transcript.id == readings[1:][0].transcript.id == ids[1]
    assert repr(read_many([tmp_path])) == "Readings(3 files, not read yet)"


@pytest.mark.slow
def test_memory_does_not_grow_with_the_number_of_files(tmp_path):
    peaks = []
    for count in (10, 40):
        for number in range(count):
            put(tmp_path / str(count), f"{number}.txt", (TALK * 400) + "\n" * number)
        readings = read_many([tmp_path / str(count)], language="de")
        readings[0]
        tracemalloc.start()
        assert readings.counts[State.READ] == count
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < peaks[0] * 1.2
