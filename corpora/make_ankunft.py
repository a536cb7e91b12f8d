"""Writes the transcripts of the bundled study from their marked texts: `python corpora/make_ankunft.py`.

`gold/<name>.marked.txt` is the source: the text with its identifying spans marked. The transcripts are the same
texts without the marks, as the files a team would get: most as plain text, one as a Word file, one as captions.
"""

import re
import sys
from pathlib import Path

import docx

STUDY = Path(__file__).parent / "ankunft"
MARK = re.compile(r"\{[A-Z]+:\w+\|[DQN]\|([^{}|]+)\}")
SUFFIXES = {"hafenstadt-2": ".docx", "borough-1": ".vtt"}
# Captions need times; these words per second are those of an unhurried talk.
WORDS_PER_SECOND = 2.4


def main() -> None:
    for marked in sorted((STUDY / "gold").glob("*.marked.txt")):
        name = marked.name.removesuffix(".marked.txt")
        folder = STUDY / name.rpartition("-")[0]
        folder.mkdir(exist_ok=True)
        path = folder / (name + SUFFIXES.get(name, ".txt"))
        WRITERS[path.suffix](MARK.sub(r"\1", marked.read_text(encoding="utf-8")), path)
        print(path.relative_to(STUDY), file=sys.stderr)


def write_text(text: str, path: Path) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")


def write_word(text: str, path: Path) -> None:
    document = docx.Document()
    for line in text.rstrip("\n").split("\n"):
        document.add_paragraph(line)
    document.core_properties.author = ""
    document.save(str(path))


def write_captions(text: str, path: Path) -> None:
    cues, second = [], 0.0
    for number, turn in enumerate(filter(None, text.split("\n\n")), start=1):
        label, _, speech = turn.strip().partition(": ")
        end = second + max(1.0, len(speech.split()) / WORDS_PER_SECOND)
        cues.append(f"{number}\n{_time(second)} --> {_time(end)}\n<v {label}>{speech}</v>\n")
        second = end + 0.4
    path.write_text("WEBVTT\n\n" + "\n".join(cues), encoding="utf-8", newline="\n")


def _time(second: float) -> str:
    millis = round(second * 1000)
    return f"{millis // 3_600_000:02}:{millis // 60_000 % 60:02}:{millis // 1000 % 60:02}.{millis % 1000:03}"


WRITERS = {".txt": write_text, ".docx": write_word, ".vtt": write_captions}

if __name__ == "__main__":
    main()
