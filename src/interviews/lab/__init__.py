"""The coding workspace, and readable displays. Imported in a notebook, it lets charts be drawn without a network."""

import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from interviews.lab.charts import draw_offline
    from interviews.lab.reading import CodedTranscript, show

__all__ = ["CodedTranscript", "draw_offline", "show"]


def __getattr__(name: str) -> Any:
    """Fetched when asked for: the Jupyter server looks into this room for the workspace, and needs no charts."""
    if name not in __all__:
        raise AttributeError(f"module 'interviews.lab' has no attribute {name!r}")
    from interviews.lab import charts, reading

    return getattr(charts if name == "draw_offline" else reading, name)


if "ipykernel.zmqshell" in sys.modules:
    __getattr__("draw_offline")()
