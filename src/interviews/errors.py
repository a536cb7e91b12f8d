"""What can go wrong by misuse, and the `Problem` that travels with a result when data are imperfect."""

from dataclasses import dataclass
from enum import StrEnum


class InterviewsError(Exception):
    """One clear sentence for a person: what is wrong, where, and what to do next."""


class MisuseError(InterviewsError):
    """The call cannot be carried out as asked: a wrong argument, a missing file, a wrong key."""


class StoreError(InterviewsError):
    """The project could not be read or saved; nothing was changed."""


class LeakError(InterviewsError):
    """Something identifying would have left the vault; it was not written."""


class MissingExtraError(MisuseError):
    """A package that is not part of the plain installation is needed."""

    def __init__(self, package: str, extra: str, command: str | None = None) -> None:
        super().__init__(f"{package} is not installed: " + (command or f"pip install 'interviews[{extra}]'"))


class Severity(StrEnum):
    """How much a problem matters: `info` is worth knowing, `warning` asks for a look, `error` lost the item."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Problem:
    """An imperfection of the input, as a value: it is shown with the result and never stops the others."""

    where: str
    message: str
    severity: Severity = Severity.WARNING

    def __str__(self) -> str:
        return f"{self.where}: {self.message}"


def counted(count: int, one: str, many: str) -> str:
    """`1 line` or `3 lines`: messages are sentences for people."""
    return f"{count} {one if count == 1 else many}"
