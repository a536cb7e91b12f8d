"""The archive: a whole project as plain files, made for git, for research-data centres, for merging and for later."""

from interviews.store.archive.places import check_target, is_zip, open_draft, put
from interviews.store.archive.reading import load, read_event_ids, read_settings_text
from interviews.store.archive.sources import is_archive, open_source
from interviews.store.archive.writing import write_files

__all__ = [
    "check_target",
    "is_archive",
    "is_zip",
    "load",
    "open_draft",
    "open_source",
    "put",
    "read_event_ids",
    "read_settings_text",
    "write_files",
]
