"""interviews: a workbench for qualitative interview research.

Nouns live on the project, verbs in this package: `iv.create`, `iv.open`, `iv.read`, `iv.anonymize`, `iv.search`, ...
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from interviews.analyses import (
        agree,
        closeness,
        cooccurrence,
        crosstab,
        default_engine,
        fit_topics,
        following,
        framework,
        portrait,
        publish_crosstab,
        query,
        search,
        sequence,
        small_cells,
        view,
    )
    from interviews.coding import read_codings, steps
    from interviews.errors import InterviewsError, LeakError, MisuseError, Problem, StoreError
    from interviews.exploration import View
    from interviews.formats import Readings
    from interviews.model import Coding, Memo, Query, Span
    from interviews.project import Project, Saved
    from interviews.verbs import (
        anonymize,
        archive,
        create,
        create_key,
        detect_file,
        erase,
        export,
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
    "analyses": "agree closeness cooccurrence crosstab default_engine fit_topics following framework portrait "
    "publish_crosstab query search sequence small_cells view",
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
