"""Quotes as a file, in the format its name asks for; the same quotes give the same bytes."""

import os
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from interviews.errors import MisuseError
from interviews.model import Quote
from interviews.quotes.collection import Quotes
from interviews.quotes.document import quotes_as_docx
from interviews.quotes.markup import quotes_as_html, quotes_as_markdown
from interviews.quotes.sheet import quotes_as_csv, quotes_as_xlsx

_FORMATS: dict[str, Callable[[Quotes, str], bytes]] = {
    ".md": quotes_as_markdown,
    ".html": quotes_as_html,
    ".docx": quotes_as_docx,
    ".csv": quotes_as_csv,
    ".xlsx": quotes_as_xlsx,
}


def export_quotes(quotes: Sequence[Quote], path: Path | str, *, language: str = "de") -> Path:
    """Write quotes to .md, .html or .docx, grouped by code, or to .csv or .xlsx, one row a quote; gives the path back.

    `language` is that of the headings (de, en or pl). The file is complete or not there at all.

    Raises MisuseError for another file type and for a folder that cannot be written.
    """
    path = Path(path)
    render = _FORMATS.get(path.suffix.lower())
    if render is None:
        raise MisuseError(f"quotes cannot be exported as {path.suffix!r}; possible are: {', '.join(_FORMATS)}")
    content = render(quotes if isinstance(quotes, Quotes) else Quotes(tuple(quotes)), language)
    try:
        _write(path, content)
    except OSError as error:
        raise MisuseError(f"cannot write {path}: {error.strerror}") from error
    return path


def _write(path: Path, content: bytes) -> None:
    handle, draft = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(draft).chmod(0o666 & ~_umask())
        Path(draft).replace(path)
    except BaseException:
        Path(draft).unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
