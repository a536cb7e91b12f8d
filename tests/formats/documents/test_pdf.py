"""PDF: the text of printed pages becomes a transcript again, and nothing a file does ends the program."""

import random
import sys
from pathlib import Path

import pytest

from interviews.errors import Severity
from interviews.formats import Reading, read_file
from interviews.formats.documents import pdf_extraction, pdf_pages
from interviews.model import Role
from tests.formats.documents.pages import HEIGHT, Word, pdf, printed, width

# Lines of up to 80 letters, which fill the measure, so that a break within a turn is the page's.
TALK = [
    "I: Wie sind Sie denn damals hierher in die Hafenstadt gekommen, und wer hat Ihnen",
    "dabei geholfen?",
    "B: Das war im Herbst, da kam ich mit dem Schiff, und am Anfang kannte ich ja über-",
    "haupt niemanden, aber die Kinder- und Jugendhilfe war sofort da und hat alles ge-",
    "macht.",
    "I: Und heute?",
    "B: Heute ist es gut.",
    "I: Was wünschen Sie sich?",
    "B: Ruhe.",
]
SPEECHES = [
    "Wie sind Sie denn damals hierher in die Hafenstadt gekommen, und wer hat Ihnen dabei geholfen?",
    "Das war im Herbst, da kam ich mit dem Schiff, und am Anfang kannte ich ja überhaupt niemanden, aber die "
    "Kinder- und Jugendhilfe war sofort da und hat alles gemacht.",
    "Und heute?",
    "Heute ist es gut.",
    "Was wünschen Sie sich?",
    "Ruhe.",
]


def reading(tmp_path: Path, pages: list[list[Word]], **options: object) -> Reading:
    path = tmp_path / "Gespräch.pdf"
    path.write_bytes(pdf(pages, **options))  # type: ignore[arg-type]
    return read_file(path)


def speeches(read: Reading) -> list[str]:
    assert read.transcript is not None, read.problems
    return [turn.speech.of(read.transcript.text) for turn in read.transcript.turns]


def messages(read: Reading) -> str:
    return "\n".join(problem.message for problem in read.problems)


def differing(number: int) -> list[str]:
    """The talk with other words at the end of every page, as no two pages of an interview are alike."""
    word = "".join(chr(ord("a") + int(digit)) for digit in str(number))
    return [f"I: Nun zu Frage {word}.", "B: Gern.", *TALK, f"I: Das war {word}.", f"B: Gut, dann {word}."]


def said(number: int) -> list[str]:
    lines = differing(number)
    return [line[3:] for line in (*lines[:2],)] + SPEECHES + [line[3:] for line in lines[-2:]]


def test_lines_of_a_turn_are_joined_and_broken_words_made_whole(tmp_path: Path) -> None:
    read = reading(tmp_path, [printed(TALK)])
    assert speeches(read) == SPEECHES
    assert read.transcript is not None
    assert read.transcript.format == "pdf"
    assert [turn.role for turn in read.transcript.turns[:2]] == [Role.INTERVIEWER, Role.INTERVIEWEE]


def test_a_reconstructed_text_says_so(tmp_path: Path) -> None:
    first = reading(tmp_path, [printed(TALK)]).problems[0]
    assert first.severity is Severity.INFO
    assert first.message.startswith("the text was reconstructed from 1 page of a PDF")


def test_a_turn_goes_on_over_the_end_of_a_page(tmp_path: Path) -> None:
    for cut in range(1, len(TALK)):
        assert speeches(reading(tmp_path, [printed(TALK[:cut]), printed(TALK[cut:])])) == SPEECHES, cut


def test_words_set_one_by_one_are_lines_again(tmp_path: Path) -> None:
    words: list[Word] = []
    for x, y, line in printed(TALK):
        for word in line.split():
            words.append((x, y, word))
            x += width(word, 9) + 3
    random.Random(1).shuffle(words)
    assert speeches(reading(tmp_path, [words], size=9)) == SPEECHES


def test_heads_feet_and_page_numbers_are_set_aside_and_kept(tmp_path: Path) -> None:
    pages = []
    for number in range(1, 5):
        head: list[Word] = [(72, 810, "Projekt Ankunft, Gespräch 7"), (450, 30, f"Seite {number} von 4")]
        pages.append([*head, *printed(differing(number)), (72, 44, "vertraulich"), (72, 30, "Fassung vom 3. Mai")])
    read = reading(tmp_path, pages)
    assert speeches(read) == [speech for number in range(1, 5) for speech in said(number)]
    assert "12 running heads and feet were set aside" in messages(read)
    assert read.transcript is not None
    kept = {note.kind: note.text for note in read.transcript.notes}
    assert kept["header"] == "Projekt Ankunft, Gespräch 7"
    assert set(kept["footer"].split("\n")) >= {"vertraulich"}


