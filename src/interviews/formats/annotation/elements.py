"""Elements of XML by their names without namespaces, as files with and without them mean the same."""

from functools import lru_cache
from typing import Any


def local_name(element: Any) -> str:
    """The name of an element without namespace; empty for comments and instructions."""
    tag = element.tag
    return _bare(tag) if isinstance(tag, str) else ""


def text_of(element: Any) -> str:
    """All text in an element and in those inside it."""
    return "".join(element.itertext())


@lru_cache(maxsize=512)
def _bare(tag: str) -> str:
    return tag.rpartition("}")[2]
