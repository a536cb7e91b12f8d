"""What a finder adds that learned from the decisions about other interviews.

    python benchmarks/learning.py [--set talk|excerpts|germeval|polish] [--show N]

`talk`: each of the bundled German interviews is held out once; learned is from the others and the excerpts in `dev`.
`excerpts`: learned is from all of these, counted in the German excerpts of other people in `held` and `fresh`.
`germeval`, `polish`: sentences of newspapers and the Wikipedia (from ../shared/data where present); learned is from the
first 2, 4, 8 … texts of the first half, counted in the second half. The threshold is chosen in cross-validation over
the texts learned from. Decisions are what is marked. Without and with the learned finder, each text is searched for the
names decided in the texts learned from, as in a project. A passage counts if every letter of it is covered.
"""

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from time import perf_counter

from anonymization import IGNORED
from marked_texts import READERS, ROOT, Document, Gold, bundled, folder

from interviews.anonymity.finders.detection import detect
from interviews.anonymity.forms.closing import close
from interviews.anonymity.gazetteer import Name
from interviews.anonymity.mention import EntityType
from interviews.anonymity.models.decided import Decided
from interviews.anonymity.models.learning import Learned, learn
from interviews.anonymity.models.tagger import LEARNED
from interviews.anonymity.models.trial import Lesson, is_covered, train_on
from interviews.model import Span

TYPES = sorted(LEARNED)


def talk() -> list[Document]:
    """The German interviews and excerpts."""
    every = [*bundled(), *folder(ROOT / "benchmarks" / "excerpts" / "dev")]
    return [document for document in every if document.language == "de"]


def sentences(name: str) -> list[Document]:
    """Texts of sentences whose organisations count as well."""
    documents = []
    for document in READERS[name]():
        marked = [gold._replace(level="Q") if gold.type == "ORG" else gold for gold in document.marked]
        documents.append(document._replace(marked=[gold for gold in marked if gold.type in TYPES]))
    return documents


def decided(document: Document) -> Decided:
    """What a team would have decided that found all that is marked."""
    replaced = tuple((span_of(gold, document), EntityType(gold.type)) for gold in identifying(document))
    names = frozenset(Name(span.of(document.text), type_) for span, type_ in replaced)
    ids = frozenset(f"{document.name} {gold.entity}" for gold in document.marked)
    return Decided(document.text, document.language, replaced, names, ids)


def identifying(document: Document) -> list[Gold]:
    """The passages to be replaced."""
    return [gold for gold in document.marked if gold.level != "N" and gold.type in EntityType.__members__]


def span_of(gold: Gold, document: Document) -> Span:
    """A marked passage without its title, which stays."""
    start = gold.start
    while (title := IGNORED.match(document.text, start, gold.end)) and title.end() < gold.end:
        start = title.end()
    return Span(start, gold.end)


class Counts:
    """Without and with the learned finder: passages found by type, entities by level, false proposals."""

    def __init__(self) -> None:
        self.all: Counter[str] = Counter()
        self.found: dict[str, list[int]] = defaultdict(lambda: [0, 0])
        self.false = [0, 0]
        self.words = 0
        self.new: list[str] = []

    def add(self, document: Document, learned: Learned, names: frozenset[Name]) -> None:
        """Count one text that was held out."""
        known = [mention.span for mention in close(document.text, names, document.language)]
        self.words += len(document.text.split())
        covered: dict[int, set[Gold]] = {}
        for at, finders in enumerate(((), (learned.tagger,) if learned.tagger else ())):
            mentions = detect(document.text, document.language, finders=finders)
            spans = [*known, *(mention.span for mention in mentions)]
            covered[at] = {g for g in identifying(document) if is_covered(span_of(g, document), document.text, spans)}
            self.false[at] += sum(not any(one.span.overlaps(gold_span(g)) for g in document.marked) for one in mentions)
        self.count(document, covered)
        new = sorted(covered[1] - covered[0])
        self.new += [f"{gold.type} {document.text[gold.start : gold.end]!r}" for gold in new]

    def count(self, document: Document, covered: dict[int, set[Gold]]) -> None:
        """The passages, and the entities all of whose passages were found."""
        entities = defaultdict(list)
        for gold in identifying(document):
            entities[gold.entity, gold.level].append(gold)
            self.all[gold.type] += 1
            for at in covered:
                self.found[gold.type][at] += gold in covered[at]
        for (_, level), golds in entities.items():
            self.all[f"entities {level}"] += 1
            for at in covered:
                self.found[f"entities {level}"][at] += set(golds) <= covered[at]

    def show(self) -> None:
        """Print them."""
        for name in (*TYPES, "entities D", "entities Q"):
            if self.all[name]:
                before, after = self.found[name]
                print(f"  {name:12} {before:5} -> {after:5} of {self.all[name]}")
        before, after = (1000 * number / self.words for number in self.false)
        print(f"  {'false':12} {before:5.1f} -> {after:5.1f} per 1,000 words ({self.words:,} words)")


