"""How a person is named in one mention: titles apart from given and family names."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from interviews.anonymity.forms.spelled import read_letters
from interviews.text import fold


class Title(StrEnum):
    """What stands beside a name and tells which part of it is used, and sometimes the gender."""

    FEMALE = "female"
    MALE = "male"
    OFFICE = "office"
    """An academic title or office: a family name follows."""
    GIVEN = "given"
    """An address that follows a given name, such as Abla or Bey."""
    KIN = "kin"
    """Mein Mann, my cousin: a relation before the name, mostly a given one."""
    FAMILY = "family"
    """Familie, Ehepaar, Rodzina: a whole family."""
    ARTICLE = "article"
    """Colloquial before any name, and before the plural of a family name."""


_TITLES = {
    Title.FEMALE: "umm frau fr fräulein mrs ms miss madam pani panią pania",
    Title.MALE: "abu herr herrn hr mr mister sir pan pana panu panem panie",
    Title.OFFICE: "dr doktor doktorin doktora prof professor professorin dipl ing "
    "med phil bürgermeister bürgermeisterin "
    "oberbürgermeister oberbürgermeisterin bezirksbürgermeister bezirksbürgermeisterin dezernent dezernentin kommissar "
    "kommissarin pfarrer "
    "pfarrerin imam councillor cllr mayor reverend rev father sister doctor prezydent burmistrz radny radna ksiądz ks",
    Title.GIVEN: "abla abi bey hanım hoca hodscha teyze amca",
    Title.KIN: "mann ehemann ehefrau lebensgefährte partner partnerin sohn tochter bruder schwester mutter vater mama "
    "papa onkel tante oma opa cousin cousine neffe nichte enkel enkelin schwager schwägerin freund freundin "
    "kollege kollegin nachbar nachbarin husband wife son daughter brother sister mother father uncle aunt "
    "auntie cousin nephew niece friend colleague neighbour mąż mężem żona żoną syn synem córka córką brat "
    "bratem siostra siostrą ciocia wujek",
    Title.FAMILY: "familie ehepaar eheleute geschwister family families rodzina rodziny rodzinie rodziną państwo "
    "państwa państwu",
    Title.ARTICLE: "der die das dat de dem den the",
}
_MEANING = {fold(word): title for title, words in _TITLES.items() for word in words.split()}
_PARTICLES = frozenset("von van vom zu zur zum de der den dos da del di al el bin ibn abu ben la le ter".split())
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*['’]?\.?")


@dataclass(frozen=True, slots=True)
class PersonName:
    """The folded words of a name in their order, and what its titles say."""

    words: tuple[str, ...]
    titles: frozenset[Title]
    start: int
    """Where the name begins in the mention, after titles."""
    end: int
    """Where it ends, before honorifics that follow."""

    @property
    def is_full(self) -> bool:
        """Whether more than one part is given."""
        return len(self.words) > 1

    @property
    def is_titled(self) -> bool:
        """Whether a title says that the family name is used."""
        return not self.is_full and bool(self.titles & {Title.FEMALE, Title.MALE, Title.OFFICE})


@lru_cache(maxsize=65536)
def parse_person(mention: str) -> PersonName:
    """A mention cut into titles and name. Where nothing but titles stands, the last word is the name: Herr Mann."""
    found = [(match.start(), match.end(), match[0]) for match in _WORD.finditer(mention)]
    meanings = [_MEANING.get(fold(text).rstrip(".'")) for _, _, text in found]
    first, last = 0, len(found)
    while first < last and meanings[first] is not None:
        first += 1
    while last > first and meanings[last - 1] is Title.GIVEN:
        last -= 1
    if first == last:  # nothing is left: what looks like a title is the name
        first, last = max(len(found) - 1, 0), len(found)
    titles = frozenset(title for i, title in enumerate(meanings) if title and not first <= i < last)
    start, end = (found[first][0], found[last - 1][1]) if found else (0, len(mention))
    return PersonName(_name_words(mention[start:end]), titles, start, end)


def is_title(word: str) -> bool:
    """Whether a single word is a title or a relation and names nobody: Herr, Mann, Oma."""
    return fold(word).rstrip(".") in _MEANING


def title_before(text: str) -> Title | None:
    """What the word right before a mention says about it."""
    match = re.search(r"([^\W\d_]+)\.?[ \u00a0]+$", text)
    return _MEANING.get(fold(match[1])) if match else None


def _name_words(name: str) -> tuple[str, ...]:
    """Folded parts; particles and hyphens join what they connect, so that Al-Hassan, Alhassan and Al Hasan are near."""
    if spelled := read_letters(name):
        return (spelled,)
    words: list[str] = []
    prefix = ""
    for part in name.split():
        folded = fold(part).strip(".,;:'\"")
        if not folded:
            continue
        if folded in _PARTICLES and part != name.split()[-1]:
            prefix += folded if folded in ("al", "el") else ""
            continue
        words.append(_joined(prefix + folded))
        prefix = ""
    return tuple(words) or (fold(name),)


def _joined(word: str) -> str:
    return word[:2] + word[3:] if word.startswith(("al-", "el-")) else word


def squeezed(word: str) -> str:
    """A spelling without doubled letters and with one final d or t: Mohammed and Mohamed, Ahmed and Ahmet."""
    single = re.sub(r"(.)\1", r"\1", word)
    return single[:-1] + "t" if single.endswith("d") else single
