"""What a cell of a table can hold: nothing that acts as a formula, nothing a workbook cannot write down."""

import re

# What a spreadsheet takes for the beginning of a formula, and such with apostrophes that are part of the words.
_FORMULA = re.compile(r"'*[=+\-@\t\r\n]")
_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)?")
# What XML 1.0 has no way to write, lone surrogates among them.
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
LONGEST = 32_767
"""Units of UTF-16 that Excel allows in one cell."""


def acts_as_formula(text: str) -> bool:
    """Whether a spreadsheet could take the text for a formula; a plain number is none."""
    return bool(_FORMULA.match(text)) and not _NUMBER.fullmatch(text)


def guard(text: str) -> str:
    """The text with an apostrophe in front where a spreadsheet would take it for a formula."""
    return f"'{text}" if acts_as_formula(text) else text


def unguard(cell: str) -> str:
    """What `guard` was given."""
    return cell[1:] if cell.startswith("'") and acts_as_formula(cell) else cell


def fit_for_xml(text: str) -> str:
    """The text with a replacement character where XML has no way to write one."""
    return _UNFIT.sub("\ufffd", text)


def pieces(text: str) -> list[str]:
    """The text cut to what a cell of a workbook can hold; most texts are one piece."""
    if len(text) * 2 <= LONGEST:
        return [text]
    size = LONGEST if all(char < "\U00010000" for char in text) else LONGEST // 2
    return [text[start : start + size] for start in range(0, len(text), size)]
