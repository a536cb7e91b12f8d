"""A program in which one person codes, reviews, revises, suggests, undoes and redoes, again and again.

Usage: python acting.py PROJECT AUTHOR COUNT. It prints `did ACTION` after each act whose call has returned. With a
COUNT of 0 it answers each line it reads with a new such process that acts until it is killed, as `crashing.py` does.
"""

import gc
import os
import random
import sys
from collections.abc import Callable
from dataclasses import replace

from interviews.errors import MisuseError
from interviews.model import Change, Coding, Revision, Span, Step, Suggestion
from interviews.store import Store

Act = Callable[[Store, str], str]


def code(store: Store, author: str) -> str:
    transcript = store.transcripts()[0]
    path = store.codebook().codes[0].path
    store.add_codings([Coding(transcript.id, Span(3, 12), path, author, transcript.version)], author)
    return "add"


def review(store: Store, author: str) -> str:
    chosen = store.codings()[:2]
    store.review({coding.id: store.codebook().codes[-1].path for coding in chosen}, author)
    return "review" if chosen else ""


def revise(store: Store, author: str) -> str:
    book = store.codebook()
    number = store.next_version(book.name)
    step = Step(Change.REDEFINE, book.codes[0].path, fields={"definition": f"{author} {number}"})
    codes = (replace(book.codes[0], definition=f"{author} {number}"), *book.codes[1:])
    revised = replace(book, version=number, codes=codes)
    store.add_codebook(revised, author, Revision(book.name, number, book.version, (step,)))
    return "revise"


def suggest(store: Store, author: str) -> str:
    transcript = store.transcripts()[0]
    store.add_suggestions([Suggestion(transcript.id, Span(0, 2), "Wohnen", "search: x", 1.0)], author)
    return "add"


def decide(store: Store, author: str) -> str:
    waiting = store.suggestions()
    store.decide_suggestions({one.id: None for one in waiting}, author)
    return "decide" if waiting else ""


def undo(store: Store, author: str) -> str:
    store.undo(author)
    return "undo"


def redo(store: Store, author: str) -> str:
    store.redo(author)
    return "redo"


ACTS: tuple[Act, ...] = (code, review, revise, suggest, decide, undo, undo, redo)


def act(place: str, author: str, count: int | None) -> None:
    chance = random.Random(os.getpid())
    done = 0
    with Store.open(place) as store:
        while count is None or done < count:
            try:
                action = chance.choice(ACTS)(store, author)
            except MisuseError:  # nothing to undo, or somebody else was faster
                action = ""
            done += 1
            if action:
                os.write(1, f"did {action}\n".encode())


if __name__ == "__main__":
    place, author, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
    if count:
        act(place, author, count)
    else:
        gc.freeze()
        for _ in sys.stdin:
            child = os.fork()
            if child == 0:
                act(place, author, None)
            os.write(1, f"started {child}\n".encode())
            os.waitpid(child, 0)
            os.write(1, b"dead\n")
