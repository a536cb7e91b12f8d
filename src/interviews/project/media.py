"""Recordings, pictures and PDF files that come with a study: into the vault, for voices and faces name people."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from interviews.errors import Problem, Severity
from interviews.formats.refi import open_medium
from interviews.model import Exchange, Medium
from interviews.project.door import Door
from interviews.project.matching import Known


def keep_media(door: Door, exchange: Exchange, texts: Mapping[str, Known]) -> dict[str, str]:
    """Keep the media that are not there yet, and say under which id each one is."""
    if not exchange.media:
        return {}
    vault = door.vault_at_hand()
    if vault is None:
        told = f"{len(exchange.media)} were left out: they belong in the vault, and its key is not at hand"
        door.problems.append(Problem("media", told))
        return {}
    there_already = _Shelf(vault.media(), {medium.id for medium in exchange.media})
    kept: dict[str, str] = {}
    new = missing = 0
    for medium in exchange.media:
        text = texts.get(medium.transcript or "")
        own = replace(medium, transcript=text.id if text else None)
        there = there_already.take(own)
        if there is None or (own.entry and not there.entry and exchange.source):
            held = _keep(door, exchange, own if there is None else replace(own, id=there.id))
            new, missing = new + held, missing + (not held)
        kept[medium.id] = own.id if there is None else there.id
    if new:
        door.add(({"media": new}, [Problem("media", f"{new} are kept in the vault, encrypted", Severity.INFO)]))
    if missing:
        told = f"{missing} are only named in the file, which does not hold them"
        door.problems.append(Problem("media", told, Severity.INFO))
    return kept


def _keep(door: Door, exchange: Exchange, medium: Medium) -> bool:
    vault = door.vault()
    if not medium.entry or exchange.source is None:
        vault.save_medium(medium, None)
        return False
    with open_medium(Path(exchange.source), medium) as content:
        vault.save_medium(medium, content)
    return True


class _Shelf:
    """The media of the vault, each found once: by its id, or by what it is called and belongs to.

    Several pictures may be called the same, so a name leads to a medium only as long as no other one was taken for it.
    """

    def __init__(self, media: Iterable[Medium], coming: Collection[str]) -> None:
        self._by_id = {medium.id: medium for medium in media}
        self._by_name: dict[tuple[str, str, str | None], list[Medium]] = defaultdict(list)
        for medium in self._by_id.values():
            if medium.id not in coming:
                self._by_name[_about(medium)].append(medium)

    def take(self, medium: Medium) -> Medium | None:
        """What the vault has of this medium; None where it has nothing."""
        if medium.id in self._by_id:
            return self._by_id[medium.id]
        called = self._by_name[_about(medium)]
        return called.pop(0) if called else None


def _about(medium: Medium) -> tuple[str, str, str | None]:
    return medium.name, medium.kind, medium.transcript
