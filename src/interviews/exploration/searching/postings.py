"""Where the words of some transcripts stand, in arrays: built once, kept in files, read by mapping them into memory."""

import json
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from interviews.exploration.searching.chains import chains_of
from interviews.exploration.searching.vocabulary import Vocabulary
from interviews.exploration.views.speeches import Numbers, Speeches
from interviews.model import Transcript

Progress = Callable[[int, int], None]
_VERSION = 1
_WORDS, _ABOUT = "words.txt", "about.json"


@dataclass(frozen=True)
class Postings:
    """All chains (see there) of some transcripts, numbered through in the order of the text."""

    documents: tuple[str, ...]
    """A key for each transcript: which text it is, see `key_of`."""
    words: tuple[str, ...]
    """Every chain as it is written somewhere, once, sorted."""
    order: NDArray[np.uint32]
    """The numbers of the chains, those of the first word first."""
    bounds: Numbers
    """Word n is said by the chains order[bounds[n]:bounds[n + 1]]."""
    starts: NDArray[np.uint32]
    """Where each chain begins in the text of its transcript."""
    follows: NDArray[np.bool_]
    """Whether nothing but blanks stands between each chain and the one before it in the same speech."""
    speeches: Numbers
    """The first chain of each speech, and one number more: the end."""
    firsts: Numbers
    """The first speech of each transcript, and one number more."""

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The words, ready for being asked."""
        return Vocabulary(self.words)

    def places(self, chains: Numbers) -> tuple[Numbers, Numbers]:
        """In which transcript each chain stands, and in which of its speeches."""
        speech = np.searchsorted(self.speeches, chains, side="right") - 1
        document = np.searchsorted(self.firsts, speech, side="right") - 1
        return document, speech - self.firsts[document]

    def said(self, word: int) -> NDArray[np.uint32]:
        """The chains that are this word, in the order of the text."""
        return self.order[self.bounds[word] : self.bounds[word + 1]]


class _Numbers(dict[str, int]):
    """A number for each word, given when it is first asked for."""

    def __missing__(self, word: str) -> int:
        number = self[word] = len(self)
        return number


def key_of(transcript: Transcript) -> str:
    """The same for the same text with the same speeches."""
    spans = np.array([(turn.speech.start, turn.speech.end) for turn in transcript.turns], dtype=np.int64)
    text = zlib.crc32(transcript.text.encode("utf-8", "surrogatepass"))
    return f"{transcript.id}:{transcript.version}:{len(transcript.text)}:{text:08x}{zlib.crc32(spans.tobytes()):08x}"


def build(transcripts: Sequence[Transcript], keys: Sequence[str], progress: Progress | None = None) -> Postings:
    """Index these transcripts; about four seconds for a million lines of talk."""
    numbers = _Numbers()
    ids, starts, follows, sizes, firsts = [], [], [], [np.zeros(1, dtype=np.int64)], [0]
    for done, transcript in enumerate(transcripts, 1):
        speeches = Speeches(transcript)
        begins, ends, follow = chains_of(speeches.folded.text)
        written = speeches.folded.spans(begins, ends)
        spelled = (speeches.text[start:end] for start, end in zip(*(part.tolist() for part in written), strict=True))
        ids.append(np.array([numbers[word] for word in spelled], dtype=np.uint32))
        speech, begins, _ = speeches.places(begins, ends)
        starts.append(begins.astype(np.uint32))
        follows.append(follow)
        sizes.append(np.bincount(speech, minlength=len(speeches.spans)))
        firsts.append(firsts[-1] + len(speeches.spans))
        if progress:
            progress(done, len(transcripts))
    words = sorted(numbers)
    rank = np.empty(len(words), dtype=np.uint32)
    rank[[numbers[word] for word in words]] = np.arange(len(words), dtype=np.uint32)
    word = rank[_joined(ids, np.uint32)]
    return Postings(
        tuple(keys),
        tuple(words),
        np.argsort(word, kind="stable").astype(np.uint32),
        np.concatenate(([0], np.cumsum(np.bincount(word, minlength=len(words))))).astype(np.int64),
        _joined(starts, np.uint32),
        _joined(follows, np.bool_),
        np.cumsum(np.concatenate(sizes)),
        np.array(firsts, dtype=np.int64),
    )


def save(postings: Postings, folder: Path) -> None:
    """Write the files into a new folder. Raises OSError where that cannot be done."""
    folder.mkdir(parents=True)
    (folder / _WORDS).write_bytes("\n".join(postings.words).encode("utf-8", "surrogatepass"))
    for name in _arrays():
        np.save(folder / f"{name}.npy", getattr(postings, name))
    sums = {path.name: _sum(path) for path in sorted(folder.iterdir())}
    about = {"version": _VERSION, "documents": postings.documents, "sums": sums}
    (folder / _ABOUT).write_text(json.dumps(about), encoding="utf-8")


def load(folder: Path) -> Postings | None:
    """Map the files into memory; None where they are not what was written."""
    try:
        about = json.loads((folder / _ABOUT).read_text(encoding="utf-8"))
        if about["version"] != _VERSION or any(_sum(folder / name) != sum for name, sum in about["sums"].items()):
            return None
        text = (folder / _WORDS).read_bytes().decode("utf-8", "surrogatepass")
        arrays: dict[str, Any] = {name: np.load(folder / f"{name}.npy", mmap_mode="r") for name in _arrays()}
        return Postings(tuple(about["documents"]), tuple(text.split("\n") if text else ()), **arrays)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def _arrays() -> list[str]:
    return [field.name for field in fields(Postings) if field.name not in ("documents", "words")]


def _sum(path: Path) -> int:
    """A checksum that costs a tenth of a second for a thousand interviews."""
    return zlib.crc32(np.memmap(path, mode="r").data) if path.stat().st_size else 0


def _joined(parts: list[NDArray[Any]], kind: Any) -> NDArray[Any]:
    return np.concatenate(parts) if parts else np.zeros(0, dtype=kind)
