"""A program that saves codings until it is killed; started once, it makes a new such process for every line it reads.

Usage: python crashing.py PROJECT TRANSCRIPT_ID. It answers each line with the process id; the process prints the id of
every coding after the call that saved it has returned.
"""

import gc
import os
import sys

from interviews.model import Coding, Span
from interviews.store import Store


def save_until_killed(place: str, transcript: str) -> None:
    with Store.open(place) as store:
        while True:
            coding = Coding(transcript, Span(3, 12), "Wohnen", "c1")
            store.add_codings([coding], "c1")
            os.write(1, f"saved {coding.id}\n".encode())


gc.freeze()  # what was imported need not be looked through, and so copied, in every new process
for _ in sys.stdin:
    child = os.fork()
    if child == 0:
        save_until_killed(sys.argv[1], sys.argv[2])
    os.write(1, f"started {child}\n".encode())
    os.waitpid(child, 0)
    os.write(1, b"dead\n")
