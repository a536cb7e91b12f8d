"""Texts on their way in, one after the other: new ones go to the vault, changed ones beside what was there before."""

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from interviews.anonymity import Entry, Vault
from interviews.errors import Problem, Severity
from interviews.formats import Reading, Readings, State, readable, transcript_key
from interviews.model import Transcript
from interviews.project.originals import keep_people
from interviews.project.revisions import as_revision, with_notes
from interviews.store import Store
from interviews.text import likeness

# So many texts wait at most until the store learns of them: each time costs one wait for the disk.
_BATCH = 20
# Corrected transcripts share more than half of their runs of three words with what they were, two interviews with the
# same questions less than a tenth.
_ALIKE = 0.3


def save_readings(readings: Readings, store: Store, vault: Vault, author: str) -> tuple[dict[str, int], list[Problem]]:
    """Keep texts and people in the vault, file by file; the store learns of texts by number only.

    A file that is unchanged is not parsed; one whose text has changed becomes a revision of its original.
    """
    with _intake(store, vault, author, readings.paths) as intake:
        readings.go_through(intake.judge, intake.recall)
    participants, cases = keep_people(readings.participants, readings.cases, vault)
    counts = {**intake.counts, "participants": participants, "cases": cases}
    return {what: count for what, count in counts.items() if count}, list(readings.problems)


def save_transcripts(
    transcripts: Iterable[Transcript], store: Store, vault: Vault, author: str
) -> tuple[dict[str, int], list[Problem]]:
    """The same for transcripts that come from no file of their own and are known to be new, as in another project."""
    with _intake(store, vault, author, ()) as intake:
        listed = list(transcripts)
        for start in range(0, len(listed), _BATCH):
            intake.keep_all(listed[start : start + _BATCH])
    return {what: count for what, count in intake.counts.items() if count}, []


@contextmanager
def _intake(store: Store, vault: Vault, author: str, paths: Iterable[Path]) -> Iterator["Intake"]:
    intake = Intake(store, vault, author, paths)
    try:
        yield intake
    finally:  # what was kept before an interruption is registered, too
        intake.flush()


