"""The fields of a code as plain texts by name, as steps of a revision tell them."""

import re
from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from interviews.coding.yaml_node import suggestion
from interviews.errors import MisuseError
from interviews.model import CODE_TEXTS, Code

LABEL = "label_"
RETIRED, YES = "retired", "true"
FIELDS = (*CODE_TEXTS, "colour", RETIRED)
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")


def fields_of(code: Code) -> dict[str, str]:
    """What is written about the code, by field; empty fields are left out, and so is its path."""
    fields = {name: getattr(code, name) for name in CODE_TEXTS} | {"colour": code.colour}
    fields[RETIRED] = YES if code.retired else ""
    fields |= {LABEL + language: label for language, label in code.labels.items()}
    return {name: value for name, value in fields.items() if value}


def with_fields(code: Code, fields: Mapping[str, str]) -> Code:
    """The code with these fields; an empty text takes a field away. Raises MisuseError for an unknown field."""
    for name, value in fields.items():
        if name not in FIELDS and not name.startswith(LABEL):
            raise MisuseError(
                f"A code has no field '{name}'{suggestion(name, FIELDS)}; "
                f"it has {', '.join(FIELDS)} and {LABEL}en for its name in another language."
            )
        if name == "colour" and not _COLOUR.fullmatch(value):
            raise MisuseError(f"The colour of '{code.path}' must be # and six hexadecimal digits, such as #4477AA.")
    texts: dict[str, Any] = {name: value for name, value in fields.items() if name in (*CODE_TEXTS, "colour")}
    if RETIRED in fields:
        texts[RETIRED] = fields[RETIRED] == YES
    changed = {name.removeprefix(LABEL): value for name, value in fields.items() if name.startswith(LABEL)}
    gone = {language for language, label in changed.items() if not label}
    labels = {language: label for language, label in {**code.labels, **changed}.items() if language not in gone}
    return replace(code, labels=MappingProxyType(labels), **texts)


def changed_fields(before: Code, after: Code) -> dict[str, str]:
    """What `with_fields` has to be told to make the one of the other, paths apart."""
    old, new = fields_of(before), fields_of(after)
    return {name: new.get(name, "") for name in {**old, **new} if old.get(name, "") != new.get(name, "")}
