"""The index of words of some transcripts: kept in a folder, brought up to date when asked for, gone without harm.

The folder holds parts, each a folder of its own under a name that nobody uses twice: written beside, then renamed. So
two programs may work in it at once, and whoever reads a part while another takes it away keeps what they have.
"""

import contextlib
import shutil
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np

from interviews.exploration.searching import postings
from interviews.exploration.searching.hits import Hits, join
from interviews.exploration.searching.lookup import candidates, look_up
from interviews.exploration.searching.postings import Postings, Progress, key_of
from interviews.exploration.searching.vocabulary import Vocabulary
from interviews.exploration.searching.wording import Wording
from interviews.exploration.views.speeches import Numbers
from interviews.model import Transcript, new_id

_DRAFT = "draft-"
_OLD = 3600.0
"""Seconds after which a draft is one that was cut off."""
_MOST_PARTS = 8


class Words:
    """All words of these transcripts with their places."""

    def __init__(self, transcripts: Sequence[Transcript], parts: Sequence[Postings], keys: Sequence[str]) -> None:
        self.transcripts = tuple(transcripts)
        self._parts = list(parts)
        wanted = {key: number for number, key in enumerate(keys)}
        # A transcript that stands in two parts counts in the first one only.
        self._numbers = [np.array([wanted.pop(key, -1) for key in part.documents], dtype=np.int64) for part in parts]

    @property
    def vocabularies(self) -> list[Vocabulary]:
        """The words of each part."""
        return [part.vocabulary for part in self._parts]

    def look_up(self, wording: Wording, limit: int | None = None) -> Iterator[Hits]:
        """Every place, by transcript (its number in `transcripts`) and position, in portions of whole transcripts.

        Where only so many are wanted, the first portions are small.
        """
        if len(self._parts) == 1 and _is_sorted(self._numbers[0]):
            yield from (_numbered(hits, self._numbers[0]) for hits in look_up(wording, self._parts[0], limit))
        else:  # the transcripts of the parts stand between one another
            pairs = zip(self._parts, self._numbers, strict=True)
            found = [_numbered(hits, numbers) for part, numbers in pairs for hits in look_up(wording, part)]
            yield join(found).in_order()

    def candidates(self, wording: Wording) -> Numbers:
        """The numbers of the transcripts in which there may be a place."""
        found = [numbers[candidates(wording, part)] for part, numbers in zip(self._parts, self._numbers, strict=True)]
        numbers = np.unique(np.concatenate([np.zeros(0, dtype=np.int64), *found]))
        return numbers[numbers >= 0]


def index_words(
    transcripts: Sequence[Transcript], folder: Path | None = None, progress: Progress | None = None
) -> Words:
    """The words of these transcripts, from a folder as far as it has them; what it lacks is added to it.

    What is damaged there, or of transcripts that are no more, is taken away. Where nothing can be written, or no folder
    is given, the index is in memory only.
    """
    transcripts = sorted(transcripts, key=lambda transcript: transcript.name)
    keys = [key_of(transcript) for transcript in transcripts]
    found = _load(folder) if folder else {}
    kept = _useful(found, keys)
    known = {key for part in kept.values() for key in part.documents}
    missing = [(one, key) for one, key in zip(transcripts, keys, strict=True) if key not in known]
    parts = list(kept.values())
    if missing or not parts:
        added = postings.build([one for one, _ in missing], [key for _, key in missing], progress)
        parts.append(added)
        if folder and missing:
            _save(added, folder)
    if folder:
        _clear(folder, found.keys() - kept.keys())
    return Words(transcripts, parts, keys)


def _load(folder: Path) -> dict[Path, Postings | None]:
    try:
        return {path: postings.load(path) for path in sorted(folder.iterdir()) if not path.name.startswith(_DRAFT)}
    except OSError:
        return {}


def _useful(found: dict[Path, Postings | None], keys: Sequence[str]) -> dict[Path, Postings]:
    """The parts to go on with, the largest first: sound, not mostly of transcripts that are no more, and not too many.

    What they leave out is indexed anew, in one part.
    """
    wanted = set(keys)
    kept: dict[Path, Postings] = {}
    for path, part in sorted(found.items(), key=lambda item: -len(item[1].documents) if item[1] else 0):
        if part is None:
            continue
        used = wanted.intersection(part.documents)
        if 2 * len(used) > len(part.documents):
            kept[path] = part
            wanted -= used
    return kept if len(kept) < _MOST_PARTS else dict(list(kept.items())[:1])


def _save(part: Postings, folder: Path) -> None:
    name = new_id()
    draft = folder / (_DRAFT + name)
    try:
        postings.save(part, draft)
        draft.rename(folder / name)
    except OSError:  # no room, or not ours to write: the index is in memory this time
        shutil.rmtree(draft, ignore_errors=True)


def _clear(folder: Path, useless: Iterable[Path]) -> None:
    """Take away these parts, and drafts that were cut off."""
    with contextlib.suppress(OSError):
        cut_off = [path for path in folder.glob(f"{_DRAFT}*") if time.time() - path.stat().st_mtime > _OLD]
        for path in (*useless, *cut_off):
            shutil.rmtree(path, ignore_errors=True)


def _numbered(hits: Hits, numbers: Numbers) -> Hits:
    """The places of transcripts that are still there, under the numbers that these have now."""
    document = numbers[hits.document]
    return Hits(document, hits.speech, hits.start, hits.end).take(document >= 0)


def _is_sorted(numbers: Numbers) -> bool:
    known = numbers[numbers >= 0]
    return bool((known[1:] > known[:-1]).all())
