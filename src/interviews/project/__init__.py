"""The façade: a study's nouns, `save` and `history`; no analysis."""

from interviews.project.archiving import restore_project, write_archive
from interviews.project.exporting import EXCHANGE_SUFFIXES, Exported, export_exchange
from interviews.project.project import Project
from interviews.project.publishing import publish
from interviews.project.results import Saved, StudyQuotes
from interviews.project.safeguards import account_of
from interviews.project.settings import Settings, key_file_for
from interviews.project.sheets import write_tables
from interviews.project.study import study_of

__all__ = [
    "EXCHANGE_SUFFIXES",
    "Exported",
    "Project",
    "Saved",
    "Settings",
    "StudyQuotes",
    "account_of",
    "export_exchange",
    "key_file_for",
    "publish",
    "restore_project",
    "study_of",
    "write_archive",
    "write_tables",
]
