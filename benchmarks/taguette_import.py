"""Import transcripts with Taguette's own conversion, for `reading.py`: run by a Python that has Taguette installed.

    PYTHON benchmarks/taguette_import.py FILE ... → seconds a file, as JSON

Taguette converts .txt and .docx with Calibre's `ebook-convert`, which must be installed. Storing the result in its
database is left out, which is in Taguette's favour.
"""

import asyncio
import json
import sys
import time
from pathlib import Path

from taguette.convert import to_html

CONFIG = {"CONVERT_TO_HTML_TIMEOUT": 600, "OPF_OUT_SIZE_LIMIT": 10**9, "HTML_OUT_SIZE_LIMIT": 10**9}


def main() -> None:
    seconds = []
    for name in sys.argv[1:]:
        path = Path(name)
        start = time.perf_counter()
        asyncio.run(to_html(path.read_bytes(), "application/octet-stream", path.name, CONFIG))
        seconds.append(time.perf_counter() - start)
    print(json.dumps(seconds))


if __name__ == "__main__":
    main()
