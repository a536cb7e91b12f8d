"""Damage of the kinds that files meet: bits, lost and doubled stretches, foreign numbers, repacked parts."""

import random
import re
import zipfile
import zlib
from collections.abc import Callable, Sequence
from io import BytesIO

# What parsers trip over: numbers at the edges of types, marks of other formats, halves of characters, path tricks.
TOKENS = (
    *(b"-1", b"0", b"99999999999999999999", b"1e308", b"NaN", b"Infinity", b"2147483648", b"00:00:00.000", b"-->"),
    *(b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\xc3", b"\xed\xa0\x80", b"\r", b"\r\n", b"\t", b"\x15", b"\xe2\x80\xae"),
    *(b"I: ", b"B: ", b"[00:00:01]", b"#00:00:01-2#", b"<v A>", b"WEBVTT\n\n", b"{\\rtf1", b"%PDF-", b"PK\x03\x04"),
    *(
        b"<",
        b">",
        b"&",
        b"&#x0;",
        b"&lt;",
        b"]]>",
        b"<!--",
        b"<!DOCTYPE a>",
        b"<?xml?>",
        b'"',
        b"'",
        b"{",
        b"}",
        b"[",
        b"]",
    ),
    *(
        b"null",
        b"true",
        b"../../x",
        b"/etc/passwd",
        b"C:\\x",
        b"internal://",
        b"\\u-8700?",
        b"\\'e4",
        b"\\bin9 ",
        b"A" * 300,
    ),
)
_NUMBER = re.compile(rb"-?\d+(?:\.\d+)?")


def mutate(content: bytes, chance: random.Random, others: Sequence[bytes] = ()) -> bytes:
    """The content with one to eight damages; a zip package is damaged inside as often as outside."""
    if content.startswith(b"PK\x03\x04") and chance.random() < 0.8:
        return _repacked(content, chance)
    for _ in range(chance.choice((1, 1, 2, 3, 8))):
        content = chance.choice(_DAMAGES)(content, chance, others)
    return content[:2_000_000]


def _bits(content: bytes, chance: random.Random, _others: Sequence[bytes]) -> bytes:
    changed = bytearray(content or b"\0")
    for _ in range(chance.randint(1, 8)):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def _lost(content: bytes, chance: random.Random, _others: Sequence[bytes]) -> bytes:
    start, end = _stretch(content, chance)
    return content[:start] + content[end:]


def _cut(content: bytes, chance: random.Random, _others: Sequence[bytes]) -> bytes:
    return content[: chance.randint(0, len(content))]


def _doubled(content: bytes, chance: random.Random, _others: Sequence[bytes]) -> bytes:
    start, end = _stretch(content, chance)
    times = chance.choice((2, 2, 3, 50, 2000)) if end - start < 200 else 2
    return content[:start] + content[start:end] * times + content[end:]


def _moved(content: bytes, chance: random.Random, _others: Sequence[bytes]) -> bytes:
    start, end = _stretch(content, chance)
    rest = content[:start] + content[end:]
    at = chance.randint(0, len(rest))
    return rest[:at] + content[start:end] + rest[at:]


def _marked(content: bytes, chance: random.Random, _others: Sequence[bytes]) -> bytes:
    at = chance.randint(0, len(content))
    return content[:at] + chance.choice(TOKENS) * chance.choice((1, 1, 1, 3, 100)) + content[at:]


def _numbered(content: bytes, chance: random.Random, _others: Sequence[bytes]) -> bytes:
    numbers = list(_NUMBER.finditer(content))
    if not numbers:
        return content
    number = chance.choice(numbers)
    new = chance.choice((*TOKENS[:8], str(chance.randint(-9, 10**6)).encode()))
    return content[: number.start()] + new + content[number.end() :]


def _spliced(content: bytes, chance: random.Random, others: Sequence[bytes]) -> bytes:
    if not others:
        return content
    other = chance.choice(others)
    start, end = _stretch(other, chance)
    at = chance.randint(0, len(content))
    return content[:at] + other[start:end] + content[at:]


_DAMAGES: tuple[Callable[[bytes, random.Random, Sequence[bytes]], bytes], ...] = (
    _bits,
    _lost,
    _cut,
    _doubled,
    _moved,
    _marked,
    _marked,
    _numbered,
    _numbered,
    _spliced,
)


def _stretch(content: bytes, chance: random.Random) -> tuple[int, int]:
    start = chance.randint(0, len(content))
    return start, min(len(content), start + chance.choice((1, 4, 16, 64, 256, 4096)))


def _repacked(content: bytes, chance: random.Random) -> bytes:
    """The package with one part damaged, lost, renamed or doubled; as it is where it cannot be opened."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as old:
            parts = [(entry.filename, old.read(entry)) for entry in old.infolist()]
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError):
        return content
    if not parts:
        return content
    # The largest part is mostly the one with the words.
    place = max(range(len(parts)), key=lambda i: len(parts[i][1]) * chance.random())
    name, part = parts[place]
    damage = chance.random()
    if damage < 0.8:
        parts[place] = (name, mutate(part, chance, [other for _, other in parts]))
    elif damage < 0.87:
        del parts[place]
    elif damage < 0.94:
        parts[place] = (chance.choice(("../../x", "/x", "C:\\x", name.upper(), "x" * 300, "")) or "x", part)
    else:
        parts.append((name, part[: len(part) // 2]))
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", chance.choice((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED))) as new:
        for name, part in parts:
            new.writestr(zipfile.ZipInfo(name), part)
    return packed.getvalue()
