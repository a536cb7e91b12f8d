"""What an OpenDocument file says outside of its text: hidden styles, headers and footers, and who made it."""

import re
from collections.abc import Iterator
from typing import Any

from interviews.model import SourceNote

_NAMESPACE = re.compile(r"\{[^}]*:xmlns:([a-z-]+):[\d.]+\}")
_PROPERTIES = {
    "meta:initial-creator": "author",
    "dc:creator": "editor",
    "meta:printed-by": "editor",
    "dc:title": "title",
    "dc:subject": "subject",
    "dc:description": "remark",
    "meta:keyword": "keywords",
    "meta:user-defined": "property",
}


def name_of(element: Any) -> str:
    """The name of an element as people write it, such as `text:p`; empty for comments and instructions."""
    return _prefixed(element.tag) if isinstance(element.tag, str) else ""


def value(element: Any, name: str) -> str:
    """An attribute by its name without namespace; empty where there is none."""
    return next((str(found) for key, found in element.attrib.items() if key.rpartition("}")[2] == name), "")


def _prefixed(tag: str) -> str:
    namespace = _NAMESPACE.match(tag)
    local = tag.rpartition("}")[2]
    if namespace:
        return f"{namespace[1]}:{local}"
    return f"dc:{local}" if "purl.org/dc/" in tag else local


def hidden_styles(*roots: Any) -> frozenset[tuple[str, str]]:
    """Family and name of the styles whose text is not shown, also by a style they are based on."""
    hidden: set[tuple[str, str]] = set()
    based: dict[tuple[str, str], tuple[str, str]] = {}
    for root in roots:
        for style in root.iter():
            if name_of(style) != "style:style":
                continue
            key = (value(style, "family"), value(style, "name"))
            based[key] = (key[0], value(style, "parent-style-name"))
            if any(value(part, "display") in ("none", "true") for part in style if "properties" in name_of(part)):
                hidden.add(key)
    for key in based:
        above, steps = based[key], 0
        while above in based and above not in hidden and steps < 50:
            above, steps = based[above], steps + 1
        if above in hidden:
            hidden.add(key)
    return frozenset(hidden)


def running_parts(styles: Any) -> Iterator[tuple[str, Any]]:
    """The headers and footers of all page styles, with what kind they are."""
    for element in styles.iter():
        name = name_of(element)
        if name.startswith(("style:header", "style:footer")) and not name.endswith(("-style", "-properties")):
            yield name.partition(":")[2].partition("-")[0], element


def properties(meta: Any) -> list[SourceNote]:
    """Author, title and the like."""
    notes = []
    for element in meta.iter():
        kind = _PROPERTIES.get(name_of(element))
        text = "".join(element.itertext()).strip() if kind else ""
        if kind == "property" and text:
            text = f"{value(element, 'name')}: {text}"
        if kind and text:
            notes.append(SourceNote(kind, text))
    return notes
