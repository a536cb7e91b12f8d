"""Transcripts as tables: one row a turn, whatever the program or the archive calls its columns."""

import random
from datetime import time
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

import interviews as iv
from interviews.errors import MisuseError, Severity
from interviews.formats import Reading, read_file, read_many
from interviews.formats.reading import Unreadable
from interviews.formats.tables.grid import workbook_grids
from interviews.model import Role

TALK = [("I", "Wie geht es Ihnen?"), ("B", "Gut, danke."), ("I", "Und sonst?"), ("B", "Es geht so.")]
BODY = "\n".join(f"{who};{what}" for who, what in TALK)


def reading(tmp_path: Path, text: str | bytes, name: str = "gespräch.csv", **options: object) -> Reading:
    path = tmp_path / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return read_file(path, "de", **options)  # type: ignore[arg-type]


def turns(read: Reading) -> list[tuple[str | None, str]]:
    assert read.transcript is not None, read.problems
    return [(turn.speaker, turn.speech.of(read.transcript.text)) for turn in read.transcript.turns]


def times(read: Reading) -> list[tuple[int | None, int | None]]:
    assert read.transcript is not None, read.problems
    return [(turn.start_ms, turn.end_ms) for turn in read.transcript.turns]


def messages(read: Reading) -> str:
    return "\n".join(problem.message for problem in read.problems)


@pytest.mark.parametrize(
    "header",
    ["speaker;words", "Sprecher;Text", "Wer;Was", "Sprecher*in;Transkript", "osoba;wypowiedź", "SPEAKER_NAME;Content"],
)
def test_columns_are_known_by_their_names(tmp_path: Path, header: str) -> None:
    read = reading(tmp_path, f"{header}\n{BODY}")
    assert turns(read) == TALK
    assert read.transcript is not None
    assert read.transcript.text.startswith("I: Wie geht es Ihnen?\n\nB: Gut, danke.\n\n")
    assert [turn.role for turn in read.transcript.turns[:2]] == [Role.INTERVIEWER, Role.INTERVIEWEE]
    assert all(t.label and t.label.of(read.transcript.text) == f"{t.speaker}:" for t in read.transcript.turns)


@pytest.mark.parametrize(
    "content",
    [
        f"sep=;\nspeaker;text\n{BODY}".encode(),
        f"speaker;text\r\n{BODY}\r\n".replace("\n", "\r\n").encode("utf-8-sig"),
        f"speaker;text\n{BODY}".replace(";", "\t").encode("utf-16"),
        'speaker,text\nI,Wie geht es Ihnen?\nB,"Gut, danke."\nI,Und sonst?\nB,Es geht so.'.encode("cp1252"),
        f"Gespräch vom Mai;\n;\nspeaker;text\n{BODY}".encode(),
    ],
)
def test_any_dialect_of_csv_is_read(tmp_path: Path, content: bytes) -> None:
    assert turns(reading(tmp_path, content)) == TALK


def test_columns_without_names_are_seen_by_what_stands_in_them(tmp_path: Path) -> None:
    rows = "\n".join(f"0:0{i};{who};{what}" for i, (who, what) in enumerate(TALK * 2))
    read = reading(tmp_path, rows)
    assert turns(read) == TALK * 2
    assert times(read)[1] == (1000, None)
    assert "guessed from what stands in them" in messages(read)


def test_columns_can_be_chosen(tmp_path: Path) -> None:
    table = f"Redeanteil;Stimme;Minute\n{BODY}".replace("Redeanteil;Stimme", "Stimme;Redeanteil")
    assert reading(tmp_path, table).transcript is None
    chosen = {"speaker": "Stimme", "text": "Redeanteil"}
    assert turns(reading(tmp_path, table, columns=chosen)) == TALK
    assert turns(iv.read(tmp_path / "gespräch.csv", columns=chosen)[0]) == TALK
    wrong = reading(tmp_path, table, columns={"text": "fehlt"})
    assert "names of the chosen columns" in messages(wrong)
    with pytest.raises(MisuseError, match="'wer' is no column"):
        reading(tmp_path, table, columns={"wer": "Stimme", "text": "Redeanteil"})
    with pytest.raises(MisuseError, match="which column holds what is said"):
        reading(tmp_path, table, columns={"speaker": "Stimme"})


