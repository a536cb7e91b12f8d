"""The review sheet: an Excel file in which a person decides, and the way back."""

import io
import re
import zipfile
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from interviews.anonymity.entity import Decision, Entity
from interviews.anonymity.mention import EntityType
from interviews.errors import MisuseError, Problem, Severity

if TYPE_CHECKING:
    from interviews.anonymity.proposals import Proposals

_Row = dict[str, str]
COLUMNS = {
    "id": 10, "type": 10, "name": 28, "forms": 34, "mentions": 10, "transcripts": 11, "context": 70,
    "decision": 13, "replacement": 26, "same as": 11, "finders": 22, "score": 7, "note": 40,
}  # fmt: skip
# What a person fills in; the rest of the sheet only informs.
EDITED = ("type", "decision", "replacement", "same as")
_GUIDE = (
    "This sheet shows real names: keep it beside the vault, not in the project, and delete it after the review.",
    "decision: label = numbered word in brackets · pseudonym = the words in the column replacement · "
    "generalize = vaguer words · keep = the words stay · surrogate = for a person, a name that the program makes · "
    "delete = […].",
    "replacement: needed for pseudonym only; any other decision works it out itself.",
    "same as: the id of the entity that this one is too, such as PER-003.",
    "type: correct it if it is wrong (" + ", ".join(EntityType) + ").",
    "The machine finds most of what identifies people, not all: read at least one interview of every kind in full.",
)
_DAY = (2000, 1, 1, 0, 0, 0)  # in place of the hour of writing, so that the same proposals give the same file


def write_sheet(proposals: "Proposals", path: Path, forbidden: Path | None) -> Path:
    """Write the sheet; refuses a place inside `forbidden`, the project folder."""
    if forbidden is not None and path.resolve().is_relative_to(forbidden.resolve()):
        raise MisuseError("The review sheet shows real names and must lie outside the project folder.")
    if path.suffix.lower() != ".xlsx":
        raise MisuseError(f"The review sheet is an Excel file: {path.name} should end in .xlsx.")
    from openpyxl import Workbook

    book = Workbook()
    page = book.active
    assert page is not None
    page.title = "Review"
    page.append(list(COLUMNS))
    for number, entity in enumerate(proposals.entities, start=2):
        for column, value in enumerate(_values(proposals, entity), start=1):
            cell = page.cell(number, column, value)
            if isinstance(value, str):
                cell.data_type = "s"  # a name that begins with "=" is no formula
    _style(page, len(proposals.entities) + 1)
    guide = book.create_sheet("Guide")
    guide.column_dimensions["A"].width = 120
    for line in _GUIDE:
        guide.append([line])
    try:
        path.write_bytes(_without_hour(book))
    except OSError as error:
        raise MisuseError(f"{path} cannot be written: {error.strerror}.") from None
    return path


def read_sheet(proposals: "Proposals", path: Path) -> "Proposals":
    """The decisions of a sheet carried over; what cannot be understood is left as it was and named in `problems`."""
    rows, problems = _fitting(proposals, _rows(path), path.name)
    same = {row["id"]: row["same as"].upper() for _, row in rows if row.get("same as")}

    def merged(changed: "Proposals", row: _Row) -> "Proposals":
        return changed.merge(row["id"], _last(row["id"], same)) if row["id"] in same else changed

    def retyped(changed: "Proposals", row: _Row) -> "Proposals":
        return changed if row["id"] in same else _retyped(changed, row)

    changed = proposals
    # First what is decided of each entity, then which are the same, then the types, which change the ids.
    for step in (_decided, merged, retyped):
        for number, row in rows:
            try:
                changed = step(changed, row)
            except MisuseError as error:
                problems.append(Problem(f"{path.name}, row {number}", str(error), Severity.ERROR))
    return replace(changed, problems=tuple(problems))


def _fitting(
    proposals: "Proposals", rows: list[tuple[int, _Row]], where: str
) -> tuple[list[tuple[int, _Row]], list[Problem]]:
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


def _moved(row: _Row, now: dict[str, str]) -> _Row:
    """The row under the id that its entity has now, without the label of an id that it had."""
    same = row.get("same as", "").upper()
    changed = {**row, "id": now[row["id"]], "same as": now.get(same, same)}
    if changed["id"] != row["id"] and row.get("replacement", "").startswith("["):
        changed["replacement"] = "" if row.get("decision", "").lower() == Decision.LABEL else row["replacement"]
    return changed


