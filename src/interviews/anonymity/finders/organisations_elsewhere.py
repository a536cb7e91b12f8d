"""Organisations in English and Polish: a kind of institution and its name, capital letters in a row."""

import re
from collections.abc import Iterator
from itertools import chain

from interviews.anonymity.finders.page import Finding, Page
from interviews.anonymity.mention import EntityType
from interviews.anonymity.words.dictionary import is_ordinary_word
from interviews.anonymity.words.towns import is_too_large
from interviews.anonymity.words.wordlists import word_set
from interviews.text import fold

_W = r"[A-ZÄÖÜŁŚŻŹĆŞİÇ][\w&*'-]*"
_HEADS_EN = (
    r"School|Academy|College|University|Church|Mosque|Centre|Center|Trust|Association|Forum"
    r"|Foundation|Project|Club|Hospital|Surgery|Clinic|Practice|Charity|Society|Council|Union"
    r"|Housing"
    r"|Homes|Hub|Library|Nursery|Theatre|Temple|Gurdwara|Group|Network|Partnership|Alliance"
    r"|Campaign|Café|Cafe|Kitchen|Market|Bakery|Stores?|Pub|Arms|Inn|Hotel|Court|Ministry"
    r"|Police"
    r"|Department|Service|Services|Agency|Bank|Institute|Company|Commission|Committee|Office"
    r"|Kitchen|Pantry|Foodbank|Park|Community|Gazette|Herald|Post|Echo|Times|Wanderers|Rovers"
    r"|United|Chapel|Primary|Elementary|Middle|Comprehensive|Infants|Juniors|Cathedral|Synagogue|Shelter"
    r"|Mission|Parish|Ministries|Nails|Spa|Barbers|Barbershop|Salon|Cleaners|Launderette|Laundrette|Takeaway|Tandoori|Kebabs?"
    r"|Bookies|Books|Bikes|Cabs|Taxis|Fisheries|Foods|Supermarket|Pharmacy|Chemist|Opticians|Builders|Logistics|Lodge|Brewery"
    r"|Distillery|Mill|Works|Foundry|Colliery|Shipyard|Dairy|Abattoir|Allotments|Playgroup|Gym|Studios?|Gallery|Museum"
    r"|Infirmary|Rugby Club|Rec|Legion|Institute|Nursing Home|Care Home|Sixth Form|Fire Station|Food Bank|Credit Union"
    r"|Cooperative|Co-op|Memorial|Hospice|Tavern|Diner|Grill|Deli|Garage|Cafeteria|Motors|League"
)
_HEAD_EN = re.compile(
    rf"(?<!\w)(?P<name>(?:(?:{_W}|St\.?|of|for|and|the|&) ){{0,5}}?{_W} (?:(?:of|for|and|&) "
    rf")?(?:{_W} )?)(?:{_HEADS_EN})(?: (?:of|for|at|in) (?:the )?{_W}(?: {_W})*)?(?!\w)"
)
_HEADS_PL = (
    r"[Kk]arczm\w+|[Rr]estauracj\w+|[Gg]ospod\w+|[Pp]odstawów\w+|[Pp]olitechni\w+|[Uu]niwersyte\w+|[Aa]kademi\w+"
    r"|[Kk]opalni\w*|[Hh]ut\w+|[Ss]toczni\w*|[Pp]iekarni\w*|[Uu]rz[ąę]d\w*|[Ss]ąd\w*|[Zz]ajazd\w*"
    r"|[Pp]ensjonat\w*|[Kk]aplic\w+"
    r"|[Mm]asarni\w*|[Kk]ancelari\w+|[Ll]odziarni\w*|[Gg]aler\w+|[Tt]eat(?:r\w*)"
    r"|[Ff]undacj\w+|[Ss]towarzyszeni\w+|[Ss]zko[łl]\w+(?: [Pp]odstawow\w+)?|[Pp]rzedszkol\w+"
    r"|[Kk]lub\w*|[Pp]arafi\w+|[Kk]ości[oe][łl]\w*|[Ff]irm\w+|[Dd]om\w* [Kk]ultury|[Śś]wietlic\w+"
    r"|[Zz]ak[łl]ad\w*"
    r"|[Ff]abry\w+|[Ss]półdzielni\w+|[Cc]entrum|[Bb]ibliotek\w+|[Ss]zpital\w*|[Pp]rzychodni\w*"
    r"|[Bb]ar\w*|[Kk]awiarni\w*|[Ss]klep\w*|[Gg]azet\w+|[Pp]rojek\w+|[Hh]otel\w*|[Ll]ice\w+"
    r"|[Tt]echnikum|[Cc]h[óo]r\w*|[Zz]esp[óo][łl]\w*|[Dd]rużyn\w+|[Bb]azar\w*|[Kk]in(?:o|a|ie)|[Mm]uze\w+|[Żż]łob\w+|[Pp]ralni\w*"
    r"|[Cc]ukierni\w*|[Mm]leczarni\w*|[Cc]egielni\w*|[Cc]ementowni\w*|[Ee]lektrowni\w*|[Rr]afineri\w+|[Tt]artak\w*|[Mm]łyn\w*"
    r"|[Bb]rowar\w*|[Gg]orzelni\w*|[Kk]sięgarni\w*|[Aa]pte[kc]\w+|[Gg]abine\w+|[Nn]oclegowni\w*|[Ss]chronisk\w+|[Hh]ospicj\w+"
    r"|[Ii]nternat\w*|[Aa]kademik\w*|[Bb]urs(?:a|y|ie|ą)|[Nn]adleśnictw\w+|[Kk]omisaria\w+|[Kk]omend\w+|[Cc]mentarz\w*|[Ss]tadion\w*"
    r"|[Bb]asen\w*|[Pp]asmanteri\w+|[Ww]arsztat\w*|[Zz]akon\w*|[Kk]laszto\w+"
)
_NUMBERED_PL = re.compile(
    rf"(?<!\w)(?:{_HEADS_PL}) (?:nr|numer) (?:\d+|jeden|dwa|trzy|cztery|pięć|sześć|siedem|osiem|dziewięć|\w+naście"
    rf"|\w+dzieścia)(?!\w)"
)
_HEAD_PL = re.compile(
    rf"(?<!\w)(?:{_HEADS_PL})(?: (?:nr|numer) (?:\d+|\w+(?=[,.;!?])))?(?: (?:im\. |imienia |pod wezwaniem |pw\. "
    rf"|u |pod |na |nad |przy |św\. |świętego |świętej |w |we "
    rf")?[\"„”]?(?P<name>{_W}(?: {_W})*)[\"”]?|(?<=\d))"
    rf"(?: (?:w|we|na|przy|im\.) {_W})?"
)
_THE = re.compile(rf"(?<=[a-z,] )The {_W}(?: (?:(?:of|and|&|in) )?{_W})*")
# Laws, courts and offices of state have capitals, too, and identify nobody.
_OF_STATE = frozenset(
    (
        "rights freedoms section act no court courts procedure minister ministers ministry code affairs law "
        "laws regulation regulations officer officers governor general kingdom prosecutor president "
        "guidelines constitution rule rules policy office district decisions board authority appeal "
        "government state public article convention republic parliament council committee commission chamber "
        "judge department service services union nations house lords secretary"
    ).split()
)
_IN_A_ROW = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+(?: [A-Z][a-z]+)+(?![\w'-])")
_LEADING_EN = re.compile(
    r"^(?:(?:The|At|In|And|But|So|From|Our|My|That|This|Then|I|We|They|It|On|For|With|A|Of|Of "
    r"the|And the|Not|No|When|If|Because|As|By|for|and|of|the|&|[Yy]ou|Then|Like|Also|What|Yes"
    r"|Yeah|Well) )+"
)


def find_in_polish(page: Page) -> Iterator[Finding]:
    """A Polish kind of institution with its name or number."""
    for match in chain(_HEAD_PL.finditer(page.text), _NUMBERED_PL.finditer(page.text)):
        yield _finding(match.start(), match.end(), "a kind of organisation with a name", 0.75)


def _finding(start: int, end: int, reason: str, score: float) -> Finding:
    return Finding(start, end, EntityType.ORG, "organisations", reason, score)


def find_in_english(page: Page) -> Iterator[Finding]:
    """Schools, churches, firms and pubs by what their names are made of."""
    yield from _under_article(page)
    for match in _CALLED_EN.finditer(page.text):
        yield _finding(*match.span("hit"), "said to be called so", 0.6)
    for match in _KNOWN_EN.finditer(page.text):
        if not any(is_too_large(fold(word)) for word in match["hit"].split()):
            yield _finding(*match.span("hit"), "a church, pub or firm by its name", 0.6)
    for match in _PLACED_EN.finditer(page.text):
        if not (is_ordinary_word(match["name"], "en") or is_too_large(fold(match["name"]))):
            yield _finding(*match.span("hit"), "a kind of place with a name", 0.6)
    for match in _HEAD_EN.finditer(page.text):
        leading = _LEADING_EN.match(match[0])
        start = match.start() + (leading.end() if leading else 0)
        hit = page.text[start : match.end()]
        if (
            " " in hit
            and fold(hit) not in word_set("nationwide")
            and hit.split()[0] not in ("City", "Town", "County", "High", "Primary", "Secondary", "Job")
        ):
            yield _finding(start, match.end(), "a kind of organisation with a name", 0.7)


# Churches by their dedication, pubs by two things, firms by their owner, estates and pits by their place.
_KNOWN_EN = re.compile(
    r"(?<!\w)(?P<hit>Our Lady(?: of(?: the)? [A-Z]\w+(?: [A-Z]\w+)?)?|Sacred Heart|Holy (?:Trinity|Family|Cross|Rood"
    r"|Name)"
    r"|All (?:Saints|Souls)|Christ Church|Blessed Sacrament|Good Shepherd"
    r"|(?<=the )[A-Z][a-z]+ and [A-Z][a-z]+|[A-Z][\w'-]+ (?:and|&) (?:Sons?|Daughters?|Co|Bros|Brothers"
    r"|Partners))(?![\w'-])"
)
_PLACED_EN = re.compile(
    rf"(?<!\w)(?P<hit>(?P<name>{_W})(?: {_W})? (?:estate|flats|scheme|pit|colliery|mill|shipyard|docks|mosque|chapel"
    rf"|nursery"
    rf"|surgery|allotments|barracks|baths))(?![\w'-])"
)
_CALLED_EN = re.compile(
    rf"(?<!\w)(?:called|named|call|calls) (?:it|ourselves|themselves|the \w+(?: \w+)?) "
    rf"(?P<hit>{_W}(?: (?:(?:and|of|for|the|&|in|to|on) )*{_W}){{0,4}})(?![\w'-])"
)


def _under_article(page: Page) -> Iterator[Finding]:
    """Pubs and papers that have a capital article within a sentence (a chef at The Drovers)."""
    for match in _THE.finditer(page.text):
        yield _finding(match.start(), match.end(), "a name with its article", 0.6)
    for match in _IN_A_ROW.finditer(page.text):
        words = {fold(word) for word in match[0].split()}
        of_state = not words.isdisjoint(_OF_STATE) or any(is_too_large(word) for word in words)
        if not of_state and fold(match[0]) not in word_set("nationwide"):
            yield _finding(match.start(), match.end(), "capital letters in a row", 0.5)