@pytest.mark.parametrize("form", ["{}", "- {} -", "{}/3", "Seite {}", "Page {} of 3"])
def test_page_numbers_are_removed_in_any_form(tmp_path: Path, form: str) -> None:
    pages = [[*printed(differing(number)), (290.0, 30.0, form.format(number))] for number in (1, 2, 3)]
    read = reading(tmp_path, pages)
    assert speeches(read) == [speech for number in (1, 2, 3) for speech in said(number)]
    assert "3 page numbers were removed" in messages(read)


@pytest.mark.slow
def test_an_answer_that_is_a_number_is_no_page_number(tmp_path: Path) -> None:
    talk = ["I: Wie alt sind Sie?", "B: 43", "I: Und Ihre Kinder?", "B:", "12", "I: Danke.", "B: Gern."]
    assert speeches(reading(tmp_path, [printed(talk)]))[3] == "12"


@pytest.mark.parametrize("together", [True, False])
@pytest.mark.parametrize("every", [1, 5])
def test_line_numbers_are_removed(tmp_path: Path, together: bool, every: int) -> None:
    lines = TALK * 3
    if together:
        marked = [f"{i} {line}" if i % every == 0 else line for i, line in enumerate(lines, 1)]
        page = printed(marked)
    else:
        # As MAXQDA does it: all numbers after the text.
        page = printed(lines)
        page += [(40, y, str(i)) for i, (_, y, _) in enumerate(printed(lines), 1) if i % every == 0]
    read = reading(tmp_path, [page])
    assert speeches(read) == SPEECHES * 3
    assert f"{len(lines) // every} line numbers were removed" in messages(read)


def test_lines_beyond_the_page_are_reported_and_kept_as_a_note(tmp_path: Path) -> None:
    read = reading(tmp_path, [[*printed(TALK), (72, -40, "unter dem Rand")]])
    assert speeches(read) == SPEECHES
    assert "1 line was outside the visible page and set aside" in messages(read)
    assert read.transcript is not None
    assert ("remark", "unter dem Rand") in {(note.kind, note.text) for note in read.transcript.notes}


def test_a_line_cut_by_the_end_of_the_page_counts_once(tmp_path: Path) -> None:
    first, second = printed(TALK[:4]), printed(TALK[4:], top=HEIGHT - 7 - 14)
    read = reading(tmp_path, [first, [(72, HEIGHT - 7, TALK[3]), *second]])
    assert speeches(read) == SPEECHES


def test_columns_are_read_one_after_the_other_and_reported(tmp_path: Path) -> None:
    narrow = [f"{label}: Hier steht ein Satz der Spalte" for label in "IB" * 6]
    page = [pair for both in zip(printed(narrow), printed(narrow, left=320), strict=True) for pair in both]
    read = reading(tmp_path, [page])
    assert len(speeches(read)) == 24
    assert "1 page is set in two columns" in messages(read)


def test_a_table_with_labels_beside_the_speech_is_no_page_with_columns(tmp_path: Path) -> None:
    page = [word for x, y, line in printed(TALK) for word in _cells(x, y, line)]
    read = reading(tmp_path, [page], size=10)
    assert speeches(read) == SPEECHES
    assert "columns" not in messages(read)


def _cells(x: float, y: float, line: str) -> list[Word]:
    label, sign, speech = line.partition(": ")
    return [(x, y, label + ":"), (x + 60, y, speech)] if sign and len(label) == 1 else [(x + 60, y, line)]


def test_a_page_that_is_turned_reads_like_any_other(tmp_path: Path) -> None:
    assert speeches(reading(tmp_path, [printed(TALK)], turned=180)) != []
    assert reading(tmp_path, [printed(TALK)], turned=90).transcript is not None


def test_properties_are_kept_beside_the_text(tmp_path: Path) -> None:
    read = reading(tmp_path, [printed(TALK)], properties="/Author (Edda Lorenz) /Title (Siebtes) /Creator (Word)")
    assert read.transcript is not None
    assert {(n.kind, n.text) for n in read.transcript.notes} == {
        ("author", "Edda Lorenz"),
        ("title", "Siebtes"),
        ("remark", "Word"),
    }
    assert "Edda" not in messages(read)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (pdf([[]]), "the PDF holds no text"),
        (
            pdf(
                [printed(TALK)],
                extra="/Encrypt << /Filter /Standard /V 1 /R 2 /O ("
                + "x" * 32
                + ") /U ("
                + "y" * 32
                + ") /P -4 >> /ID [(a) (a)]",
            ),
            "protected by a password",
        ),
        (b"%PDF-1.4\nnothing else", "damaged"),
        (pdf([printed(TALK)])[:300], "damaged"),
    ],
)
def test_a_pdf_without_text_for_us_is_refused_in_a_sentence(tmp_path: Path, content: bytes, sentence: str) -> None:
    path = tmp_path / "x.pdf"
    path.write_bytes(content)
    read = read_file(path)
    assert read.transcript is None
    assert sentence in messages(read)


