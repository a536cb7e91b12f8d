"""A codebook's file as a tree of its lines, so that a change moves lines and leaves all others, and remarks, alone."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from interviews.model.codebook import SEPARATOR

_ORDER = (
    "codebook version language name was retired labels colour definition use_when not_when anchor counter memo "
    "parent codes"
).split()
STEP = 2
"""Columns by which what is new is indented."""


@dataclass(slots=True, eq=False)
class Field:
    """A key with its value, as lines without the indentation of the item; `above` are the remarks before it."""

    key: str
    lines: list[str]
    above: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    """Remarks beside and within the value."""

    def rewrite(self, lines: list[str]) -> None:
        """Give it other lines; a single remark stays beside a single line, others go above."""
        if len(lines) == 1 and len(self.remarks) == 1:
            lines = [f"{lines[0].rstrip()}  {self.remarks[0]}\n"]
        else:
            self.above += [f"{remark}\n" for remark in self.remarks]
            self.remarks = []
        self.lines = lines


@dataclass(slots=True, eq=False)
class Item:
    """A code, or the whole codebook, with its fields in their order and the codes below it."""

    name: str = ""
    placed: str | None = None
    """The path that its `parent` gives, where it has one."""
    lead: list[str] = field(default_factory=list)
    """Remarks and empty lines before it."""
    fields: list[Field] = field(default_factory=list)
    codes: list["Item"] = field(default_factory=list)
    tail: list[str] = field(default_factory=list)
    """Remarks at its end."""
    above: "Item | None" = None
    offset: int = STEP
    """How far the dashes of its codes are indented."""
    width: int = STEP
    """How far its keys stand behind its own dash."""
    flow: list[str] | None = None
    """Its lines where it is written in braces."""
    inline: bool = False
    """Whether its codes are written in brackets."""

    @property
    def path(self) -> str:
        """The code's path, as the file has it by now."""
        above = self.placed or (self.above.path if self.above else "")
        return f"{above}{SEPARATOR}{self.name}" if above else self.name

    def family(self) -> Iterator["Item"]:
        """All codes below it in the file, in order."""
        for code in self.codes:
            yield code
            yield from code.family()

    def get(self, key: str) -> Field | None:
        """The field of this name."""
        return next((one for one in self.fields if one.key == key), None)

    def put(self, key: str, lines: list[str]) -> None:
        """Write a field anew, or where people expect it."""
        self.touch()
        known = self.get(key)
        if known:
            known.rewrite(lines)
            return
        later = _ORDER[_ORDER.index(key) :]
        place = next((i for i, one in enumerate(self.fields) if one.key in later), len(self.fields))
        self.fields.insert(place, Field(key, lines))

    def drop(self, key: str) -> None:
        """Take a field away; its remarks stay."""
        known = self.get(key)
        if known:
            self.touch()
            self.fields.remove(known)
            self.tail = [*_remarks(known), *self.tail]

    def attach(self, code: "Item", place: int | None = None) -> None:
        """Put a code below this one, last or at a place."""
        self.touch()
        if self.get("codes") is None:
            self.put("codes", ["codes:\n"])
        self._open()
        if len(self.codes) > 1 and self.codes[-1].lead and not code.lead and not self.codes[-1].lead[0].strip():
            code.lead = ["\n"]
        self.codes.insert(len(self.codes) if place is None else place, code)
        code.above = self

    def detach(self) -> None:
        """Take the code, with all below it, out of the file."""
        above = self.above
        assert above is not None
        self.touch()
        above.codes.remove(self)
        self.above = None
        if not above.codes:
            above.drop("codes")

    def touch(self) -> None:
        """Write it, and what it stands in, in lines instead of braces from now on."""
        if self.flow is not None:
            self.flow = None
            self.lead += [f"{remark}\n" for remark in self.fields[0].remarks]
            self.fields[0].remarks = []
        if self.above is not None and (self.above.inline or self.above.flow is not None):
            self.above._open()
            self.above.touch()

    def _open(self) -> None:
        codes = self.get("codes")
        if codes is not None and (self.inline or not self.codes):
            codes.rewrite(["codes:\n"])
        self.inline = False

    def remarks(self) -> list[str]:
        """All remarks of this code, those of the codes below it left out."""
        within = [line for one in self.fields for line in _remarks(one)]
        return [line for line in [*self.lead, *within, *self.tail] if line.strip()]

    def write(self, column: int = 0) -> Iterator[str]:
        """The lines of a code whose dash stands in this column."""
        inner = column + self.width
        yield from _indented(self.lead, column)
        dash = " " * column + "-" + " " * (self.width - 1)
        if self.flow is not None:
            yield dash + self.flow[0]
            yield from _indented(self.flow[1:], inner)
            return
        yield from _indented(self.fields[0].above, column)
        lines = self.write_fields(inner)
        yield dash + next(lines).lstrip(" ")
        yield from lines

    def write_fields(self, column: int) -> Iterator[str]:
        """The lines of the fields, whose keys stand in this column; remarks above the first one are left out."""
        for number, one in enumerate(self.fields):
            if number:
                yield from _indented(one.above, column)
            yield from _indented(one.lines, column)
            if one.key == "codes" and not self.inline:
                for code in self.codes:
                    yield from code.write(column + self.offset)
        yield from _indented(self.tail, column)


def _remarks(one: Field) -> list[str]:
    return [*(line for line in one.above if line.strip()), *(f"{remark}\n" for remark in one.remarks)]


def _indented(lines: list[str], column: int) -> Iterator[str]:
    for line in lines:
        yield " " * column + line if line.strip("\r\n") else line
