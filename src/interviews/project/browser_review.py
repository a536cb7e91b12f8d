"""A review in the browser: a process of its own, which ends with the program that started it."""

import json
import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass
from importlib.util import find_spec
from types import TracebackType
from typing import IO, Any, Self, cast

from interviews.errors import MisuseError
from interviews.project.deciding import Asked, packed

# Started by name: this room knows nothing of pages.
_SERVER = "interviews.lab.anonymization"


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a review ended: decisions saved in it, entities that are open, all there are, and whether it was applied."""

    decided: int
    open: int
    entities: int
    applied: bool = False


class BrowserReview:
    """A review that is open in the browser. What it needs went to its server by a pipe, and lies on no disk.

    The server ends when this object is closed, when the page ends the review, and when this program ends, however.
    """

    def __init__(self, asked: Asked, *, browser: bool = True) -> None:
        """Start the server and open the page. Raises MisuseError where that cannot be, with the reason."""
        if find_spec("tornado") is None:
            raise MisuseError('A review in the browser needs the extra "lab": pip install "interviews[lab]"')
        given = packed(asked)
        # With -P, as a file of the folder that somebody works in, such as a shared one, must not become part of it.
        command = [sys.executable, "-P", "-m", _SERVER, *([] if browser else ["--no-browser"])]
        # Nothing of what it complains of may get into a log: complaints can hold words of an interview.
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        pipe = cast(IO[bytes], self._process.stdin)
        with suppress(BrokenPipeError):  # it says why below
            pipe.write(given)
            pipe.flush()
        told = self._heard()
        if "address" not in told:
            self.close()
            raise MisuseError(told.get("problem") or "The review's server did not start.")
        self.address: str = told["address"]
        """Where the page is, with what opens it: whoever has it can read the names as long as the review is open."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        state = "open in the browser" if self._process.poll() is None else "ended"
        return f"a review of the anonymization, {state}; .address is where, .close() ends it"

    def wait(self) -> Outcome:
        """Wait until the page ends the review, or somebody here presses Ctrl-C; what is decided is saved either way."""
        with suppress(KeyboardInterrupt):
            self._process.wait()
        told = self.close()
        if told is None:
            raise MisuseError("The review ended unexpectedly; what was decided is saved. Start it again to go on.")
        return told

    def close(self) -> Outcome | None:
        """End the review: what is being saved is saved first. How it ended, where that is known."""
        pipe, output = cast(IO[bytes], self._process.stdin), cast(IO[bytes], self._process.stdout)
        if pipe.closed:
            return None
        with suppress(BrokenPipeError):
            pipe.close()
        told = self._heard()
        self._process.wait()
        output.close()
        return Outcome(**told) if "decided" in told else None

    def _heard(self) -> dict[str, Any]:
        """The next thing that the server says."""
        line = cast(IO[bytes], self._process.stdout).readline()
        return cast(dict[str, Any], json.loads(line or b"{}"))