def test_the_form_of_oral_history_archives(tmp_path: Path) -> None:
    table = (
        "speaker,words,tags,timestamp\r\n"
        "Edda Lorenz:,Womit fing es an?,,[0:00]\r\n"
        'Tom Abel:,"Mit einem Brief &#8212; ""damals"".",brief;post,[00:01:09]\r\n'
        ",Der kam spät.,,\r\nEL:,Und dann?,,\r\nTA:,Dann kam nichts.,,\r\n"
    )
    read = reading(tmp_path, table)
    assert turns(read) == [
        ("EL", "Womit fing es an?"),
        ("TA", 'Mit einem Brief — "damals".'),
        ("TA", "Der kam spät."),
        ("EL", "Und dann?"),
        ("TA", "Dann kam nichts."),
    ]
    assert [start for start, _ in times(read)[:2]] == [0, 69_000]
    assert read.transcript is not None
    assert "\n\nDer kam spät.\n" in read.transcript.text  # no label is written where none stood
    note = read.transcript.notes[0]
    assert note.text == "tags: brief;post"
    assert note.span is not None
    assert note.span.of(read.transcript.text) == 'Mit einem Brief — "damals".'
    assert "1 row without a speaker went to the speaker before" in messages(read)
    assert "2 speakers are named in full and by initials" in messages(read)


def test_frames_of_video_are_no_hundredths(tmp_path: Path) -> None:
    stamps = ["00:00:08.11", "00:00:12.14", "00:00:13.22", "00:00:14.20", "00:01:16.00", "00:02:27.13"]
    rows = "\n".join(f"1\t{stamp}\tAB\tSatz {i}" for i, stamp in enumerate(stamps[:-1]))
    read = reading(tmp_path, f"Band\tTimecode\tSpeaker\tTranscript\n{rows}\n1\t{stamps[-1]}\t\t\n")
    assert [start for start, _ in times(read)] == [8440, 12560, 13880, 14800, 76_000]
    assert "read as frames" in messages(read)
    assert "1 row without words was left out" in messages(read)
    assert read.transcript is not None
    assert [note.text for note in read.transcript.notes] == ["Band: 1"]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("00:01:02,500", (62_500, None)),
        ("[01:02]", (62_000, None)),
        ("#00:01:02-5#", (62_500, None)),
        ("0:00,0 - 0:12,5", (0, 12_500)),
        ("00:00:01.000 --> 00:00:02.500", (1000, 2500)),
        ("62,5", (62_500, None)),
        ("62.5", (62_500, None)),
        ("nan", (None, None)),
        ("-5", (None, None)),
        ("99999:00:00", (None, None)),
        ("12 Uhr", (None, None)),
    ],
)
def test_times_of_every_program_are_read(tmp_path: Path, cell: str, expected: tuple[int | None, int | None]) -> None:
    read = reading(tmp_path, f"Zeit;Sprecher;Text\n{cell};I;Wie geht es?\n{cell};B;Gut so.\n")
    assert times(read) == [expected, expected]
    assert ("times could not be read" in messages(read)) == (expected[0] is None)


def test_whole_numbers_above_a_day_and_columns_that_say_so_are_milliseconds(tmp_path: Path) -> None:
    rows = "120;4500;I;Wie geht es?\n90000;95000;B;Gut so.\n"
    assert times(reading(tmp_path, f"start;end;speaker;text\n{rows}")) == [(120, 4500), (90_000, 95_000)]
    assert times(reading(tmp_path, "start_ms;speaker;text\n120;I;Wie geht es?\n")) == [(120, None)]


def test_quoted_line_ends_stay_in_the_turn(tmp_path: Path) -> None:
    read = reading(tmp_path, 'speaker;text\nI;"Erste Zeile\nzweite Zeile"\nB;ja\n')
    assert turns(read) == [("I", "Erste Zeile\nzweite Zeile"), ("B", "ja")]