def _entity_of(proposals: "Proposals", row: _Row) -> str | None:
    """The id of the entity that a row is about: of its id if the name is the same, else the only one of its name."""
    name, kind = " ".join(row.get("name", "").split()), row["id"].partition("-")[0]
    by_id = next((one for one in proposals.entities if one.id == row["id"]), None)
    if by_id and (not name or " ".join(by_id.name.split()) == name):
        return by_id.id
    named = [one.id for one in proposals.entities if one.type == kind and " ".join(one.name.split()) == name]
    return named[0] if len(named) == 1 else None


def _decided(proposals: "Proposals", row: _Row) -> "Proposals":
    """One row's decision and replacement carried over."""
    entity = proposals.get(row["id"])
    words, decision = row.get("replacement", ""), (row.get("decision") or entity.decision).lower()
    drawn_anew = not words and decision == Decision.SURROGATE
    if decision == entity.decision and words in (entity.replacement, "") and not drawn_anew:
        return proposals
    if decision == entity.decision and decision in (Decision.LABEL, Decision.SURROGATE) and words:
        decision = Decision.PSEUDONYM  # a name typed over the label is meant to be used
    own = decision == Decision.PSEUDONYM or (decision == Decision.GENERALIZE and words != entity.replacement)
    return proposals.decide(entity.id, decision, words if own else None)


def _retyped(proposals: "Proposals", row: _Row) -> "Proposals":
    written = row.get("type", "").upper()
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


def _rows(path: Path) -> list[tuple[int, _Row]]:
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        page = load_workbook(path, read_only=False, data_only=True).worksheets[0]
    except FileNotFoundError:
        raise MisuseError(f"The review sheet {path} does not exist.") from None
    except (OSError, KeyError, ValueError, zipfile.BadZipFile, InvalidFileException):
        raise MisuseError(f"{path} is no Excel file that can be read.") from None
    lines = list(page.iter_rows(values_only=True))
    header = [_text(value).lower() for value in lines[0]] if lines else []
    if not {"id", "decision"} <= set(header):
        raise MisuseError(f"{path} is no review sheet: its first row must name the columns id and decision.")
    rows = [
        (number, dict(zip(header, map(_text, line), strict=False))) for number, line in enumerate(lines[1:], start=2)
    ]
    return [(number, row) for number, row in rows if row["id"]]


def _text(value: Any) -> str:
    return "" if value is None else str(value).strip()


def _values(proposals: "Proposals", entity: Entity) -> list[str | int | float]:
    return [
        entity.id,
        entity.type.value,
        entity.name,
        " | ".join(entity.forms),
        len(entity.mentions),
        len(entity.transcripts),
        proposals.context(entity),
        entity.decision.value,
        entity.replacement,
        "",
        ", ".join(entity.finders),
        round(entity.score, 2),
        entity.note,
    ]


def _style(page: Any, rows: int) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    fill, yours = PatternFill("solid", fgColor="22435C"), PatternFill("solid", fgColor="FFF8E1")
    lists: dict[str, list[str]] = {"decision": list(Decision), "type": list(EntityType)}
    for number, (column, width) in enumerate(COLUMNS.items(), start=1):
        letter = get_column_letter(number)
        page.column_dimensions[letter].width = width
        head = page.cell(1, number)
        head.font, head.fill = Font(bold=True, color="FFFFFF"), fill
        for row in range(2, rows + 1):
            cell = page.cell(row, number)
            cell.alignment = Alignment(vertical="top", wrap_text=column in ("context", "forms", "note"))
            if column in EDITED:
                cell.fill = yours
        if column in lists and rows > 1:
            choice = DataValidation(type="list", formula1=f'"{",".join(lists[column])}"', allow_blank=True)
            page.add_data_validation(choice)
            choice.add(f"{letter}2:{letter}{rows}")
    page.freeze_panes = "D2"
    page.auto_filter.ref = f"A1:{get_column_letter(len(COLUMNS))}{rows}"


def _without_hour(book: Any) -> bytes:
    """The file's bytes with a fixed moment of creation throughout."""
    book.properties.created = book.properties.modified = datetime(*_DAY)
    written, fixed = io.BytesIO(), io.BytesIO()
    book.save(written)
    with zipfile.ZipFile(written) as old, zipfile.ZipFile(fixed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "docProps/core.xml":
                content = _fixed_moment(content)
            new.writestr(zipfile.ZipInfo(name, _DAY), content, zipfile.ZIP_DEFLATED)
    return fixed.getvalue()


def _fixed_moment(core: bytes) -> bytes:
    return re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", b"2000-01-01T00:00:00Z", core)
