"""The store: a project's database, to which records are added and from which they are read, never changed."""

from interviews.store.access.codings import CodingAccess
from interviews.store.access.copies import CopyAccess
from interviews.store.access.database import FILE_NAME
from interviews.store.access.events import HistoryAccess
from interviews.store.access.judgements import JudgementAccess
from interviews.store.access.relations import RelationAccess
from interviews.store.access.study import StudyAccess
from interviews.store.access.texts import TextAccess

__all__ = ["FILE_NAME", "Store"]


class Store(TextAccess, StudyAccess, CodingAccess, JudgementAccess, RelationAccess, HistoryAccess, CopyAccess):
    """A project's database. Each method is one transaction: when it returns, what it saved is on disk.

    A place is a database file, a folder that holds `project.db`, or a URL such as `sqlite:///study/project.db`. Where
    `as_of` is given, the answer is the one that would have been given at that moment. Failures are `StoreError`.
    """
