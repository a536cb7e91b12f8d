"""How what a user brings joins the finders: a model by its place, a pipeline, a recogniser, or any function."""

from pathlib import Path
from typing import Any

from interviews.anonymity.models.finder import Joined
from interviews.anonymity.models.installed import Pipeline, load_pipeline
from interviews.anonymity.models.presidio import Presidio
from interviews.errors import MisuseError


def join(finder: Any) -> Joined:
    """A user's finder made ready: a spaCy pipeline (also by path or package name), something with Presidio's `analyze`,
    or anything that can be called as a `Finder`. Raises MisuseError where it is none of these or is not installed."""
    if isinstance(finder, (str, Path)):
        return Joined(load_pipeline(finder))
    if hasattr(finder, "analyze"):
        return Joined(Presidio(finder))
    if hasattr(finder, "pipe_names"):
        return Joined(Pipeline(finder))
    if callable(finder):
        return Joined(finder)
    raise MisuseError(
        "A finder is a function of text and language, a spaCy pipeline, or a Presidio recogniser or engine; "
        f"this is a {type(finder).__name__}."
    )
