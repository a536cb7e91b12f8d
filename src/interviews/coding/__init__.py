"""Codebooks and codings as files: reading, writing, and checking that the one fits the other."""

from interviews.coding.check import check_codings
from interviews.coding.codebook_file import read_codebook, write_codebook
from interviews.coding.codebook_sheet import codebook_of_rows, codebook_sheet
from interviews.coding.codebook_yaml import to_yaml
from interviews.coding.codings_file import CodingRow, read_codings

__all__ = [
    "CodingRow",
    "check_codings",
    "codebook_of_rows",
    "codebook_sheet",
    "read_codebook",
    "read_codings",
    "to_yaml",
    "write_codebook",
]
