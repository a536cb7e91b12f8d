"""How much is found when one form of each name has been accepted, and how often a word is hit that only looks like one.

    python benchmarks/closing.py [--show] [--scale]

`excerpts/closing/LANGUAGE.txt`: kind | type | accepted form | text, in which braces mark every form of the name. A form
counts only if every letter of it is covered; whatever is found outside the braces is a false hit. `nicknames.txt` is
measured with linking: proposed is a nickname that is found and either joined or noted as possibly that person's. False
hits over running talk: each bundled interview is closed with the names of all others that it does not mention.
"""

import argparse
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from interviews.anonymity import detect
from interviews.anonymity.entity import Occurrence
from interviews.anonymity.forms.closing import close
from interviews.anonymity.forms.remaining import Remaining
from interviews.anonymity.gazetteer import Name
from interviews.anonymity.linking.grouping import Group, Named
from interviews.anonymity.linking.link import link
from interviews.anonymity.mention import EntityType, Mention
from interviews.anonymity.words.names import load_names
from interviews.model import Span
from interviews.text import fold

sys.path.insert(0, str(Path(__file__).parent))
MATERIAL = Path(__file__).parent / "excerpts" / "closing"


class Row(NamedTuple):
    """A text with the stretches that are forms of the accepted names."""

    kind: str
    language: str
    names: tuple[Name, ...]
    text: str
    forms: tuple[tuple[int, int], ...]


def rows(folder: Path = MATERIAL) -> Iterator[Row]:
    """All rows of the tables."""
    for path in sorted(folder.glob("??.txt")):
        for kind, type_, names, text in _cells(path):
            accepted = tuple(Name(name, EntityType(type_)) for name in names.split(", "))
            yield Row(kind, path.stem, accepted, *_unmarked(text))


def nicknames(folder: Path = MATERIAL) -> Iterator[Row]:
    """The rows of nicknames, those of persons."""
    for language, name, text in _cells(folder / "nicknames.txt"):
        yield Row("nickname", language, (Name(name, EntityType.PER),), *_unmarked(f"{name} war da. {text}"))


