"""What a step of the workbench is set beside: the plainest way to do the same, or a limit of the machine."""

import os
import re
import sqlite3
import subprocess
from collections.abc import Callable, Sequence
from itertools import combinations
from pathlib import Path

import numpy as np
import pandas as pd

from interviews.model import Coding, Transcript

COLUMNS = "id created event transcript version span_start span_end code coder memo".split()


def read_plainly(files: Sequence[Path]) -> list[str]:
    """The files as text."""
    return [file.read_text(encoding="utf-8") for file in files]


def write_synced(texts: Sequence[str], folder: Path) -> None:
    """One file a text, each on the disk before the next."""
    folder.mkdir(exist_ok=True)
    for number, text in enumerate(texts):
        with (folder / f"{number}.txt").open("w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())


def sync_one_page(file: Path) -> None:
    """4 KiB to the disk."""
    with file.open("r+b" if file.exists() else "w+b") as handle:
        handle.write(os.urandom(4096))
        handle.flush()
        os.fsync(handle.fileno())


def insert_bare(codings: Sequence[Coding], file: Path) -> None:
    """The same rows into a table without keys to others, by the driver alone, flushed like ours."""
    file.unlink(missing_ok=True)
    rows = [(c.id, 0, "", c.transcript, c.version, c.span.start, c.span.end, c.code, c.coder, c.memo) for c in codings]
    with sqlite3.connect(file) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute(f"CREATE TABLE codings ({', '.join(COLUMNS)}, PRIMARY KEY (id))")
        connection.executemany(f"INSERT INTO codings VALUES ({','.join('?' * len(COLUMNS))})", rows)
    connection.close()


def select_bare(file: Path) -> pd.DataFrame:
    """Codings and their words from our own database, by the driver and pandas alone: no speakers, roles or cases."""
    connection = sqlite3.connect(file)
    frame = pd.read_sql("SELECT * FROM codings", connection)
    texts = dict(connection.execute("SELECT transcript, text FROM text_versions"))
    connection.close()
    places = zip(frame["transcript"], frame["span_start"], frame["span_end"], strict=True)
    frame["text"] = [texts[name][start:end] for name, start, end in places]
    return frame


def cooccur_by_merge(frame: pd.DataFrame) -> pd.DataFrame:
    """Pairs of codings of a transcript that overlap, by a join of the table with itself."""
    plain = frame[["transcript", "code", "start", "end"]].astype({"code": str})
    pairs = plain.merge(plain, on="transcript")
    pairs = pairs[(pairs["start_x"] < pairs["end_y"]) & (pairs["start_y"] < pairs["end_x"])]
    return pd.crosstab(pairs["code_x"], pairs["code_y"])


def agree_by_arrays(codings: Sequence[Coding], transcripts: Sequence[Transcript]) -> dict[str, float]:
    """Percent agreement alone, code by code, with one array element a character: no kappa, alpha or intervals."""
    lengths = {transcript.id: len(transcript.text) for transcript in transcripts}
    origin = dict(zip(lengths, np.cumsum([0, *lengths.values()]), strict=False))
    coders = sorted({coding.coder for coding in codings})
    by_code: dict[str, list[Coding]] = {}
    for coding in codings:
        by_code.setdefault(coding.code, []).append(coding)
    shares = {}
    for code, applied in by_code.items():
        marks = np.zeros((len(coders), sum(lengths.values())), dtype=bool)
        for one in applied:
            at = origin[one.transcript]
            marks[coders.index(one.coder), at + one.span.start : at + one.span.end] = True
        shares[code] = float(np.mean([(marks[a] == marks[b]).mean() for a, b in combinations(range(len(coders)), 2)]))
    return shares


def search_by_pandas(transcripts: Sequence[Transcript]) -> Callable[[str], int]:
    """A search over a column of turns that is in memory already, by a regular expression; only counts."""
    turns = pd.Series([turn.speech.of(each.text) for each in transcripts for turn in each.turns])
    return lambda pattern: int(turns.str.count(pattern, flags=re.IGNORECASE).sum())


def search_by_grep(folder: Path) -> Callable[[str], int]:
    """A search over the files, by grep in a UTF-8 locale; only counts."""

    def count(pattern: str) -> int:
        command = ["grep", "--recursive", "--only-matching", "--ignore-case", "--perl-regexp", pattern, str(folder)]
        done = subprocess.run(command, capture_output=True, check=False, env={**os.environ, "LC_ALL": "C.UTF-8"})
        return done.stdout.count(b"\n")

    return count


def write_paragraphs(texts: Sequence[str], path: Path) -> None:
    """A Word file with a paragraph a text, by python-docx alone."""
    import docx

    document = docx.Document()
    for text in texts:
        document.add_paragraph(text)
    document.save(str(path))
