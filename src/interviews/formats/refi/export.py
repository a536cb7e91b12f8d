"""Writing a project: one clean form, checked against the standard's rules before the file gets its name."""

import zipfile
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from interviews.errors import InterviewsError, MisuseError, Problem, Severity
from interviews.formats.refi.beyond import ENTRY, describe_beyond
from interviews.formats.refi.code_elements import project_codes
from interviews.formats.refi.container import MEDIUM_BYTES
from interviews.formats.refi.draft import Draft
from interviews.formats.refi.grammar import PROJECT
from interviews.formats.refi.guids import canonical
from interviews.formats.refi.lexical import written_moment
from interviews.formats.refi.losses import Losses
from interviews.formats.refi.markup import attributes, textual, value, written_text
from interviews.formats.refi.people_elements import cases, users, variable_types, variables
from interviews.formats.refi.placing import place_codings, place_notes
from interviews.formats.refi.relation_elements import links, notes, sets
from interviews.formats.refi.source_elements import report_beyond, sources, text_entry, text_path
from interviews.formats.refi.structure import check_chunks
from interviews.model import Exchange, Medium

ORIGIN = "interviews"
_CARRIED = ("pdf", "picture")
_SUFFIXES = {"audio": "mp3", "video": "mp4", "picture": "jpg", "pdf": "pdf"}
# The earliest that a zip can say: the same study gives the same bytes on any day.
_MOMENT = (1980, 1, 1, 0, 0, 0)
# One eighth larger than at the usual 6, in less than half the time.
_LEVEL = 3
_CHUNK = 2**20
_LINES = 4096
Media = Callable[[Medium], BinaryIO]


class StructureError(InterviewsError):
    """What would have been written breaks the standard, which is a fault of this program; nothing was written."""


def write_qdpx(exchange: Exchange, path: Path | str, *, media: Media | None = None) -> tuple[Problem, ...]:
    """Write a REFI-QDA project and return its loss report; `media` opens the file of a recording, picture or PDF.

    The file is put in place in one step, after its XML was checked; the same exchange always gives the same bytes.
    """
    path = Path(path)
    losses = Losses(path.name)
    draft = Draft(exchange, losses)
    with replacing(path) as unfinished, zipfile.ZipFile(unfinished, "w") as archive:
        if media is not None:
            for medium in exchange.media:
                _store_medium(draft, archive, medium, media)
        _carry(draft)
        digest = _store_project(draft, archive)
        for one in exchange.transcripts:
            _store(archive, f"sources/{text_entry(draft.guids.of('transcript', one.id))}", written_text(one.text))
        for guid, memo in draft.notes:
            _store(archive, f"sources/{text_entry(guid)}", written_text(memo.text))
        report_beyond(draft)
        _store(archive, ENTRY, describe_beyond(draft, digest))
    return losses.problems()


