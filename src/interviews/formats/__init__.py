"""Reading transcripts (.txt, .md, .docx, .vtt, .srt) with speakers, roles and times, and tables (.csv, .xlsx)."""

from interviews.formats.files import read_file
from interviews.formats.kinds import SUFFIXES
from interviews.formats.names import readable, transcript_key
from interviews.formats.reading import Reading, State
from interviews.formats.readings import Readings
from interviews.formats.study import read_folder, read_many
from interviews.formats.tables.overview import SPEAKERS, speakers_table
from interviews.formats.tables.sheets import read_table, write_table

__all__ = [
    "SPEAKERS",
    "SUFFIXES",
    "Reading",
    "Readings",
    "State",
    "read_file",
    "read_folder",
    "read_many",
    "read_table",
    "readable",
    "speakers_table",
    "transcript_key",
    "write_table",
]
