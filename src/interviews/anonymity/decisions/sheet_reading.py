"""The decisions in a review sheet, as a person and Excel left it, carried over to the proposals."""

import zipfile
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from interviews.anonymity.decisions.sheet_cells import comparable, decision_word, id_of, moment_of, text_of, words_of
from interviews.anonymity.entity import Decision, Entity
from interviews.anonymity.mention import EntityType
from interviews.errors import MisuseError, Problem, Severity
from interviews.text import fold

if TYPE_CHECKING:
    from interviews.anonymity.decisions.proposals import Proposals

# What a person fills in; the rest of the sheet only informs.
EDITED = ("type", "decision", "replacement", "same as", "somebody else", "decided by", "decided on", "confirmed by")

_Row = dict[str, str]
_Numbered = list[tuple[int, _Row]]


def read_sheet(proposals: "Proposals", path: Path) -> "Proposals":
    """The decisions of a sheet carried over; what cannot be understood is left as it was and named in `problems`.

    A row that is missing decides nothing; of rows that say different things about one entity none counts.
    """
    read = _rows(path)
    problems = _unnamed(read, path.name)
    rows, more = _fitting(proposals, read, path.name)
    rows, contradicted = _single(rows, path.name)
    problems += [*more, *contradicted]
    same = {row["id"]: row["same as"] for _, row in rows if row.get("same as")}

    def merged(changed: "Proposals", row: _Row) -> "Proposals":
        return changed.merge(row["id"], _last(row["id"], same)) if row["id"] in same else changed

    def confirmed(changed: "Proposals", row: _Row) -> "Proposals":
        return changed if row["id"] in same else _confirmed(changed, row, proposals.get(row["id"]).confirmed_by)

    def retyped(changed: "Proposals", row: _Row) -> "Proposals":
        return changed if row["id"] in same else _retyped(changed, row)

    changed = proposals
    # First what is decided of each entity, then who is somebody else, who is the same, and the types, which change ids.
    for step in (_decided, _split, merged, confirmed, retyped):
        for number, row in rows:
            try:
                changed = step(changed, row)
            except MisuseError as error:
                problems.append(Problem(f"{path.name}, row {number}", str(error), Severity.ERROR))
    before = [problem for problem in proposals.problems if not problem.where.startswith(path.name)]
    return replace(changed, problems=(*before, *problems))


def _rows(path: Path) -> _Numbered:
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        page = load_workbook(path, read_only=False, data_only=True).worksheets[0]
    except FileNotFoundError:
        raise MisuseError(f"The review sheet {path} does not exist.") from None
    except (OSError, KeyError, ValueError, zipfile.BadZipFile, InvalidFileException):
        raise MisuseError(f"{path} is no Excel file that can be read.") from None
    lines = list(page.iter_rows(values_only=True))
    header = [text_of(value).lower() for value in lines[0]] if lines else []
    if "id" not in header or not set(EDITED) & set(header):
        raise MisuseError(f"{path} is no review sheet: its first row must name the columns id and decision.")
    rows = [(number, dict(zip(header, map(text_of, line), strict=False))) for number, line in enumerate(lines[1:], 2)]
    return [(number, _understood(row)) for number, row in rows if row["id"]]


def _understood(row: _Row) -> _Row:
    """The row with ids, decisions and words as they are meant."""
    row = row | {name: words_of(row.get(name, "")) for name in EDITED}
    return row | {"id": id_of(row["id"]), "same as": id_of(row["same as"]), "decision": decision_word(row["decision"])}


def _unnamed(rows: _Numbered, where: str) -> list[Problem]:
    if not rows or "name" in rows[0][1]:
        return []
    return [Problem(where, "there is no column name: whom each row is about was taken from its id alone")]


def _fitting(proposals: "Proposals", rows: _Numbered, where: str) -> tuple[_Numbered, list[Problem]]:
    """The rows by the ids their names have now, and what to say of those that fit none.

    Ids move when an interview was added after the sheet was written: a decision must never reach somebody else.
    """
    now: dict[str, str] = {}
    problems = []
    for number, row in rows:
        entity = _entity_of(proposals, row)
        if entity:
            now[row["id"]] = entity
        else:
            message = (
                f"{row['id'][:20]} of the sheet is not among these proposals any more: decide on it in a new sheet."
            )
            problems.append(Problem(f"{where}, row {number}", message, Severity.ERROR))
    return [(number, _moved(row, now)) for number, row in rows if row["id"] in now], problems


