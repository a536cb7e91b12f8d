"""The same document gives the same bytes: fixed times in the zip file, no preview picture of Word's template."""

import io
import re
import zipfile

_EARLIEST = (1980, 1, 1, 0, 0, 0)
_PREVIEW = "docProps/thumbnail.jpeg"


def settle(content: bytes) -> bytes:
    """The zip file with fixed times and sorted entries."""
    settled = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(settled, "w") as target:
        names = [name for name in source.namelist() if name != _PREVIEW]
        for name in sorted(names, key=lambda name: (name != "[Content_Types].xml", name)):
            entry = zipfile.ZipInfo(name, _EARLIEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            body = source.read(name)
            if name == "_rels/.rels":
                body = re.sub(rb"<Relationship [^>]*thumbnail[^>]*/>", b"", body)
            target.writestr(entry, body)
    return settled.getvalue()
