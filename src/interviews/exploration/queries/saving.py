"""Queries on their way into a project: they must be readable, and of those they need, none may be missing."""

import re
from collections.abc import Iterable

from interviews.errors import MisuseError
from interviews.exploration.queries.grammar import parse
from interviews.model import Query

_NAME = re.compile(r"[\w-][\w.-]*")


def check_queries(queries: Iterable[Query], saved: Iterable[Query]) -> None:
    """Raises MisuseError for a query that could not be asked, beside those that are saved already.

    One without text is to be forgotten: that is refused while another one needs it.
    """
    changed = {query.name: query.text.strip() for query in queries}
    known = {**{query.name: query.text for query in saved}, **changed}
    known = {name: text for name, text in known.items() if text}
    for name, text in changed.items():
        if not _NAME.fullmatch(name):
            raise MisuseError(f"A query is called by letters, digits, - and _, without blanks; {name!r} is no name.")
        if text:
            parse(f"@{name}", known)
            continue
        needed = [other for other, its in known.items() if re.search(rf"@{re.escape(name)}(?![\w.-])", its)]
        if needed:
            raise MisuseError(f"The query @{name} cannot be forgotten: @{needed[0]} needs it.")
