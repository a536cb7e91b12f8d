"""Who codes: asked once, and kept in the user's own folder. A server's user name is often a random one."""

import os
import re
from pathlib import Path

from interviews.errors import MisuseError, StoreError

_NAME = re.compile(r"[^\s/\\<>\"'&]{1,40}")


def read_coder() -> str | None:
    """The name that was kept, None where nobody was asked yet."""
    try:
        return check_coder(_file().read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, MisuseError):
        return None


def keep_coder(name: str) -> str:
    """Keep the name for the next time; the name as it is used."""
    checked = check_coder(name)
    try:
        _file().parent.mkdir(parents=True, exist_ok=True)
        _file().write_text(checked, encoding="utf-8")
    except OSError as reason:
        raise StoreError(f"the name cannot be kept: {reason.strerror}") from None
    return checked


def check_coder(name: str) -> str:
    """The name without blanks around it. Raises MisuseError where it is none."""
    checked = name.strip()
    if not _NAME.fullmatch(checked):
        raise MisuseError("a coder's short name is one word of 1 to 40 letters or digits, such as c1 or anna")
    return checked


def _file() -> Path:
    base = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")
    return base / "interviews" / "coder"
