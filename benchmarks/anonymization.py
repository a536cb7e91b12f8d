"""How much of what identifies people is found: recall by mention, entity and document, precision, speed.

    python benchmarks/anonymization.py [--set challenge|tab|grascco|bundled] [--folder DIR] [--show N]

A folder holds `<language><anything>.marked.txt` files in the markup of corpora/ankunft.

A mention counts only if every letter of it is covered (titles such as "Frau" aside); an entity only if all its mentions
are; a proposed span counts as right if it touches any marked one. The sets are read from ../shared/data where present.
"""

import argparse
import json
import re
import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from interviews.anonymity.detection import detect
from interviews.anonymity.mention import Mention

ROOT = Path(__file__).resolve().parents[1]
SETS = ROOT.parent / "shared" / "data" / "anonymize"
GOLD = ROOT / "corpora" / "ankunft" / "gold"
MARKED = re.compile(r"\{([A-Z]+):(\w+)\|([DQN])\|([^{}|]+)\}")
IGNORED = re.compile(
    r"(?:Herrn?|Frau|Mrs?|Ms|Miss|Dr|Prof|[Pp]ani?|[Pp]ana|[Pp]anem|[Pp]anią|[Pp]anu|Familie"
    r"|Imam|Hodscha|no|nr|about|am|and|of|the|in|at|on|roku|ulicy|ul|dat|Councillor"
    r"|\W+)(?:[\s.]+|$)"
)


class Gold(NamedTuple):
    """A marked passage."""

    start: int
    end: int
    type: str
    entity: str
    level: str


class Document(NamedTuple):
    """A text with what is marked in it."""

    name: str
    language: str
    text: str
    marked: list[Gold]


