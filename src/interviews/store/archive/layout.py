"""What lies where in an archive: names of files that every system can hold, and the list of their digests."""

import hashlib
import re
from collections.abc import Mapping

from sqlalchemy import Table

from interviews.model import Codebook
from interviews.store.damage import UnsoundError
from interviews.text import fold

SUMS = "SHA256SUMS"
ABOUT = "archive.json"
README = "README.md"
ATTRIBUTES = ".gitattributes"
SETTINGS = "interviews.toml"
TABLES, TEXTS, CODEBOOKS = "tables", "texts", "codebooks"

# Anything else than these characters means something to one file system or another; two dots never follow each other.
_NAME = re.compile(rf"(?:(?:{TABLES}|{TEXTS}|{CODEBOOKS})/[a-z0-9_]|[A-Za-z.])[A-Za-z0-9_-]*(?:\.[A-Za-z0-9_-]+)*")
_SUM = re.compile(r"([0-9a-f]{64}) {2}(\S+)")
_SLUG_LENGTH = 40


def table_file(table: Table) -> str:
    """The file with the records of a table."""
    return f"{TABLES}/{table.name}.jsonl"


def text_file(name: str, version: int, id: str) -> str:
    """The file of a text version: its name and version for a person, twelve digits that nobody else's file has."""
    return f"{TEXTS}/{_slug(name)}-v{version}-{_digits(id)}.txt"


def codebook_file(codebook: Codebook, id: str) -> str:
    """The file in which a person reads a version of a codebook."""
    return f"{CODEBOOKS}/{_slug(codebook.name)}-v{codebook.version}-{_digits(id)}.yaml"


def sums_of(digests: Mapping[str, str]) -> bytes:
    """The list of digests as `sha256sum --check` reads it."""
    return "".join(f"{digests[name]}  {name}\n" for name in sorted(digests)).encode()


def read_sums(content: bytes) -> dict[str, str]:
    """The digest of every file of an archive. Raises UnsoundError where a line cannot be one of ours."""
    digests: dict[str, str] = {}
    seen: set[str] = set()
    for number, line in enumerate(content.decode("utf-8", "replace").removesuffix("\n").split("\n"), 1):
        match = _SUM.fullmatch(line)
        if match is None or not _NAME.fullmatch(match[2]) or match[2] == SUMS:
            raise UnsoundError(f"line {number} is not the digest and the name of a file of an archive")
        if match[2].lower() in seen:
            raise UnsoundError(f"line {number} names a file that was named before")
        seen.add(match[2].lower())
        digests[match[2]] = match[1]
    return digests


def _slug(name: str) -> str:
    """The name in small letters and digits, as far as it has any."""
    plain = re.sub(r"[^a-z0-9]+", "-", fold(name[: 4 * _SLUG_LENGTH]))
    return plain[:_SLUG_LENGTH].strip("-") or "unnamed"


def _digits(id: str) -> str:
    return hashlib.sha256(id.encode()).hexdigest()[:12]
