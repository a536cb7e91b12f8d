"""How much of what identifies people is found: recall by mention, entity and document, precision, review load, speed.

    python benchmarks/anonymization.py [--set challenge|bundled|fresh2|late2|late3|tab|grascco|germeval|polish]
                                       [--folder DIR] [--beside] [--show N]

A folder holds `<language><anything>.marked.txt` files in the markup of corpora/ankunft. `--beside` measures other
tools, too.

A mention counts only if every letter of it is covered (titles such as "Frau" aside); an entity only if all its mentions
are; a proposed span counts as right if it touches any marked one, a group of spans if one of them does. Each text is
searched alone. Misses are shown of our own sets, `late`, `late2` and `late3` aside, and of the open halves of others
only; without `--set`, these three are not counted either.
"""

import argparse
import os
import re
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path

from detectors import Detector, Found, installed
from marked_texts import COUNTED, HALVED, READERS, Document, Gold, folder, halves

from interviews.anonymity.entity import Occurrence
from interviews.anonymity.linking.grouping import Group, Named
from interviews.anonymity.linking.link import link
from interviews.anonymity.mention import EntityType, Mention
from interviews.model import Span

IGNORED = re.compile(
    r"(?:Herrn?|Frau|Mrs?|Ms|Miss|Dr|Prof|[Pp]ani?|[Pp]ana|[Pp]anem|[Pp]anią|[Pp]anu|Familie"
    r"|Imam|Hodscha|no|nr|about|am|and|of|the|in|at|on|roku|ulicy|ul|dat|Councillor"
    r"|\W+)(?:[\s.]+|$)"
)
START = """
import time
began = time.process_time()
from interviews.anonymity.finders.detection import detect
loaded = time.process_time()
detect("Anna wohnt in Köln.", "{language}")
print(f"{{loaded - began:.2f}} {{time.process_time() - loaded:.2f}}")
"""


def is_covered(gold: Gold, text: str, found: list[Found]) -> bool:
    """Whether every letter of a marked passage is inside what was found, titles aside."""
    start = gold.start
    while (ignored := IGNORED.match(text, start, gold.end)) and ignored.end() < gold.end:
        start = ignored.end()
    inside = set()
    for one in found:
        inside.update(range(max(one.start, start), min(one.end, gold.end)))
    return all(at in inside or not text[at].isalnum() for at in range(start, gold.end))


class Score:
    """What one set yields, collected document by document."""

    def __init__(self) -> None:
        self.hits: dict[str, list[bool]] = defaultdict(list)
        self.entities: dict[tuple[str, str, str], list[bool]] = defaultdict(list)
        self.missed: list[str] = []
        self.false: list[str] = []
        self.right = self.proposed = self.clean = 0
        self.characters = self.characters_right = 0
        self.words = self.groups = self.false_groups = 0

    def add(self, document: Document, found: list[Found]) -> None:
        """Count one document."""
        lost = [gold for gold in document.marked if not self._count(document, gold, found) and gold.level != "N"]
        self.missed += [_around(document, gold.type, gold.start, gold.end) for gold in lost]
        self.clean += not any(gold.level == "D" for gold in lost)
        marked = {at for gold in document.marked for at in range(gold.start, gold.end)}
        for one in found:
            touches = not marked.isdisjoint(range(one.start, one.end))
            self.proposed += 1
            self.right += touches
            if not touches:
                self.false.append(_around(document, f"{one.type} {one.why}", one.start, one.end))
        letters = {at for one in found for at in range(one.start, one.end) if document.text[at].isalnum()}
        self.characters += len(letters)
        self.characters_right += len(letters & marked)

    def add_groups(self, document: Document, found: list[Found]) -> None:
        """Count what a person would have to judge: the groups that linking makes of the spans."""
        groups = link_all(document, found)
        self.words += len(document.text.split())
        self.groups += len(groups)
        self.false_groups += sum(not any(_touches(document, member) for member in group.members) for group in groups)

    def _count(self, document: Document, gold: Gold, found: list[Found]) -> bool:
        hit = is_covered(gold, document.text, found)
        if gold.level == "N":
            self.hits[f"{gold.type}, not to hide"].append(hit)
            return hit
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
        _print_part("precision of spans", self.right, self.proposed)
        _print_part("precision of characters", self.characters_right, self.characters)
        print(f"  {'documents without a miss':24} {self.clean:5}/{documents}  (direct identifiers)")
        if self.words:
            each, false = (1000 * count / self.words for count in (self.groups, self.false_groups))
            print(f"  {'groups to judge':24} {each:5.0f} per 1,000 words, {false:.0f} of them false")
        for title, passages in (("missed", self.missed), ("false", self.false)):
            for passage in passages[:lines]:
                print(f"    {title}: {passage}")


