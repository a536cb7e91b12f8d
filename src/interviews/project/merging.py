"""Copies of a project, in which several people worked, become one again. Of vaults nothing is merged."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path

from interviews.anonymity import KeyEntry, entities_named
from interviews.errors import Problem, Severity
from interviews.progress import Bar
from interviews.project.results import Saved
from interviews.project.settings import FILE, read_settings
from interviews.store import Merged, Store, archive, open_copy


def merge_copies(store: Store, places: Iterable[Path], key: Sequence[KeyEntry]) -> Saved:
    """Add what the copies at these places have and the store has not, of all of them or of none."""
    places = list(places)
    with ExitStack() as stack:
        show, steps = stack.enter_context(Bar("merging")), iter(range(1, 2 * len(places) + 1))

        def step() -> None:
            show(next(steps), 2 * len(places))  # each is opened, and then merged

        others: dict[str, Store] = {}
        for place in places:
            others[str(place)] = stack.enter_context(open_copy(_database(place)))
            step()
        merged = store.merge(others, step)
    counts = {name.replace("_", " "): count for name, count in merged.counts.items() if name != "events"}
    return Saved(
        counts,
        (*merged.conflicts, *merged.doubled, *_naming(merged, key), *_without_originals(merged), *_erased(merged)),
    )


def _database(place: Path) -> Path:
    """Where the database of a project folder is; anything else speaks for itself."""
    if place.is_dir() and (place / FILE).is_file() and not archive.is_archive(place):
        return place / read_settings(place).store
    return place


def _naming(merged: Merged, key: Sequence[KeyEntry]) -> list[Problem]:
    """What names somebody who was replaced: whoever wrote it had perhaps no key to be warned by."""
    named = entities_named((words for _, words in merged.words), key) if key else []
    return [
        Problem(where, f"it names {', '.join(entities)}: give it other words, for exports with it are refused")
        for (where, _), entities in zip(merged.words, named, strict=bool(key))
        if entities
    ]


def _without_originals(merged: Merged) -> list[Problem]:
    if not (count := merged.counts.get("transcripts")):
        return []
    told = f"{count} are new here; their texts as read, and what was replaced in them, stay in the vault of that copy"
    return [Problem("transcripts", told, Severity.INFO)]


def _erased(merged: Merged) -> Iterator[Problem]:
    for name, count in merged.refused.items():
        yield Problem(name, f"{count} of its interviews: erased here, since somebody withdrew, and not taken in again")
    for id in sorted(merged.erased):
        told = "it was erased in a copy, since somebody withdrew, and is erased here now: interviews erase destroys the"
        yield Problem(f"transcript {id}", f"{told} original in the vault, too, by this id")
