"""Texts in which somebody marked what identifies people; sets of others are read from ../shared/data where present.

Sets of others have two halves: `open`, whose misses may be read to improve the rules, and `closed`, which is only
counted. So are the sets named in COUNTED.
"""

import json
import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from interviews.anonymity.words.towns import is_too_large
from interviews.text import fold

ROOT = Path(__file__).resolve().parents[1]
SETS = ROOT.parent / "shared" / "data" / "anonymize"
GOLD = ROOT / "corpora" / "ankunft" / "gold"
EXCERPTS = ROOT / "benchmarks" / "excerpts"
MARKED = re.compile(r"\{([A-Z]+):(\w+)\|([DQN])\|([^{}|]+)\}")
# Sentences that newspapers and encyclopedias took from anywhere; so many make a text of the length of an excerpt.
SENTENCES = 40


class Gold(NamedTuple):
    """A marked passage: direct (D) or quasi (Q) identifier, or not to be replaced (N)."""

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
        marked = [
            Gold(
                each["start_offset"], each["end_offset"], types.get(each["entity_type"], each["entity_type"]),
                str(each["entity_id"]), levels[each["identifier_type"]],
            )
            for each in entry["entities"]
        ]  # fmt: skip
        yield Document(entry["metadata"]["data_id"], "en", entry["text"], marked)


def grascco() -> Iterator[Document]:
    """Invented clinical letters."""
    for line in (SETS / "grascco_phi" / "grascco_32.jsonl").read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        marked = []
        for start, end, type_ in entry["entities"]:
            words = re.sub(r"\s+", " ", entry["text"][start:end]).casefold()
            level = "D" if type_.startswith("NAME") and "TITLE" not in type_ else "Q"
            marked.append(Gold(start, end, type_, f"{type_}:{words}", level))
        yield Document(entry["doc"], "de", entry["text"], marked)


def germeval() -> Iterator[Document]:
    """Sentences of German newspapers and the Wikipedia (GermEval 2014, development part, outer names)."""
    return _of_sentences("germeval", "de", SETS / "germeval14" / "NER-de-dev.tsv", word=1, label=2)


def polish() -> Iterator[Document]:
    """Sentences of the Polish Wikipedia (WikiNEuRal, validation part)."""
    return _of_sentences("polish", "pl", SETS / "wikineural" / "pl.val.conllu", word=1, label=2)


def _of_sentences(name: str, language: str, path: Path, *, word: int, label: int) -> Iterator[Document]:
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    sentences = [list(group) for is_full, group in groupby(rows, key=lambda row: len(row) > label) if is_full]
    for at in range(0, len(sentences), SENTENCES):
        text, marked = "", []
        for sentence in sentences[at : at + SENTENCES]:
            spoken, found = _sentence([(row[word], row[label].strip()) for row in sentence], language)
            marked += [each._replace(start=each.start + len(text), end=each.end + len(text)) for each in found]
            text += spoken + "\n"
        yield Document(f"{name}-{at:04}", language, text, marked)


def _sentence(tokens: Iterable[tuple[str, str]], language: str) -> tuple[str, list[Gold]]:
    """The sentence as people write it, and its names; countries and continents are no secret (N)."""
    text, is_open, begun = "", False, list[tuple[int, int, str]]()
    for token, label in tokens:
        closes = token in (".", ",", ";", ":", "!", "?", ")", "”", "…") or (token in ('"', "“") and is_open)
        text += "" if not text or closes or text.endswith(("(", "„")) or (is_open and text.endswith('"')) else " "
        is_open = not is_open if token in ('"', "“", "„", "”") else is_open
        if label.startswith("I-") and begun:
            begun[-1] = (begun[-1][0], len(text) + len(token), begun[-1][2])
        elif label != "O":
            begun.append((len(text), len(text) + len(token), label[2:]))
        text += token
    return text, [_name(text, start, end, type_, language) for start, end, type_ in begun]


def _name(text: str, start: int, end: int, type_: str, language: str) -> Gold:
    words = fold(text[start:end])
    is_identifying = type_ in ("PER", "LOC") and not is_too_large(words)
    level = "N" if not is_identifying else "D" if type_ == "PER" else "Q"
    return Gold(start, end, type_, f"{language}:{type_}:{words}:{start}", level)


READERS = {
    "challenge": challenge,
    "bundled": bundled,
    "fresh2": lambda: folder(EXCERPTS / "fresh2"),
    "late2": lambda: folder(EXCERPTS / "late2"),
    "late3": lambda: folder(EXCERPTS / "late3"),
    "tab": tab,
    "grascco": grascco,
    "germeval": germeval,
    "polish": polish,
}
HALVED = frozenset({"tab", "grascco", "germeval", "polish"})
COUNTED = frozenset({"late", "late2", "late3"})
"""Excerpts of which nobody who works on the rules reads a text or a miss."""


def halves(name: str, documents: list[Document]) -> Iterator[tuple[str, list[Document]]]:
    """The documents of a set of others in two halves, those of our own as a whole."""
    if name not in HALVED:
        yield name, documents
        return
    middle = (len(documents) + 1) // 2
    yield f"{name}, open half", documents[:middle]
    yield f"{name}, closed half", documents[middle:]
