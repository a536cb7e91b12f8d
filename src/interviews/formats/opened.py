"""A file that was opened once, under limits: its bytes, and each view of them that some format asks for."""

import json
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

from interviews.formats.encoding import Decoded, decode
from interviews.formats.limits import Package, parse_xml, read_bytes, without_plain_doctype
from interviews.formats.reading import Unreadable

_ZIP = b"PK\x03\x04"
# An object for every word of a transcript of 50 MB is a million; empty ones alone could fill the memory.
_JSON_PARTS = 4_000_000


class Opened:
    """The content of one file. Every view is made at most once; one that cannot be had raises `Unreadable`."""

    def __init__(self, path: Path, content: bytes, columns: Mapping[str, str] | None = None) -> None:
        self.path = path
        self.content = content
        self.repeated_keys = 0
        """How often `json` met a key twice in one object, of which only the last was kept."""
        self.columns = columns
        """Which columns of a table hold speaker, text, start and end, where somebody chose them."""

    @classmethod
    def read(cls, path: Path, columns: Mapping[str, str] | None = None) -> "Opened":
        """The file at `path`; `Unreadable` where it is empty, too large or cannot be opened."""
        content = read_bytes(path)
        if not content.strip():
            raise Unreadable("the file is empty")
        return cls(path, content, columns)

    @property
    def suffix(self) -> str:
        """The ending of the file's name in small letters, such as `.txt`; the content decides where it can."""
        return self.path.suffix.casefold()

    @property
    def name(self) -> str:
        """The file's name, for problems."""
        return self.path.name

    @cached_property
    def package(self) -> Package | None:
        """The parts of a zip archive; None where the file is none."""
        return Package(self.content) if self.content.startswith(_ZIP) else None

    @cached_property
    def decoded(self) -> Decoded:
        """The file as text with LF line ends, and what had to be assumed."""
        return decode(self.content)

    @property
    def text(self) -> str:
        """The file as text with LF line ends."""
        return self.decoded.text

    @cached_property
    def is_xml(self) -> bool:
        """Whether the content begins as XML does."""
        return self.content.lstrip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n")[:60].replace(b"\0", b"").startswith(b"<?xml") or (
            self.suffix in (".xml", ".eaf", ".exb", ".trs", ".tei", ".fln", ".flk", ".qde", ".qdc")
            and self.content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<")
        )

    @cached_property
    def xml(self) -> Any:
        """The root element of an XML file; `Unreadable` where it is damaged or declares entities."""
        return parse_xml(without_plain_doctype(self.content))

    @cached_property
    def root(self) -> str:
        """The name of the root element without namespace; empty for what is no XML, or damaged."""
        try:
            return str(self.xml.tag).rpartition("}")[2] if self.is_xml else ""
        except Unreadable:
            return ""

    @cached_property
    def is_json(self) -> bool:
        """Whether the content begins as a JSON object or list does and can be parsed."""
        return self.content.lstrip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n")[:1] in (b"{", b"[") and self.json is not None

    @cached_property
    def json(self) -> Any:
        """The value of a JSON file; None where it is none, which is no problem: other formats begin like it."""
        if self.content.count(b"{") + self.content.count(b"[") > _JSON_PARTS:
            return None
        try:
            return json.loads(self.text, object_pairs_hook=self._unrepeated)
        except (ValueError, RecursionError, Unreadable):
            return None

    def _unrepeated(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        record = dict(pairs)
        self.repeated_keys += len(pairs) - len(record)
        return record
