"""The records of a study: small, immutable, without behaviour beyond values derived from their own fields."""

from interviews.model.codebook import CODE_TEXTS, Code, Codebook, Former, is_within, theme_of
from interviews.model.coding import CaseCoding, Coder, Coding, Memo, Query, Segment, Suggestion
from interviews.model.columns import CodingColumns, Names, Talk, columns_of, talk_of
from interviews.model.exchange import Exchange, Group, Link, Medium
from interviews.model.identity import new_id, now
from interviews.model.outline import Outline, Voice
from interviews.model.result import CellSummary, Finding, Quote
from interviews.model.revision import Change, Revision, Step
from interviews.model.span import Span
from interviews.model.transcript import Case, Participant, Role, SourceNote, Speaker, Transcript, Turn
from interviews.model.vocabulary import VOCABULARY, Term

__all__ = [
    "CODE_TEXTS",
    "VOCABULARY",
    "Case",
    "CaseCoding",
    "CellSummary",
    "Change",
    "Code",
    "Codebook",
    "Coder",
    "Coding",
    "CodingColumns",
    "Exchange",
    "Finding",
    "Former",
    "Group",
    "Link",
    "Medium",
    "Memo",
    "Names",
    "Outline",
    "Participant",
    "Query",
    "Quote",
    "Revision",
    "Role",
    "Segment",
    "SourceNote",
    "Span",
    "Speaker",
    "Step",
    "Suggestion",
    "Talk",
    "Term",
    "Transcript",
    "Turn",
    "Voice",
    "columns_of",
    "is_within",
    "new_id",
    "now",
    "talk_of",
    "theme_of",
]
