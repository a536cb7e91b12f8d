"""All versions of the key and of reviews: what only some interviews mention is taken out of every one of them."""

import unicodedata
from collections.abc import Collection
from pathlib import Path
from typing import Any, NamedTuple

from interviews.anonymity.entity import KeyEntry
from interviews.anonymity.vault.safe import Safe
from interviews.anonymity.vault.serialization import entry_from
from interviews.anonymity.vault.vault import Vault


class _Standing(NamedTuple):
    """What texts say, as one string without regard to case."""

    erased: str
    staying: str

    def only_erased(self, form: str) -> bool:
        """Whether the erased texts alone say so."""
        plain = _plain(form)
        return bool(plain) and plain in self.erased and plain not in self.staying


def destroyed_entries(safe: Safe, vault: Vault, transcripts: Collection[str]) -> tuple[KeyEntry, ...]:
    """The newest entries of those whom these interviews alone mention."""
    alone = _alone(safe, vault, transcripts)
    return tuple(entry for entry in vault.key() if entry.id in alone and entry.forms)


def mentioned_entries(safe: Safe, vault: Vault, transcripts: Collection[str]) -> tuple[KeyEntry, ...]:
    """The newest entries of all whom these interviews mention."""
    mentioned = {id for id, where in _mentions(safe).items() if where & set(transcripts)}
    mentioned |= _alone(safe, vault, transcripts)
    return tuple(entry for entry in vault.key() if entry.id in mentioned)


def without_interviews(safe: Safe, vault: Vault, transcripts: Collection[str]) -> None:
    """Take out of every version of the key what is known from these interviews alone.

    Of such an entry its number stays, so that it is never somebody else's. Of the others go the forms that no
    other text has.
    """
    ids = set(transcripts)
    alone = _alone(safe, vault, transcripts)
    standing = _standing(vault, ids)
    for file in _versions(safe):
        record = safe.parse(file, lambda record: {name: value for name, value in record.items() if name != "format"})
        left = [_without(entry, ids, alone, standing) for entry in record["entries"]]
        if left != record["entries"]:
            safe.write(file, record | {"entries": left})


def _versions(safe: Safe) -> list[Path]:
    """Where entries of the key stand: as applied, and as reviews left them."""
    return [*safe.numbered("key"), *safe.numbered("decisions")]


def _without(entry: dict[str, Any], ids: set[str], alone: set[str], standing: _Standing) -> dict[str, Any]:
    if entry["id"] in alone:
        return _husk(entry)
    where = entry.get("transcripts", [])
    forms = [form for form in entry["forms"] if not standing.only_erased(form)]
    if forms == entry["forms"] and ids.isdisjoint(where):
        return entry
    name = entry["name"] if _plain(entry["name"]) in standing.staying else max(forms, key=len, default="")
    known = {
        "found_as": [[kind, found] for kind, found in entry.get("found_as", ()) if not standing.only_erased(found)],
        "places": {one: spans for one, spans in entry.get("places", {}).items() if one not in ids},
    }
    return entry | {"forms": forms, "name": name, "transcripts": [one for one in where if one not in ids]} | known


def _husk(entry: dict[str, Any]) -> dict[str, Any]:
    """The number of an entry and nothing that names anybody."""
    kept = {name: entry[name] for name in ("id", "type", "decision", "family", "partly_kept")}
    return kept | {"name": "", "forms": [], "replacement": "", "languages": [], "transcripts": [], "departed": True}


def _alone(safe: Safe, vault: Vault, transcripts: Collection[str]) -> set[str]:
    """Ids of the entries that only these interviews mention; where no version of the key says so, the texts tell."""
    ids = set(transcripts)
    mentions = _mentions(safe)
    alone = {id for id, where in mentions.items() if where and where <= ids}
    if unknown := [entry for entry in vault.key() if entry.forms and not mentions[entry.id]]:
        standing = _standing(vault, ids)
        for entry in unknown:
            if all(map(standing.only_erased, entry.forms)):
                alone.add(entry.id)
    return alone


def _mentions(safe: Safe) -> dict[str, set[str]]:
    """By the id of each entry, all transcripts that any version of the key says mention it."""
    mentions: dict[str, set[str]] = {}
    for file in _versions(safe):
        for entry in safe.parse(file, lambda record: tuple(map(entry_from, record["entries"]))):
            mentions.setdefault(entry.id, set()).update(entry.transcripts)
    return mentions


def _standing(vault: Vault, ids: set[str]) -> _Standing:
    texts: dict[bool, list[str]] = {True: [], False: []}
    for entry in vault.catalogue():
        original = vault.original(entry.id, entry.revision)
        labels = [speaker.label for speaker in original.speakers]
        texts[entry.id in ids] += [original.name, original.case or "", *labels, original.text]
    participants, cases = vault.people()
    texts[False] += [*(case.name for case in cases), *(one.name for one in participants)]
    return _Standing(_plain("\n".join(texts[True])), _plain("\n".join(texts[False])))


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()
