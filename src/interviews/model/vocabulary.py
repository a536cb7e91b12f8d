"""One word for one thing: our record, its element in the exchange standard, its column in tables."""

from typing import NamedTuple


class Term(NamedTuple):
    """How one of the field's terms is written in the three places where it occurs."""

    record: str
    refi_qda: str | None
    """Element of REFI-QDA 1.0 (Rotterdam Exchange Format Initiative, 2019), None where it has no counterpart."""
    column: str
    meaning: str


VOCABULARY: tuple[Term, ...] = (
    Term("Transcript", "TextSource", "transcript", "the text of one interview"),
    Term("Turn", None, "turn", "one contribution of one speaker"),
    Term("Speaker", None, "speaker", "someone who speaks in a transcript, by label"),
    Term("Participant", None, "participant", "a person who took part, by pseudonym"),
    Term("Case", "Case", "case", "a unit of comparison"),
    Term("Span", "PlainTextSelection", "start, end", "code points [start, end) of a text"),
    Term("Segment", "PlainTextSelection", "segment", "a stretch of a transcript with its words"),
    Term("Code", "Code", "code", "a concept of the codebook"),
    Term("Codebook", "CodeBook", "codebook", "the codes of a study and their meaning"),
    Term("Coding", "Coding", "coding", "a coder applies a code to a stretch of text"),
    Term("Suggestion", None, "suggestion", "a machine's proposal of a code"),
    Term("Memo", "Note", "memo", "a note on a record"),
    Term("Coder", "User", "coder", "a person who codes"),
    Term("Group", "Set", "group", "a collection of transcripts, codes and memos"),
    Term("Link", "Link", "link", "a relation between two records"),
    Term("Medium", "AudioSource", "medium", "a recording, picture or PDF"),
    Term("Exchange", "Project", "exchange", "a study on its way into or out of another program"),
    Term("Quote", None, "quote", "a verbatim passage for print"),
    Term("Finding", None, "finding", "a claim with its evidence"),
)
