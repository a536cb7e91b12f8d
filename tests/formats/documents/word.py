"""Word files written part by part, so that a test says exactly what is in them."""

import io
import zipfile
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_NAMESPACES = (
    'xmlns:w="{w}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
RELS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)


def part(root: str, inner: str, namespace: str = W) -> str:
    return f'<?xml version="1.0"?><w:{root} {_NAMESPACES.format(w=namespace)}>{inner}</w:{root}>'


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(*inner: str) -> str:
    """A paragraph of runs; whatever does not begin with `<` is plain text."""
    return f"<w:p>{''.join(piece if piece.startswith('<') else run(piece) for piece in inner)}</w:p>"


def document(*blocks: str, parts: dict[str, str] | None = None, namespace: str = W) -> bytes:
    """A .docx with these blocks as its body, and further parts by name."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("_rels/.rels", RELS)
        package.writestr("word/document.xml", part("document", f"<w:body>{''.join(blocks)}</w:body>", namespace))
        for name, content in (parts or {}).items():
            package.writestr(name, content)
    return buffer.getvalue()