def link_all(document: Document, found: list[Found]) -> list[Group]:
    """The groups that our linking makes of spans with our types."""
    text, named = document.text, []
    for number, one in enumerate(sorted(found)):
        span = Span(one.start, one.end)
        mention = Mention(span, EntityType(one.type), span.of(text), one.why, "", one.score)
        around = text[max(0, one.start - 120) : one.start], text[one.end : one.end + 40]
        named.append(Named(Occurrence(document.name, span), mention, *around, document.language, order=number))
    return link(named)


def _touches(document: Document, named: Named) -> bool:
    span = named.mention.span
    return any(gold.start < span.end and span.start < gold.end for gold in document.marked)


def _print_share(name: str, results: list[bool]) -> None:
    _print_part(name, sum(results), len(results))


def _print_part(name: str, part: int, whole: int) -> None:
    if whole:
        print(f"  {name:24} {part:5}/{whole:<5} {100 * part / whole:5.1f} %")


def _around(document: Document, kind: str, start: int, end: int) -> str:
    text = document.text
    return f"{document.name} {kind} {text[max(0, start - 35) : start]!r}>>{text[start:end]!r}<<{text[end : end + 20]!r}"


def evaluate(documents: list[Document], detector: Detector, lines: int, *, has_our_types: bool) -> None:
    """Measure and print one set with one detector."""
    detector("Anna wohnt in Köln.")  # lists and dictionaries are loaded once, not measured
    began = time.process_time()
    results = [detector(document.text) for document in documents]
    seconds = time.process_time() - began
    score = Score()
    for document, found in zip(documents, results, strict=True):
        score.add(document, found)
        if has_our_types:
            score.add_groups(document, found)
    characters = sum(len(document.text) for document in documents)
    print(f"{len(documents)} documents, {characters:,} characters, {characters / seconds:,.0f} characters/CPU second")
    score.show(len(documents), lines)


def show_start(language: str) -> None:
    """Print how many CPU seconds a new program takes until it has searched its first sentence.

    The second run counts: the first one compiles the package, as installing it does.
    """
    with tempfile.TemporaryDirectory() as compiled:
        kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        for _ in range(2):
            run = subprocess.run(
                [sys.executable, "-c", START.format(language=language)],
                env=kept | {"PYTHONPYCACHEPREFIX": compiled},
                capture_output=True,
                text=True,
                check=True,
            )
    taken = run.stdout.split()
    print(f"start ({language}): {taken[0]} CPU seconds to import, {taken[1]} to the first result")


def main() -> None:
    """Read the arguments, evaluate the sets asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--set", choices=tuple(READERS), action="append")
    parser.add_argument("--folder", type=Path, help="measure the marked files in this folder instead")
    parser.add_argument("--beside", action="store_true", help="measure the other tools that are installed, too")
    parser.add_argument("--show", type=int, default=0, help="print so many missed and false passages")
    arguments = parser.parse_args()
    readers = dict(READERS)
    if arguments.folder:
        readers = {arguments.folder.name: lambda: folder(arguments.folder)}
    for language in ("de", "en", "pl"):
        show_start(language)
    for name in arguments.set or [name for name in readers if arguments.folder or name not in COUNTED]:
        for part, documents in halves(name, list(readers[name]())):
            is_closed = name in COUNTED or (name in HALVED and "closed" in part)
            lines = 0 if is_closed else arguments.show
            for language in sorted({document.language for document in documents}):
                texts = [document for document in documents if document.language == language]
                for tool, make in installed(beside=arguments.beside).items():
                    print(f"{part} ({language}), {tool}")
                    evaluate(texts, make(language), lines, has_our_types=tool == "ours")


if __name__ == "__main__":
    main()
