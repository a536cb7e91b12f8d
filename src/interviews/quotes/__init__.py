"""Quotes for print: chosen from the codings, allowed by consent, traceable by a stable citation id, exported."""

from interviews.quotes.citation import citation_id
from interviews.quotes.collection import Quotes
from interviews.quotes.export import export_quotes
from interviews.quotes.selection import PRINTABLE, select_quotes

__all__ = ["PRINTABLE", "Quotes", "citation_id", "export_quotes", "select_quotes"]
