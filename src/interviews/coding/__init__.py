"""Codebooks and codings as files: reading, writing, and checking that the one fits the other."""

from interviews.coding import steps
from interviews.coding.check import check_codings
from interviews.coding.codebook_editing import revise_file, revise_text
from interviews.coding.codebook_file import read_codebook, replace_text, write_codebook
from interviews.coding.codebook_sheet import codebook_of_rows, codebook_sheet
from interviews.coding.codebook_yaml import to_yaml
from interviews.coding.codings_file import CodingRow, read_codings
from interviews.coding.description import Description, describe
from interviews.coding.differences import GUESSED, steps_between
from interviews.coding.revisions import revise, revise_codings
from interviews.coding.words import PRINT, field_name
from interviews.coding.yaml_node import suggestion

__all__ = [
    "GUESSED",
    "PRINT",
    "CodingRow",
    "Description",
    "check_codings",
    "codebook_of_rows",
    "codebook_sheet",
    "describe",
    "field_name",
    "read_codebook",
    "read_codings",
    "replace_text",
    "revise",
    "revise_codings",
    "revise_file",
    "revise_text",
    "steps",
    "steps_between",
    "suggestion",
    "to_yaml",
    "write_codebook",
]