def gold_span(gold: Gold) -> Span:
    """A marked passage as a whole."""
    return Span(gold.start, gold.end)


def learn_always(documents: list[Document]) -> tuple[Learned, bool]:
    """What is learned, and whether it would be switched on; without a switch, to see what it does anyway."""
    made = [decided(document) for document in documents]
    learned = learn(made)
    if learned.tagger:
        return learned, True
    tagger = train_on([Lesson(one) for one in made], seed=1)
    return replace(learned, tagger=tagger and replace(tagger, threshold=0.5)), False


def names_of(documents: list[Document]) -> frozenset[Name]:
    """The names decided in some texts."""
    return frozenset(name for document in documents for name in decided(document).names)


def held_out_in_turn(show: int) -> None:
    """Leave one interview out."""
    documents, counts, used = talk(), Counts(), 0
    interviews = [document for document in documents if not document.name.startswith("de")]
    for held in interviews:
        others = [document for document in documents if document is not held]
        learned, is_on = learn_always(others)
        used += is_on
        counts.add(held, learned, names_of(others))
    print(f"talk: {len(interviews)} interviews held out in turn; switched on for {used}")
    counts.show()
    print(*islice((f"    new: {one}" for one in counts.new), show), sep="\n")


def excerpts(show: int) -> None:
    """Learn from all interviews, count in short excerpts of others."""
    learned, is_on = learn_always(talk())
    counts = Counts()
    for part in ("held", "fresh"):
        for held in folder(ROOT / "benchmarks" / "excerpts" / part):
            if held.language == "de":
                counts.add(held, learned, frozenset())
    print(f"excerpts: on: {is_on}, threshold {learned.tagger.threshold if learned.tagger else None}; {learned}")
    counts.show()
    print(*islice((f"    new: {one}" for one in counts.new), show), sep="\n")


def curve(name: str, show: int) -> None:
    """Learn from more and more texts, count in the other half."""
    documents = sentences(name)
    half = len(documents) // 2
    for number in sizes(half):
        some, counts, began = documents[:number], Counts(), perf_counter()
        learned, is_on = learn_always(some)
        seconds = perf_counter() - began
        for held in documents[half:]:
            counts.add(held, learned, names_of(some))
        words = sum(len(document.text.split()) for document in some)
        print(f"{name}: {words:,} words in {number} texts, {learned.decisions} decisions, {seconds:.0f} s, "
              f"threshold {learned.tagger.threshold if learned.tagger else None}, on: {is_on}")  # fmt: skip
        counts.show()
    print(*islice((f"    new: {one}" for one in counts.new), show), sep="\n")


def sizes(most: int) -> Iterator[int]:
    """2, 4, 8 … and all."""
    number = 2
    while number < most:
        yield number
        number *= 2
    yield most


def main() -> None:
    """Read the arguments, measure the sets asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--set", choices=("talk", "excerpts", "germeval", "polish"), action="append")
    parser.add_argument("--show", type=int, default=0, help="print so many of the passages that only it found")
    arguments = parser.parse_args()
    for name in arguments.set or ("talk", "excerpts", "germeval"):
        if name == "talk":
            held_out_in_turn(arguments.show)
        elif name == "excerpts":
            excerpts(arguments.show)
        else:
            curve(name, arguments.show)


if __name__ == "__main__":
    main()
