"""Small PDFs made by hand: words at places, in Helvetica, on as many pages as are given."""

from collections.abc import Sequence

Word = tuple[float, float, str]
"""Left, height above the lower edge, words."""
WIDTH, HEIGHT = 595, 842
LEADING = 14


def pdf(
    pages: Sequence[Sequence[Word]], properties: str = "", size: int = 11, extra: str = "", turned: int = 0
) -> bytes:
    """A PDF with one object for every group of words; `extra` goes into the trailer."""
    kids = " ".join(f"{5 + 2 * i} 0 R" for i in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        f"<< {properties} >>",
    ]
    for i, words in enumerate(pages):
        content = "\n".join(f"BT /F1 {size} Tf 1 0 0 1 {x} {y} Tm ({_escaped(text)}) Tj ET" for x, y, text in words)
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Rotate {turned} "
            f"/Resources << /Font << /F1 3 0 R >> >> /Contents {6 + 2 * i} 0 R >>"
        )
        objects.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}".encode()
    return (
        out
        + f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R /Info 4 0 R {extra} >>\nstartxref\n{start}\n%%EOF".encode()
    )


def printed(lines: Sequence[str], *, left: float = 72, top: float = 770) -> list[Word]:
    """Lines below each other; an empty one leaves its place blank."""
    return [(left, top - LEADING * i, line) for i, line in enumerate(lines) if line]


def width(text: str, size: int) -> float:
    """How wide words are, nearly."""
    return size * sum(0.26 if char in "fijlrtI,.:-" else 0.85 if char in "mwMW" else 0.56 for char in text)


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