def _cells(path: Path) -> Iterator[list[str]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split(" | ")


def _unmarked(marked: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    text, forms = "", []
    for piece in marked.split("{"):
        form, closed, rest = piece.partition("}")
        if closed:
            forms.append((len(text), len(text) + len(form)))
        text += form + rest
    return text, tuple(forms)


def closed(text: str, names: Sequence[Name], language: str) -> list[Mention]:
    """What a project finds of these names in a text: all forms, and whatever the leak check would call certain."""
    return [*close(text, names, language), *Remaining({name: {language} for name in names}).mentions(text)]


def missed(row: Row, found: Sequence[Mention]) -> list[str]:
    """The marked forms that are not covered letter by letter."""
    inside = {at for one in found for at in range(one.span.start, one.span.end)}
    return [
        row.text[start:end]
        for start, end in row.forms
        if any(row.text[at].isalnum() and at not in inside for at in range(start, end))
    ]


def false_hits(row: Row, found: Sequence[Mention]) -> list[str]:
    """What was found without touching a marked form."""
    places = {(one.span.start, one.span.end) for one in found}
    return [row.text[a:b] for a, b in sorted(places) if not any(start < b and a < end for start, end in row.forms)]


def proposed(row: Row, found: Sequence[Mention]) -> list[str]:
    """The nicknames that are found and joined to the person, or noted as possibly the person's."""
    whole_name = Mention(Span(0, len(row.names[0].text)), EntityType.PER, row.names[0].text, "given", "", 1.0)
    others = {one.span: one for one in found if not whole_name.span.overlaps(one.span)}
    ordered = [whole_name, *sorted(others.values(), key=lambda one: one.span)]
    named = [
        Named(Occurrence("t", one.span), one, row.text[: one.span.start], row.text[one.span.end :][:40],
              row.language, None, number)
        for number, one in enumerate(ordered)
    ]  # fmt: skip
    groups = link(named)
    whole = next((group for group in groups if any(_is_whole(one, row) for one in group.members)), None)
    return [row.text[a:b] for a, b in row.forms if whole and _is_proposed(a, b, groups, whole)]


def _is_whole(one: Named, row: Row) -> bool:
    return one.mention.text == row.names[0].text


def _is_proposed(start: int, end: int, groups: Sequence[Group], whole: Group) -> bool:
    for group in groups:
        if any(one.mention.span.start <= start and end <= one.mention.span.end for one in group.members):
            return group is whole or any(one in whole.members for one in (*group.could_be, *group.may_be))
    return False


def running_talk() -> Iterator[tuple[int, list[str]]]:
    """Words and false hits of each bundled interview, given all names of the others that it does not mention."""
    from marked_texts import bundled

    documents = list(bundled())
    for document in documents:
        own = {word for gold in document.marked for word in fold(document.text[gold.start : gold.end]).split()}
        names = {
            Name(other.text[gold.start : gold.end], EntityType(gold.type))
            for other in documents
            if other is not document
            for gold in other.marked
            if gold.type in ("PER", "LOC", "ORG")
        }
        foreign = [
            name
            for name in sorted(names, key=lambda name: (name.text, name.type))
            if own.isdisjoint(fold(name.text).split())
        ]
        marked = [(gold.start, gold.end) for gold in document.marked]
        row = Row("talk", document.language, tuple(foreign), document.text, tuple(marked))
        yield len(document.text.split()), false_hits(row, closed(row.text, row.names, row.language))


def scale(transcripts: int, entities: int, words: int = 8_000) -> float:
    """CPU seconds of closing so many made-up persons over so many transcripts of the bundled German talk."""
    from marked_texts import bundled

    talk = " ".join(document.text for document in bundled() if document.language == "de").split()
    listed = load_names()
    given, family = sorted(listed.given - listed.family), sorted(listed.family - listed.given)
    names = [
        Name(f"{given[7 * number % len(given)]} {family[11 * number % len(family)]}".title(), EntityType.PER)
        for number in range(entities)
    ]
    close("Anna war in Köln.", names, "de")
    began = time.process_time()
    for number in range(transcripts):
        at = 97 * number % len(talk)
        row = [*talk[at:], *talk, *talk][:words]
        row += [f"{names[(number + step) % entities].text}s Haus." for step in range(20)]
        close(" ".join(row), names, "de")
    return time.process_time() - began


def main() -> None:
    """Measure and print every table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--show", action="store_true", help="print what is missed and what is hit wrongly")
    parser.add_argument("--folder", type=Path, default=MATERIAL)
    parser.add_argument("--scale", action="store_true", help="measure the time over many transcripts instead")
    arguments = parser.parse_args()
    for transcripts, entities in ((10, 300), (25, 300), (100, 300), (25, 1200)) if arguments.scale else ():
        print(f"{entities} entities, {transcripts} transcripts: {scale(transcripts, entities):.1f} CPU seconds")
    if arguments.scale:
        return
    detect("Anna wohnt in Köln.", "de")
    forms, lost, wrong = Counter[str](), defaultdict[str, list[str]](list), defaultdict[str, list[str]](list)
    for row in rows(arguments.folder):
        found = closed(row.text, row.names, row.language)
        forms[row.kind] += len(row.forms)
        lost[row.kind] += [f"{row.language} {row.names[0].text}: {form}" for form in missed(row, found)]
        wrong[row.kind] += [f"{row.language} {row.names[0].text}: {form}" for form in false_hits(row, found)]
    for kind in forms:
        print(f"{kind}: {forms[kind] - len(lost[kind])} of {forms[kind]} forms, {len(wrong[kind])} false hits")
        if arguments.show:
            print(
                "".join(f"    missed {one}\n" for one in lost[kind])
                + "".join(f"    false {one}\n" for one in wrong[kind]),
                end="",
            )
    missing = sum(map(len, lost.values()))
    print(f"all: {forms.total() - missing} of {forms.total()} forms, {sum(map(len, wrong.values()))} false hits")
    everything = list(nicknames(arguments.folder)) if (arguments.folder / "nicknames.txt").exists() else []
    noted = [(row, proposed(row, closed(row.text, row.names, row.language))) for row in everything]
    print(f"nicknames proposed: {sum(len(one) for _, one in noted)} of {sum(len(row.forms) for row in everything)}")
    for row, found in noted if arguments.show else ():
        if len(found) < len(row.forms):
            print("    not", row.language, row.names[0].text, [row.text[a:b] for a, b in row.forms])
    began = time.perf_counter()
    talk = list(running_talk())
    words, hits = sum(count for count, _ in talk), [hit for _, hits in talk for hit in hits]
    print(f"talk: {len(hits)} false hits in {words:,} words: {10_000 * len(hits) / words:.1f} per 10,000", end="")
    print(f" ({time.perf_counter() - began:.1f} s)", Counter(hits).most_common(60) if arguments.show else "")


if __name__ == "__main__":
    main()
