"""Reading transcripts, as documents, captions and tables, with speakers, roles and times; and tables in and out."""

from interviews.formats.files import read_file
from interviews.formats.kinds import SUFFIXES
from interviews.formats.names import readable, transcript_key
from interviews.formats.reading import Reading, State
from interviews.formats.readings import Readings
from interviews.formats.study import read_folder, read_many
from interviews.formats.tables.overview import SPEAKERS, speakers_table
from interviews.formats.tables.sheets import read_rows, read_table, sheet_of, write_sheets, write_table

__all__ = [
    "SPEAKERS",
    "SUFFIXES",
    "Reading",
    "Readings",
    "State",
    "read_file",
    "read_folder",
    "read_many",
    "read_rows",
    "read_table",
    "readable",
    "sheet_of",
    "speakers_table",
    "transcript_key",
    "write_sheets",
    "write_table",
]
