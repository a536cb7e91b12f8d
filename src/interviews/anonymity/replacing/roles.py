"""What a person is to somebody who speaks, where the text says it beside the name: `mein Nachbar Herr …`."""

import re
from collections.abc import Iterable
from functools import lru_cache

from interviews.text import fold

# Each role in the form of a label, with the other forms in which it stands before a name.
_ROLES = (
    "Nachbar Nachbarn Nachbars, Nachbarin, Schwester, Bruder Bruders, Mutter, Vater Vaters, Mama, Papa Papas, "
    "Oma, Opa Opas, Großmutter, Großvater Großvaters, Tante, Onkel Onkels, Cousine, Cousin Cousins, Nichte, Neffe "
    "Neffen, Tochter, Sohn Sohns Sohnes, Enkelin, Enkel Enkels, Schwägerin, Schwager Schwagers, Schwiegermutter, "
    "Schwiegervater Schwiegervaters, Schwiegertochter, Schwiegersohn Schwiegersohns, Freundin, Freund Freundes "
    "Freunds, Kollegin, Kollege Kollegen, Chefin, Chef Chefs, Vermieterin, Vermieter Vermieters, Mieterin, Mieter "
    "Mieters, Lehrerin, Lehrer Lehrers, Klassenlehrerin, Klassenlehrer Klassenlehrers, Erzieherin, Erzieher "
    "Erziehers, Ärztin, Arzt Arztes, Hausärztin, Hausarzt Hausarztes, Kinderärztin, Kinderarzt Kinderarztes, "
    "Hebamme, Sozialarbeiterin, Sozialarbeiter Sozialarbeiters, Betreuerin, Betreuer Betreuers, Beraterin, "
    "Berater Beraters, Trainerin, Trainer Trainers, Hausmeister Hausmeisters, Mitbewohnerin, Mitbewohner "
    "Mitbewohners, Schulfreundin, Schulfreund Schulfreundes, Patin, Pate Paten, Partnerin, Partner Partners, "
    "Ehemann Ehemannes Mann Mannes, Ehefrau, Lebensgefährtin, Lebensgefährte Lebensgefährten, neighbour, sister, "
    "brother, mother, father, mum, dad, nan, grandma, grandad, grandmother, grandfather, aunt, auntie, uncle, cousin, "
    "niece, nephew, daughter, son, husband, wife, partner, friend, colleague, boss, landlord, landlady, teacher, "
    "doctor, midwife, social worker, support worker, coach, flatmate, sąsiad sąsiada sąsiadowi sąsiadem, sąsiadka "
    "sąsiadki sąsiadce sąsiadkę sąsiadką, siostra siostry siostrze siostrę siostrą, brat brata bratu bratem, "
    "matka matki matce matkę matką, ojciec ojca ojcu ojcem, mama mamy mamie mamę mamą, babcia babci babcię "
    "babcią, dziadek dziadka dziadkowi dziadkiem, ciocia cioci ciocię ciocią, wujek wujka wujkowi wujkiem, kuzyn "
    "kuzyna kuzynowi kuzynem, kuzynka kuzynki kuzynce kuzynkę kuzynką, córka córki córce córkę córką, syn syna "
    "synowi synem, mąż męża mężowi mężem, żona żony żonie żonę żoną, kolega kolegi koledze kolegę kolegą, "
    "koleżanka koleżanki koleżance koleżankę koleżanką, przyjaciel przyjaciela przyjacielowi przyjacielem, "
    "przyjaciółka przyjaciółki przyjaciółce przyjaciółkę przyjaciółką, nauczyciel nauczyciela nauczycielowi "
    "nauczycielem, nauczycielka nauczycielki nauczycielce nauczycielkę nauczycielką, szef szefa szefowi szefem"
)
_POSSESSIVE = (
    r"(?:mein|dein|sein|ihr|unser|unsr|euer|eur)(?:e[nmrs]?)?|my|our|his|her|their|your"
    r"|m[oó]j(?:a|ego|emu|ej|ą|e|im)?|nasz(?:a|ego|emu|ej|ą|ym)?|jego|jej|ich|swo(?:ja|jego|jej|ją|im|jemu)"
)
_HONORIFIC = r"(?:(?:herrn?|frau|mr|mrs|ms|miss|pani|pan|pana|panem|panu|panią|dr|prof)\.?\s+)*"


