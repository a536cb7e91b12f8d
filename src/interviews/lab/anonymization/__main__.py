"""The review as a program of its own; what it is about comes in by a pipe, and when that closes, it ends.

It says two things, a line each: where the page is, or why there is none; and how the review ended.
"""

import json
import os
import signal
import sys
from contextlib import nullcontext, suppress
from threading import Thread
from typing import IO, Any

from tornado.ioloop import IOLoop

from interviews.errors import InterviewsError
from interviews.lab.anonymization.opening import opened_in_browser
from interviews.lab.anonymization.server import ReviewServer
from interviews.lab.anonymization.session import Session
from interviews.project.deciding import unpacked


def main() -> None:
    """Serve one review until the page, or the program that started it, ends it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the program that started this one
    starter, out = _pipes()
    try:
        project, asked = unpacked(starter)
    except InterviewsError as error:
        _say(out, {"problem": str(error)})
        return
    loop = IOLoop(make_current=True)
    with project:
        session = Session(project, asked)
        server = ReviewServer(session, loop.stop)
        Thread(target=_end_with, args=(starter, loop), daemon=True).start()
        _say(out, {"address": server.address})
        with opened_in_browser(server.address) if "--no-browser" not in sys.argv else nullcontext():
            loop.start()
        server.stop()
        proposals = session.review.proposals
        told = {"decided": session.review.decided, "open": len(proposals.open), "entities": len(proposals)}
        _say(out, told | {"applied": session.applied})


def _pipes() -> tuple[IO[bytes], IO[bytes]]:
    """The two ends of the pipes to the starter, kept from the browser that is started here, which would hold them."""
    ends = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    for stream in (0, 1):
        nowhere = os.open(os.devnull, os.O_RDWR)
        os.dup2(nowhere, stream)
        os.close(nowhere)
    return ends


def _end_with(starter: IO[bytes], loop: IOLoop) -> None:
    starter.read()
    loop.add_callback(loop.stop)


def _say(out: IO[bytes], told: dict[str, Any]) -> None:
    with suppress(BrokenPipeError):  # whoever started it is gone
        out.write(json.dumps(told).encode() + b"\n")
        out.flush()


if __name__ == "__main__":
    main()
