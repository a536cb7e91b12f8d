"""Invent a study of any size: transcripts with speakers, cases, participants, a codebook and codings.

    python benchmarks/generate.py --into DIR --transcripts 100 --words 8000 --codings 20000

The words are those of the bundled German interviews and compounds of them, drawn by Zipf's law; the same arguments give
the same bytes. What is said makes no sense, and nobody is in it.
"""

import argparse
import csv
import random
import re
from collections import Counter
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

import yaml

import interviews as iv
from interviews.model import Code, Codebook, Coding, Participant, Role, Span, Speaker, Transcript, Turn

GOLD = Path(__file__).resolve().parents[1] / "corpora" / "ankunft" / "gold"
GERMAN = ("hafenstadt-*.marked.txt", "revierstadt-*.marked.txt")
MARKED = re.compile(r"\{[^{}]*\}")  # whatever identifies somebody stays out
TYPES, COMPOUNDED = 30_000, 300
CASES, THEMES, SUBCODES = 10, 10, 5
CODERS = ("anna", "ben", "cem")
SITTING = 500
AGREEING = 0.7
"""The share of passages that any one coder marks."""


class Passage(NamedTuple):
    """A coding over the text as it is in the file, positions in code points."""

    transcript: str
    start: int
    end: int
    code: str
    coder: str


