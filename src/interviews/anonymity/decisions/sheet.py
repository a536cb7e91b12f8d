"""The review sheet: an Excel file in which a person decides."""

import io
import re
import zipfile
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from interviews.anonymity.decisions.sheet_reading import EDITED, day_of
from interviews.anonymity.entity import Decision, Entity
from interviews.anonymity.mention import EntityType
from interviews.errors import MisuseError

if TYPE_CHECKING:
    from interviews.anonymity.decisions.proposals import Proposals

COLUMNS = {
    "id": 10, "type": 10, "name": 28, "forms": 34, "mentions": 10, "transcripts": 11, "context": 70,
    "decision": 13, "replacement": 26, "same as": 11, "somebody else": 20, "may be": 14,
    "decided by": 12, "decided on": 12, "confirmed by": 13, "finders": 22, "score": 7, "note": 40,
}  # fmt: skip
_GUIDE = (
    "This sheet shows real names: keep it beside the vault, not in the project, and delete it after the review.",
    "decision: label = numbered word in brackets · pseudonym = the words in the column replacement · "
    "generalize = vaguer words · keep = the words stay · surrogate = for a person, a name that the program makes · "
    "delete = […].",
    "replacement: needed for pseudonym only; any other decision works it out itself.",
    "same as: the id of the entity that this one is too, such as PER-003; may be says which ones it could be.",
    "somebody else: those of the forms, with | between them, that are one other person or thing, such as Witek.",
    "decided by: your short name, also where you agree with what is proposed; rows that nobody signed or changed stay "
    "open. decided on: filled in for you.",
    "confirmed by: the short name of a second person who agrees with the decision.",
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
        "",
        ", ".join(entity.may_be),
        entity.decided_by,
        day_of(entity),
        entity.confirmed_by,
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
