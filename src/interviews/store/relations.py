"""What holds records together, in the database: groups, links, and the GUIDs by which other programs know records."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from sqlalchemy import Connection, select

from interviews.model import Group, Link
from interviews.store import schema
from interviews.store.course import Course, read_course
from interviews.store.history import MOMENT, until, with_moment, write_event, write_rows
from interviews.store.rows import group_of, group_row, link_of, link_row

_ENDS = ("origin", "target")
_OF_CODES = ("code", "folder")


def write_groups(connection: Connection, groups: Iterable[Group], author: str) -> None:
    """Write the groups that are new or differ from what is known of them."""
    known = {group.id: group for group in read_groups(connection)}
    given = {group.id: group for group in groups}
    changed = [group for id, group in given.items() if known.get(id) != group]
    if changed:
        event = write_event(connection, "add", "group", len(changed), author=author, detail="")
        write_rows(connection, schema.groups, map(group_row, changed), event)


def read_groups(connection: Connection, as_of: datetime | None = None) -> list[Group]:
    """Every group as it was last saved, its codes by the paths of today; sorted by name."""
    table, course = schema.groups, read_course(connection, as_of)
    rows = connection.execute(with_moment(table).where(until(table, as_of)).order_by(table.c.created, table.c.id))
    newest = {
        row["record"]: group_of({**row, "members": [_today(course, row[MOMENT], one) for one in row["members"]]})
        for row in rows.mappings()
    }
    return sorted(newest.values(), key=lambda group: (group.name, group.id))


def write_links(connection: Connection, links: Sequence[Link], author: str) -> None:
    """Write links."""
    if links:
        event = write_event(connection, "add", "link", len(links), author=author, detail="")
        write_rows(connection, schema.links, map(link_row, links), event)


def read_links(connection: Connection, as_of: datetime | None = None) -> list[Link]:
    """Every link, sorted by id; the codes at its ends by the paths of today."""
    table, course = schema.links, read_course(connection, as_of)
    rows = connection.execute(with_moment(table).where(until(table, as_of)).order_by(table.c.id)).mappings()
    return [link_of({**row, **{end: _today(course, row[MOMENT], row[end]) for end in _ENDS}}) for row in rows]


def write_guids(connection: Connection, guids: Mapping[str, str], author: str) -> None:
    """Write the GUIDs, by `kind:record`, that are new or differ from the one known for their record."""
    known = read_guids(connection)
    changed = [(name, guid) for name, guid in guids.items() if known.get(name) != guid]
    if changed:
        event = write_event(connection, "add", "guid", len(changed), author=author, detail="")
        write_rows(connection, schema.guids, (_guid_row(name, guid) for name, guid in changed), event)


def read_guids(connection: Connection, as_of: datetime | None = None) -> dict[str, str]:
    """The GUID last given to each record, by `kind:record`; a code keeps its GUID under every path that it gets."""
    table, course = schema.guids, read_course(connection, as_of)
    rows = connection.execute(with_moment(table).where(until(table, as_of)).order_by(table.c.created, table.c.id))
    own: dict[str, str] = {}
    moved: dict[str, str] = {}
    for row in rows.mappings():
        kind, record = _today(course, row[MOMENT], (row["kind"], row["record"]))
        (own if record == row["record"] else moved)[f"{kind}:{record}"] = row["guid"]
    return moved | own  # of codes that were merged, the one that was kept goes on under its own


def read_ids(connection: Connection) -> frozenset[str]:
    """The id of every coding, memo, group and link that was ever saved."""
    columns = (schema.codings.c.id, schema.memos.c.id, schema.groups.c.record, schema.links.c.id)
    return frozenset(id for column in columns for id in connection.scalars(select(column)))


def _today(course: Course, moment: int, end: Sequence[str]) -> tuple[str, str]:
    """Kind and record, a code by the path that it has today."""
    kind, record = end
    return (kind, course.path_since(moment, record)) if kind in _OF_CODES else (kind, record)


def _guid_row(name: str, guid: str) -> dict[str, str]:
    kind, _, record = name.partition(":")
    return {"kind": kind, "record": record, "guid": guid}
