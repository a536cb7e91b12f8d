"""A program that archives or merges until it is killed; for every line it reads it makes a new such process.

Usage: python crashing.py PROJECT archive TARGET, or python crashing.py PROJECT merge COPY... It answers each line with
the process id; the process prints what it has done after each call that has returned.
"""

import gc
import os
import sys
from pathlib import Path

from interviews.model import Coding, Span
from interviews.store import Store, archive, open_copy

STEP = 20


def archive_until_killed(place: str, target: Path) -> None:
    with Store.open(place) as store:
        transcript = store.transcripts()[0].id
        while True:
            archive.check_target(target, (event.id for event in store.history()))
            with archive.open_draft(target) as draft:
                store.write_archive(draft, 'name = "x"\nlanguage = "de"\n', lambda book: None, lambda done, total: None)
                archive.put(draft, target)
            os.write(1, f"saved {len(store.codings())}\n".encode())
            store.add_codings([Coding(transcript, Span(3, 12), "Wohnen", "c1") for _ in range(STEP)], "c1")


def merge_until_killed(place: str, copies: list[str]) -> None:
    with Store.open(place) as store:
        known = {event.author for event in store.history()}
        for copy in (copy for copy in copies if Path(copy).name not in known):
            with open_copy(Path(copy)) as other:
                store.merge({copy: other})
            os.write(1, f"saved {copy}\n".encode())


gc.freeze()  # what was imported need not be looked through, and so copied, in every new process
for _ in sys.stdin if __name__ == "__main__" else ():
    child = os.fork()
    if child == 0:
        if sys.argv[2] == "archive":
            archive_until_killed(sys.argv[1], Path(sys.argv[3]))
        merge_until_killed(sys.argv[1], sys.argv[3:])
        os._exit(0)
    os.write(1, f"started {child}\n".encode())
    os.waitpid(child, 0)
    os.write(1, b"dead\n")
