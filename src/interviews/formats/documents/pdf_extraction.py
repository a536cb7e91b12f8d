"""PDFium in a process of its own: whatever a file does to it, this program goes on."""

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from interviews.formats.documents.pdf_pages import CPU_SECONDS, PAGES
from interviews.formats.reading import Unreadable

_PROGRAM = Path(__file__).with_name("pdf_pages.py")
# Processor time is limited inside the process; this one counts waiting as well.
_SECONDS = 2 * CPU_SECONDS + 30
_BROKEN = "the PDF is damaged or too much for the program that reads it: print it as a new PDF, or save it as .docx"
_ERRORS = {
    "password": "the PDF is protected by a password: remove it and read the file again",
    "damaged": _BROKEN,
    "pages": f"the PDF has more than {PAGES} pages: split it",
    "characters": "the PDF holds far more text than a document has; it was not read",
}


@dataclass(frozen=True, slots=True)
class Line:
    """Words on one line of a page; places are in points from the lower left corner."""

    text: str = field(repr=False)
    left: float
    bottom: float
    right: float
    top: float
    base: float
    """The height at which its letters stand."""
    page: int = 1
    margin: float = 0.0
    """How far right the column reaches that it stands in."""

    def beside(self, text: str, other: "Line") -> "Line":
        """This line with the words of another one on its height, both as `text`."""
        left, right = min(self.left, other.left), max(self.right, other.right)
        return replace(self, text=text, left=left, right=right)


@dataclass(frozen=True, slots=True)
class Page:
    """What stands on one page, in the order of the file."""

    number: int
    width: float
    height: float
    lines: tuple[Line, ...]
    has_images: bool = False
    is_damaged: bool = False


@dataclass(frozen=True, slots=True)
class Extracted:
    """The pages of a PDF and what it says of itself."""

    pages: tuple[Page, ...]
    properties: Mapping[str, str] = field(repr=False)


def extract_pages(content: bytes) -> Extracted:
    """The pages of a PDF; `Unreadable` where it is protected, damaged or beyond the limits."""
    found = _run(content)
    if "error" in found:
        raise Unreadable(_ERRORS[found["error"]])
    return Extracted(tuple(_page(number, page) for number, page in enumerate(found["pages"], 1)), found["properties"])


def _run(content: bytes) -> dict[str, Any]:
    command = [sys.executable, "-I", "-S", str(_PROGRAM), *_places()]
    try:
        done = subprocess.run(command, input=content, capture_output=True, timeout=_SECONDS, check=False)
        found = json.loads(done.stdout) if done.returncode == 0 else None
    except subprocess.TimeoutExpired:
        raise Unreadable("the PDF takes too long to read: print it as a new PDF, or save it as .docx") from None
    except OSError as error:
        raise Unreadable(f"the program that reads PDFs cannot be started: {error.strerror or 'unknown'}") from None
    except ValueError:
        found = None
    if not isinstance(found, dict):
        raise Unreadable(_BROKEN)
    return found


def _places() -> Sequence[str]:
    """Where pypdfium2 is installed: the process looks nowhere else, which halves its start."""
    specs = [find_spec(name) for name in ("pypdfium2", "pypdfium2_raw")]
    return list(dict.fromkeys(str(Path(spec.origin).parent.parent) for spec in specs if spec and spec.origin))


def _page(number: int, page: dict[str, Any]) -> Page:
    lines = tuple(
        Line(text, left, bottom, right, top, base, number) for text, left, bottom, right, top, base in page["lines"]
    )
    return Page(number, page["width"], page["height"], lines, page["images"] > 0, page.get("damaged", False))
