"""Real files of the five formats: what is found in each, as counted in the files themselves.

The files are listed by folder in the order of their names; none of their words or names stands here. How the figures
were checked, and where a reading is imperfect, is in docs/real-files.md.
"""

from pathlib import Path

import pytest

from interviews.formats import SUFFIXES, Reading, read_file, read_many
from interviews.model import Role

pytestmark = pytest.mark.slow

# turns, speakers, turns of interviewers, turns with a start time, problems
EXPECTED = {
    "docx": [
        (13, 3, 4, 0, 2),
        (19, 3, 4, 0, 2),
        (984, 4, 412, 41, 3),
        (40, 2, 21, 40, 7),
        (3, 0, 0, 0, 2),
        (102, 0, 0, 0, 2),
        (246, 2, 123, 0, 3),
        (100, 2, 50, 0, 3),
        (21, 0, 0, 0, 2),
        (84, 2, 41, 0, 3),
    ],
    "md": [(58, 0, 0, 0, 1), (31, 0, 0, 0, 1), (191, 3, 87, 191, 1)],
    "md_googlemeet": [(31, 4, 7, 3, 3)],
    "txt": [
        (10, 2, 5, 10, 2),
        (14, 0, 0, 0, 1),
        (55, 3, 28, 55, 3),
        (239, 2, 66, 0, 0),
        (89, 4, 45, 0, 0),
        (183, 2, 68, 0, 0),
        (246, 2, 123, 0, 2),
        (2, 2, 1, 0, 1),
        (19, 0, 0, 0, 1),
    ],
    "vtt_edge": [(4, 0, 0, 4, 1), (3, 0, 0, 3, 1), (3, 0, 0, 3, 1), (7, 0, 0, 7, 2)],
    "vtt_noscribe": [(53, 3, 26, 53, 2)],
    "vtt_teams": [(3, 0, 0, 3, 1), (8, 2, 4, 8, 2), (116, 0, 0, 116, 2), (95, 2, 47, 95, 3)],
    "vtt_zoom": [(30, 5, 0, 30, 2), (0, 0, 0, 0, 1)],
}


def measures(reading: Reading) -> tuple[int, int, int, int, int]:
    transcript = reading.transcript
    if transcript is None:
        return (0, 0, 0, 0, len(reading.problems))
    leading = sum(turn.role is Role.INTERVIEWER for turn in transcript.turns)
    timed = sum(turn.start_ms is not None for turn in transcript.turns)
    return (len(transcript.turns), len(transcript.speakers), leading, timed, len(reading.problems))


@pytest.mark.parametrize("folder", EXPECTED)
def test_every_real_file_gives_what_was_counted_in_it(shared_data: Path, folder: str) -> None:
    files = sorted(file for file in (shared_data / "formats" / folder).iterdir() if file.suffix in SUFFIXES)
    assert [measures(read_file(file, "de")) for file in files] == EXPECTED[folder]


def test_all_real_files_are_read_in_one_go_without_an_exception(shared_data: Path) -> None:
    readings = read_many([shared_data / "formats"])
    assert len(readings) == sum(map(len, EXPECTED.values()))
    assert len(readings.transcripts) == len(readings) - 1  # one file holds no cues at all
    languages = [transcript.language for transcript in readings.transcripts]
    assert {language: languages.count(language) for language in sorted(set(languages))} == {"de": 13, "en": 20}


def test_turns_of_real_files_lie_in_order_inside_the_text(shared_data: Path) -> None:
    for transcript in read_many([shared_data / "formats"], language="de").transcripts:
        at = 0
        for turn in transcript.turns:
            assert at <= (turn.label or turn.speech).start <= turn.speech.start < turn.speech.end
            at = turn.speech.end
        assert at <= len(transcript.text)


def test_plain_text_is_the_file_itself(shared_data: Path) -> None:
    for path in sorted((shared_data / "formats").rglob("*")):
        if path.suffix in (".txt", ".md"):
            transcript = read_file(path, "de").transcript
            assert transcript is not None
            expected = path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
            assert transcript.text == expected


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
