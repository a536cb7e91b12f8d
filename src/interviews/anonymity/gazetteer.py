"""A study's own list of names: quarters, streets, schools and projects that no public list has."""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from interviews.anonymity.mention import EntityType
from interviews.errors import MisuseError


@dataclass(frozen=True, slots=True)
class Name:
    """A name to be searched for in all its forms; kept out of `repr`."""

    text: str = field(repr=False)
    type: EntityType


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """The names a study knows beforehand."""

    names: tuple[Name, ...]

    @classmethod
    def of(cls, names: Iterable[tuple[str, EntityType | str]]) -> "Gazetteer":
        """A gazetteer of pairs of a name and its type."""
        return cls(tuple(Name(text, EntityType(type_)) for text, type_ in names))

    def __len__(self) -> int:
        return len(self.names)


def read_gazetteer(path: Path | str) -> Gazetteer:
    """A gazetteer from a file.

    YAML: a mapping of types (PER, LOC, ORG, ADDR ...) to lists of names. CSV: the columns `name` and `type`.
    Raises MisuseError where the file is neither.
    """
    path = Path(path)
    try:
        if path.suffix.lower() in (".yaml", ".yml"):
            return Gazetteer(tuple(_from_yaml(path)))
        return Gazetteer(tuple(_from_csv(path)))
    except OSError as error:
        raise MisuseError(f"{path.name} could not be read: {error.strerror}") from None


def _from_yaml(path: Path) -> Iterator[Name]:
    import yaml

    try:
        listed = yaml.safe_load(path.read_text(encoding="utf-8-sig"))
    except (yaml.YAMLError, UnicodeDecodeError):
        raise MisuseError(
            f"{path.name} is no valid YAML: write a type such as LOC and under it a list of names"
        ) from None
    if not isinstance(listed, dict) or not all(isinstance(names, list) for names in listed.values()):
        raise MisuseError(f"{path.name} must have types such as LOC or ORG, each with a list of names")
    for key, names in listed.items():
        type_ = _type(str(key), path.name, None)
        yield from (Name(str(name).strip(), type_) for name in names if str(name).strip())


def _from_csv(path: Path) -> Iterator[Name]:
    text = path.read_text(encoding="utf-8-sig")
    separator = ";" if ";" in text.split("\n", 1)[0] else ","
    rows = csv.DictReader(text.splitlines(), delimiter=separator)
    if not {"name", "type"} <= {column.strip().lower() for column in rows.fieldnames or ()}:
        raise MisuseError(f"{path.name} needs the columns name and type in its first line")
    for number, row in enumerate(rows, start=2):
        fields = {
            str(key).strip().lower(): (value or "").strip() for key, value in row.items() if isinstance(value, str)
        }
        if fields.get("name"):
            yield Name(fields["name"], _type(fields.get("type", ""), path.name, number))


def _type(written: str, file: str, line: int | None) -> EntityType:
    try:
        return EntityType(written.strip().upper())
    except ValueError:
        where = f"{file}, line {line}" if line else file
        known = ", ".join(EntityType)
        raise MisuseError(f"{where}: an unknown type of name; use one of {known}") from None
