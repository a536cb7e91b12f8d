"""The study that is being read: which GUID means which record, who coded, and what went missing so far."""

from collections.abc import Iterable
from datetime import UTC, datetime

from interviews.errors import Severity
from interviews.formats.refi.guids import canonical, default_guid, id_of, is_default
from interviews.formats.refi.lexical import is_guid, moment_of
from interviews.formats.refi.losses import Losses
from interviews.formats.refi.stream import Element

UNKNOWN = "unknown"
"""The coder of codings of which the file does not say whose they are."""
_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)
Ref = tuple[str, str]


class Study:
    """What all steps of reading share."""

    def __init__(self, losses: Losses, project: Element) -> None:
        self.losses = losses
        self.ids: dict[str, str] = {}
        self.records: dict[str, list[Ref]] = {}
        """Kind and record by GUID."""
        self.note_refs: list[tuple[str, Ref]] = []
        """GUID of a note, and what points to it."""
        self.users: dict[str, str] = {}
        self.codes: dict[str, str] = {}
        """Path of a code by GUID."""
        self._last = (project.get("modifiedDateTime"), project.get("creationDateTime"))
        self._seen: set[str] = set()
        self._moments: dict[str, datetime | None] = {}

    def new_id(self, kind: str, guid: str) -> str:
        """The id of a record that came with `guid`, which may be missing, malformed or used before."""
        if is_guid(guid) and canonical(guid) not in self._seen:
            return id_of(guid)
        number = len(self._seen)
        while canonical(made := default_guid("copy", f"{kind}:{guid}:{number}")) in self._seen:
            number += 1
        self._seen.add(canonical(made))
        return made.lower()

    def adopt(self, kind: str, guid: str) -> str:
        """The id of a record that came with `guid`, which from now on means this record."""
        key = canonical(guid)
        if key in self._seen or not is_guid(guid):
            made = self.new_id(kind, guid)
            self.register(kind, made, guid)
            return made
        self._seen.add(key)
        identity = key.lower()
        self.records[key] = [(kind, identity)]
        if guid != key:
            self.remember(kind, identity, guid)
        return identity

    def register(self, kind: str, record: str, guid: str, *others: Ref) -> bool:
        """Remember that `guid` means this record (or `others` instead); False where it already means another."""
        claimed = self.claim(guid, *(others or ((kind, record),)))
        if claimed:
            self.remember(kind, record, guid)
        return claimed

    def claim(self, guid: str, *records: Ref) -> bool:
        """Let references to `guid` lead to these records, unless they lead to others already."""
        if not is_guid(guid):
            self.losses.add("guid", "missing or not of the standard's form, replaced")
            return False
        key = canonical(guid)
        if key in self._seen:
            self.losses.add("guid", "used more than once: the elements are kept, references go to the first one")
            return False
        self._seen.add(key)
        self.records[key] = list(records)
        return True

    def remember(self, kind: str, record: str, guid: str) -> None:
        """Keep the GUID for writing, where it is another than the record would get."""
        if not is_default(guid, kind, record):
            self.ids[f"{kind}:{record}"] = guid

    def find(self, guid: str) -> list[Ref]:
        """What a reference points to; empty where it leads nowhere."""
        return self.records.get(canonical(guid), [])

    def point_notes(self, guids: Iterable[str], kind: str, record: str) -> None:
        """Remember which notes an element refers to."""
        self.note_refs += [(canonical(guid), (kind, record)) for guid in guids]

    def coder(self, *users: str) -> str:
        """The name of the first of these users that there is; the only user of the file; else `unknown`."""
        for user in users:
            if user and (name := self.users.get(user) or self.users.get(canonical(user))):
                return name
        if len(self.users) == 1:
            return next(iter(self.users.values()))
        self.losses.add("creatingUser", f"missing or nobody's: taken for a coder named {UNKNOWN}")
        return UNKNOWN

    def moment(self, *written: str) -> datetime:
        """The first of these that is a moment, else that of the project."""
        for one in (*written, *self._last):
            if one not in self._moments:
                self._moments[one] = moment_of(one) if one else None
            if (moment := self._moments[one]) is not None:
                return moment
        return _LONG_AGO


class Names:
    """Names of one kind, each given once."""

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._next: dict[str, int] = {}

    def distinct(self, name: str) -> str:
        """The name, with a number where it is taken already."""
        made, number = name, self._next.get(name, 2)
        while made in self._taken:
            made, number = f"{name} ({number})", number + 1
        self._next[name] = number
        self._taken.add(made)
        return made


def read_users(study: Study, users: Iterable[Element]) -> list[str]:
    """The names of all users in order, each a coder."""
    taken, names = Names(), []
    for number, user in enumerate(users, 1):
        name = taken.distinct(user.get("name") or user.get("id") or f"coder {number}")
        names.append(name)
        if user.get("name") and name != user.get("name"):
            study.losses.add("User", "named like another one, given a number")
        if user.get("id") and user.get("name"):
            study.losses.add("User", "with a second name (id), which is left out", severity=Severity.INFO)
        if study.register("coder", name, user.get("guid")):
            study.users[canonical(user.get("guid"))] = name
    return names
