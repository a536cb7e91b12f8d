"""Pairwise precision and recall of linking, on gold mentions of annotated interviews.

    python benchmarks/linking.py FILE.jsonl … FOLDER … [--show]

Each line: {"doc", "text", "entities": [[start, end, type, entity, class]]}; a folder holds `*.marked.txt` in the markup
of corpora/ankunft. A pair is two mentions in one document. Noted are pairs of one entity that a note says may be one.
Nothing is shown of `late2` and `late3`, which nobody who works on the rules reads.
"""

import json
import sys
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

from anonymization import folder as marked
from marked_texts import COUNTED

from interviews.anonymity.entity import Occurrence
from interviews.anonymity.linking.grouping import Group, Named
from interviews.anonymity.linking.link import link
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


def records(paths: list[Path]) -> Iterator[dict]:
    """The documents of files and folders."""
    for path in paths:
        if path.is_dir():
            for document in marked(path):
                entities = [[gold.start, gold.end, gold.type, gold.entity, gold.level] for gold in document.marked]
                yield {"doc": document.name, "text": document.text, "entities": entities}
        else:
            yield from map(json.loads, path.read_text(encoding="utf-8").splitlines())


def pairs(paths: list[Path], types: set[str], *, show: bool = False) -> tuple[int, int, int, int]:
    """Pairs joined rightly, joined at all, to be joined, and of these joined or noted."""
    right = joined = wanted = noted = 0
    for record in records(paths):
        found = named(record, types)
        gold = {one.occurrence: entity for one, entity in found}
        words = {one.occurrence: one.mention.text for one, _ in found}
        groups = link(one for one, _ in found)
        group = {member.occurrence: number for number, made in enumerate(groups) for member in made.members}
        for a, b in combinations(gold, 2):
            same, together = gold[a] == gold[b], group[a] == group[b]
            said = together or _noted(groups[group[a]], groups[group[b]]) or _noted(groups[group[b]], groups[group[a]])
            right, joined, wanted = right + (same and together), joined + together, wanted + same
            noted += same and said
            if show and same != together:
                state = "wrongly joined" if together else ("noted" if said else "not joined")
                print(record["doc"], state, words[a], "|", words[b])
    return right, joined, wanted, noted


def _noted(group: Group, other: Group) -> bool:
    return any(one in other.members for one in (*group.could_be, *group.may_be))


if __name__ == "__main__":
    given = [Path(name) for name in sys.argv[1:] if not name.startswith("-")]
    shows = "--show" in sys.argv and all(path.name not in COUNTED for path in given)
    for types in ({"PER"}, {entity_type.value for entity_type in EntityType}):
        right, joined, wanted, noted = pairs(given, types, show=shows and len(types) > 1)
        name = "PER" if len(types) == 1 else "all types"
        share = (
            f"precision {right / max(joined, 1):.3f}, recall {right / wanted:.3f}, joined or noted {noted / wanted:.3f}"
        )
        print(f"{name}: {share} ({wanted} pairs)")
