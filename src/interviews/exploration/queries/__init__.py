"""A small language for questions about codings: `Wohnen and not Gesundheit and case = Hafenstadt`."""

from interviews.exploration.queries.answering import answer
from interviews.exploration.queries.grammar import parse

__all__ = ["answer", "parse"]
