"""Names spelled letter by letter, as people do for whoever writes them down."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from interviews.anonymity.finders.page import Finding, Page
from interviews.anonymity.mention import EntityType
from interviews.text import fold

# Parties and firms are spoken letter by letter, too, but in transcripts they are written without joints.
_SPELLED = re.compile(r"(?<![\w-])(?:[^\W\d_](?:-|, | - |\. ?)){3,}[^\W\d_](?![\w-])")
_WORD = re.compile(r"[^\W\d_]+")
_JOINT = re.compile(r"[ \t]*[-,.;–]?[ \t]*")
# How letters are called: German, English, Polish; then the alphabets of the telephone.
_CALLED = (
    "a:a ah:a be:b bee:b ce:c zeh:c see:c cee:c de:d dee:d e:e ee:e eh:e ef:f eff:f ge:g gee:g gie:g ha:h aitch:h "
    "haitch:h i:i ih:i jot:j jay:j ka:k kay:k el:l ell:l em:m en:n o:o oh:o pe:p pee:p ku:q kuh:q cue:q er:r ar:r "
    "es:s ess:s te:t tee:t u:u uh:u you:u vau:v fau:v vee:v we:w weh:w wu:w ix:x iks:x ex:x ypsilon:y igrek:y why:y "
    "zet:z zed:z zett:z zee:z eszett:ss ae:a oe:o ue:u eye:i"
)
_ALPHABETS = (
    "anton:a berta:b casar:c dora:d emil:e friedrich:f gustav:g heinrich:h ida:i julius:j kaufmann:k konrad:k "
    "ludwig:l martha:m nordpol:n otto:o paula:p quelle:q richard:r samuel:s siegfried:s theodor:t ulrich:u viktor:v "
    "wilhelm:w xanthippe:x xaver:x zacharias:z zeppelin:z arger:a okonom:o ubermut:u alpha:a bravo:b charlie:c "
    "delta:d echo:e foxtrot:f golf:g hotel:h india:i juliett:j juliet:j kilo:k lima:l mike:m november:n oscar:o "
    "oskar:o papa:p quebec:q romeo:r sierra:s tango:t uniform:u victor:v whiskey:w whisky:w xray:x yankee:y zulu:z "
    "adam:a barbara:b celina:c ewa:e franciszek:f grazyna:g henryk:h irena:i jadwiga:j karol:k leon:l maria:m "
    "natalia:n olga:o pawel:p roman:r stanislaw:s tadeusz:t urszula:u waclaw:w zygmunt:z"
)
_TWICE = frozenset("doppel double podwojne".split())
_FEWEST = 3


class _Letter(NamedTuple):
    start: int
    end: int
    read: str


def find_spelled_names(page: Page) -> Iterator[Finding]:
    """Four single letters or more in a row with the same joint between them."""
    for match in _SPELLED.finditer(page.text):
        joints = set(re.findall(r"(?<=\w)[^\w]+(?=\w)", match[0]))
        if len(joints) == 1 and match[0][0].isupper():
            yield Finding(match.start(), match.end(), EntityType.PER, "names", "spelled letter by letter", 0.85)


def find_spelled(page: Page, names: Mapping[str, EntityType]) -> Iterator[Finding]:
    """Where these names (folded) are spelled: single letters, the names of letters, or a spelling alphabet."""
    by_first: dict[str, list[str]] = {}
    for name in names:
        by_first.setdefault(name[:1], []).append(name)
    for run in _runs(page.text):
        read = "".join(letter.read for letter in run)
        ends = _ends(run)
        at = 0
        for number, letter in enumerate(run):
            for name in by_first.get(letter.read[:1], ()):
                last = ends.get(at + len(name))
                if last is not None and last - number + 1 >= _FEWEST and read.startswith(name, at):
                    yield Finding(
                        letter.start, run[last].end, names[name], "closing", "a name found elsewhere, spelled", 0.9
                    )
            at += len(letter.read)


def read_letters(text: str) -> str:
    """The word that a text spells, folded, or "" if it spells none."""
    runs = list(_runs(text))
    if runs and all(fold(word) in _names_of_people() for word in _WORD.findall(text)):
        return ""
    whole = len(runs) == 1 and runs[0][0].start == 0 and runs[0][-1].end >= len(text.rstrip(". "))
    return "".join(letter.read for letter in runs[0]) if whole else ""


def _ends(run: Iterable[_Letter]) -> dict[int, int]:
    """Which letter ends so many characters into the run."""
    ends, at = {}, 0
    for number, letter in enumerate(run):
        at += len(letter.read)
        ends[at] = number
    return ends


def _runs(text: str) -> Iterator[list[_Letter]]:
    """Rows of three spelled letters or more."""
    run: list[_Letter] = []
    doubled = -1
    for match in _WORD.finditer(text):
        read = _read(match[0])
        if not read and not run:  # most words
            doubled = -1
            continue
        if run and not _JOINT.fullmatch(text, run[-1].end if doubled < 0 else doubled, match.start()):
            if len(run) >= _FEWEST:
                yield run
            run, doubled = [], -1
        if read in _TWICE:
            doubled = match.end()
            continue
        if read:
            run.append(_Letter(match.start(), match.end(), read * (1 + (doubled >= 0))))
        elif len(run) >= _FEWEST:
            yield run
        doubled = -1
        run = run if read else []
    if len(run) >= _FEWEST:
        yield run


@lru_cache(maxsize=16384)
def _read(word: str) -> str:
    """The letter that a word is or calls, what doubles the next one as it is, or ""."""
    folded = fold(word)
    return folded if len(word) == 1 or folded in _TWICE else _letters().get(folded, "")


@lru_cache(maxsize=1)
def _names_of_people() -> frozenset[str]:
    """Words of the alphabets that people bear as names: Anna Maria Otto spells nothing."""
    return frozenset(pair.split(":")[0] for pair in _ALPHABETS.split()) - {"nordpol", "kaufmann", "quelle", "okonom"}


@lru_cache(maxsize=1)
def _letters() -> dict[str, str]:
    pairs = (pair.split(":") for pair in f"{_CALLED} {_ALPHABETS}".split())
    return {called: letter for called, letter in pairs}
