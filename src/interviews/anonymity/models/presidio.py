"""Presidio's recognisers and engines as one more finder; the package itself is the user's."""

from collections.abc import Iterator
from typing import Any

from interviews.anonymity.models.finder import Seen
from interviews.anonymity.models.model_types import IGNORED


class Presidio:
    """An `EntityRecognizer` or an `AnalyzerEngine` of presidio-analyzer, or anything with their `analyze`."""

    def __init__(self, analyzer: Any) -> None:
        self._analyzer = analyzer
        self.__name__ = getattr(analyzer, "name", None) or type(analyzer).__name__

    def __call__(self, text: str, language: str, /) -> Iterator[Seen]:
        """What it recognises in a text of a language that it is made for."""
        for result in self._results(text, language):
            if result.entity_type not in IGNORED:
                yield Seen(result.start, result.end, result.entity_type, result.score, "recognised by Presidio")

    def _results(self, text: str, language: str) -> list[Any]:
        entities = getattr(self._analyzer, "supported_entities", None)
        if entities is None:
            spoken = getattr(self._analyzer, "supported_languages", [language])
            return self._analyzer.analyze(text=text, language=language) if language in spoken else []
        if getattr(self._analyzer, "supported_language", language) != language:
            return []
        return self._analyzer.analyze(text=text, entities=entities, nlp_artifacts=None) or []
