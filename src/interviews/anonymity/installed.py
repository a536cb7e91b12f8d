"""Named-entity pipelines of spaCy as one more finder: those the user has installed or trained; none is downloaded."""

from collections.abc import Iterator
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from interviews.anonymity.finder import Seen
from interviews.anonymity.mention import EntityType
from interviews.anonymity.model_types import IGNORED, type_called
from interviews.anonymity.page import Finding, Page
from interviews.anonymity.towns import is_too_large
from interviews.errors import MisuseError

# Small pipelines last: a larger one that is there is the better one.
_PIPELINES = {
    "de": ("de_core_news_lg", "de_core_news_md", "de_core_news_sm"),
    "en": ("en_core_web_lg", "en_core_web_md", "en_core_web_sm"),
    "pl": ("pl_core_news_lg", "pl_core_news_md", "pl_core_news_sm"),
}
_NAMES = frozenset({EntityType.PER, EntityType.LOC, EntityType.ORG})
_ANY_LANGUAGE = "xx"
# A pipeline does not say how sure it is of an entity.
_SCORE = 0.5


def find_by_installed_pipeline(page: Page) -> Iterator[Finding]:
    """Persons, places and organisations that the installed pipeline of the language sees."""
    pipeline = _installed(page.language)
    for entity in pipeline(page.text).ents if pipeline is not None else ():
        type_ = type_called(entity.label_)
        if type_ in _NAMES and not is_too_large(entity.text.casefold()):
            yield Finding(entity.start_char, entity.end_char, type_, "spacy", "seen by an installed pipeline", _SCORE)


class Pipeline:
    """A spaCy pipeline of the user's as a finder in texts of its language."""

    def __init__(self, pipeline: Any, name: str = "") -> None:
        self._pipeline = pipeline
        self.__name__ = name or "_".join(filter(None, (pipeline.lang, pipeline.meta.get("name")))) or "spacy"

    def __call__(self, text: str, language: str, /) -> Iterator[Seen]:
        """The entities in a text of its language, but for countries and what identifies nobody."""
        for entity in self._pipeline(text).ents if self._pipeline.lang in (language, _ANY_LANGUAGE) else ():
            if entity.label_ not in IGNORED and not is_too_large(entity.text.casefold()):
                yield Seen(
                    entity.start_char, entity.end_char, entity.label_, _SCORE, "seen by a pipeline of the user's"
                )


def load_pipeline(place: str | Path) -> Pipeline:
    """The pipeline in a folder, or installed as a package of this name. Raises MisuseError where it is neither."""
    import spacy

    path = Path(place)
    if not path.is_dir() and find_spec(path.name) is None:
        raise MisuseError(
            f"The model {place} is neither a folder nor an installed package: correct its name, or install it "
            f"(python -m spacy download {path.name})."
        )
    try:
        return Pipeline(spacy.load(path if path.is_dir() else path.name), path.name)
    except (OSError, ValueError, ImportError) as error:
        raise MisuseError(f"The model {place} cannot be loaded as a spaCy pipeline: {type(error).__name__}.") from None


@lru_cache(maxsize=8)
def _installed(language: str) -> Any:
    for package in _PIPELINES.get(language, ()):
        if find_spec(package) is not None:
            import spacy

            return spacy.load(package, exclude=["tagger", "parser", "lemmatizer", "attribute_ruler"])
    return None
