"""What an exchange says about its texts, in the project's own ids, without what is said there already."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace

from interviews.anonymity import Waiting
from interviews.errors import Problem, Severity
from interviews.model import Codebook, Coding, Exchange, Group, Link, Memo, Span, new_id
from interviews.project.matching import Known
from interviews.project.said import Said

UNVERIFIED = "position not confirmed: compare with the source"
IMPORT = "import"
BELONGING = "belonging"
"""The direction of a link that says what a case holds beside transcripts."""
FOLDER = "not for coding"
"""What is kept in place of a GUID of a code that only holds others."""
Place = Callable[[str, int, Span], tuple[Span, int]]
"""Where a stretch of an anonymized text version lies in the newest one, and which that is."""


@dataclass(slots=True)
class _Arrival:
    """The records of one exchange while they are sorted, and under which id each is in the project."""

    exchange: Exchange
    said: Said
    records: dict[str, str]
    fresh: dict[str, object] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def known_as(self, kind: str, record: str) -> str | None:
        """The record of the project that this one was, by its GUID or its id."""
        by_guid = self.said.record(kind, self.exchange.ids.get(f"{kind}:{record}"))
        return by_guid or (record if record in self.said.ids else None)

    def settle(self, kind: str, id: str, known: str | None) -> str | None:
        """The id a new record comes in with, None where it is in the project under `known`."""
        if known is not None:
            self.records[id] = known
            return None
        own = new_id() if id in self.said.ids or id in self.fresh else id
        self.fresh[own] = kind
        self.records[id] = own
        return own

    def reference(self, end: tuple[str, str]) -> tuple[str, str]:
        kind, record = end
        return kind, self.records.get(record, record)


def sort_incoming(
    exchange: Exchange,
    texts: Mapping[str, Known],
    media: Mapping[str, str],
    said: Said,
    today: Codebook | None,
    place: Place,
) -> tuple[Waiting, list[Problem]]:
    """All that is new about the texts; codings of anonymized texts are over the newest version, all others over 0.

    `today` is the codebook that counts: what waits is coded under its version, however it may be revised until then.
    """
    arrival = _Arrival(exchange, said, {id: one.id for id, one in texts.items()} | dict(media))
    lengths = {one.id: len(one.text) for one in exchange.transcripts if one.id in texts}
    codings = _codings(arrival, texts, lengths, today, place)
    memos = _memos(arrival)
    groups = _groups(arrival)
    links = _links(arrival)
    guids = {f"{kind}:{arrival.records.get(record, record)}": guid for kind, record, guid in _guids(exchange)}
    return Waiting({}, codings, memos, groups, links, guids), arrival.problems


def _codings(
    arrival: _Arrival, texts: Mapping[str, Known], lengths: Mapping[str, int], today: Codebook | None, place: Place
) -> tuple[Coding, ...]:
    codes = frozenset(code.path for code in today or ())
    version = today.version if today else None
    fresh: list[Coding] = []
    left = {"belong to a text that is not in the file": 0, "end outside their text": 0, "have no code": 0}
    seen = back = changed = 0
    for coding in arrival.exchange.codings:
        wrong = _wrong(coding, lengths, codes)
        if wrong:
            left[wrong] += 1
            continue
        placed = _placed(coding, texts[coding.transcript], place)
        known = arrival.said.coding(placed)
        before = arrival.known_as("coding", coding.id)
        if known is None and arrival.said.taken_back(before):
            known, back = before, back + 1
        changed += known is None and before is not None
        seen += known is not None
        own = arrival.settle("coding", coding.id, known)
        if own is not None:
            fresh.append(replace(placed, id=own, codebook_version=placed.codebook_version or version))
    arrival.problems += [
        Problem("codings", f"{count} {why} and were left out", Severity.ERROR) for why, count in left.items() if count
    ]
    told = {
        "left out that are there already": seen - back,
        "left out that were taken back here": back,
        "were changed in the other program: they stand beside the codings as they were": changed,
    }
    arrival.problems += [
        Problem("codings", f"{count} {what}", Severity.WARNING if "changed" in what else Severity.INFO)
        for what, count in told.items()
        if count
    ]
    return tuple(fresh)


def _wrong(coding: Coding, lengths: Mapping[str, int], codes: frozenset[str]) -> str:
    length = lengths.get(coding.transcript)
    if length is None:
        return "belong to a text that is not in the file"
    if coding.span.end > length:
        return "end outside their text"
    return "" if coding.code in codes else "have no code"


def _placed(coding: Coding, text: Known, place: Place) -> Coding:
    span, version = place(text.id, text.version, coding.span) if text.version else (coding.span, 0)
    if (coding.transcript, coding.span, coding.version) == (text.id, span, version):
        return coding
    return replace(coding, transcript=text.id, span=span, version=version)


def _memos(arrival: _Arrival) -> tuple[Memo, ...]:
    ids = {memo.id for memo in arrival.exchange.memos}
    given = sorted(arrival.exchange.memos, key=lambda memo: memo.about in ids)  # those on other memos after these
    claimed = {arrival.known_as("memo", memo.id) for memo in given}
    fresh: list[Memo] = []
    for memo in [*given, *_doubts(arrival)]:
        there = arrival.said.memos.get((arrival.records.get(memo.about, memo.about), memo.text), ())
        known = arrival.known_as("memo", memo.id)
        if known not in there:  # under another id, perhaps, which is that of one memo only
            known = next((id for id in there if id not in claimed), None)
            claimed.add(known)
        own = arrival.settle("memo", memo.id, known)
        if own is not None:
            fresh.append(replace(memo, id=own))
    return tuple(replace(memo, about=arrival.records.get(memo.about, memo.about)) for memo in fresh)


def _doubts(arrival: _Arrival) -> list[Memo]:
    """A memo on each coding that is new here and whose place could not be confirmed."""
    new = [coding for coding in arrival.exchange.codings if arrival.records.get(coding.id) in arrival.fresh]
    doubtful = [coding for coding in new if coding.id in arrival.exchange.unverified]
    if doubtful:
        told = f"{len(doubtful)} stand at a place that could not be confirmed; each has a memo about it"
        arrival.problems.append(Problem("codings", told, Severity.WARNING))
    return [Memo(coding.id, UNVERIFIED, IMPORT, created=coding.created) for coding in doubtful]


def _groups(arrival: _Arrival) -> tuple[Group, ...]:
    names = Counter(group.name for group in arrival.exchange.groups)
    named = {group.name: group for group in arrival.said.groups.values()}
    fresh: list[Group] = []
    settled: list[tuple[Group, Group | None]] = []
    for group in arrival.exchange.groups:
        known = arrival.said.groups.get(arrival.known_as("group", group.id) or "")
        if known is None and names[group.name] == 1:
            known = named.get(group.name)
        arrival.settle("group", group.id, known.id if known else None)
        settled.append((group, known))
    for group, known in settled:
        members = tuple(map(arrival.reference, group.members))
        joined = tuple(dict.fromkeys([*(known.members if known else ()), *members]))
        new = replace(group, id=arrival.records[group.id], members=joined)
        if known is None or set(joined) != set(known.members) or group.description not in ("", known.description):
            fresh.append(replace(new, description=group.description or (known.description if known else "")))
    return tuple(fresh)


def _links(arrival: _Arrival) -> tuple[Link, ...]:
    fresh: list[Link] = []
    told_as_codings = {(one.case, "code", one.code) for one in arrival.exchange.case_codings}
    belongings = [one for one in arrival.exchange.belongings if one not in told_as_codings]
    for link in [*arrival.exchange.links, *map(_belonging, belongings)]:
        origin, target = arrival.reference(link.origin), arrival.reference(link.target)
        own = arrival.settle("link", link.id, arrival.said.links.get((origin, target, link.direction, link.name)))
        if own is not None:
            fresh.append(replace(link, id=own, origin=origin, target=target))
    return tuple(fresh)


def _belonging(belonging: tuple[str, str, str]) -> Link:
    case, kind, record = belonging
    return Link((kind, record), ("case", case), direction=BELONGING)


def _guids(exchange: Exchange) -> Iterable[tuple[str, str, str]]:
    """Kind, record and GUID; types of attributes, and which codes are only folders, are kept among them."""
    for name, guid in exchange.ids.items():
        kind, _, record = name.partition(":")
        yield kind, record, guid
    for attribute, kind_of_value in exchange.types.items():
        yield "type", attribute, kind_of_value
    for path in sorted(exchange.folders):
        yield "folder", path, FOLDER
