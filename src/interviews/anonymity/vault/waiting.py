"""What another program says about texts that are not anonymized yet: kept in the vault until it can be placed."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import datetime
from types import MappingProxyType
from typing import Any

from interviews.model import Code, Codebook, Coding, Group, Link, Memo, Span


@dataclass(frozen=True, slots=True, repr=False)
class Waiting:
    """Records that came with texts as read; memos, groups and links may name people as the texts do."""

    texts: Mapping[str, str]
    """By the id of each transcript that was not anonymized, the digest of its text: codings are over that one."""
    codings: tuple[Coding, ...] = ()
    memos: tuple[Memo, ...] = ()
    groups: tuple[Group, ...] = ()
    links: tuple[Link, ...] = ()
    guids: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """GUIDs of these records, and of the people and cases that came with them, by `kind:record`."""
    codebook: Codebook | None = None
    """The codebook with its definitions and examples, which quote people."""

    def __repr__(self) -> str:
        return f"Waiting({len(self.codings)} codings, {len(self.memos)} memos)"

    def __bool__(self) -> bool:
        return bool(self.codings or self.memos or self.groups or self.links or self.guids or self.codebook)


def waiting_record(waiting: Waiting) -> dict[str, Any]:
    """What waits as JSON."""
    return {
        "texts": dict(waiting.texts),
        "codings": [_coding_record(coding) for coding in waiting.codings],
        "memos": [_memo_record(memo) for memo in waiting.memos],
        "groups": [_group_record(group) for group in waiting.groups],
        "links": [_link_record(link) for link in waiting.links],
        "guids": dict(waiting.guids),
        "codebook": waiting.codebook and _codebook_record(waiting.codebook),
    }


def waiting_from(record: dict[str, Any]) -> Waiting:
    """What `waiting_record` wrote."""
    codebook = record.get("codebook")  # older vaults have none
    return Waiting(
        texts=MappingProxyType(record["texts"]),
        codings=tuple(map(_coding_from, record["codings"])),
        memos=tuple(map(_memo_from, record["memos"])),
        groups=tuple(map(_group_from, record["groups"])),
        links=tuple(map(_link_from, record["links"])),
        guids=MappingProxyType(record["guids"]),
        codebook=codebook and _codebook_from(codebook),
    )


def _coding_record(coding: Coding) -> dict[str, Any]:
    return {
        "id": coding.id,
        "transcript": coding.transcript,
        "version": coding.version,
        "span": [coding.span.start, coding.span.end],
        "code": coding.code,
        "coder": coding.coder,
        "memo": coding.memo,
        "weight": coding.weight,
        "codebook_version": coding.codebook_version,
        "created": coding.created.isoformat(),
        "unit": coding.unit,
        "round": coding.round,
    }


def _coding_from(record: dict[str, Any]) -> Coding:
    return Coding(
        record["transcript"],
        Span(*record["span"]),
        record["code"],
        record["coder"],
        version=record["version"],
        memo=record["memo"],
        weight=record["weight"],
        codebook_version=record["codebook_version"],
        id=record["id"],
        created=datetime.fromisoformat(record["created"]),
        unit=record.get("unit", "segment"),  # what waits since before there were units
        round=record.get("round", ""),
    )


def _memo_record(memo: Memo) -> dict[str, Any]:
    said = {"id": memo.id, "about": memo.about, "text": memo.text, "author": memo.author}
    return said | {"created": memo.created.isoformat()}


def _memo_from(record: dict[str, Any]) -> Memo:
    moment = datetime.fromisoformat(record["created"])
    return Memo(record["about"], record["text"], record["author"], record["id"], moment)


def _group_record(group: Group) -> dict[str, Any]:
    members = [list(member) for member in group.members]
    return {"id": group.id, "name": group.name, "members": members, "description": group.description}


def _group_from(record: dict[str, Any]) -> Group:
    members = tuple((kind, one) for kind, one in record["members"])
    return Group(record["name"], members, record["description"], record["id"])


def _link_record(link: Link) -> dict[str, Any]:
    ends = {"origin": list(link.origin), "target": list(link.target)}
    return {"id": link.id, **ends, "name": link.name, "direction": link.direction, "colour": link.colour}


def _link_from(record: dict[str, Any]) -> Link:
    (kind, origin), (other, target) = record["origin"], record["target"]
    return Link((kind, origin), (other, target), record["name"], record["direction"], record["colour"], record["id"])


def _codebook_record(codebook: Codebook) -> dict[str, Any]:
    about = {"name": codebook.name, "version": codebook.version, "language": codebook.language}
    return about | {"codes": [_code_record(code) for code in codebook]}


def _code_record(code: Code) -> dict[str, Any]:
    return {one.name: getattr(code, one.name) for one in fields(code)} | {"labels": dict(code.labels)}


def _codebook_from(record: dict[str, Any]) -> Codebook:
    codes = tuple(Code(**one | {"labels": MappingProxyType(one["labels"])}) for one in record["codes"])
    return Codebook(record["name"], record["version"], codes, record["language"])
