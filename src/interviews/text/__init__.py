"""Pure arithmetic over texts: offsets, edits, anchors, folding, sentences, and tables as bytes. Knows records only."""

from interviews.text.anchors import Anchor, describe, locate
from interviews.text.cells import fit_for_xml, unguard
from interviews.text.difference import difference, likeness
from interviews.text.edits import Change, Edit, Edits, Moved, between, compose
from interviews.text.folding import Folded, fold
from interviews.text.moments import parse_moment
from interviews.text.offsets import Offsets, Place, turn_at, turns_in
from interviews.text.outlines import outline_of
from interviews.text.runs import Runs, words_of
from interviews.text.sentences import sentences
from interviews.text.tables import Sheet, as_csv
from interviews.text.travel import forward_all
from interviews.text.workbook import CONTINUED, TooLargeError, as_xlsx

__all__ = [
    "CONTINUED",
    "Anchor",
    "Change",
    "Edit",
    "Edits",
    "Folded",
    "Moved",
    "Offsets",
    "Place",
    "Runs",
    "Sheet",
    "TooLargeError",
    "as_csv",
    "as_xlsx",
    "between",
    "compose",
    "describe",
    "difference",
    "fit_for_xml",
    "fold",
    "forward_all",
    "likeness",
    "locate",
    "outline_of",
    "parse_moment",
    "sentences",
    "turn_at",
    "turns_in",
    "unguard",
    "words_of",
]
