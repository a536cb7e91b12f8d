"""interviews: a workbench for qualitative interview research.

Nouns live on the project, verbs in this package: `iv.create`, `iv.open`, `iv.read`, `iv.anonymize`, `iv.search`, ...
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from interviews.analyses import closeness, following, portrait, publish_crosstab, query, sequence, view
    from interviews.coding import read_codings, steps
    from interviews.errors import InterviewsError, LeakError, MisuseError, Problem, StoreError
    from interviews.exploration import View
    from interviews.formats import Readings
    from interviews.model import Coding, Memo, Query, Span
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
        read_suggestions,
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
    "Query",
    "Readings",
    "Saved",
    "Span",
    "StoreError",
    "View",
    "agree",
    "anonymize",
    "archive",
    "closeness",
    "cooccurrence",
    "create",
    "create_key",
    "crosstab",
    "default_engine",
    "detect_file",
    "erase",
    "export",
    "fit_topics",
    "following",
    "framework",
    "leaks",
    "learn",
    "open",
    "portrait",
    "publish_crosstab",
    "query",
    "read",
    "read_codebook",
    "read_codings",
    "read_exchange",
    "read_suggestions",
    "report",
    "report_anonymization",
    "residual",
    "restore",
    "search",
    "sequence",
    "small_cells",
    "steps",
    "verify",
    "view",
]

# Where the names above live. They are fetched when they are asked for: a server that may need the workspace one day
# does not wait for pandas today.
_HOMES = {
    "analyses": "closeness following portrait publish_crosstab query sequence view",
    "coding": "read_codings steps",
    "errors": "InterviewsError LeakError MisuseError Problem StoreError",
    "exploration": "View",
    "formats": "Readings",
    "model": "Coding Memo Query Span",
    "project": "Project Saved",
}
_HOME = {name: home for home, names in _HOMES.items() for name in names.split()}
_NAME = {"open": "open_project"}


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module 'interviews' has no attribute {name!r}")
    home = import_module(f"interviews.{_HOME.get(name, 'verbs')}")
    value = globals()[name] = getattr(home, _NAME.get(name, name))
    return value


def __dir__() -> list[str]:
    return sorted({*__all__, *globals()})
