"""GUIDs: a record keeps the one it came with; one without has its own UUID, or one made of its kind and name."""

import re
from collections.abc import Mapping
from hashlib import sha1
from uuid import UUID

GUID = re.compile(
    r"(?:[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12})|(?:\{[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}\})"
)
_PLAIN = re.compile(r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}")
_NAMESPACE = UUID("5c1b7a52-3f0e-5d0b-9f8e-6a1f2f6f7c11").bytes
# Records that have an id of their own; all others are known by a name, which may look like an id.
_WITH_ID = frozenset({"transcript", "coding", "memo", "group", "link", "medium"})


def default_guid(kind: str, record: str) -> str:
    """The GUID of a record that came with none, in capital letters: the same record always has the same."""
    if kind in _WITH_ID and _PLAIN.fullmatch(record):
        return record.upper()
    digits = sha1(_NAMESPACE + f"{kind}:{record}".encode("utf-8", "surrogatepass")).hexdigest()
    variant = "89ab"[int(digits[16], 16) & 3]
    made = f"{digits[:8]}-{digits[8:12]}-5{digits[13:16]}-{variant}{digits[17:20]}-{digits[20:32]}"
    return made.upper()


def is_default(guid: str, kind: str, record: str) -> bool:
    """Whether a record would get this GUID anyway. Those made of names are of version 5, which few others are."""
    return (kind in _WITH_ID or guid[14:15] == "5") and guid == default_guid(kind, record)


def canonical(guid: str) -> str:
    """A GUID for comparison: braces and case are ways of writing it."""
    return guid.strip("{} \t\n").upper()


def id_of(guid: str) -> str:
    """The id of a record of ours that came with this GUID."""
    return guid.strip("{} \t\n").lower()


class Guids:
    """The GUIDs of one file that is written: each is given once."""

    def __init__(self, known: Mapping[str, str]) -> None:
        self._known = known
        self._given: dict[tuple[str, str], str] = {}
        self._taken: set[str] = set()
        self.replaced = 0
        """How many of the known GUIDs could not be used: not of the standard's form, or of another record already."""

    def of(self, kind: str, record: str) -> str:
        """The GUID of a record."""
        given = self._given.get((kind, record))
        return given if given is not None else self.known_as(kind, record, self._known.get(f"{kind}:{record}"))

    def known_as(self, kind: str, record: str, known: str | None) -> str:
        """The GUID of a record that came with `known`, where that is one and is still free."""
        guid = known if known is not None and GUID.fullmatch(known) else default_guid(kind, record)
        self.replaced += known is not None and guid != known
        key, turn = canonical(guid), 1
        while key in self._taken:
            self.replaced += turn == 1
            turn += 1
            guid = key = default_guid("again", f"{turn}:{kind}:{record}")
        self._taken.add(key)
        self._given[kind, record] = guid
        return guid

    def is_free(self, guid: str) -> bool:
        """Whether no record of the file has this GUID yet."""
        return canonical(guid) not in self._taken
