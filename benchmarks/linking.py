"""Pairwise precision and recall of linking, on gold mentions of annotated interviews.

    python benchmarks/linking.py FILE.jsonl …

Each line: {"doc", "text", "entities": [[start, end, type, entity, class]]}. A pair is two mentions in one document.
"""

import json
import sys
from itertools import combinations
from pathlib import Path

from interviews.anonymity.entity import Occurrence
from interviews.anonymity.grouping import Named
from interviews.anonymity.link import link
from interviews.anonymity.mention import EntityType, Mention
from interviews.model import Span


def named(record: dict, types: set[str]) -> list[tuple[Named, str]]:
    """The gold mentions of one document with the entities they belong to."""
    found = []
    for number, gold in enumerate(sorted(record["entities"])):
        start, end, entity_type, entity, _ = gold
        if entity_type not in types:
            continue
        span = Span(start, end)
        text = record["text"]
        mention = Mention(span, EntityType(entity_type), span.of(text), "gold", "", 1.0)
        before = text[max(0, span.start - 100) : span.start]
        after = text[span.end : span.end + 40]
        one = Named(Occurrence(record["doc"], span), mention, before, after, record["doc"][:2], order=number)
        found.append((one, entity))
    return found


def pairs(files: list[Path], types: set[str], *, show: bool = False) -> tuple[int, int, int]:
    """Pairs joined rightly, joined at all, and to be joined."""
    right = joined = wanted = 0
    for record in (json.loads(line) for file in files for line in file.read_text(encoding="utf-8").splitlines()):
        gold = {one.occurrence: entity for one, entity in named(record, types)}
        words = {one.occurrence: one.mention.text for one, _ in named(record, types)}
        group = {
            member.occurrence: number
            for number, made in enumerate(link(one for one, _ in named(record, types)))
            for member in made.members
        }
        for a, b in combinations(gold, 2):
            same, together = gold[a] == gold[b], group[a] == group[b]
            right, joined, wanted = right + (same and together), joined + together, wanted + same
            if show and same != together:
                print(record["doc"], "wrongly joined" if together else "not joined", words[a], "|", words[b])
    return right, joined, wanted


if __name__ == "__main__":
    files = [Path(name) for name in sys.argv[1:] if not name.startswith("-")]
    for types in ({"PER"}, {entity_type.value for entity_type in EntityType}):
        right, joined, wanted = pairs(files, types, show="--show" in sys.argv and len(types) == 1)
        name = "PER" if len(types) == 1 else "all types"
        print(f"{name}: precision {right / joined:.3f}, recall {right / wanted:.3f} ({wanted} pairs)")
