"""Whether a text says that a person is a woman or a man: by a title, a relation, a pronoun, a Polish ending."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from interviews.anonymity.linking.grouping import Named
from interviews.anonymity.linking.persons import parse_person
from interviews.text import fold

FEMALE, MALE = "female", "male"
_FEMALE = (
    "frau fr fraulein mrs ms miss madam pani panią ehefrau schwester mutter mama oma tante cousine nichte "
    "enkelin schwagerin freundin "
    "kollegin nachbarin "
    "chefin lehrerin tochter partnerin pfarrerin burgermeisterin "
    "professorin doktorin wife daughter sister mother mum aunt auntie niece grandma nan girlfriend landlady zona "
    "zony zone corka "
    "corki corke siostra siostry siostre mama mamy babcia babci ciocia cioci sasiadka sasiadki kolezanka kolezanki "
    "szefowa abla hanim teyze die eine meine seine ihre diese unsere"
)
_MALE = (
    "herr herrn hr mr mister sir pan pana panu panem panie ehemann bruder vater papa opa onkel cousin neffe enkel "
    "schwager freund kollege kollegen nachbar nachbarn chef lehrer sohn "
    "partner pfarrer burgermeister imam hodscha husband son "
    "brother father dad uncle nephew grandad boyfriend landlord maz meza mezem syn syna synem brat brata bratem tata "
    "ojciec dziadek wujek sasiad sasiada kolega szef bey abi amca mann"
)
# "die Demirs" and "seiner Frau": an article or "der" alone says too little.
_SAYS = {
    **{fold(word): FEMALE for word in _FEMALE.split()},
    **{fold(word): MALE for word in _MALE.split()},
}
_ARTICLES = frozenset("die eine meine seine ihre diese unsere".split())
# Within a sentence "der" stands before women, too (bei der Kasia).
_MALE_ARTICLES = frozenset({"Der", "dem", "den", "Dem", "Den"})
_WORD_BEFORE = re.compile(r"([^\W\d_]+)\.?,? $")
_PRONOUN = re.compile(
    r"^(?:, | \(|\. |, (?:und|and|i) )"
    r"(?:(?P<female>sie|she|ona|die ist|die war|die hat)|(?P<male>er|he|on|der ist|der war|der hat))(?!\w)",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r"^, (?:(?P<female>die|która|whose husband)|(?P<male>der|który|whose wife)) ")
_POLISH = re.compile(r"(?:sk|ck|dzk)(?:(?P<female>a|iej|ą)|(?P<male>i|iego|iemu|im))$")
_CERTAIN, _LIKELY = 3, 1


def gender_of(members: Iterable[Named]) -> str:
    """`female` or `male` if what stands beside the mentions says one and not the other, else ""."""
    votes: Counter[str] = Counter()
    for named in members:
        for gender, weight in _signs(named):
            votes[gender] += weight
    female, male = votes[FEMALE], votes[MALE]
    if female > 2 * male:
        return FEMALE
    return MALE if male > 2 * female else ""


def said_beside(named: Named) -> str:
    """What title, relation, article or Polish ending of one mention say, without pronouns: these may mean others."""
    votes = Counter(gender for gender, _ in _beside(named))
    return next(iter(votes)) if len(votes) == 1 else ""


def _signs(named: Named) -> Iterator[tuple[str, int]]:
    yield from _beside(named)
    for pattern in (_PRONOUN, _RELATIVE):
        if match := pattern.match(named.after):
            yield (FEMALE if match["female"] else MALE), _LIKELY


def _beside(named: Named) -> Iterator[tuple[str, int]]:
    text = named.mention.text
    name = parse_person(text)
    before = _WORD_BEFORE.search(named.before)
    around = [*text[: name.start].split(), *text[name.end :].split(), *([before[1]] if before else [])]
    for word in around:
        yield from _said(word, plural=text.endswith("s"))
    if named.language == "pl" and (match := _POLISH.search(text)):
        yield (FEMALE if match["female"] else MALE), _CERTAIN


def _said(word: str, *, plural: bool) -> Iterator[tuple[str, int]]:
    """What a word beside a name says; an article says little, and nothing before what may be a plural."""
    gender = _SAYS.get(fold(word).strip(".,"))
    if gender and fold(word) not in _ARTICLES:
        yield gender, _CERTAIN
    elif gender and not plural:
        yield gender, _LIKELY
    elif word in _MALE_ARTICLES:
        yield MALE, _LIKELY
