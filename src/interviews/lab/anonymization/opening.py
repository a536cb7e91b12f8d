"""Opening a page whose address must not be seen: every user of a computer can list with what words a browser starts."""

import os
import tempfile
import webbrowser
from collections.abc import Iterator
from contextlib import contextmanager
from html import escape
from pathlib import Path
from threading import Thread


@contextmanager
def opened_in_browser(address: str) -> Iterator[None]:
    """Open the address by way of a file that only this user can read; the file is gone when the block ends."""
    handle, name = tempfile.mkstemp(prefix="review-", suffix=".html")  # mode 600
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(f'<!doctype html><meta http-equiv="refresh" content="0; url={escape(address)}">')
    try:
        # Some browsers let whoever started them wait; without one, the person opens the address by hand.
        Thread(target=webbrowser.open, args=(Path(name).as_uri(),), daemon=True).start()
        yield
    finally:
        Path(name).unlink(missing_ok=True)
