"""A project's database written out as the files of an archive: the same rows always give the same bytes."""

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from itertools import count
from pathlib import Path

from sqlalchemy import Connection, Table, func, select

from interviews.errors import StoreError
from interviews.model import Codebook
from interviews.store import schema
from interviews.store.archive import layout
from interviews.store.archive.lines import APART, line_of, sorted_rows
from interviews.store.rows import codebook_of

Progress = Callable[[int, int], None]
FORMAT = "interviews archive"
FORMAT_VERSION = 1
_README = Path(__file__).with_name(layout.README)
# Git must not change the ends of lines: positions and digests are over the bytes as they are.
_ATTRIBUTES = "* -text\n"


class _Draft:
    """Files on their way into an archive, with their digests."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.digests: dict[str, str] = {}

    def write(self, name: str, chunks: Iterable[bytes]) -> None:
        """Write a file."""
        path = self._folder / name
        path.parent.mkdir(exist_ok=True)
        digest = hashlib.sha256()
        with path.open("xb") as file:
            for chunk in chunks:
                file.write(chunk)
                digest.update(chunk)
        self.digests[name] = digest.hexdigest()


def write_files(
    connection: Connection,
    folder: Path,
    settings: str,
    codebook_text: Callable[[Codebook], str | None],
    progress: Progress = lambda done, total: None,
) -> None:
    """Write every file of an archive into an empty folder.

    `settings` goes into `interviews.toml`; `codebook_text` is how a person reads a codebook, None where it cannot be
    written so. The records hold everything in either case.
    """
    draft = _Draft(folder)
    try:
        _write_about(draft, settings)
        total = sum(connection.scalars(select(func.count()).select_from(table)).one() for table in _tables())
        done = count(1)
        for table in _tables():
            draft.write(layout.table_file(table), _lines(connection, table, draft, lambda: progress(next(done), total)))
        _write_codebooks(connection, draft, codebook_text)
        draft.write(layout.SUMS, [layout.sums_of(draft.digests)])
    except OSError as error:
        raise StoreError(f"the archive cannot be written, nothing was changed: {error.strerror}") from None


def _tables() -> list[Table]:
    return schema.metadata.sorted_tables


def _write_about(draft: _Draft, settings: str) -> None:
    about = {"format": FORMAT, "version": FORMAT_VERSION, "schema": schema.REVISION}
    draft.write(layout.ABOUT, [json.dumps(about, indent=2).encode() + b"\n"])
    draft.write(layout.README, [_README.read_bytes()])
    draft.write(layout.ATTRIBUTES, [_ATTRIBUTES.encode()])
    draft.write(layout.SETTINGS, [settings.encode()])


def _lines(connection: Connection, table: Table, draft: _Draft, progress: Callable[[], None]) -> Iterable[bytes]:
    for row in sorted_rows(connection, table):
        progress()
        yield line_of(table, row, _put_apart(table, row, draft)).encode()


def _put_apart(table: Table, row: Mapping[str, str], draft: _Draft) -> str | None:
    """Write the text of a text version into a file of its own, and say which."""
    if table.name not in APART:
        return None
    name = layout.text_file(row["name"], int(row["version"]), row["id"])
    draft.write(name, [row[APART[table.name]].encode()])
    return name


def _write_codebooks(connection: Connection, draft: _Draft, codebook_text: Callable[[Codebook], str | None]) -> None:
    for row in connection.execute(select(schema.codebooks)).mappings():
        codebook = codebook_of(row)
        if (text := codebook_text(codebook)) is not None:
            draft.write(layout.codebook_file(codebook, row["id"]), [text.encode()])
