"""Named-entity pipelines of spaCy as finders: those the user has installed or trained; none is ever downloaded."""

from collections.abc import Container, Iterator
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from interviews.anonymity.mention import EntityType
from interviews.anonymity.models.finder import Seen
from interviews.anonymity.models.model_types import IGNORED, type_called
from interviews.anonymity.words.towns import is_too_large
from interviews.errors import MisuseError

# Small pipelines last: a larger one that is there is the better one.
_PUBLIC = {
    "de": ("de_core_news_lg", "de_core_news_md", "de_core_news_sm"),
    "en": ("en_core_web_lg", "en_core_web_md", "en_core_web_sm"),
    "pl": ("pl_core_news_lg", "pl_core_news_md", "pl_core_news_sm"),
}
_NAMES = frozenset({EntityType.PER, EntityType.LOC, EntityType.ORG})
_ANY_LANGUAGE = "xx"
# A pipeline does not say how sure it is of an entity.
_SCORE = 0.5


class Pipeline:
    """A spaCy pipeline as a finder in texts of its language."""

    def __init__(self, pipeline: Any, name: str = "", types: Container[EntityType | None] | None = None) -> None:
        self._pipeline = pipeline
        self._types = types
        self.__name__ = name or "_".join(filter(None, (pipeline.lang, pipeline.meta.get("name")))) or "spacy"

    def __call__(self, text: str, language: str, /) -> Iterator[Seen]:
        """The entities in a text of its language, but for countries and what identifies nobody."""
        for entity in self._pipeline(text).ents if self._pipeline.lang in (language, _ANY_LANGUAGE) else ():
            if self._is_meant(entity.label_) and not is_too_large(entity.text.casefold()):
                yield Seen(entity.start_char, entity.end_char, entity.label_, _SCORE, f"seen by {self.__name__}")

    def _is_meant(self, label: str) -> bool:
        return label not in IGNORED and (self._types is None or type_called(label) in self._types)


def public_pipelines(languages: Container[str]) -> list[str]:
    """The best of the public pipelines that is installed, for each of some languages."""
    installed = {language: [name for name in names if _is_installed(name)] for language, names in _PUBLIC.items()}
    return [names[0] for language, names in installed.items() if names and language in languages]


def load_pipeline(place: str | Path) -> Pipeline:
    """The pipeline in a folder, or installed as a package of this name. Raises MisuseError where it is neither.

    Of a public one the names of persons, places and organisations count: dates have patterns.
    """
    path = Path(place)
    is_folder = path.is_dir()
    if not is_folder and not _is_installed(path.name):
        raise MisuseError(
            f"The model {place} is neither a folder nor an installed package: correct its name, or install it "
            f"(python -m spacy download {path.name})."
        )
    try:
        return _load(path, path.name) if is_folder else _load_installed(path.name)
    except (OSError, ValueError, ImportError) as error:
        raise MisuseError(f"The model {place} cannot be loaded as a spaCy pipeline: {type(error).__name__}.") from None


def _is_installed(package: str) -> bool:
    try:
        return find_spec(package) is not None
    except (ImportError, ValueError):  # of a package that would lie in another one, which is not there
        return False


@lru_cache(maxsize=8)
def _load_installed(package: str) -> Pipeline:
    if any(package in names for names in _PUBLIC.values()):
        without = ["tagger", "parser", "lemmatizer", "attribute_ruler"]  # they take most of the time, and find no names
        return _load(package, package, _NAMES, exclude=without)
    return _load(package, package)


def _load(place: str | Path, name: str, types: Container[EntityType | None] | None = None, **options: Any) -> Pipeline:
    import spacy

    return Pipeline(spacy.load(place, **options), name, types)
