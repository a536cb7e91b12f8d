"""The coding workspace, and readable displays. Imported in a notebook, it lets charts be drawn without a network."""

import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from interviews.lab.charts import draw_offline
    from interviews.lab.deciding import review
    from interviews.lab.notebook import code
    from interviews.lab.reading import CodedTranscript, show

__all__ = ["CodedTranscript", "code", "draw_offline", "review", "show"]

_FILES = {"code": "notebook", "draw_offline": "charts", "review": "deciding"}


def __getattr__(name: str) -> Any:
    """Fetched when asked for: the Jupyter server looks into this room for the workspace, and needs no charts."""
    if name not in __all__:
        raise AttributeError(f"module 'interviews.lab' has no attribute {name!r}")
    return getattr(import_module(f"interviews.lab.{_FILES.get(name, 'reading')}"), name)


if "ipykernel.zmqshell" in sys.modules:
    __getattr__("draw_offline")()
