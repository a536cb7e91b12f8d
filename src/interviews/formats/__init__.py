"""Reading transcripts (.txt, .md, .docx, .vtt, .srt) with speakers, roles and times, and tables (.csv, .xlsx)."""

from interviews.formats.files import SUFFIXES, read_file
from interviews.formats.reading import Reading, Readings
from interviews.formats.sheets import read_table, write_table
from interviews.formats.study import read_folder, read_many

__all__ = ["SUFFIXES", "Reading", "Readings", "read_file", "read_folder", "read_many", "read_table", "write_table"]