def test_a_scan_asks_for_text_recognition(tmp_path: Path) -> None:
    picture = (
        "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>"
        "\nstream\nx\nendstream"
    )
    content = pdf([[]]).replace(b"/Font << /F1 3 0 R >>", b"/XObject << /I 9 0 R >>")
    content = content.replace(b"<< /Length 0 >>\nstream\n\nendstream", b"<< /Length 5 >>\nstream\n/I Do\nendstream")
    content = content.replace(b"xref", f"9 0 obj\n{picture}\nendobj\nxref".encode(), 1)
    path = tmp_path / "scan.pdf"
    path.write_bytes(content)
    assert "OCR" in messages(read_file(path))


@pytest.mark.slow
def test_long_documents_are_read_whole(tmp_path: Path) -> None:
    read = reading(tmp_path, [printed(differing(number)) for number in range(220)])
    assert speeches(read) == [speech for number in range(220) for speech in said(number)]


def test_too_many_pages_are_refused(tmp_path: Path) -> None:
    assert f"more than {pdf_pages.PAGES} pages" in messages(reading(tmp_path, [[]] * (pdf_pages.PAGES + 1)))


def test_a_page_with_far_too_much_text_is_refused(tmp_path: Path) -> None:
    page: list[Word] = [(2, 5 + 4 * i, f"{i} " + "x" * 1000) for i in range(pdf_pages.PAGE_CHARACTERS // 1000 + 1)]
    assert "far more text" in messages(reading(tmp_path, [page]))


def test_a_crash_of_the_reading_program_is_a_problem_like_any_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "crash.py"
    program.write_text("import os, signal\nos.kill(os.getpid(), signal.SIGSEGV)\n")
    monkeypatch.setattr(pdf_extraction, "_PROGRAM", program)
    assert "damaged or too much" in messages(reading(tmp_path, [printed(TALK)]))


def test_an_endless_reading_program_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "sleep.py"
    program.write_text("import time\ntime.sleep(60)\n")
    monkeypatch.setattr(pdf_extraction, "_PROGRAM", program)
    monkeypatch.setattr(pdf_extraction, "_SECONDS", 0.3)
    assert "takes too long" in messages(reading(tmp_path, [printed(TALK)]))


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such limits")
def test_the_reading_program_limits_itself(tmp_path: Path) -> None:
    import subprocess

    code = f"import sys; sys.path.append({str(Path(pdf_pages.__file__).parent)!r}); import pdf_pages, resource; "
    code += "pdf_pages.limit(); print(resource.getrlimit(resource.RLIMIT_AS), resource.getrlimit(resource.RLIMIT_CPU))"
    shown = subprocess.run([sys.executable, "-I", "-c", code], capture_output=True, text=True, check=True).stdout
    assert str(pdf_pages.MEMORY_BYTES) in shown
    assert str(pdf_pages.CPU_SECONDS) in shown


@pytest.mark.slow
def test_damaged_bytes_never_raise(tmp_path: Path) -> None:
    whole = bytearray(pdf([printed(TALK)] * 2))
    chance = random.Random(7)
    path = tmp_path / "x.pdf"
    for _ in range(12):
        broken = bytearray(whole)
        for _ in range(chance.randint(1, 30)):
            broken[chance.randrange(9, len(broken))] = chance.randrange(256)
        path.write_bytes(bytes(broken[: chance.randrange(20, len(broken))] if chance.random() < 0.3 else broken))
        assert isinstance(read_file(path), Reading)


@pytest.mark.parametrize(
    ("title", "names"),
    [("Coded Segments", ["Document name", "Code", "Segment"]), ("Code System", ["Code System", "Memo", "Frequency"])],
)
def test_prints_of_codes_and_coded_passages_are_no_transcripts(tmp_path: Path, title: str, names: list[str]) -> None:
    page: list[Word] = [(40, 800, title), *((40 + 180.0 * i, 770, name) for i, name in enumerate(names))]
    page += [(400, y, line) for _, y, line in printed(["I: Und dann?", "B: Dann nichts."] * 4, top=740)]
    read = reading(tmp_path, [page])
    assert read.transcript is None
    assert "no transcript" in messages(read)
    alone = reading(tmp_path, [printed([title, "", *TALK])])
    assert speeches(alone) == SPEECHES
    assert "seems to be a list of codes" in messages(alone)