class Intake:
    """What is known of the originals while files come in, and what became of each."""

    def __init__(self, store: Store, vault: Vault, author: str, paths: Iterable[Path]) -> None:
        self.counts = {"transcripts": 0, "changed transcripts": 0}
        self._store, self._vault, self._author = store, vault, author
        self._arriving = {os.path.abspath(path) for path in paths}
        self._newest: dict[str, Entry] = {}
        self._by_file: dict[str, Entry] = {}
        self._by_text: dict[str, Entry] = {}
        self._by_source: dict[str, str] = {}
        self._by_name: dict[str, str] = {}
        self._met: set[str] = set()
        self._judged: set[str] = set()
        """Those met whose text this pass has seen, and so has compared with the texts of other files."""
        self._waiting: list[Transcript] = []
        self._noted: list[Entry] = []
        self._erased = vault.erased()
        for entry in vault.catalogue():
            self._know(entry)
        self._registered = {registration.id for registration in store.registrations()}
        for left in self._newest.keys() - self._registered:  # by a save that was cut off between vault and store
            self._register(vault.original(left))

    def recall(self, digest: str, path: Path) -> Reading | None:
        """A file whose bytes are those of an original need not be parsed."""
        if digest in self._erased:
            return _refused(Reading(None), path)
        entry = self._by_file.get(digest)
        if entry is None:
            return None
        if entry is self._newest[entry.id]:
            return self._unchanged(entry, path)
        if self._by_source.get(os.path.abspath(path)) == entry.id:
            return None  # the file holds again what it held before
        return _earlier(Reading(None), path)

    def judge(self, reading: Reading) -> Reading:
        """Keep what is new of a reading."""
        transcript = reading.transcript
        if transcript is None:
            return reading
        if transcript.digest in self._erased:
            return _refused(reading, reading.path)
        source = os.path.abspath(reading.path) if reading.path else None
        if source is not None:
            reading = replace(reading, transcript=replace(transcript, source=source))
        own = self._by_source.get(source or "")
        if own is not None:
            return self._again(reading, own)
        same = self._by_text.get(transcript.digest)
        if same is not None:
            return self._same_text(reading, same)
        named = self._by_name.get(transcript_key(transcript.name))
        return self._same_name(reading, named) if named is not None else self.keep(reading)

    def flush(self) -> None:
        """Let the catalogue and the store know what was kept since the last time."""
        noted, self._noted = self._noted, []
        self._vault.save_catalogue(noted)
        waiting, self._waiting = self._waiting, []
        count = len(self._registered)
        self._store.register([_nameless(one, count + i) for i, one in enumerate(waiting, 1)], self._author)
        self._registered |= {transcript.id for transcript in waiting}

    def _unchanged(self, entry: Entry, path: Path) -> Reading:
        source = os.path.abspath(path)
        reading = Reading(None, path=path, outline=entry.outline, state=State.UNCHANGED)
        self._met.add(entry.id)
        if entry.source is None or os.path.abspath(entry.source) == source:
            return reading
        if transcript_key(Path(entry.source).stem) != transcript_key(path.stem):
            told = "its content is in the project already, from a file of another name"
            reading = reading.told(Problem(readable(path.name), told, Severity.INFO))
        if not os.path.exists(entry.source):  # it was renamed or moved, and is known by its new place from now on
            self._note(replace(entry, source=source))
        return reading

    def _again(self, reading: Reading, id: str) -> Reading:
        """A known file with other bytes."""
        before = self._vault.original(id)
        made, only_notes = as_revision(_transcript(reading), before)
        self._meet(id)
        if not only_notes:
            return self._revised(reading, made)
        self._note(self._vault.save_original(with_notes(before, made), reading.digest))
        return replace(reading, state=State.UNCHANGED)

    def _same_text(self, reading: Reading, entry: Entry) -> Reading:
        if entry is not self._newest[entry.id]:
            return _earlier(reading, reading.path)
        if entry.id in self._judged and reading.path is not None:
            return replace(reading, state=State.LEFT_OUT)  # the pass over the files has told it
        copied = reading.path is not None and entry.id in self._met
        self._meet(entry.id)
        told = Problem(_place(reading), "this text is in the project already", Severity.INFO)
        return reading.told(told, State.LEFT_OUT if copied else State.UNCHANGED)

    def _same_name(self, reading: Reading, id: str) -> Reading:
        """An unknown file of a known name: the same interview where the file before is gone and they are alike."""
        known = self._newest[id].source
        arriving = reading.path is not None and known is not None and os.path.abspath(known) in self._arriving
        met = reading.path is not None and id in self._met
        if not arriving and not met:
            before = self._vault.original(id)
            if reading.path is not None and likeness(before.text, _transcript(reading).text) >= _ALIKE:
                self._meet(id)
                return self._revised(reading, as_revision(_transcript(reading), before)[0])
        if reading.path is not None and known is not None and _lies_elsewhere(known, reading.path):
            return self._by_folder(reading)
        if met:
            return replace(reading, state=State.LEFT_OUT)  # the pass over the files has told it
        if arriving:
            told = "another file of this name is in the project: rename one of them"
            return reading.told(Problem(_place(reading), told), State.LEFT_OUT)
        told = "another text of this name is in the project: rename it if it is another interview"
        return reading.told(Problem(_place(reading), told, Severity.ERROR), State.LEFT_OUT)

    def _by_folder(self, reading: Reading) -> Reading:
        """A file that has the name of one in another folder, and is another interview."""
        assert reading.path is not None
        transcript = _transcript(reading)
        name = f"{readable(os.path.basename(os.path.dirname(os.path.abspath(reading.path))))}-{transcript.name}"
        number, free = 1, name
        while transcript_key(free) in self._by_name:
            number += 1
            free = f"{name}-{number}"
        told = "a transcript from another folder has its name: it was taken for another interview, called folder-name"
        reading = reading.told(Problem(_place(reading), told))
        outline = reading.outline and replace(reading.outline, name=free)
        return self.keep(replace(reading, transcript=replace(transcript, name=free), outline=outline))

    def _meet(self, id: str) -> None:
        self._met.add(id)
        self._judged.add(id)

    def _revised(self, reading: Reading, transcript: Transcript) -> Reading:
        entry = self._vault.revise_original(transcript, reading.digest)
        self._note(entry)
        self.counts["changed transcripts"] += 1
        told = f"it has changed and was kept as revision {entry.revision} of its original"
        reading = reading.told(Problem(_place(reading), told, Severity.INFO), State.CHANGED)
        return replace(reading, transcript=transcript, outline=entry.outline)

    def keep(self, reading: Reading) -> Reading:
        """Keep what is new as a whole."""
        transcript = _transcript(reading)
        self._kept(transcript, self._vault.save_original(transcript, reading.digest))
        return reading

    def keep_all(self, transcripts: Sequence[Transcript]) -> None:
        """The same for transcripts that come from no file of their own."""
        for transcript, entry in zip(transcripts, self._vault.save_originals(transcripts), strict=True):
            self._kept(transcript, entry)

    def _kept(self, transcript: Transcript, entry: Entry) -> None:
        self._note(entry)
        self._register(transcript)
        self._meet(transcript.id)
        self.counts["transcripts"] += 1

    def _register(self, transcript: Transcript) -> None:
        self._waiting.append(transcript)
        if len(self._waiting) >= _BATCH:
            self.flush()

    def _note(self, entry: Entry) -> None:
        self._know(entry)
        self._noted.append(entry)

    def _know(self, entry: Entry) -> None:
        """Later revisions come later, and take the place of those before."""
        before = self._newest.get(entry.id)
        if before is not None and before.source is not None:
            self._by_source.pop(os.path.abspath(before.source), None)
        self._newest[entry.id] = entry
        self._by_text[entry.text] = entry
        if entry.file is not None:
            self._by_file[entry.file] = entry
        if entry.source is not None:
            self._by_source[os.path.abspath(entry.source)] = entry.id
        self._by_name.setdefault(transcript_key(entry.outline.name), entry.id)


def _transcript(reading: Reading) -> Transcript:
    assert reading.transcript is not None
    return reading.transcript


def _lies_elsewhere(known: str, path: Path) -> bool:
    """Whether a file that is still there lies in another folder."""
    return os.path.exists(known) and os.path.dirname(os.path.abspath(known)) != os.path.dirname(os.path.abspath(path))


def _earlier(reading: Reading, path: Path | None) -> Reading:
    told = "an earlier text of a transcript in the project: it was left alone"
    return reading.told(Problem(readable(path.name) if path else "", told, Severity.INFO), State.LEFT_OUT)


def _refused(reading: Reading, path: Path | None) -> Reading:
    told = "this interview was erased, since somebody withdrew, and is not taken in again: delete the file"
    return reading.told(Problem(readable(path.name) if path else "", told), State.LEFT_OUT)


def _nameless(transcript: Transcript, number: int) -> Transcript:
    """The transcript under a number: until they are anonymized too, its name and case may be those of people."""
    return replace(transcript, name=f"transcript {number}", case=None)


def _place(reading: Reading) -> str:
    if reading.path is not None:
        return readable(reading.path.name)
    transcript = _transcript(reading)
    return readable(transcript.source.rpartition("/")[2] if transcript.source else transcript.name)
