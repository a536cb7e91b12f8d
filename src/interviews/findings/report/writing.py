"""A report as a file; the suffix says which kind."""

from collections.abc import Callable, Mapping
from pathlib import Path

from interviews.errors import MisuseError
from interviews.findings.report.content import build
from interviews.findings.report.docx import as_docx
from interviews.findings.report.html import as_html
from interviews.findings.report.markdown import as_markdown
from interviews.findings.report.study import Study

_KINDS: Mapping[str, Callable[[Study], bytes]] = {
    ".docx": lambda study: as_docx(build(study), study),
    ".md": lambda study: as_markdown(build(study)),
    ".html": lambda study: as_html(build(study), study.language),
}


def write_report(study: Study, path: str | Path) -> Path:
    """Writes the report as .docx, .md or .html and returns its path; the same study gives the same bytes.

    Raises MisuseError for another suffix, another language, or a place that cannot be written.
    """
    path = Path(path)
    kind = _KINDS.get(path.suffix.lower())
    if kind is None:
        raise MisuseError(
            f"A report cannot be written as {path.suffix!r}: name a file that ends in .docx, .md or .html"
        )
    content = kind(study)
    try:
        path.write_bytes(content)
    except OSError as error:
        raise MisuseError(f"The report could not be written to {path.name}: {error.strerror}") from error
    return path
