"""Quotes as a table for a spreadsheet, safe to open: no cell is ever taken for a formula."""

from interviews.quotes.collection import Quotes
from interviews.text import Sheet, as_csv, as_xlsx

_WIDTHS = {"citation": 26, "text": 90, "speaker": 12, "case": 16, "transcript": 18, "codes": 34}


def quotes_as_csv(quotes: Quotes, language: str) -> bytes:
    """One row a quote, as comma-separated values."""
    return as_csv(_sheet(quotes))


def quotes_as_xlsx(quotes: Quotes, language: str) -> bytes:
    """One sheet, one row a quote; words stand in it as they are, as text."""
    return as_xlsx([_sheet(quotes)])


def _sheet(quotes: Quotes) -> Sheet:
    frame = quotes.table()
    return Sheet("quotes", list(frame.columns), list(frame.itertuples(index=False, name=None)), _WIDTHS)
