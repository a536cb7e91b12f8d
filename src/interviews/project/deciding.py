"""A review of a project's proposals: where it is kept, and how it goes to another program without touching a disk."""

import pickle
from collections.abc import Iterable
from dataclasses import dataclass, replace
from io import BytesIO
from types import MappingProxyType
from typing import IO, Any

from interviews.anonymity import KeyEntry, NameSource, Proposals, Review
from interviews.errors import MisuseError, Problem
from interviews.project.project import Project
from interviews.project.reviewing import remembered

# What decisions rest on: a save of either, by whomever, may be news.
_SUBJECTS = ("entity", "text version")


def review_of(project: Project, proposals: Proposals, author: str) -> Review:
    """A review of these proposals, kept in the vault of their project act by act."""
    return Review(proposals, author, _Kept(project, author))


class _Kept:
    """The decisions in a project's vault, as somebody saves them."""

    def __init__(self, project: Project, author: str) -> None:
        self._project = project
        self._author = author
        self._seen = -1

    def save(self, proposals: Proposals) -> Iterable[Problem]:
        store = self._project.store
        known, before = store.revision(*_SUBJECTS) == self._seen, store.revision()
        problems = self._project.save(proposals, author=self._author).problems
        if known and store.revision() - before == 1:  # one's own save, and nobody else's
            self._seen = store.revision(*_SUBJECTS)
        return problems

    def news(self) -> Iterable[KeyEntry]:
        revision = self._project.store.revision(*_SUBJECTS)
        if revision == self._seen:
            return ()
        known = remembered(self._project.vault)
        self._seen = revision  # only now: where the vault could not be read, the news is still to come
        return known


@dataclass(frozen=True, slots=True)
class Asked:
    """What a review in the browser is about: the proposals, who decides, and what is shown of them at first."""

    proposals: Proposals
    author: str
    confirming: bool = False
    kind: str = ""
    only_open: bool = False


def packed(asked: Asked) -> bytes:
    """The same for another program of this computer, which opens the vault itself: the vault's secret stays here.

    Raises MisuseError where the proposals were made for no project: there is nowhere to keep what is decided.
    """
    if asked.proposals.made_for is None:
        raise MisuseError("These proposals are of no project: make them by iv.anonymize(project).")
    names = NameSource(key=asked.proposals.names.key, people=asked.proposals.names.people)
    written = BytesIO()
    _Pickler(written).dump(replace(asked, proposals=replace(asked.proposals, names=names)))
    return written.getvalue()


def unpacked(source: IO[bytes]) -> tuple[Project, Asked]:
    """The project, opened, and what is asked, from the program that started this one."""
    asked: Asked = pickle.load(source)
    folder, key_file = asked.proposals.made_for or (None, None)
    if folder is None:
        raise MisuseError("These proposals are of no project.")
    project = Project.open(folder, key=key_file)
    names = replace(asked.proposals.names, secret=project.vault.secret)
    return project, replace(asked, proposals=replace(asked.proposals, names=names))


class _Pickler(pickle.Pickler):
    """Writes read-only mappings, too."""

    def reducer_override(self, one: Any) -> Any:
        return (_read_only, (dict(one),)) if isinstance(one, MappingProxyType) else NotImplemented


def _read_only(mapping: dict[Any, Any]) -> MappingProxyType[Any, Any]:
    return MappingProxyType(mapping)
