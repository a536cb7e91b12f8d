"""Pure arithmetic over texts: offsets, edits, anchors, folding, sentences. Knows records, nothing else."""

from interviews.text.anchors import Anchor, describe, locate
from interviews.text.difference import difference, likeness
from interviews.text.edits import Change, Edit, Edits, Moved, between, compose
from interviews.text.folding import Folded, fold
from interviews.text.offsets import Offsets, Place, turn_at, turns_in
from interviews.text.outlines import outline_of
from interviews.text.sentences import sentences

__all__ = [
    "Anchor",
    "Change",
    "Edit",
    "Edits",
    "Folded",
    "Moved",
    "Offsets",
    "Place",
    "between",
    "compose",
    "describe",
    "difference",
    "fold",
    "likeness",
    "locate",
    "outline_of",
    "sentences",
    "turn_at",
    "turns_in",
]
