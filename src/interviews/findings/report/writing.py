"""A report as a file; the suffix says which kind."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from interviews.errors import MisuseError
from interviews.findings.report.blocks import Block, Titled
from interviews.findings.report.content import build
from interviews.findings.report.docx import as_docx
from interviews.findings.report.html import as_html
from interviews.findings.report.markdown import as_markdown
from interviews.findings.report.study import Study

_KINDS: Mapping[str, Callable[[Sequence[Block], Titled], bytes]] = {
    ".docx": as_docx,
    ".md": lambda blocks, titled: as_markdown(blocks),
    ".html": lambda blocks, titled: as_html(blocks, titled.language),
}


def write_report(study: Study, path: str | Path) -> Path:
    """Writes the report as .docx, .md or .html and returns its path; the same study gives the same bytes.

    Raises MisuseError for another suffix, another language, or a place that cannot be written.
    """
    return write_blocks(lambda: build(study), study, path)


def write_blocks(build_blocks: Callable[[], Sequence[Block]], titled: Titled, path: str | Path) -> Path:
    """Writes any document made of blocks; its properties are those of `titled`."""
    path = Path(path)
    kind = _KINDS.get(path.suffix.lower())
    if kind is None:
        raise MisuseError(
            f"A report cannot be written as {path.suffix!r}: name a file that ends in .docx, .md or .html"
        )
    content = kind(build_blocks(), titled)
    try:
        path.write_bytes(content)
    except OSError as error:
        raise MisuseError(f"The report could not be written to {path.name}: {error.strerror}") from error
    return path
