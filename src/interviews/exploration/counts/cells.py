"""Small cells: which combinations of attributes only few of those who took part share (k-anonymity)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from itertools import combinations

import pandas as pd

from interviews.errors import MisuseError
from interviews.exploration.naming import require
from interviews.model import Case, Participant

LEAST = 3
"""With fewer who share an attribute, a person who knows the place may tell them apart; usual are 3 to 5."""
# Says what a person agreed to, not who they are.
UNPUBLISHED = frozenset({"consent"})
_MOST = 3
_SHOWN = 20
_LIMIT = (
    "Counted are those who took part, not the people of the place: whether somebody can be recognized depends on how "
    "many there share these attributes, which no program knows. What an interview tells is not counted either."
)


@dataclass(frozen=True, slots=True, repr=False)
class Cells:
    """Every combination of attributes that occurs, with how many share it; shows itself with the smallest first."""

    frame: pd.DataFrame
    k: int
    people: int
    """How many took part."""

    def __len__(self) -> int:
        return len(self.frame)

    def table(self) -> pd.DataFrame:
        """A row a combination: `attributes`, `values`, `count`, `small` (count below k), `new` and `participants`.

        `new` says that no part of the combination is small by itself: there the risk comes from combining.
        `participants` are pseudonyms, given for small cells only.
        """
        return self.frame.copy()

    @property
    def small(self) -> pd.DataFrame:
        """The combinations shared by fewer than k, those first that are small by combining as little as possible."""
        return self.frame[self.frame["small"]].reset_index(drop=True)

    @property
    def alone(self) -> tuple[str, ...]:
        """Pseudonyms of those who share some combination with nobody."""
        single = self.frame[self.frame["count"] == 1]["participants"]
        return tuple(sorted({name for names in single for name in names.split(", ")}))

    def summary(self) -> str:
        """What was counted, in sentences."""
        small = int(self.frame["small"].sum())
        return (
            f"{len(self)} combinations of attributes of {self.people} participants; {small} are shared by fewer than "
            f"{self.k}; {len(self.alone)} participants are the only one in some combination. {_LIMIT}"
        )

    def __repr__(self) -> str:
        rows = self.small[self.small["new"]].head(_SHOWN)
        shown = zip(rows["count"], rows["attributes"], rows["values"], strict=True)
        lines = [f"  {count:>3}  {attributes}: {values}" for count, attributes, values in shown]
        return "\n".join([self.summary(), *lines])

    def _repr_html_(self) -> str:
        rows = self.small[self.small["new"]].head(_SHOWN)
        return f"<p>{escape(self.summary())}</p>{rows.to_html(index=False, escape=True)}"


def small_cells(
    participants: Sequence[Participant],
    cases: Sequence[Case] = (),
    *,
    k: int = LEAST,
    attributes: Iterable[str] | None = None,
    most: int = _MOST,
) -> Cells:
    """Count how many participants share each combination of up to `most` attributes.

    Attributes are the case, those of the case and those of the participant; `attributes` chooses some of them. Values
    that are not known are not counted as shared. Raises MisuseError for an unknown attribute and for k below 2.
    """
    if k < 2 or most < 1:
        raise MisuseError("Small cells need k of 2 or more, and combinations of at least one attribute.")
    known = {person.name: known_attributes(person, cases) for person in participants}
    names = list(dict.fromkeys(name for one in known.values() for name in one))
    wanted = names if attributes is None else list(dict.fromkeys(attributes))
    for name in wanted:
        require("attribute", name, names)
    counted = _count(known, wanted, most)
    small = {cell for cell, people in counted.items() if len(people) < k}
    rows = [_line(cell, people, cell in small, small) for cell, people in counted.items()]
    columns = ["attributes", "values", "count", "small", "new", "participants"]
    frame = pd.DataFrame(rows, columns=columns).astype({"count": int, "small": bool, "new": bool})
    order = frame.assign(size=frame["attributes"].str.count(" × "), old=~frame["new"], fine=~frame["small"])
    order = order.sort_values(["fine", "old", "count", "size", "attributes", "values"], kind="stable")
    return Cells(frame.loc[order.index].reset_index(drop=True), k, len(participants))


def known_attributes(person: Participant, cases: Sequence[Case] = ()) -> dict[str, str]:
    """What is known of a participant: the case, its attributes, and their own; without the level of consent."""
    case = next((one for one in cases if one.name == person.case), None)
    told = {"case": person.case or "", **(case.attributes if case else {}), **person.attributes}
    return {name: value.strip() for name, value in told.items() if value.strip() and name not in UNPUBLISHED}


Combination = tuple[tuple[str, str], ...]


def _count(known: Mapping[str, Mapping[str, str]], wanted: Sequence[str], most: int) -> dict[Combination, list[str]]:
    """Who shares each combination; values are the same whatever letters are capital."""
    counted: dict[Combination, list[str]] = defaultdict(list)
    written: dict[tuple[str, str], str] = {}
    for person, attributes in sorted(known.items()):
        own = [(name, attributes[name]) for name in wanted if name in attributes]
        own = [(name, written.setdefault((name, value.casefold()), value)) for name, value in own]
        for size in range(1, most + 1):
            for cell in combinations(own, size):
                counted[cell].append(person)
    return counted


def _line(cell: Combination, people: Sequence[str], is_small: bool, small: set[Combination]) -> tuple[object, ...]:
    parts = combinations(cell, len(cell) - 1) if len(cell) > 1 else ()
    is_new = is_small and not any(part in small for part in parts)
    shown = (" × ".join(name for name, _ in cell), " × ".join(value for _, value in cell))
    return (*shown, len(people), is_small, is_new, ", ".join(people) if is_small else "")