def _single(rows: _Numbered, where: str) -> tuple[_Numbered, list[Problem]]:
    """One row an entity, and what to say of those on which rows do not agree."""
    by_entity: dict[str, _Numbered] = defaultdict(list)
    for number, row in rows:
        by_entity[row["id"]].append((number, row))
    single, problems = [], []
    for id, group in by_entity.items():
        if len({tuple(row[name] for name in EDITED) for _, row in group}) == 1:
            single.append(group[0])
        else:
            numbers = _counted([number for number, _ in group])
            told = f"the rows {numbers} say different things about {id}: none of them was taken"
            problems.append(Problem(f"{where}, row {group[0][0]}", told, Severity.ERROR))
    return single, problems


def _counted(numbers: Sequence[int]) -> str:
    return f"{', '.join(map(str, numbers[:-1]))} and {numbers[-1]}"


def _moved(row: _Row, now: dict[str, str]) -> _Row:
    """The row under the id that its entity has now, without the label of an id that it had."""
    changed = {**row, "id": now[row["id"]], "same as": now.get(row["same as"], row["same as"])}
    if changed["id"] != row["id"] and row["replacement"].startswith("[") and row["decision"] == Decision.LABEL:
        changed["replacement"] = ""
    return changed


def _entity_of(proposals: "Proposals", row: _Row) -> str | None:
    """The id of the entity that a row is about: of its id if the name is the same, else the only one of its name.

    An entity whose name went to one that was split off it stays the one that the row is about.
    """
    name, kind = comparable(row.get("name", "")), row["id"].partition("-")[0]
    by_id = next((one for one in proposals.entities if one.id == row["id"]), None)
    named = [one for one in proposals.entities if one.type == kind and comparable(one.name) == name]
    if by_id and (not name or by_id in named or any(by_id.id in one.apart for one in named)):
        return by_id.id
    return named[0].id if len(named) == 1 else None


def _decided(proposals: "Proposals", row: _Row) -> "Proposals":
    """One row's decision and replacement carried over, with who decided and when where the sheet says so."""
    entity = proposals.get(row["id"])
    words, decision = row["replacement"], row["decision"] or entity.decision
    who = row["decided by"] if row["decided by"] != entity.decided_by else ""
    at = moment_of(row["decided on"]) if row["decided on"] != day_of(entity) else None
    drawn_anew = not words and decision == Decision.SURROGATE
    same_words = words in (comparable(entity.replacement), entity.replacement, "") and not drawn_anew
    if decision == entity.decision and same_words:
        return proposals.approve(entity.id, by=row["decided by"], at=at) if who or at else proposals
    if decision == entity.decision and decision in (Decision.LABEL, Decision.SURROGATE) and words:
        decision = Decision.PSEUDONYM  # a name typed over the label is meant to be used
    own = decision == Decision.PSEUDONYM or (decision == Decision.GENERALIZE and words != entity.replacement)
    return proposals.decide(entity.id, decision, words if own else None, by=who, at=at)


def day_of(entity: Entity) -> str:
    """The day on which an entity was decided, as the sheet shows it."""
    return entity.decided_at.date().isoformat() if entity.decided_at else ""


def _confirmed(proposals: "Proposals", row: _Row, before: str) -> "Proposals":
    """Confirmed by whom the row names anew: who had agreed `before` did not agree to what this sheet changes."""
    who = row["confirmed by"]
    return proposals.confirm(row["id"], who) if who and who != before else proposals


def _split(proposals: "Proposals", row: _Row) -> "Proposals":
    """The forms in the row's cell split off as one entity; a sheet that is read again does it once."""
    entity = proposals.get(row["id"])
    there = {_plain(form): form for form in entity.forms}
    gone = {_plain(form) for one in proposals.entities if one.id in entity.apart for form in one.forms}
    said = filter(None, map(str.strip, row["somebody else"].split("|")))
    leaving = [there.get(_plain(form), form) for form in said if _plain(form) in there or _plain(form) not in gone]
    return proposals.split(entity.id, leaving, by=row["decided by"]) if leaving else proposals


def _plain(form: str) -> str:
    return fold(comparable(form))


def _retyped(proposals: "Proposals", row: _Row) -> "Proposals":
    written = row["type"].upper()
    if not written:
        return proposals
    if written not in list(EntityType):
        raise MisuseError(f"The type is one of {', '.join(EntityType)}.")
    return proposals.retype(row["id"], written)


def _last(entity: str, merges: dict[str, str]) -> str:
    """Where a chain of `same as` ends."""
    seen = {entity}
    while entity in merges:
        entity = merges[entity]
        if entity in seen:
            raise MisuseError(f"{entity} is said to be the same as itself in a circle: give one of them no `same as`.")
        seen.add(entity)
    return entity
