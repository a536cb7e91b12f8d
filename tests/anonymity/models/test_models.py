"""Statistical models of the user's join the finders: a real spaCy pipeline, real recognisers of Presidio."""

import shutil
import sys
from types import SimpleNamespace

import pytest
import spacy
from spacy.training import Example

import interviews as iv
from interviews.anonymity import EntityType, detect, join, public_pipelines

SENTENCES = [
    ("Gestern traf ich den alten {} im Hof.", "PER"),
    ("Der alte {} hat mir geholfen.", "PER"),
    ("Alle mögen den alten {} hier.", "PER"),
    ("Wir wohnen drüben im {} seit Jahren.", "LOC"),
    ("Damals zogen wir ins {} um.", "LOC"),
    ("Hier steht nur eine {} herum.", ""),
]
WORDS = ["Hobel", "Besen", "Eimer", "Korken", "Balken", "Kessel"]
TEXT = "Der alte Zapfen hat mir geholfen.\nB: Ayşe Yılmaz auch."


@pytest.fixture(scope="session")
def pipeline_folder(tmp_path_factory):
    """A small pipeline, trained here in a second or two and saved as a user's would be."""
    nlp = spacy.blank("de")
    nlp.add_pipe("ner")
    examples = [
        Example.from_dict(nlp.make_doc(text), {"entities": [(at, at + len(word), label)] if label else []})
        for sentence, label in SENTENCES
        for word in WORDS
        for text, at in [(sentence.format(word), sentence.index("{}"))]
    ]
    spacy.util.fix_random_seed(1)
    optimizer = nlp.initialize(lambda: examples)
    optimizer.learn_rate = 0.01
    for _ in range(12):
        for first in range(0, len(examples), 12):
            nlp.update(examples[first : first + 12], sgd=optimizer)
    folder = tmp_path_factory.mktemp("models") / "hofsprache"
    nlp.to_disk(folder)
    return folder


def of(finder, text=TEXT, language="de"):
    return [one for one in detect(text, language, finders=[finder]) if one.finder == finder.name]


def test_a_pipeline_in_a_folder_joins_with_its_name_and_a_score(pipeline_folder):
    finder = join(pipeline_folder)
    (found,) = of(finder)
    assert (found.text, found.type, found.finder, found.score) == ("Zapfen", EntityType.PER, "hofsprache", 0.5)
    assert found.span.of(TEXT) == "Zapfen"
    assert finder.problem is None


def test_a_pipeline_at_hand_joins_too_and_keeps_to_its_language(pipeline_folder):
    finder = join(spacy.load(pipeline_folder))
    assert [found.text for found in of(finder)] == ["Zapfen"]
    assert of(finder, language="en") == []
    assert finder.name == "de_pipeline"


def test_an_entity_ruler_with_the_labels_of_other_models_is_understood():
    nlp = spacy.blank("de")
    labels = {"Zapfen": "PERSON", "Senke": "GPE", "Werk": "orgName", "Mai": "MISC", "Hof": "HOBBY"}
    nlp.add_pipe("entity_ruler").add_patterns([{"label": label, "pattern": word} for word, label in labels.items()])
    finder = join(nlp)
    found = of(finder, "Der Zapfen aus der Senke war im Mai im Werk, nicht am Hof.")
    assert [(one.text, str(one.type)) for one in found] == [("Zapfen", "PER"), ("Senke", "LOC"), ("Werk", "ORG")]
    assert "the type HOBBY is not known and left out (1×)" in str(finder.problem)


@pytest.fixture
def installed(pipeline_folder, tmp_path, monkeypatch):
    """The same as a package that somebody has installed under the name of a public one."""
    package = tmp_path / "de_core_news_sm"
    shutil.copytree(pipeline_folder, package)
    load = "from spacy.util import load_model_from_path\nfrom pathlib import Path\n"
    load += "def load(**options): return load_model_from_path(Path(__file__).parent, **options)\n"
    (package / "__init__.py").write_text(load)
    about = tmp_path / "de_core_news_sm-3.8.0.dist-info" / "METADATA"
    about.parent.mkdir()
    about.write_text("Metadata-Version: 2.1\nName: de_core_news_sm\nVersion: 3.8.0\n")
    monkeypatch.syspath_prepend(tmp_path)
    yield
    sys.modules.pop("de_core_news_sm", None)  # else it seems to be installed for every later test


@pytest.mark.usefixtures("installed")
def test_a_public_pipeline_that_is_installed_joins_by_itself(tmp_path):
    assert public_pipelines({"de", "en"}) == ["de_core_news_sm"]
    assert public_pipelines({"pl"}) == []
    (tmp_path / "talk.txt").write_text(f"I: Ja?\nB: {TEXT}\n", encoding="utf-8")
    transcript, found, problems = iv.detect_file(tmp_path / "talk.txt", language="de")
    (place,) = (one for one in found if one.finder == "de_core_news_sm")
    assert place.span.of(transcript.text) == "Zapfen"
    assert problems == []


class Recogniser:
    """The least that Presidio's recognisers have."""

    name = "ticket"
    supported_language = "de"

    def __init__(self):
        self.supported_entities = ["DE_TICKET"]

    def analyze(self, text, entities, nlp_artifacts=None):
        assert entities == self.supported_entities
        start = text.find("VX-12")
        return [SimpleNamespace(entity_type="DE_TICKET", start=start, end=start + 5, score=0.9)] if start >= 0 else None


class Engine:
    """The least that Presidio's engines have."""

    supported_languages = ("de",)

    def analyze(self, text, language):
        place = text.index("Zapfen")
        people = [SimpleNamespace(entity_type="PERSON", start=place, end=place + 6, score=0.85)]
        return [*people, SimpleNamespace(entity_type="NRP", start=0, end=1, score=0.5)]


def test_what_has_the_interface_of_a_recogniser_joins():
    finder = join(Recogniser())
    (found,) = of(finder, "Auf der Marke stand VX-12, mehr nicht.")
    assert (found.text, found.type, found.finder, found.score) == ("VX-12", EntityType.ID, "ticket", 0.9)
    assert of(finder, "Da stand nichts.") == of(finder, "It said VX-12.", "en") == []
    assert finder.problem is None


def test_what_has_the_interface_of_an_engine_joins():
    finder = join(Engine())
    assert [(found.text, found.finder, found.score) for found in of(finder)] == [("Zapfen", "Engine", 0.85)]
    assert of(finder, language="pl") == []
    assert finder.problem is None


def test_presidio_itself_joins():
    presidio = pytest.importorskip("presidio_analyzer")
    engines = pytest.importorskip("presidio_analyzer.nlp_engine")
    pattern = presidio.Pattern("marke", r"VX-\d+", 0.7)
    recogniser = presidio.PatternRecognizer("DE_TICKET", patterns=[pattern], supported_language="de", name="marken")
    text = "Auf der Marke stand VX-12, mehr nicht."
    (found,) = of(join(recogniser), text)
    assert (found.text, found.finder, found.score) == ("VX-12", "marken", 0.7)

    class Blank(engines.SpacyNlpEngine):
        """Downloads nothing."""

        def __init__(self):
            super().__init__(models=[{"lang_code": "de", "model_name": "blank"}])
            self.nlp = {"de": spacy.blank("de")}

    registry = presidio.RecognizerRegistry(recognizers=[recogniser], supported_languages=["de"])
    engine = presidio.AnalyzerEngine(registry=registry, nlp_engine=Blank(), supported_languages=["de"])
    finder = join(engine)
    assert [one.text for one in of(finder, text)] == ["VX-12"]
    assert finder.problem is None