def require_sound(chunks: Iterable[bytes], lengths: dict[str, int] | None = None) -> None:
    """Raise where XML that is about to be written breaks a rule; then its file never gets its name."""
    broken = check_chunks(chunks, lengths)
    if broken:
        raise StructureError(f"the export would break the standard and was not written, please report: {broken[0]}")


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A file beside `path` that takes its place when all went well, and is gone when not."""
    unfinished = path.with_name(f".{path.name}.draft")
    try:
        yield unfinished
        unfinished.replace(path)
    except OSError as error:
        raise MisuseError(f"{path.name} cannot be written: {error.strerror or 'unknown reason'}") from None
    finally:
        unfinished.unlink(missing_ok=True)


def _store_project(draft: Draft, archive: zipfile.ZipFile) -> str:
    """Write the XML piece by piece, each checked as it is written, and return its digest."""
    content = _project_lines(draft)
    lengths = {text_path(draft.guids.of("transcript", one.id)): len(one.text) for one in draft.exchange.transcripts}
    digest = sha256()
    # Packing lets go of the interpreter, so the check goes on beside it.
    with archive.open(_entry("project.qde", zipfile.ZIP_DEFLATED), "w") as target, ThreadPoolExecutor(1) as beside:
        packed: list[Future[int]] = []

        def written() -> Iterator[bytes]:
            for start in range(0, len(content), _LINES):
                piece = "\n".join([*content[start : start + _LINES], ""]).encode()
                digest.update(piece)
                packed.append(beside.submit(target.write, piece))
                yield piece

        require_sound(written(), lengths)
        for done in packed:
            done.result()  # a full disk is told here
    return digest.hexdigest()


def _project_lines(draft: Draft) -> list[str]:
    """The lines of the project's XML. What others refer to gets its GUID before them."""
    exchange = draft.exchange
    place_codings(draft)
    place_notes(draft)
    draft.place_memos()
    types = variable_types(draft)
    body = [*project_codes(draft), *variables(draft, types), *cases(draft, types), *sources(draft)]
    body += [*notes(draft), *links(draft), *sets(draft)]
    body += textual("Description", draft.described.get(("project", ""), ""))
    body += [f'<NoteRef targetGUID="{guid}"/>' for guid in draft.noted("project", "")]
    draft.losses.add("guid", "malformed or used twice, replaced by a new one", draft.guids.replaced)
    begin = f'<Project xmlns="{PROJECT}"{attributes(_root(exchange))}>'
    return ['<?xml version="1.0" encoding="utf-8"?>', begin, *users(draft), *body, "</Project>"]


def _root(exchange: Exchange) -> list[tuple[str, str | None]]:
    """Name, program, and the latest moment of the study: today's date would make every export another one."""
    moments = [coding.created for coding in exchange.codings] + [memo.created for memo in exchange.memos]
    last = written_moment(max(moments)) if moments else None
    return [("name", exchange.name), ("origin", ORIGIN), ("modifiedDateTime", last)]


def _store(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    archive.writestr(_entry(name, zipfile.ZIP_DEFLATED), content)


def _entry(name: str, method: int) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _MOMENT)
    entry.compress_type = method
    entry._compresslevel = _LEVEL  # type: ignore[attr-defined]  # no public way for what is written piece by piece
    entry.create_system = 3  # the same bytes on every system
    entry.external_attr = 0o644 << 16
    return entry


def _store_medium(draft: Draft, archive: zipfile.ZipFile, medium: Medium, media: Media) -> None:
    """Copy the file of a medium, unless it is larger than the standard allows."""
    guid = canonical(draft.guids.of("medium", medium.id))
    name = f"{guid}.{_suffix(medium)}"
    try:
        with media(medium) as source:
            size = _size(source)
            if size > MEDIUM_BYTES:
                draft.losses.add("Medium", "larger than 2 GB, which the standard does not allow: not written")
                return
            with archive.open(_entry(f"sources/{name}", zipfile.ZIP_STORED), "w", force_zip64=True) as target:
                while piece := source.read(_CHUNK):
                    target.write(piece)
    except MisuseError:
        draft.losses.add("Medium", "whose file could not be read: not written", severity=Severity.ERROR)
        return
    draft.paths[medium.id] = f"internal://{value(name)}"


def _size(source: BinaryIO) -> int:
    """The size of a file, without reading it where it can be told."""
    if not source.seekable():
        return 0
    size = source.seek(0, 2)
    source.seek(0)
    return size


def _suffix(medium: Medium) -> str:
    suffix = (medium.entry or medium.name).rpartition(".")[2].lower()
    return suffix if suffix.isascii() and suffix.isalnum() and len(suffix) <= 5 else _SUFFIXES[medium.kind]


def _carry(draft: Draft) -> None:
    """Texts of PDFs and pictures that are in the file go into their elements, each into one."""
    for medium in draft.exchange.media:
        known = medium.transcript in draft.transcripts and medium.transcript not in draft.carriers
        if medium.kind in _CARRIED and medium.id in draft.paths and known:
            assert medium.transcript is not None
            draft.carriers[medium.transcript] = medium
