"""What stands beside a name and tells whose it is: introductions, what people are called, appositions, relations."""

import re

ABOUT_ONESELF = re.compile(
    r"(?:ich hei(?:ß|ss)e|ich bin(?: d(?:er|ie))?|mein name ist|my name is|i'm|i am|named me"
    r"|nazywam si[ęe]|jestem)[\s,:]*$",
    re.I,
)
IS_ONESELF = re.compile(
    r"^(?:, (?:ich (?:bin|heiße|komme)|i'm|i am|mam|jestem)| ist (?:der|mein) (?:ganze|volle|richtige)r? name"
    r"| is my (?:full|real|whole) name| to moje pełne)\b",
    re.I,
)
CALLED = re.compile(
    r"(?:(?:kennen|kennt) (?:ihn|sie|mich) (?:nur )?als|bekannt als"
    r"|sagen|(?:man|jeder) sagt|sagt (?:man|jeder|hier|auch|nur|immer)|(?:we|I|they|people|everyone) say|mówimy"
    r"|nennen|nennt|genannt|calls?|called|known as|goes by|mówią"
    r"|wołają|zwan[aey]|nazywaj\w+)"
    r"(?: (?:hier|alle|auch|nur|immer|ihn|sie|mich|den|die|der|wir|me|him|her|na|do|mnie|go|ją|wszyscy|nią))*\s*$",
    re.I,
)
SO_CALLED = re.compile(
    r"^(?: (?:genannt|gerufen)\b| für alle|,? so nennen|,? wie (?:alle|wir) sagen|,? as we call| for short| to "
    r"(?:everyone|everybody|friends)"
    r"|,? (?:nennen|nennt|rufen|ruft|sagen|sagt) (?:ihn|sie|ihm|ihr|zu ihm|zu ihr|ihn|alle|wir|man|die|den)\b"
    r"|,? (?:they|we|people|everyone|everybody) calls? (?:him|her)| dla wszystkich|,? znaczy\b)",
    re.I,
)
# Precious and a fella called Hope
SOMEBODY = re.compile(
    r"(?<!\w)(?:an?|another|some(?:body|one)?|one|eine?[nr]?|jemand\w*|pewien|pewna|jeden|jedna) [^,]*$", re.I
)
CALLED_ME = re.compile(
    r"(?:(?:sagen|sagt|nennen|nennt|ruft|rufen)(?: \w+){0,4} (?:mich|zu mir)|(?:nennen|rufen) mich|calls? me"
    r"|(?:mówi|mówią|wołają|woła)(?: \w+)? (?:na mnie|do mnie)|dla (?:znajomych|przyjaciół|wszystkich))"
    r"(?: (?:hier|alle|auch|nur|immer|just|all))*\s*$",
    re.I,
)
TO_ME = re.compile(r"^ (?:zu mir|sagen (?:sie|alle) zu mir)\b", re.I)
# Mohammed, my cousin Mo, ...; Katarzyna, also Kasia
APPOSED = re.compile(
    r"^, (?:(?:also|oder|beziehungsweise|or|that is|it's|that's|czyli|albo|lub|ta|ten|też|auch|too) )?"
    r"(?:(?:der|die|den|dem|the|unser|unsere|our|my|mein|meine|meinem|meiner|mój|moja) )?(?P<kin>[^\W\d_]+ )?$",
    re.I,
)
# die Rose, Rose Stein; Mrs Mahmood, well, Nasreen Mahmood; my uncle Bashir. Bashir Mahmood had a shop
EXPLAINED = re.compile(r"[.,;:]? (?:(?:also|das ist|well|that's|that is|I mean|ich meine|czyli|to jest),? )?")
# Nour Khoury und ihre Mutter, Frau Khoury
KIN_BEFORE = re.compile(
    r"(?<!\w)(?:mutter|vater|schwester|bruder|tante|onkel|tochter|sohn|oma|opa|cousine?|schwägerin|schwager|mother"
    r"|father|sister|brother|wife|husband|aunt|uncle|daughter|son|cousin|mum|dad|matka|ojciec|siostra|brat|żona|mąż|ciocia"
    r"|wujek|córka|syn|teściowa|teść),? (?:(?:die|der|den|dem|the) )?(?:(?:frau|herrn?|mrs?|ms|miss|pani?) )?$",
    re.I,
)
AT = re.compile(r"(?<!\w)(?:[Bb]ei|[Vv]on|[Zz]u|[Mm]it|at the) $")
# mein Sohn heißt wieder Hasan; his son, also Jan: another person of the same name
NAMESAKE = re.compile(
    r"(?<!\w)(?:sohn|tochter|enkel|enkelin|neffe|nichte|cousine?|vater|mutter|opa|oma|großvater|großmutter|son|daughter"
    r"|grandson|granddaughter|nephew|niece|cousin|father|mother|syn|córka|wnuk|wnuczka|ojciec|matka|brat|siostra|siostrzeniec)"
    r",? (?:(?:der|die|er|sie|is|was|heißt|hieß|called|named|ist|ma na imię|ma|na imię|to) )*"
    r"(?:wieder|auch|ebenfalls|too|also|też|także|również)(?: (?:heißt|ein|eine|called|named|a|another))?[ ,]*$",
    re.I,
)
# Farther away, the person last mentioned is rarely the one who is called so.
NEAR = 90
