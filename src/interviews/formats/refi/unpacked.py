"""The way back from `interviews.json` and the XML to the records; every value is looked at, for a file can lie."""

import math
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

from interviews.formats.refi.container import Container
from interviews.formats.refi.guids import canonical, default_guid, id_of
from interviews.formats.refi.lexical import moment_of, number_of
from interviews.formats.refi.raw import RawCoding, RawSelection, RawSource, RawText
from interviews.formats.refi.stream import Element
from interviews.model import (
    Case,
    CaseCoding,
    Code,
    Codebook,
    Coder,
    Coding,
    Exchange,
    Group,
    Link,
    Medium,
    Memo,
    Participant,
    Role,
    SourceNote,
    Span,
    Speaker,
    Transcript,
    Turn,
)

_T = TypeVar("_T")


class Changed(Exception):  # noqa: N818 - no error: the file was edited since
    """The texts are not those it was written with."""


def _is(kind: type[_T], value: Any) -> _T:
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        raise TypeError
    return value


def _text(value: Any) -> str:
    return _is(str, value)


def _perhaps(kind: type[_T], value: Any) -> _T | None:
    return None if value is None else _is(kind, value)


def _span(value: Any, length: int) -> Span:
    start, end = (_is(int, one) for one in value)
    if end > length:
        raise ValueError
    return Span(start, end)


def _words(value: Any) -> Mapping[str, str]:
    return MappingProxyType({_text(key): _text(one) for key, one in _is(dict, value).items()})


def _pair(value: Any) -> tuple[str, str]:
    kind, record = value
    return _text(kind), _text(record)


def unpack(value: dict[str, Any], container: Container, root: Element, raws: list[RawSource], path: Path) -> Exchange:
    """The exchange; raises where a value is not what was written here."""
    texts = {canonical(raw.guid): (raw, source) for source in raws for raw in source.texts}
    transcripts = [_transcript(one, texts, container, path) for one in value["transcripts"]]
    by_guid = {canonical(one["guid"]): made for one, made in zip(value["transcripts"], transcripts, strict=True)}
    codings = _Codings(value, root, raws, by_guid)
    return Exchange(
        _text(value["name"]),
        root.get("origin"),
        _text(value["language"]),
        tuple(transcripts),
        _codebook(value["codebook"]) if value["codebook"] is not None else None,
        codings.in_order(),
        tuple(Coder(_text(name)) for name in value["coders"]),
        tuple(Participant(_text(n), _perhaps(str, case), _words(has)) for n, case, has in value["participants"]),
        tuple(Case(_text(name), _words(has)) for name, has in value["cases"]),
        tuple(_memo(*one) for one in value["memos"]),
        tuple(
            Group(_text(name), tuple(_pair(one) for one in members), _text(description), _text(record))
            for record, name, description, members in value["groups"]
        ),
        tuple(_link(*one) for one in value["links"]),
        tuple(_media(value["media"], container, raws)),
        _words(value["types"]),
        MappingProxyType({**_words(value["ids"]), **codings.ids}),
        frozenset(_text(one) for one in value["folders"]),
        tuple((_text(case), *_pair(ref)) for case, *ref in value["belongings"]),
        frozenset(codings.unverified),
        _is(bool, value["anonymized"]),
        case_codings=tuple(_case_coding(*one) for one in value.get("case_codings", ())),
    )


def _codebook(value: dict[str, Any]) -> Codebook:
    codes = []
    for one in value["codes"]:
        labels = _words(one.pop("labels", {}))
        retired = _is(bool, one.pop("retired", False))
        texts: dict[str, Any] = dict(_words(one))
        codes.append(Code(**texts, labels=labels, retired=retired))
    return Codebook(_text(value["name"]), _is(int, value["version"]), tuple(codes), _text(value["language"]))


def _memo(record: Any, about: Any, author: Any, created: Any, text: Any) -> Memo:
    moment = moment_of(_text(created))
    if moment is None:
        raise ValueError
    return Memo(_text(about), _text(text), _text(author), _text(record), moment)


def _case_coding(record: Any, case: Any, code: Any, coder: Any, memo: Any, version: Any, created: Any) -> CaseCoding:
    moment = moment_of(_text(created))
    if moment is None:
        raise ValueError
    said = (_text(case), _text(code), _text(coder), _text(memo))
    return CaseCoding(*said, _perhaps(int, version), _text(record), moment)


def _link(record: Any, origin: Any, target: Any, name: Any, direction: Any, colour: Any) -> Link:
    ends = (_pair(origin), _pair(target))
    return Link(*ends, _text(name), _text(direction), _perhaps(str, colour), _text(record))


def _media(value: Any, container: Container, raws: list[RawSource]) -> Iterator[Medium]:
    """Media with the entries in which they lie in this file."""
    paths = {canonical(raw.guid): raw.path for raw in raws}
    for guid, record, name, kind, transcript in value:
        entry = container.find(paths.get(canonical(_text(guid)), ""))
        where = entry.filename if entry else ""
        yield Medium(_text(name), _text(kind), where, _perhaps(str, transcript), _text(record))


