"""A small language for questions about codings: `Wohnen and not Gesundheit and case = Hafenstadt`."""

from interviews.exploration.queries.answering import answer
from interviews.exploration.queries.grammar import parse
from interviews.exploration.queries.saving import check_queries

__all__ = ["answer", "check_queries", "parse"]
