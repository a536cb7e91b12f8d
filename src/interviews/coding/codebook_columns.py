"""Which column of a table of codes holds what: our names, and those that people write in German, English and Polish."""

import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

from interviews.coding.yaml_node import suggestion
from interviews.errors import MisuseError

BOOK = ("codebook", "version", "language")
_WORDS = {
    "code": "code|codes|kode|codename|code name|name|kategorie|category|kod|kategoria|nazwa",
    "parent": "parent|parent code|obercode|oberkategorie|übergeordnet|übergeordneter code|"
    "übergeordnete kategorie|überkategorie|gehört zu|kod nadrzędny|nadrzędny",
    "definition": "definition|beschreibung|bedeutung|description|meaning|definicja|opis",
    "use_when": "use when|anwenden wenn|anwendung|verwenden wenn|wann|einschluss|include|inclusion|"
    "kodierregel|kodierregeln|codierregel|codierregeln|kiedy",
    "not_when": "not when|nicht wenn|nicht anwenden wenn|abgrenzung|ausschluss|exclude|exclusion|kiedy nie",
    "anchor": "anchor|ankerbeispiel|ankerbeispiele|beispiel|beispiele|anchor example|example|przykład",
    "anchor_source": "anchor source|quelle|quelle des ankerbeispiels|quelle des beispiels|fundstelle|source|źródło",
    "counter": "counter|gegenbeispiel|gegenbeispiele|counter example|counterexample|kontrprzykład",
    "memo": "memo|notiz|notizen|anmerkung|bemerkung|kommentar|note|notes|comment|notatka|uwagi",
    "colour": "colour|color|farbe|kolor",
    "retired": "retired|stillgelegt|nicht mehr verwendet|wycofany",
    "codebook": "codebook|codebuch",
    "version": "version",
    "language": "language|sprache",
    # What programs count beside each code; a codebook does not hold it.
    "": "nr|no|lfd nr|anzahl|häufigkeit|frequency|count|codings|codierungen|liczba",
}
_KNOWN = {word: column for column, words in _WORDS.items() for word in words.split("|")}
_LEVEL = re.compile(r"(?:level|ebene|stufe|poziom) ?(\d)|(?:code|kategorie|category)(?:ebene|level)? ?(\d)")
_LEVELS = {
    **dict.fromkeys("theme|thema|hauptkategorie|main category|hauptcode|temat|oberthema".split("|"), "1"),
    **dict.fromkeys("subcode|sub code|unterkategorie|subkategorie|subcategory|unterthema|subkod".split("|"), "8"),
    **dict.fromkeys("untercode|unter code|podkategoria".split("|"), "8"),
}
LABEL = "label_"
_LABEL = re.compile(r"(?:label|bezeichnung|name|etykieta)[ _-]\(?([a-z]{2,3})\)?", re.IGNORECASE)


class Columns(NamedTuple):
    """Where in a row what is to be found."""

    fields: dict[str, int]
    levels: tuple[int, ...]
    """Columns of nested codes, the theme first."""
    labels: dict[str, int]
    """Columns of names in other languages, by language."""


def find_columns(header: Sequence[str], where: str) -> Columns:
    """The columns by their names; raises `MisuseError` for one that is not known, that stands twice, or is missing."""
    fields: dict[str, int] = {}
    levels: dict[str, int] = {}
    labels: dict[str, int] = {}
    for i, cell in enumerate(header):
        name = _plain(cell)
        if name in _KNOWN:
            if _KNOWN[name]:
                _take(fields, _KNOWN[name], i, cell, where)
        elif level := _level(name):
            _take(levels, level, i, cell, where)
        elif language := _language(cell):
            _take(labels, language, i, cell, where)
        elif name:
            raise MisuseError(
                f"{where}: the column '{cell}' is not known{suggestion(name, _KNOWN)}; rename or remove it"
            )
    if levels and "code" in fields:  # below a theme, and above a subcode
        levels["4"] = fields.pop("code")
    if not levels and "code" not in fields:
        raise MisuseError(f"{where}: there is no column 'code'; name the column with the codes so")
    return Columns(fields, tuple(levels[level] for level in sorted(levels)), labels)


def _plain(cell: str) -> str:
    words = unicodedata.normalize("NFC", cell).casefold()
    return " ".join(re.sub(r"[_\-.,:/*]", " ", words).split())


def _language(cell: str) -> str:
    """The language of a column of names, such as `label_en` or `Bezeichnung (en)`; empty for any other column."""
    if cell.startswith(LABEL):
        return cell.removeprefix(LABEL)
    match = _LABEL.fullmatch(cell.strip())
    return match[1].lower() if match else ""


def _level(name: str) -> str:
    match = _LEVEL.fullmatch(name)
    return (match[1] or match[2]) if match else _LEVELS.get(name, "")


def _take(found: dict[str, int], key: str, i: int, cell: str, where: str) -> None:
    if key in found:
        raise MisuseError(f"{where}: there are two columns for the same as '{cell}'; keep one of them")
    found[key] = i
