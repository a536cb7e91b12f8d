"""What the standard has no place for: the entry `interviews.json`, which other programs ignore and which comes back.

It counts only while the project's XML and its texts are the ones it was written with: their digests say so.
"""

import json
import math
from pathlib import Path
from typing import Any

from interviews.errors import Severity
from interviews.formats.reading import Unreadable
from interviews.formats.refi.container import Container
from interviews.formats.refi.draft import Draft
from interviews.formats.refi.losses import Losses
from interviews.formats.refi.markup import is_exact
from interviews.formats.refi.packed import pack, pack_transcript
from interviews.formats.refi.raw import RawSource
from interviews.formats.refi.stream import Parsed
from interviews.formats.refi.unpacked import Changed, unpack
from interviews.model import Coding, Exchange

ENTRY = "interviews.json"
_FORMAT = 1
# Kinds whose GUIDs are read from the XML again, since there are so many of them.
_MANY = ("coding", "selection")


def describe_beyond(draft: Draft, digest: str) -> bytes:
    """The entry's content; `digest` is that of the XML."""
    exchange = draft.exchange
    whole = {index for indices in draft.whole.values() for index in indices}
    ids = {key: guid for key, guid in exchange.ids.items() if key.partition(":")[0] not in _MANY}
    value = {
        "format": _FORMAT,
        "project_sha256": digest,
        "users": draft.users(),
        "codes": [[draft.guids.of("code", path), path] for path in draft.codes],
        "transcripts": [pack_transcript(draft, one) for one in exchange.transcripts],
        "codings": _codings(draft, whole),
        **pack(draft),
        "ids": ids,
    }
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def _codings(draft: Draft, whole: set[int]) -> dict[str, Any]:
    """Columns in the order of the XML; those that say nothing are left out."""
    codings = [draft.exchange.codings[index] for index in draft.order]
    places = {index: place for place, index in enumerate(sorted(draft.order))}
    order = [places[index] for index in draft.order]
    columns: dict[str, Any] = {
        "order": order if order != list(range(len(codings))) else None,
        "ids": {
            number: one.id for number, one in enumerate(codings) if draft.guids.of("coding", one.id).lower() != one.id
        },
        "weights": _weights(codings),
        "codebook_versions": _column([one.codebook_version for one in codings]),
        "units": {number: one.unit for number, one in enumerate(codings) if one.unit != "segment"},
        "rounds": {number: one.round for number, one in enumerate(codings) if one.round},
        "memos": {
            number: one.memo
            for number, (index, one) in enumerate(zip(draft.order, codings, strict=True))
            if one.memo and (index in whole or not is_exact(one.memo))
        },
        "unverified": [number for number, one in enumerate(codings) if one.id in draft.exchange.unverified],
    }
    return {name: column for name, column in columns.items() if column not in (None, {}, [])}


def _weights(codings: list[Coding]) -> list[float | None] | None:
    weights = [one.weight if one.weight is not None and math.isfinite(one.weight) else None for one in codings]
    return weights if any(weight is not None for weight in weights) else None


def _column(values: list[int | None]) -> list[int | None] | int | None:
    """One value where all are the same."""
    return values[0] if len(set(values)) == 1 else values


def restore(container: Container, parsed: Parsed, raws: list[RawSource], losses: Losses, path: Path) -> Exchange | None:
    """The exchange that was written here, exactly; None for the file of another program, or one changed since."""
    content = container.extra(ENTRY)
    if content is None:
        return None
    try:
        value = json.loads(content.decode("utf-8", "surrogatepass"))
        if not isinstance(value, dict) or "project_sha256" not in value:
            return None
        if value["project_sha256"] != parsed.digest or parsed.damaged:
            raise Changed
        return unpack(value, container, parsed.root, raws, path)
    except Changed:
        message = f"the project was changed after {ENTRY} was written: what only that knows is left out"
        losses.note(message, Severity.ERROR)
    except (ValueError, KeyError, IndexError, TypeError, AttributeError, ArithmeticError, RecursionError, Unreadable):
        losses.note(f"{ENTRY} in the project is damaged and was left out", Severity.ERROR)
    return None