class Words:
    """Draws words, the most common ones first."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        text = " ".join(MARKED.sub(" ", path.read_text("utf-8")) for glob in GERMAN for path in sorted(GOLD.glob(glob)))
        counted = Counter(re.findall(r"\b[a-zäöüß]{2,}\b|\b[A-ZÄÖÜ][a-zäöüß]{2,}\b", text))
        common = sorted(counted, key=lambda word: (-counted[word], word))
        nouns = [word for word in common if word[0].isupper() and len(word) > 4 and counted[word.lower()] == 0]
        self._words = common + _compounds(nouns[:COMPOUNDED], TYPES - len(common), chance)
        self._weights = list(accumulate(1 / (rank + 2.7) for rank in range(len(self._words))))

    def sentence(self, length: int) -> str:
        """So many words with a capital letter in front, a comma here and there, and a full stop."""
        words = self._chance.choices(self._words, cum_weights=self._weights, k=length)
        words[0] = words[0][0].upper() + words[0][1:]
        return ", ".join(" ".join(words[at : at + 7]) for at in range(0, length, 7)) + "."


def _compounds(nouns: list[str], wanted: int, chance: random.Random) -> list[str]:
    pairs = [first + second.lower() for first in nouns for second in nouns if first != second]
    return chance.sample(sorted(set(pairs)), wanted)


def write_text(words: Words, length: int, chance: random.Random) -> tuple[str, list[tuple[int, int]]]:
    """A conversation of about `length` words, and where in it the answers are."""
    parts, answers, at, left = [], [], 0, length
    while left > 0:
        for label, sentences in (("I", chance.randint(1, 2)), ("B", chance.randint(2, 12))):
            lengths = [chance.randint(4, 20) for _ in range(sentences)]
            speech = " ".join(map(words.sentence, lengths))
            if label == "B":
                answers.append((at + 3, at + 3 + len(speech)))
            parts.append(f"{label}: {speech}\n\n")
            at += len(parts[-1])
            left -= sum(lengths)
    return "".join(parts), answers


def code_texts(texts: dict[str, tuple[str, list[tuple[int, int]]]], count: int, chance: random.Random) -> list[Passage]:
    """So many codings, from a phrase to a whole turn; coders share passages, with borders of their own."""
    codes = [path for path, _ in codebook_paths()]
    weights = list(accumulate(1 / (rank + 1) for rank in range(len(codes))))
    chance.shuffle(codes)
    codings: list[Passage] = []
    names = sorted(texts)
    while len(codings) < count:
        name = chance.choice(names)
        text, answers = texts[name]
        first, last = chance.choice(answers)
        (code,) = chance.choices(codes, cum_weights=weights)
        whole = chance.random() < 0.3
        length = last - first if whole else min(last - first, chance.randint(30, 600))
        start = chance.randint(first, last - length)
        for coder in CODERS:
            if chance.random() < AGREEING:
                moved = 0 if whole else chance.randint(0, 10)
                codings.append(Passage(name, _word_start(text, start + moved, first), start + length, code, coder))
    return sorted(codings[:count])


def _word_start(text: str, at: int, first: int) -> int:
    return max(first, text.rfind(" ", first, at) + 1)


def codebook_paths() -> list[tuple[str, str]]:
    """Paths and definitions of the codes: themes, each with its sub-codes."""
    themes = [f"Thema {letter}" for letter in "ABCDEFGHIJ"[:THEMES]]
    return [
        (path, f"Was zu {path} gehört.")
        for theme in themes
        for path in (theme, *(f"{theme}/Aspekt {number}" for number in range(1, SUBCODES + 1)))
    ]


def _write_codebook(path: Path) -> None:
    themes: list[dict[str, object]] = []
    for code, definition in codebook_paths():
        theme, _, name = code.partition("/")
        entry: dict[str, object] = {"name": name or theme, "definition": definition}
        if name:
            themes[-1].setdefault("codes", []).append(entry)  # type: ignore[attr-defined]
        else:
            themes.append(entry)
    book = {"codebook": "invented", "version": 1, "language": "de", "codes": themes}
    path.write_text(yaml.safe_dump(book, allow_unicode=True, sort_keys=False), encoding="utf-8")


def _write_table(path: Path, header: tuple[str, ...], rows: list[tuple[object, ...]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([header, *rows])


def write_study(into: Path, transcripts: int, words: int, codings: int, seed: int = 1) -> None:
    """Write texts/CASE/NAME.txt, texts/participants.csv, codebook.yaml and codings.csv into a folder."""
    chance = random.Random(seed)
    vocabulary = Words(chance)
    texts = {f"interview-{number:03d}": write_text(vocabulary, words, chance) for number in range(1, transcripts + 1)}
    people: list[tuple[object, ...]] = []
    for number, (name, (text, _)) in enumerate(texts.items()):
        folder = into / "texts" / f"ort-{number % CASES + 1:02d}"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{name}.txt").write_text(text, encoding="utf-8", newline="\n")
        consent = "publication" if number % 5 else "team"
        people.append((name, "B", f"P{number + 1:03d}", ("resident", "local actor")[number % 3 == 0], consent))
    _write_table(
        into / "texts" / "participants.csv", ("transcript", "speaker", "participant", "group", "consent"), people
    )
    _write_codebook(into / "codebook.yaml")
    marked: list[tuple[object, ...]] = [tuple(passage) for passage in code_texts(texts, codings, chance)]
    _write_table(into / "codings.csv", Passage._fields, marked)


def fill_project(project: iv.Project, transcripts: int, words: int, codings: int, seed: int = 1) -> None:
    """Save the same study as anonymized texts straight into a project's store, without a vault; for very many codings.

    Coders have coded one after the other, in sittings of some hundred codings.
    """
    chance = random.Random(seed)
    vocabulary = Words(chance)
    made = {f"interview-{number:04d}": write_text(vocabulary, words, chance) for number in range(1, transcripts + 1)}
    records = {name: _record(name, number, text) for number, (name, (text, _)) in enumerate(made.items())}
    attributes = {"group": ("resident", "local actor"), "age": ("18-29", "30-44", "45-64", "65+")}
    people = [
        Participant(f"P{number + 1:04d}", None, {name: chance.choice(values) for name, values in attributes.items()})
        for number in range(transcripts)
    ]
    codes = tuple(Code(path, definition) for path, definition in codebook_paths())
    project.store.add_participants(people, author="invented")
    project.store.add_codebook(Codebook("invented", 1, codes), author="invented")
    project.store.add_transcripts(records.values(), author="invented")
    passages = code_texts(made, codings, chance)
    chance.shuffle(passages)
    passages.sort(key=lambda passage: passage.coder)
    for at in range(0, len(passages), SITTING):
        project.store.add_codings(
            (
                Coding(records[one.transcript].id, Span(one.start, one.end), one.code, one.coder, codebook_version=1)
                for one in passages[at : at + SITTING]
            ),
            author="invented",
        )


def _record(name: str, number: int, text: str) -> Transcript:
    turns = []
    for turn, found in enumerate(re.finditer(r"^([IB]): (.*)$", text, re.MULTILINE), 1):
        role = Role.INTERVIEWER if found[1] == "I" else Role.INTERVIEWEE
        turns.append(Turn(turn, Span(*found.span(2)), found[1], role, Span(found.start(1), found.end(1) + 1)))
    speakers = (Speaker("I", Role.INTERVIEWER), Speaker("B", Role.INTERVIEWEE, f"P{number + 1:04d}"))
    case = f"ort-{number % CASES + 1:02d}"
    return Transcript(name, text, tuple(turns), speakers, case=case, version=1)


def main() -> None:
    """Read the arguments, write the study."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--into", type=Path, required=True)
    parser.add_argument("--transcripts", type=int, default=100)
    parser.add_argument("--words", type=int, default=8000, help="in each transcript")
    parser.add_argument("--codings", type=int, default=20_000, help="altogether")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    write_study(arguments.into, arguments.transcripts, arguments.words, arguments.codings, arguments.seed)
    files = sorted(arguments.into.rglob("*.txt"))
    print(f"{len(files)} transcripts, {sum(file.stat().st_size for file in files) / 1e6:.1f} MB in {arguments.into}")


if __name__ == "__main__":
    main()