def _transcript(
    value: dict[str, Any], texts: Mapping[str, tuple[RawText, RawSource]], container: Container, path: Path
) -> Transcript:
    raw, _ = texts[canonical(value["guid"])]
    entry = container.find(raw.plain_path)
    if entry is None:
        raise Changed
    content = container.text(entry)
    if sha256(content).hexdigest() != value["sha256"]:
        raise Changed
    text = content.decode("utf-8").removeprefix("\ufeff")
    length = len(text)
    return Transcript(
        _text(value["name"]),
        text,
        tuple(_turn(length, *turn) for turn in value["turns"]),
        tuple(Speaker(_text(n), Role(role), _perhaps(str, who)) for n, role, who in value["speakers"]),
        _text(value["language"]),
        _perhaps(str, value["case"]),
        _is(int, value["version"]),
        _text(value["id"]),
        str(path),
        _text(value["format"]),
        tuple(
            SourceNote(_text(kind), _text(words), _text(author), None if span is None else _span(span, length))
            for kind, words, author, span in value["notes"]
        ),
    )


def _turn(
    length: int,
    number: Any,
    start: Any,
    end: Any,
    speaker: Any,
    role: Any,
    label: Any = None,
    start_ms: Any = None,
    end_ms: Any = None,
    language: Any = None,
) -> Turn:
    return Turn(
        _is(int, number),
        _span((start, end), length),
        _perhaps(str, speaker),
        Role(role),
        None if label is None else _span(label, length),
        _perhaps(int, start_ms),
        _perhaps(int, end_ms),
        _perhaps(str, language),
    )


class _Codings:
    """The codings of the XML, in its order, with what stands beside it in columns."""

    def __init__(
        self,
        value: dict[str, Any],
        root: Element,
        raws: list[RawSource],
        transcripts: Mapping[str, Transcript],
    ) -> None:
        self.ids: dict[str, str] = {}
        self.unverified: set[str] = set()
        self._columns = value["codings"]
        users = [user for section in root.all("Users") for user in section.all("User")]
        names = [_text(name) for name in value["users"]]
        self._users = {canonical(user.get("guid")): name for user, name in zip(users, names, strict=True)}
        self._codes = {canonical(_text(guid)): _text(path) for guid, path in value["codes"]}
        self._made: list[Coding] = []
        for source in raws:
            for raw in source.texts:
                transcript = transcripts.get(canonical(raw.guid))
                if transcript is not None:
                    self._read(transcript, raw, source)
        unverified = [self._made[_is(int, number)].id for number in self._columns.get("unverified", ())]
        self.unverified.update(unverified)

    def _read(self, transcript: Transcript, raw: RawText, source: RawSource) -> None:
        length = len(transcript.text)
        for selection in raw.selections:
            start, end = number_of(selection.start), number_of(selection.end)
            if start is None or end is None:
                raise ValueError
            span = _span((start, end), length)
            first = len(self._made)
            made = [self._coding(transcript, span, one, selection) for one in selection.codings]
            if made and selection.guid != default_guid("selection", made[0].id):
                self.ids.update((f"selection:{one.id}", selection.guid) for one in self._made[first:])
        for one in raw.codings:
            coding = self._coding(transcript, Span(0, length), one, None)
            self.ids[f"selection:{coding.id}"] = source.guid

    def _coding(self, transcript: Transcript, span: Span, raw: RawCoding, selection: RawSelection | None) -> Coding:
        number, columns = len(self._made), self._columns
        record = _text(columns["ids"].get(str(number), id_of(raw.guid))) if "ids" in columns else id_of(raw.guid)
        memo = selection.description if selection else ""
        if "memos" in columns:
            memo = _text(columns["memos"].get(str(number), memo))
        created = moment_of(raw.created)
        if created is None:
            raise ValueError
        if raw.guid != record.upper() and raw.guid != default_guid("coding", record):
            self.ids[f"coding:{record}"] = raw.guid
        coding = Coding(
            transcript.id,
            span,
            self._codes[canonical(raw.code)],
            self._users[canonical(raw.user)] if raw.user else "",
            transcript.version,
            memo,
            _weight(columns["weights"][number]) if "weights" in columns else None,
            _version(columns.get("codebook_versions"), number),
            record,
            created,
            _text(columns["units"].get(str(number), "segment")) if "units" in columns else "segment",
            _text(columns["rounds"].get(str(number), "")) if "rounds" in columns else "",
        )
        self._made.append(coding)
        return coding

    def in_order(self) -> tuple[Coding, ...]:
        """The codings in the order of the exchange that was written."""
        order = self._columns.get("order")
        if order is None:
            return tuple(self._made)
        pairs = sorted(zip((_is(int, place) for place in order), range(len(self._made)), strict=True))
        return tuple(self._made[number] for _, number in pairs)


def _weight(value: Any) -> float | None:
    if value is None:
        return None
    weight = _is(float, value) if isinstance(value, float) else _is(int, value)
    if not math.isfinite(weight):
        raise ValueError
    return weight


def _version(column: Any, number: int) -> int | None:
    return _perhaps(int, column[number] if isinstance(column, list) else column)
