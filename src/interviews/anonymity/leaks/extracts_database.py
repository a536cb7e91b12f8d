"""A SQLite database as the leak check reads it: every page, the words that pages part, and the search indexes."""

import re
import sqlite3
import struct
from collections import defaultdict
from collections.abc import Iterator
from itertools import groupby, pairwise

from interviews.anonymity.leaks.parts import Part, Remark

START = b"SQLite format 3\0"
LOGS = (b"\x37\x7f\x06\x82", b"\x37\x7f\x06\x83")
# A name is shorter than this on either side of the place where a page ends.
_BESIDE = 200
_CHUNK = 500_000
_LEAST_PAGE = 512
# The number of a page, behind a letter; a database of less than 256 MB has none above two bytes.
_POINTER = re.compile(rb"[\x20-\xff](?=\x00\x00[\x00-\xff]{2})")
_FAR_POINTER = re.compile(rb"[\x20-\xff](?=\x00[\x00-\xff]{3})")


def read_database(content: bytes, log: bytes = b"") -> Iterator[Part | Remark]:
    """The whole file as it is, which holds deleted rows too; words that are split over two pages, deleted ones as well;
    and what its tables and search indexes say, `log` (its write-ahead log) included."""
    yield Part("", content, opened=True)
    size = _page_size(content)
    frames = list(_frames(log, size))
    if frames:
        yield Part("write-ahead log", log, opened=True)
    pages = [(1 + at // size, content[at : at + size]) for at in range(0, len(content), size)]
    seams = _seams([*pages, *((number, page) for number, page, _ in frames)])
    yield Part("between two pages", b"\0\n".join(seams), opened=True)
    try:
        yield from _tables(_with_log(content, frames, size))
    except (sqlite3.Error, MemoryError):
        yield Remark("", "the database is damaged: its pages were searched, its tables could not be opened")


def read_log(content: bytes) -> Iterator[Part | Remark]:
    """A write-ahead log without its database."""
    yield Part("", content, opened=True)
    (size,) = struct.unpack_from(">I", content.ljust(32, b"\0"), 8)
    frames = _frames(content, size) if size >= _LEAST_PAGE else ()
    yield Part("between two pages", b"\0\n".join(_seams([(number, page) for number, page, _ in frames])), opened=True)


def _page_size(content: bytes) -> int:
    (size,) = struct.unpack_from(">H", content.ljust(18, b"\0"), 16)
    return 65536 if size == 1 else max(size, _LEAST_PAGE)


def _frames(log: bytes, size: int) -> Iterator[tuple[int, bytes, bool]]:
    """Number, content and whether it is in force of every page in a write-ahead log, old rounds included."""
    if log[:4] not in LOGS:
        return
    salts, found, committed = log[16:24], list[tuple[int, bytes, bool]](), 0
    for at in range(32, len(log) - 24 - size + 1, 24 + size):
        number, pages = struct.unpack_from(">II", log, at)
        current = log[at + 8 : at + 16] == salts
        found.append((number, log[at + 24 : at + 24 + size], current))
        if current and pages:
            committed = len(found)
    for place, (number, page, current) in enumerate(found):
        yield number, page, current and place < committed


def _with_log(content: bytes, frames: list[tuple[int, bytes, bool]], size: int) -> bytes:
    """The database with what its write-ahead log changed, as a file that needs none."""
    pages = bytearray(content)
    for number, page, in_force in frames:
        if in_force and number:
            end = number * size
            pages.extend(bytes(max(0, end - len(pages))))
            pages[end - size : end] = page
    pages[18:20] = b"\1\1"
    return bytes(pages)


def _seams(pages: list[tuple[int, bytes]]) -> Iterator[bytes]:
    """The words around each place where a text goes on in another page, whether its row is still there or not.

    A long text stands in a row as far as it fits, followed by the number of a page; that page begins with the number
    of the next one. Deleted rows are no longer listed anywhere, so every such number is followed; where it was
    overwritten, the text most often went on in the following page.
    """
    by_number: dict[int, list[bytes]] = defaultdict(list)
    for number, page in pages:
        by_number[number].append(page)
    pattern = _POINTER if max(by_number, default=0) < 65536 else _FAR_POINTER
    for _, page in pages:
        ends = [match.end() for match in pattern.finditer(page)]
        for end, pointer in [*((end, page[end : end + 4]) for end in ends), (len(page), page[:4])]:
            if len(pointer) < 4:
                continue
            for onward in by_number.get(int.from_bytes(pointer, "big"), ()):
                if onward[0] == 0:  # no page has a number so high that its first byte counts
                    yield page[max(0, end - _BESIDE) : end] + onward[4 : 4 + _BESIDE]
    for (_, page), (_, following) in pairwise(pages):
        if page[-1:] >= b" " and following[4:5] >= b" ":
            yield page[-_BESIDE:] + following[4 : 4 + _BESIDE]


def _tables(content: bytes) -> Iterator[Part | Remark]:
    connection = sqlite3.connect(":memory:")
    try:
        connection.deserialize(content)
        connection.text_factory = lambda text: text.decode("utf-8", "replace")
        connection.execute("PRAGMA trusted_schema=OFF")
        # What fits into a page stands there in one piece and was searched with it.
        least = _page_size(content) // 16
        listed = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall()
        for name, sql in listed:
            if re.match(r"\s*create\s+virtual", sql or "", re.IGNORECASE):
                yield from _index(connection, name, sql)
            else:
                yield from _rows(connection, name, least)
    finally:
        connection.close()


def _rows(connection: sqlite3.Connection, table: str, least: int) -> Iterator[Part]:
    """The texts of long rows, and whatever is a file of its own."""
    texts, size = list[str](), 0
    place = f"table {table}"
    for row in connection.execute(f"SELECT * FROM {_quoted(table)}"):
        for value in row:
            if isinstance(value, bytes) and len(value) > 20:
                yield Part(place, value)
        words = [value for value in row if isinstance(value, str)]
        if (length := sum(map(len, words))) > least:
            texts += words
            size += length
        if size > _CHUNK:
            yield Part(place, "\n".join(texts), opened=True)
            texts, size = [], 0
    if texts:
        yield Part(place, "\n".join(texts), opened=True)


def _index(connection: sqlite3.Connection, name: str, sql: str) -> Iterator[Part | Remark]:
    """The words of a full-text index, in their order where it knows that: they may outlive the text itself."""
    place = f"search index {name}"
    try:
        if re.search(r"using\s+fts5", sql, re.IGNORECASE):
            words = "SELECT term, doc, col FROM temp.words_of_index ORDER BY doc, col, offset"
            connection.execute(
                f"CREATE VIRTUAL TABLE temp.words_of_index USING fts5vocab(main, {_text(name)}, 'instance')"
            )
        elif re.search(r"using\s+fts[34]", sql, re.IGNORECASE):
            words = "SELECT DISTINCT term, '', '' FROM temp.words_of_index"
            connection.execute(f"CREATE VIRTUAL TABLE temp.words_of_index USING fts4aux(main, {_text(name)})")
        else:
            return
        for _, group in groupby(connection.execute(words), key=lambda row: row[1:]):
            yield Part(place, " ".join(str(row[0]) for row in group), opened=True)
        connection.execute("DROP TABLE temp.words_of_index")
    except sqlite3.Error:
        yield Remark(place, "the search index cannot be opened; its pages were searched")


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _text(name: str) -> str:
    return "'" + name.replace("'", "''") + "'"
