"""What finds identifiers: this package and, where installed, stella-anonymize-core and Presidio without a model.

Each takes texts of one language and gives spans, so that all are counted by the same rules.
"""

from collections.abc import Callable, Mapping
from importlib.util import find_spec
from typing import Any, NamedTuple


class Found(NamedTuple):
    """A span that a detector proposes, in code points."""

    start: int
    end: int
    type: str
    why: str
    score: float


Detector = Callable[[str], list[Found]]


def ours(language: str) -> Detector:
    """The finders of this package, nothing reviewed, no gazetteer."""
    from interviews.anonymity.finders.detection import detect

    def find(text: str) -> list[Found]:
        return [Found(one.span.start, one.span.end, one.type, one.finder, one.score) for one in detect(text, language)]

    return find


def stella(language: str) -> Detector:
    """stella-anonymize-core with its packaged pipeline of the language."""
    import stella_anonymize

    pipeline = stella_anonymize.create_pipeline(language=language)

    def find(text: str) -> list[Found]:
        entities = pipeline.redact_text(text).resolved_entities
        return [Found(one.start, one.end, one.label, str(one.source), one.score) for one in entities]

    return find


def presidio(language: str) -> Detector:
    """presidio-analyzer with its recognizers of the language over a blank spaCy pipeline: patterns, no model."""
    import spacy
    import tldextract
    from presidio_analyzer import AnalyzerEngine, RecognizerRegistry
    from presidio_analyzer.nlp_engine import SpacyNlpEngine

    class Blank(SpacyNlpEngine):  # type: ignore[misc]
        def __init__(self) -> None:
            super().__init__(models=[{"lang_code": language, "model_name": "blank"}])
            self.nlp: dict[str, Any] = {language: spacy.blank(language)}

        def load(self) -> None:
            """Nothing: the engine would download a model otherwise."""

    tldextract.tldextract.TLD_EXTRACTOR = tldextract.TLDExtract(suffix_list_urls=())  # the network is not asked
    registry = RecognizerRegistry(supported_languages=[language])
    registry.load_predefined_recognizers(languages=[language])
    engine = AnalyzerEngine(nlp_engine=Blank(), registry=registry, supported_languages=[language])

    def find(text: str) -> list[Found]:
        results = engine.analyze(text, language=language)
        return [Found(one.start, one.end, one.entity_type, "presidio", one.score) for one in results]

    return find


_PEERS: Mapping[str, tuple[str, Callable[[str], Detector]]] = {
    "stella": ("stella_anonymize", stella),
    "presidio": ("presidio_analyzer", presidio),
}


def installed(*, beside: bool) -> dict[str, Callable[[str], Detector]]:
    """Ours, and the peers that are installed if they are asked for."""
    peers = {name: make for name, (package, make) in _PEERS.items() if find_spec(package) is not None}
    return {"ours": ours, **(peers if beside else {})}
