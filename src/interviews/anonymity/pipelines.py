"""Which statistical models for names are installed, so that a report can name them."""

import pkgutil
import re

_PIPELINE = re.compile(r"(?:de|en|pl)_core_(?:news|web)_(?:lg|md|sm|trf)")


def installed_pipelines() -> tuple[str, ...]:
    """The packages of spaCy pipelines that join the finders by themselves."""
    return tuple(sorted(module.name for module in pkgutil.iter_modules() if _PIPELINE.fullmatch(module.name)))
