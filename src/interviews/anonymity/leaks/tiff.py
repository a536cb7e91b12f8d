"""The fields of a TIFF file, which is also how cameras and programs write EXIF into every kind of picture."""

import struct
from collections.abc import Iterator

from interviews.anonymity.leaks.parts import Part, Remark

_ORDERS = {b"II*\0": "<", b"MM\0*": ">"}
# Text, and the types in which programs hide text: bytes and "undefined".
_TEXTS = frozenset((1, 2, 6, 7))
_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4}
_FURTHER = frozenset((0x8769, 0x8825, 0xA005, 0x014A))
_PLACE, _LATITUDE = 0x8825, 2
_MOST_FIELDS = 5_000
_LONGEST = 4_000_000


def read_tiff_fields(content: bytes) -> Iterator[Part | Remark]:
    """Every text of the fields; a remark where they cannot be read, and where they say at which place it was taken."""
    order = _ORDERS.get(content[:4])
    if order is None or len(content) < 8:
        yield Remark("", "what the camera or program wrote into the picture cannot be read and was not searched")
        return
    waiting, seen, texts = [struct.unpack_from(f"{order}I", content, 4)[0]], set[int](), list[bytes]()
    located = False
    while waiting and len(texts) < _MOST_FIELDS:
        start = waiting.pop()
        if start in seen or start + 2 > len(content):
            continue
        seen.add(start)
        for tag, kind, value in _fields(content, start, order):
            if tag in _FURTHER and kind in (4, 13):
                further = [struct.unpack_from(f"{order}I", value, at)[0] for at in range(0, len(value) - 3, 4)]
                waiting += further
                located = located or (tag == _PLACE and any(_locates(content, at, order) for at in further))
            elif kind in _TEXTS:
                texts.append(value)
        waiting += _next(content, start, order)
    for text in texts:
        yield Part("", text.strip(b"\0 "), opened=True)
    if located:
        yield Remark("", "the picture says by coordinates where it was taken: remove them before you hand it on")


def _fields(content: bytes, start: int, order: str) -> Iterator[tuple[int, int, bytes]]:
    """Tag, type and value of each field of a directory."""
    (count,) = struct.unpack_from(f"{order}H", content, start)
    for number in range(min(count, _MOST_FIELDS)):
        at = start + 2 + 12 * number
        if at + 12 > len(content):
            return
        tag, kind, length = struct.unpack_from(f"{order}HHI", content, at)
        size = _SIZES.get(kind, 0) * length
        if size > _LONGEST:
            continue
        place = at + 8 if size <= 4 else struct.unpack_from(f"{order}I", content, at + 8)[0]
        yield tag, kind, content[place : place + size]


def _next(content: bytes, start: int, order: str) -> list[int]:
    (count,) = struct.unpack_from(f"{order}H", content, start)
    at = start + 2 + 12 * count
    return [struct.unpack_from(f"{order}I", content, at)[0]] if at + 4 <= len(content) else []


def _locates(content: bytes, start: int, order: str) -> bool:
    return start + 2 <= len(content) and any(tag == _LATITUDE for tag, _, _ in _fields(content, start, order))
