"""Readable displays for JupyterLab. Importing this room lets charts be drawn without a network."""

from interviews.lab.charts import draw_offline
from interviews.lab.reading import CodedTranscript, show

__all__ = ["CodedTranscript", "draw_offline", "show"]

draw_offline()
