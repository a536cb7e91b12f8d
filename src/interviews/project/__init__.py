"""The façade: a study's nouns, `save` and `history`; no analysis."""

from interviews.project.anonymizing import join_finders, propose_for
from interviews.project.archiving import restore_project, write_archive
from interviews.project.erasing import Erasure, erase_interviews, plan_erasure
from interviews.project.exporting import EXCHANGE_SUFFIXES, Exported, export_exchange
from interviews.project.learning import learn_from_decisions
from interviews.project.pictures import is_chart, write_picture
from interviews.project.printing import PRINTED_SUFFIXES, print_of
from interviews.project.project import Project
from interviews.project.publishing import publish
from interviews.project.results import Saved, StudyQuotes
from interviews.project.safeguards import account_of
from interviews.project.settings import Settings, key_file_for
from interviews.project.sheets import write_tables
from interviews.project.study import study_of
from interviews.project.verification import Verification
from interviews.project.verifying import verify_project

__all__ = [
    "EXCHANGE_SUFFIXES",
    "PRINTED_SUFFIXES",
    "Erasure",
    "Exported",
    "Project",
    "Saved",
    "Settings",
    "StudyQuotes",
    "Verification",
    "account_of",
    "erase_interviews",
    "export_exchange",
    "is_chart",
    "join_finders",
    "key_file_for",
    "learn_from_decisions",
    "plan_erasure",
    "print_of",
    "propose_for",
    "publish",
    "restore_project",
    "study_of",
    "verify_project",
    "write_archive",
    "write_picture",
    "write_tables",
]