def test_a_workbook_gives_the_sheet_that_fits_and_reports_the_others(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.append(["Notizen", "nichts"])
    sheet = book.create_sheet("Gespräch")
    sheet.append(["Zeit", "Wer", "Was"])
    for i, (who, what) in enumerate(TALK):
        sheet.append([time(0, 1, i), who, what])
    book.create_sheet("leer")
    book.save(tmp_path / "g.xlsx")
    read = read_file(tmp_path / "g.xlsx", "de")
    assert turns(read) == TALK
    assert times(read)[1] == (61_000, None)
    assert "1 further sheet of the workbook was left out" in messages(read)


def test_a_workbook_by_another_name_is_known_by_its_content(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    assert book.active is not None
    for row in (["speaker", "text"], *TALK):
        book.active.append(row)
    book.save(tmp_path / "g.xlsx")
    (tmp_path / "g.docx").write_bytes((tmp_path / "g.xlsx").read_bytes())
    read = read_file(tmp_path / "g.docx")
    assert turns(read) == TALK
    assert "was read as .xlsx" in messages(read)


@pytest.mark.parametrize(
    "table",
    [
        "transcript;speaker;participant\na;I;P1\n",
        "transcript,start,end,code,coder\na,0,5,Wohnen,c1\n",
        "Alter;Ort\n43;Hafenstadt\n44;Talheim\n45;Talheim\n",
        "Geschlecht;Kommentar\nm;Das war gut so\nw;Das war schlecht\nm;Ich weiß nicht\nw;Na ja doch\n",
        "nur eine Spalte\nund noch eine Zeile\n",
    ],
)
def test_a_table_that_is_no_transcript_is_refused_in_a_sentence(tmp_path: Path, table: str) -> None:
    read = reading(tmp_path, table)
    assert read.transcript is None
    assert [problem.severity for problem in read.problems] == [Severity.ERROR]
    assert "the table is no transcript" in messages(read)


def test_tables_beside_the_transcripts_of_a_folder_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / "g.csv").write_text(f"speaker;text\n{BODY}")
    (tmp_path / "participants.csv").write_text("transcript;speaker;participant\ng;B;P1\n")
    (tmp_path / "c1.csv").write_text("transcript,start,end,code,coder\ng,0,5,Wohnen,c1\n")
    iv_codebook = tmp_path / "codes.xlsx"
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.append(["Code", "Definition"])
    book.save(iv_codebook)
    read = read_many(tmp_path)
    assert [one.path.name for one in read if one.path] == ["g.csv"]
    assert read.transcripts[0].speakers[1].participant == "P1"


def test_no_message_quotes_the_table(tmp_path: Path) -> None:
    read = reading(tmp_path, "speaker;text;Geheim\nEdda;Wie geht es?;x\nTom;Gut;\n;doch;\n")
    assert not any(word in messages(read) for word in ("Edda", "Tom", "Geheim", "doch"))


def test_hostile_tables_take_no_time_and_raise_nothing(tmp_path: Path) -> None:
    huge = "x" * 10_000
    assert turns(reading(tmp_path, f"speaker;text\n{huge};{huge}\n" + "I;\n" * 10_000))[0][0] == huge
    assert reading(tmp_path, "speaker;text\n" + ";" * 100_000 + "\nI;ja\n").transcript is not None
    assert reading(tmp_path, '"' * 10_001).transcript is None
    assert reading(tmp_path, "x,0," * 50_000 + "\nI,ja\nB,nein, nein\n" * 5_000).transcript is None


CELLS = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=20).map(str.strip).filter(bool)


@given(st.lists(st.tuples(st.sampled_from(["I", "Bé", "Ağ", "ש"]), CELLS), min_size=1, max_size=8))
def test_speech_is_what_stands_in_the_cells(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, str]]
) -> None:
    from interviews.text import Sheet, as_csv, as_xlsx

    folder = tmp_path_factory.getbasetemp()
    sheet = Sheet("g", ["speaker", "text"], rows)
    (folder / "g.csv").write_bytes(as_csv(sheet))
    (folder / "g.xlsx").write_bytes(as_xlsx([sheet]))
    for name in ("g.csv", "g.xlsx"):
        found = turns(read_file(folder / name, "de"))
        assert [speech for _, speech in found if "&" not in speech] == [text for _, text in rows if "&" not in text]


def test_damaged_bytes_never_raise(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    assert book.active is not None
    for row in (["speaker", "text"], *TALK):
        book.active.append(row)
    book.save(tmp_path / "whole.xlsx")
    chance = random.Random(3)
    for name, whole in (
        ("x.xlsx", (tmp_path / "whole.xlsx").read_bytes()),
        ("x.csv", f"speaker;text\n{BODY}".encode()),
    ):
        for _ in range(60):
            broken = bytearray(whole)
            for _ in range(chance.randint(1, 20)):
                broken[chance.randrange(4, len(broken))] = chance.randrange(256)
            assert isinstance(reading(tmp_path, bytes(broken), name), Reading)


def test_a_table_that_is_a_header_and_nothing_else_is_told(tmp_path: Path) -> None:
    path = tmp_path / "talk.csv"
    path.write_text("speaker,words,tags,timestamp\n", encoding="utf-8")
    reading = read_file(path, "de")
    assert reading.transcript is None
    assert "no words" in reading.problems[-1].message


def test_a_formula_that_nobody_calculated_is_told_and_not_read_as_empty(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["speaker", "text"])
    book.active.append(["B", '=CONCATENATE("Na", " ja")'])
    book.save(tmp_path / "a.xlsx")
    with pytest.raises(Unreadable, match="1 cell is a formula without a result"):
        workbook_grids((tmp_path / "a.xlsx").read_bytes())
