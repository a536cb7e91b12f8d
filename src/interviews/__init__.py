"""interviews: a workbench for qualitative interview research.

Nouns live on the project, verbs in this package: `iv.create`, `iv.open`, `iv.read`, `iv.anonymize`, `iv.search`, ...
"""

from interviews.coding import read_codings
from interviews.errors import InterviewsError, LeakError, MisuseError, Problem, StoreError
from interviews.formats import Readings
from interviews.model import Coding, Memo, Span
from interviews.project import Project, Saved
from interviews.verbs import (
    agree,
    anonymize,
    archive,
    cooccurrence,
    create,
    create_key,
    crosstab,
    default_engine,
    detect_file,
    erase,
    export,
    fit_topics,
    framework,
    leaks,
    learn,
    read,
    read_codebook,
    read_exchange,
    report,
    report_anonymization,
    residual,
    restore,
    search,
    small_cells,
    verify,
)
from interviews.verbs import open_project as open

__version__ = "0.1.0"

__all__ = [
    "Coding",
    "InterviewsError",
    "LeakError",
    "Memo",
    "MisuseError",
    "Problem",
    "Project",
    "Readings",
    "Saved",
    "Span",
    "StoreError",
    "agree",
    "anonymize",
    "archive",
    "cooccurrence",
    "create",
    "create_key",
    "crosstab",
    "default_engine",
    "detect_file",
    "erase",
    "export",
    "fit_topics",
    "framework",
    "leaks",
    "learn",
    "open",
    "read",
    "read_codebook",
    "read_codings",
    "read_exchange",
    "report",
    "report_anonymization",
    "residual",
    "restore",
    "search",
    "small_cells",
    "verify",
]
