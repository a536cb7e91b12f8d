"""Pure arithmetic over texts: offsets, edits, anchors, folding, sentences, and tables as bytes. Knows records only."""

from interviews.text.anchors import Anchor, describe, locate
from interviews.text.cells import fit_for_xml, unguard
from interviews.text.edits import Change, Edit, Edits, Moved, between
from interviews.text.folding import Folded, fold
from interviews.text.offsets import Offsets, Place, turn_at, turns_in
from interviews.text.sentences import sentences
from interviews.text.tables import Sheet, as_csv
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
    "Sheet",
    "TooLargeError",
    "as_csv",
    "as_xlsx",
    "between",
    "describe",
    "fit_for_xml",
    "fold",
    "locate",
    "sentences",
    "turn_at",
    "turns_in",
    "unguard",
]
