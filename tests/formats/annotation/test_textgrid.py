"""TextGrids in long and short form, as text of several encodings."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviews.formats.annotation.textgrid_grammar import parse_textgrid
from tests.formats.annotation.files import damaged, messages, notes_of, read, said, turns_of

Marks = list[tuple[float, float, str]]


def quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


def long_form(*tiers: tuple[str, Marks], points: tuple[str, Marks] | None = None) -> str:
    lines = [
        'File type = "ooTextFile"',
        'Object class = "TextGrid"',
        "",
        "xmin = 0 ",
        "xmax = 9.5 ",
        "tiers? <exists> ",
    ]
    lines += [f"size = {len(tiers) + (points is not None)} ", "item []: "]
    for number, (name, marks) in enumerate(tiers, 1):
        lines += [f"    item [{number}]:", '        class = "IntervalTier" ', f"        name = {quoted(name)} "]
        lines += ["        xmin = 0 ", "        xmax = 9.5 ", f"        intervals: size = {len(marks)} "]
        for place, (start, end, text) in enumerate(marks, 1):
            lines += [f"        intervals [{place}]:", f"            xmin = {start} ", f"            xmax = {end} "]
            lines += [f"            text = {quoted(text)} "]
    if points is not None:
        lines += [
            '        class = "TextTier" ',
            f"        name = {quoted(points[0])} ",
            "        xmin = 0 ",
            "        xmax = 9.5 ",
        ]
        lines += [f"        points: size = {len(points[1])} "]
        for place, (start, _, text) in enumerate(points[1], 1):
            lines += [
                f"        points [{place}]:",
                f"            number = {start} ",
                f"            mark = {quoted(text)} ",
            ]
    return "\n".join(lines) + "\n"


def short_form(*tiers: tuple[str, Marks]) -> str:
    lines = ['File type = "ooTextFile"', 'Object class = "TextGrid"', "", "0", "9.5", "<exists>", str(len(tiers))]
    for name, marks in tiers:
        lines += ['"IntervalTier"', quoted(name), "0", "9.5", str(len(marks))]
        lines += [line for start, end, text in marks for line in (str(start), str(end), quoted(text))]
    return "\n".join(lines) + "\n"


TIERS: tuple[tuple[str, Marks], ...] = (
    ("INT", [(0, 1.5, "Wie war das?"), (1.5, 3, ""), (3, 4.25, "Aha, 2 mal [3] = 6 ! \n\u05e9\u05dc\u05d5\u05dd")]),
    ("Ilse", [(0, 1.25, " "), (1.25, 3.5, 'Sie sagte "schön" und TextGrid.'), (3.5, 9.5, "IntervalTier")]),
)
EXPECTED = [
    ("INT", "Wie war das?", 0, 1500),
    ("Ilse", 'Sie sagte "schön" und TextGrid.', 1250, 3500),
    ("INT", "Aha, 2 mal [3] = 6 ! \u05e9\u05dc\u05d5\u05dd", 3000, 4250),
    ("Ilse", "IntervalTier", 3500, 9500),
]


@pytest.mark.parametrize("form", [long_form, short_form])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_each_interval_with_a_label_is_a_turn(tmp_path: Path, form: object, encoding: str) -> None:
    assert callable(form)
    mark = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}.get(encoding, b"")
    reading = read(tmp_path, mark + form(*TIERS).replace("\n", "\r\n").encode(encoding), "a.TextGrid")
    assert turns_of(reading) == EXPECTED


def test_a_tier_without_name_is_of_nobody(tmp_path: Path) -> None:
    assert said(read(tmp_path, short_form(("", [(0, 1, "ja")])), "a.TextGrid")) == [(None, "ja")]


def test_points_are_no_speech_and_counted(tmp_path: Path) -> None:
    text = long_form(("A", [(0, 1, "ja")]), points=("Klicks", [(0.5, 0.5, "x"), (0.7, 0.7, "")]))
    reading = read(tmp_path, text, "a.TextGrid")
    assert said(reading) == [("A", "ja")]
    assert "1 tier of points with 1 label left out" in messages(reading)


def test_aligned_words_are_joined_up_to_the_next_pause_and_sounds_left_out(tmp_path: Path) -> None:
    words: Marks = [(0, 1, "guten"), (1, 2, "tag"), (2, 3, ""), (3, 4, "ja")]
    text = long_form(("Anna - words", words), ("Anna - phones", [(0, 1, "g"), (1, 2, "t")]))
    reading = read(tmp_path, text, "a.TextGrid")
    assert turns_of(reading) == [("Anna", "guten tag", 0, 2000), ("Anna", "ja", 3000, 4000)]
    assert "2 sounds in 1 tier that by name annotate" in messages(reading)


def test_comments_are_kept_beside_the_text(tmp_path: Path) -> None:
    reading = read(tmp_path, short_form(("A", [(0, 1, "ja")]), ("Kommentar", [(0, 1, "leise")])), "a.TextGrid")
    assert said(reading) == [("A", "ja")]
    assert ("remark", "leise") in notes_of(reading)


def test_a_file_that_is_cut_off_gives_what_is_there(tmp_path: Path) -> None:
    reading = read(tmp_path, short_form(*TIERS)[:-30], "a.TextGrid")
    assert [turn for turn in said(reading) if turn[0] == "INT"] == [turn[:2] for turn in EXPECTED if turn[0] == "INT"]
    assert "ends before its last tier does" in messages(reading)


def test_binary_and_chronological_files_are_named_as_such(tmp_path: Path) -> None:
    assert "binary file of Praat" in messages(read(tmp_path, b"ooBinaryFile\x08TextGrid\x00\x01", "a.TextGrid"))
    text = '"Praat chronological TextGrid text file"\n0 9.5   ! Time domain.\n1   ! Number of tiers.\n'
    assert "chronological" in messages(read(tmp_path, text, "a.TextGrid"))


def test_the_content_decides_and_not_the_name(tmp_path: Path) -> None:
    assert turns_of(read(tmp_path, long_form(*TIERS), "a.txt")) == EXPECTED


def test_another_object_of_praat_is_no_transcript_of_it(tmp_path: Path) -> None:
    reading = read(
        tmp_path, 'File type = "ooTextFile"\nObject class = "PitchTier"\n\n0\n1\n1\n0.5\n120\n', "a.TextGrid"
    )
    assert reading.transcript is None or reading.transcript.format != "textgrid"


@pytest.mark.parametrize("count", ["1e400", "99999999999999", "-3", "1.5"])
def test_false_counts_do_no_harm(tmp_path: Path, count: str) -> None:
    read(tmp_path, short_form(*TIERS).replace("<exists>\n2", f"<exists>\n{count}"), "a.TextGrid")


def test_quotes_without_end_take_no_long_time() -> None:
    parse_textgrid("0 1 1 " + '"' * 200_001)
    parse_textgrid("0 1 1 " + '" ' * 100_001)


@given(st.lists(st.tuples(st.text(max_size=10), st.text(max_size=20).filter(str.strip)), min_size=1, max_size=5))
def test_any_names_and_labels_are_read_back_in_both_forms(tiers: list[tuple[str, str]]) -> None:
    made = [(name, [(0.0, 1.0, label)]) for name, label in tiers]
    for text in (long_form(*made), short_form(*made)):
        grid = parse_textgrid(text)
        assert [(tier.name, tier.marks[0].text) for tier in grid.tiers] == tiers


def test_damaged_files_never_raise(tmp_path: Path) -> None:
    for content in (*damaged(long_form(*TIERS).encode()), *damaged(short_form(*TIERS).encode("utf-16"))):
        read(tmp_path, content, "a.TextGrid")
