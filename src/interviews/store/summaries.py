"""What people wrote into the cells of the framework matrix: a memo about the case, linked to the theme."""

from datetime import datetime

from sqlalchemy import Connection, select

from interviews.model import CellSummary, Link, Memo
from interviews.store import schema
from interviews.store.course import read_course
from interviews.store.ends import naming_cases
from interviews.store.history import MOMENT, until, with_moment, write_event, write_rows
from interviews.store.rows import link_of, link_row, memo_of, memo_row


def write_summary(connection: Connection, summary: CellSummary) -> None:
    """Write what somebody says of a cell; earlier words stay in the history."""
    memo = Memo(summary.case, summary.text, summary.author, summary.id, summary.created)
    link = Link(("memo", memo.id), ("code", summary.theme), direction="one-way")
    event = write_event(connection, "add", "memo", 1, author=summary.author, detail="")
    write_rows(connection, schema.memos, [memo_row(memo)], event)
    write_rows(connection, schema.links, [link_row(link)], event)


def read_summaries(connection: Connection, as_of: datetime | None = None) -> list[CellSummary]:
    """The newest words of each cell, by case and theme; a cell without words, or with them taken out, has none."""
    memos, links, course = schema.memos, schema.links, read_course(connection, as_of)
    themes: dict[str, str] = {}
    for row in connection.execute(with_moment(links).where(until(links, as_of))).mappings():
        link = link_of(dict(row))
        if (link.origin[0], link.target[0]) == ("memo", "code"):
            themes[link.origin[1]] = course.path_since(row[MOMENT], link.target[1])
    # Other programs link memos on anything to codes.
    cases = {name for column in (schema.cases.c.name, *naming_cases()) for name in connection.scalars(select(column))}
    query = select(memos).where(until(memos, as_of)).order_by(memos.c.created, memos.c.id)
    newest: dict[tuple[str, str], CellSummary] = {}
    for row in connection.execute(query).mappings():
        memo = memo_of(dict(row))
        if memo.id in themes and memo.about in cases:
            cell = memo.about, themes[memo.id]
            newest[cell] = CellSummary(*cell, memo.text, memo.author, memo.id, memo.created)
    return [newest[cell] for cell in sorted(newest) if newest[cell].text]


def read_earlier(connection: Connection) -> set[str]:
    """The ids of the words that somebody wrote into a cell and that do not stand there any more."""
    memos, links = schema.memos, schema.links
    written = select(memos.c.id).join(
        links, links.c.event == memos.c.event
    )  # memos of other programs come by themselves
    return set(connection.scalars(written)) - {one.id for one in read_summaries(connection)}