@lru_cache(maxsize=1)
def _labels() -> dict[str, str]:
    """The label of each form of a role, in small letters."""
    rows = [row.split() if row.strip() not in _TWO_WORDS else [row.strip()] for row in _ROLES.split(",")]
    return {form.lower(): forms[0] for forms in rows for form in forms}


_FEMALE = frozenset(
    "Schwester Mutter Mama Oma Großmutter Tante Cousine Nichte Tochter Schwiegermutter Schwiegertochter Hebamme "
    "Ehefrau Lebensgefährtin Ärztin sister mother mum nan grandma grandmother aunt auntie niece daughter wife landlady "
    "siostra matka mama babcia ciocia córka żona".split()
)
_MALE = frozenset(
    "Bruder Vater Papa Opa Großvater Onkel Cousin Neffe Sohn Schwager Schwiegervater Schwiegersohn Ehemann Arzt "
    "brother father dad grandad grandfather uncle nephew son husband landlord brat ojciec dziadek wujek syn mąż "
    "kolega".split()
)
_TWO_WORDS = frozenset({"social worker", "support worker"})


@lru_cache(maxsize=1)
def _before_name() -> re.Pattern[str]:
    words = "|".join(sorted(map(re.escape, _labels()), key=len, reverse=True))
    called = r"(?:\s+(?:heißt|hieß|namens|is|called|named|ma na imię))*"
    described = r"(?:[^\W\d_]+(?:e[nmrs]?|a|y)\s+)?"  # meine ältere Schwester, mój starszy brat
    return re.compile(rf"(?<!\w)(?:{_POSSESSIVE})\s+{described}({words}){called},?\s+{_HONORIFIC}$", re.IGNORECASE)


@lru_cache(maxsize=1)
def _after_name() -> re.Pattern[str]:
    words = "|".join(sorted(map(re.escape, _labels()), key=len, reverse=True))
    return re.compile(
        rf"^(?:['’]?s)?,\s+(?:das (?:ist|war) |(?:a|i)?\s?)?(?:{_POSSESSIVE})\s+({words})(?!\w)", re.IGNORECASE
    )


def role_told(surroundings: Iterable[tuple[str, str]]) -> str:
    """The role of a person by what stands before and after the name; "" where the mentions disagree or are mute."""
    found = set()
    for before, after in surroundings:
        match = _before_name().search(before) or _after_name().search(after)
        if match:
            found.add(_labels()[match[1].lower()])
    return found.pop() if len(found) == 1 else ""


def gender_told(befores: Iterable[str]) -> str:
    """`f` or `m` by the roles before a name; "" where they tell none, or both."""
    roles = {_labels()[match[1].lower()] for before in befores if (match := _before_name().search(before))}
    found = {_gender_of(role) for role in roles} - {""}
    return found.pop() if len(found) == 1 else ""


def _gender_of(role: str) -> str:
    if role in _FEMALE or (role[0].isupper() and role.endswith("in")) or role.endswith("ka"):
        return "f"
    paired = {role + "in", role[:-1] + "in", role + "ka"} & set(_labels().values())
    return "m" if role in _MALE or paired else ""


def role_word_before(before: str, label: str) -> int:
    """How many letters right before a name say the role that its label says: `Schwester ` before `[Schwester 1]`."""
    match = re.search(r"([^\W\d_]+)\s+$", before)
    role = re.fullmatch(r"\[([^\W\d_]+) \d+\]", label)
    if not match or not role or fold(_labels().get(match[1].lower(), "")) != fold(role[1]):
        return 0
    return len(match[0])
