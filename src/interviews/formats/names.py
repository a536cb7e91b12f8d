"""Names of files: what may be shown of them, what ending they have, and which transcript they mean."""

import re
import unicodedata
from pathlib import Path

# `Gespräch 3. Teil` and `Interview 1.2` have no ending.
_ENDING = re.compile(r"\.(?=\w*[a-z])[a-z0-9_]{1,8}", re.ASCII)
_BACKUP = re.compile(r"\.eaf\.\d{3}$", re.IGNORECASE)


def shown(path: Path) -> str:
    """The file's name for people: what is not UTF-8 or would steer a terminal becomes �."""
    return readable(path.name or str(path))


def readable(name: str) -> str:
    """A name that can be printed, stored and sent anywhere."""
    # A byte that is not UTF-8 arrives as half of a surrogate pair.
    return "".join("\ufffd" if unicodedata.category(char) in ("Cc", "Cs") else char for char in name)


def ending(path: Path) -> str:
    """The ending of a file's name in small letters, such as `.txt`; empty where it has none."""
    suffix = path.suffix.casefold()
    return suffix if _ENDING.fullmatch(suffix) else ""


def stem(path: Path) -> str:
    """The file's name without its ending, which `Interview 1.2` has none."""
    return path.stem if ending(path) else path.name


def is_backup(name: str) -> bool:
    """Whether a file is one of those that ELAN keeps of earlier states: `talk.eaf.001`."""
    return _BACKUP.search(name) is not None


def transcript_key(name: str) -> str:
    """A transcript's name for comparison: with or without ending, in any case and composition."""
    from interviews.formats.kinds import SUFFIXES  # the kinds read tables, which ask for names

    plain = unicodedata.normalize("NFC", name).casefold().strip()
    for suffix in SUFFIXES:
        plain = plain.removesuffix(suffix)
    return plain
