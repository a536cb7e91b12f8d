"""REFI-QDA 1.0: projects (.qdpx) and codebooks (.qdc) of any program in and out, with a loss report both ways."""

from interviews.formats.refi.codebook_file import read_qdc, write_qdc
from interviews.formats.refi.container import own_program
from interviews.formats.refi.export import StructureError, write_qdpx
from interviews.formats.refi.guids import default_guid
from interviews.formats.refi.project import open_medium, read_qdpx
from interviews.formats.refi.structure import check_structure

__all__ = [
    "StructureError",
    "check_structure",
    "default_guid",
    "open_medium",
    "own_program",
    "read_qdc",
    "read_qdpx",
    "write_qdc",
    "write_qdpx",
]
