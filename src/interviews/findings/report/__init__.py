"""The report of a study: one list of blocks, written as a Word document, a web page or Markdown."""

from interviews.findings.report.content import build
from interviews.findings.report.study import Study
from interviews.findings.report.writing import write_report

__all__ = ["Study", "build", "write_report"]
