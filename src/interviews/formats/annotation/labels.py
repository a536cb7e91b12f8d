"""Labels for speakers that a file knows by ids."""

from collections import Counter
from collections.abc import Iterable

from interviews.errors import Severity, counted
from interviews.formats.annotation.building import Gathered
from interviews.formats.annotation.words import one_line


def labels_by_id(named: Iterable[tuple[str | None, str | None]], gathered: Gathered) -> dict[str, str]:
    """A label for each id: the name given with it, else the id; two people of one name are told apart by their ids."""
    names: dict[str, str] = {}
    for ident, name in named:
        if ident:
            names.setdefault(ident, one_line(name) or one_line(ident))
    often = {name for name, count in Counter(names.values()).items() if count > 1}
    if often:
        twice = sum(name in often for name in names.values())
        message = f"{counted(twice, 'speaker shares its', 'speakers share their')} label: the id was added to it"
        gathered.say(message, Severity.WARNING)
    return {ident: f"{name} ({one_line(ident)})" if name in often else name for ident, name in names.items()}
