"""What kind of place a name stands for: a quarter, or a town of some size in some region (GeoNames, CC BY 4.0)."""

import re
from collections.abc import Iterable
from typing import Any

from interviews.anonymity.words.dictionary import lemma
from interviews.anonymity.words.towns import listed_towns
from interviews.text import fold

_LARGE, _MEDIUM = 100_000, 20_000
_ARTICLE = re.compile(r"^(?:der|die|das|den|dem|the|im|in|am|w|we|na)\s+")
_QUARTER_NAME = re.compile(
    r"(?:nord|sud|west|ost)(?:stadt|viertel|end)$|(?:alt|neu|innen|vor|unter|ober|hafen)stadt$"
    r"|(?:viertel|quartier|siedlung|kiez|veedel)$|\b(?:estate|ward|quarter)$|^(?:osiedle|dzielnica)\b"
)
# Words right before a name, folded, that say what it is.
_CUES: tuple[tuple[str, str], ...] = (
    (r"(?:stadtteil|ortsteil|quartier|viertel|stadtviertel|stadtbezirk|bezirk|siedlung|kiez|veedel)s?", "quarter"),
    (r"(?:neighbourhood|estate|ward|district|quarter) (?:of|called)|dzielnic\w+|osiedl\w+", "quarter"),
    (r"(?:dorf|dorfe|dorfes|weiler|village(?: of| called)?|wsi|wies|wioskk?[aei])", "village"),
    (r"(?:landkreis|kreis|county|powia[tc]\w*)", "county"),
)
_WORDS = {
    "de": {
        "quarter": "Stadtteil", "quarter of": "Stadtteil einer {}", "village": "Dorf", "county": "Landkreis",
        "large": "Großstadt", "medium": "Mittelstadt", "small": "Kleinstadt",
    },
    "en": {
        "quarter": "district", "quarter of": "district of a {}", "village": "village", "county": "county",
        "large": "large city", "medium": "medium-sized town", "small": "small town",
    },
    "pl": {
        "quarter": "dzielnica", "quarter of": "dzielnica ({})", "village": "wieś", "county": "powiat",
        "large": "duże miasto", "medium": "średnie miasto", "small": "małe miasto",
    },
}  # fmt: skip
_HOME = {"de": ("DE", "AT", "CH"), "en": ("GB", "IE"), "pl": ("PL",)}
_LANDS = {
    "01": "Baden-Württemberg", "02": "Bayern", "03": "Bremen", "04": "Hamburg", "05": "Hessen", "06": "Niedersachsen",
    "07": "Nordrhein-Westfalen", "08": "Rheinland-Pfalz", "09": "Saarland", "10": "Schleswig-Holstein",
    "11": "Brandenburg", "12": "Mecklenburg-Vorpommern", "13": "Sachsen", "14": "Sachsen-Anhalt", "15": "Thüringen",
    "16": "Berlin",
}  # fmt: skip
_VOIVODESHIPS = {
    "72": "dolnośląskie", "73": "kujawsko-pomorskie", "74": "łódzkie", "75": "lubelskie", "76": "lubuskie",
    "77": "małopolskie", "78": "mazowieckie", "79": "opolskie", "80": "podkarpackie", "81": "podlaskie",
    "82": "pomorskie", "83": "śląskie", "84": "świętokrzyskie", "85": "warmińsko-mazurskie", "86": "wielkopolskie",
    "87": "zachodniopomorskie",
}  # fmt: skip
_NATIONS = {"ENG": "England", "SCT": "Scotland", "WLS": "Wales", "NIR": "Northern Ireland"}
# In these two federal states every other listed town is a district of the city.
_CITY_STATES = {"16": "Berlin", "04": "Hamburg"}


def kind_of_place(form: str, language: str, before: Iterable[str] = (), cases: Iterable[str] = ()) -> str | None:
    """`Stadtteil einer Großstadt`, `Kleinstadt in Nordrhein-Westfalen`: None where neither name nor list tells.

    `before` is what stands before its mentions, `cases` are the names of the municipalities that it is talked about in.
    """
    words = _WORDS.get(language, _WORDS["en"])
    folded = _ARTICLE.sub("", fold(form))
    town = _town(folded, form)
    told = _told(before)
    if told == "quarter" or _QUARTER_NAME.search(folded) or (town and _is_part_of_city(town)):
        return _quarter(words, town if town and _is_part_of_city(town) else None, folded, cases)
    if told:
        return words[told]
    return _with_region(town, words[_size(town)], language) if town else None


def _told(before: Iterable[str]) -> str | None:
    """What the word right before a mention says, where all that say something agree."""
    said = set()
    for text in before:
        line = fold(text).rstrip(" \"„“»'")
        said |= {kind for cue, kind in _CUES if re.search(rf"(?<!\w)(?:{cue})$", line)}
    return said.pop() if len(said) == 1 else None


def _quarter(words: dict[str, str], within: Any, folded: str, cases: Iterable[str]) -> str:
    """A quarter with the size of its town: that of its own name (Dortmunder Nordstadt), else of the only case."""
    adjective = folded.rpartition(" ")[0]
    named = _town(adjective.removesuffix("er"), adjective) if adjective.endswith("er") else None
    towns = [town for case in cases for town in [_town(fold(case), case)] if town]
    if within is not None:
        return words["quarter of"].format(words["large"])
    sizes = {_size(named)} if named else {_size(town) for town in towns}
    return words["quarter of"].format(words[sizes.pop()]) if len(sizes) == 1 else words["quarter"]


def _town(folded: str, form: str) -> Any:
    """GeoNames' record of the town that a name, in some inflection, stands for."""
    root = lemma(form, "pl")
    ends = [folded.removesuffix(end) for end in ("s", "er") if folded.endswith(end) and len(folded) > len(end) + 3]
    candidates = [
        folded,
        *ends,
        *(base + more for base in ends for more in ("e", "en")),
        *([fold(root)] if root else []),
    ]
    town = next((listed_towns()[name] for name in candidates if name in listed_towns()), None)
    return town if town and (_is_near(town) or int(town["population"]) >= _LARGE) else None


def _is_near(town: Any) -> bool:
    """Whether a town lies where interviews are held: small ones elsewhere mostly share but the name."""
    return any(town["countrycode"] in countries for countries in _HOME.values())


def _is_part_of_city(town: Any) -> bool:
    city = _CITY_STATES.get(town["admin1code"]) if town["countrycode"] == "DE" else None
    return city is not None and town["name"] != city


def _size(town: Any) -> str:
    inhabitants = int(town["population"])
    return "large" if inhabitants >= _LARGE else "medium" if inhabitants >= _MEDIUM else "small"


def _with_region(town: Any, size: str, language: str) -> str:
    """The size of a town with its country, or with its region where it is at home and not large."""
    own = language if language in _HOME else "en"
    country, region = town["countrycode"], town["admin1code"]
    if country not in _HOME[own]:
        from babel import Locale

        return f"{size} ({Locale(own).territories.get(country, country)})"
    if int(town["population"]) >= _LARGE:
        return size
    if country == "DE":
        return f"{size} {'im' if region == '09' else 'in'} {_LANDS[region]}" if region in _LANDS else size
    if country == "PL":
        return f"{size} (woj. {_VOIVODESHIPS[region]})" if region in _VOIVODESHIPS else size
    return f"{size} in {_NATIONS[region]}" if region in _NATIONS else size