def challenge() -> Iterator[Document]:
    """The invented, adversarial excerpts."""
    for path in sorted((SETS / "challenge").glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            entry = json.loads(line)
            marked = [
                Gold(start, end, type_, f"{entity}", level) for start, end, type_, entity, level in entry["entities"]
            ]
            yield Document(entry["doc"], entry["doc"][:2], entry["text"], marked)


def bundled() -> Iterator[Document]:
    """The interviews that come with the package."""
    for path in sorted(GOLD.glob("*.marked.txt")):
        yield _marked(path, {"borough": "en", "miasto": "pl"}.get(path.name.rsplit("-", 1)[0], "de"))


def folder(path: Path) -> Iterator[Document]:
    """Marked files of one's own, the language in the first two letters of their names."""
    for each in sorted(path.glob("*.marked.txt")):
        yield _marked(each, each.name[:2])


def _marked(path: Path, language: str) -> Document:
    raw, text, marked, at = path.read_text(encoding="utf-8"), "", [], 0
    for match in MARKED.finditer(raw):
        text += raw[at : match.start()]
        marked.append(Gold(len(text), len(text) + len(match[4]), match[1], match[2], match[3]))
        text, at = text + match[4], match.end()
    return Document(path.name.removesuffix(".marked.txt"), language, text + raw[at:], marked)


def tab() -> Iterator[Document]:
    """Judgments of the Text Anonymization Benchmark, one annotator each."""
    levels = {"DIRECT": "D", "QUASI": "Q", "NO_MASK": "N"}
    types = {"PERSON": "PER", "CODE": "ID", "DATETIME": "DATE"}
    for line in (SETS / "tab" / "tab_100.jsonl").read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        marked = list(_tab_mentions(entry, levels, types))
        yield Document(entry["metadata"]["data_id"], "en", entry["text"], marked)


def _tab_mentions(entry: dict, levels: dict[str, str], types: dict[str, str]) -> Iterator[Gold]:
    for entity in entry["entities"]:
        yield Gold(
            entity["start_offset"], entity["end_offset"], types.get(entity["entity_type"], entity["entity_type"]),
            str(entity["entity_id"]), levels[entity["identifier_type"]],
        )  # fmt: skip


def grascco() -> Iterator[Document]:
    """Invented clinical letters."""
    for line in (SETS / "grascco_phi" / "grascco_32.jsonl").read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        spans = entry["entities"]
        marked = []
        for span in spans:
            start, end, type_ = span
            words = re.sub(r"\s+", " ", entry["text"][start:end]).casefold()
            level = "D" if type_.startswith("NAME") and "TITLE" not in type_ else "Q"
            marked.append(Gold(start, end, type_, f"{type_}:{words}", level))
        yield Document(entry["doc"], "de", entry["text"], marked)


def covered(gold: Gold, text: str, found: list[tuple[int, int]]) -> bool:
    """Whether every letter of a marked passage is inside what was found, titles aside."""
    start = gold.start
    while (ignored := IGNORED.match(text, start, gold.end)) and ignored.end() < gold.end:
        start = ignored.end()
    inside = set()
    for one, other in found:
        inside.update(range(max(one, start), min(other, gold.end)))
    return all(at in inside or not text[at].isalnum() for at in range(start, gold.end))


class Score:
    """What one set yields, collected document by document."""

    def __init__(self) -> None:
        self.hits: dict[str, list[bool]] = defaultdict(list)
        self.entities: dict[tuple[str, str, str], list[bool]] = defaultdict(list)
        self.missed: list[str] = []
        self.false: list[str] = []
        self.right = self.proposed = self.clean = 0

    def add(self, document: Document, mentions: list[Mention]) -> None:
        """Count one document."""
        found = [(mention.span.start, mention.span.end) for mention in mentions]
        lost = [gold for gold in document.marked if gold.level != "N" and not self._count(document, gold, found)]
        self.missed += [_around(document, gold.type, gold.start, gold.end) for gold in lost]
        self.clean += not any(gold.level == "D" for gold in lost)
        for start, end, mention in ((m.span.start, m.span.end, m) for m in mentions):
            touches = any(gold.start < end and start < gold.end for gold in document.marked)
            self.proposed += 1
            self.right += touches
            if not touches:
                self.false.append(_around(document, f"{mention.type} {mention.finder}", start, end))

    def _count(self, document: Document, gold: Gold, found: list[tuple[int, int]]) -> bool:
        hit = covered(gold, document.text, found)
        for key in (gold.type, "all", f"level {gold.level}"):
            self.hits[key].append(hit)
        self.entities[document.name, gold.entity, gold.level].append(hit)
        return hit

    def show(self, documents: int, lines: int) -> None:
        """Print the shares, and so many of the passages missed and falsely proposed."""
        for key in ("PER", "all", *sorted(set(self.hits) - {"PER", "all"})):
            _print_share(key, self.hits.get(key, []))
        for level, word in (("D", "direct entities"), ("Q", "quasi entities")):
            _print_share(word, [all(found) for (_, _, each), found in self.entities.items() if each == level])
        _print_share("precision of spans", [True] * self.right + [False] * (self.proposed - self.right))
        print(f"  {'documents without a miss':24} {self.clean:5}/{documents}  (direct identifiers)")
        for title, passages in (("missed", self.missed), ("false", self.false)):
            for passage in passages[:lines]:
                print(f"    {title}: {passage}")


def _print_share(name: str, results: list[bool]) -> None:
    if results:
        print(f"  {name:24} {sum(results):5}/{len(results):<5} {100 * sum(results) / len(results):5.1f} %")


def _around(document: Document, kind: str, start: int, end: int) -> str:
    text = document.text
    return f"{document.name} {kind} {text[max(0, start - 35) : start]!r}>>{text[start:end]!r}<<{text[end : end + 20]!r}"


def evaluate(documents: list[Document], lines: int) -> None:
    """Measure and print one set."""
    detect("Anna wohnt in Köln.", documents[0].language)  # lists and dictionaries are loaded once, not measured
    began = time.perf_counter()
    results = [detect(document.text, document.language) for document in documents]
    seconds = time.perf_counter() - began
    score = Score()
    for document, mentions in zip(documents, results, strict=True):
        score.add(document, mentions)
    characters = sum(len(document.text) for document in documents)
    print(f"{len(documents)} documents, {characters:,} characters, {characters / seconds:,.0f} characters/s")
    score.show(len(documents), lines)


def main() -> None:
    """Read the arguments, evaluate the sets asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--set", choices=("challenge", "tab", "grascco", "bundled"), action="append")
    parser.add_argument("--folder", type=Path, help="measure the marked files in this folder instead")
    parser.add_argument("--show", type=int, default=0, help="print so many missed and false passages")
    arguments = parser.parse_args()
    readers = {"challenge": challenge, "bundled": bundled, "tab": tab, "grascco": grascco}
    if arguments.folder:
        readers = {arguments.folder.name: lambda: folder(arguments.folder)}
    for name in arguments.set or readers:
        documents = list(readers[name]())
        for language in sorted({document.language for document in documents}):
            print(f"{name} ({language})")
            evaluate([document for document in documents if document.language == language], arguments.show)


if __name__ == "__main__":
    main()
