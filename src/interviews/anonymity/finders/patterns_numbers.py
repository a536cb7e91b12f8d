"""Numbers that belong to one person, file, account or vehicle; checked by their check digits where they have any."""

import re
from collections.abc import Callable, Iterator

from interviews.anonymity.finders.lines import DIGIT, on_lines_with
from interviews.anonymity.finders.page import Finding, Page
from interviews.anonymity.mention import EntityType

_IBAN = re.compile(r"(?<!\w)[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,4})?(?!\w)")
_PESEL = re.compile(r"(?<![\w])\d{11}(?!\w)")
_NHS = re.compile(r"(?<!\w)\d{3}[ -]\d{3}[ -]\d{4}(?!\w)")
_NINO = re.compile(r"(?<!\w)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d\d ?\d\d ?\d\d ?[A-D](?!\w)")
_PENSION = re.compile(r"(?<!\w)\d{2} ?\d{6} ?[A-Z] ?\d{3}(?!\w)")
_CARD = re.compile(
    r"(?i:ausweis|pass|führerschein|passport|licence|dowód|dowodu|paszport)\w*"
    r"(?:[ :,]| ist | nr\.? | nummer | number | is ){1,3}"
    r"(?P<hit>(?=[A-Z0-9]*\d[A-Z0-9]*\d[A-Z0-9]*\d)(?=[A-Z0-9]*[A-Z])[A-Z0-9]{8,11})(?!\w)"
)
_PLATE_DE = re.compile(r"(?<![\w-])[A-ZÄÖÜ]{1,3}[- ][A-Z]{1,2}[- ]?\d{1,4}[EH]?(?!\w)")
_PLATE_PL = re.compile(r"(?<!\w)[BCDEFGKLNOPRSTWZ][A-Z]{1,2} ?(?=[A-Z]*\d[A-Z\d]*\d)[A-Z\d]{4,5}(?!\w)")
_PLATE_UK = re.compile(r"(?<!\w)[A-Z]{2}\d\d ?[A-Z]{3}(?!\w)")
_CUED = re.compile(
    r"(?<!\w)(?i:Aktenzeichen|Akten?nummer|Aktennr\.?|Az\.?|Geschäftszeichen|Vorgangsnummer"
    r"|Vorgangs-Nr\.?|Kundennummer|Kunden-Nr\.?|Mitgliedsnummer|VNr\.?"
    r"|Schulnummer|Steuernummer|Steuer-ID|Versicherungsnummer|Sozialversicherungsnummer"
    r"|Rentenversicherungsnummer|Ausweisnummer|Passnummer"
    r"|Registernummer|Vereinsregister|Vertragsnummer|Mietvertragsnummer|BG-Nummer"
    r"|Bedarfsgemeinschaft|Kontonummer|Kennzeichen|Personalnummer|Matrikelnummer|Fallnummer"
    r"|Drucksache|Vorlage|Katasternummer|Spendenkonto|[A-Z]+-Zahl|[A-ZÄÖÜ][a-zäöü]+(?:nummer|-Nr\.)|Nummer"
    r"|case (?:number|no\.?|ref(?:erence)?)|reference(?: number| no\.?)?|ref\.?|file (?:number"
    r"|no\.?)|NHS(?: number)?|claim (?:number|ref)|tenancy (?:number|ref(?:erence)?)"
    r"|application(?:s)?(?: \(?nos?\.?| number)|\(?nos?\.|registration|passport(?: number)?"
    r"|licence(?: number)?|account(?: number)?|policy(?: number)?"
    r"|sygnatura|sygn\.?(?: akt)?|numer(?: sprawy| akt| telefonu| dowodu| paszportu| konta)?"
    r"|nr(?: sprawy)?|PESEL|NIP|REGON|tablica|rejestracj\w+)"
    r"(?: (?:ist|war|lautet|is|was|to|jest|die|der|das|ja|also|the|ma|mam))*[ :,]{0,"
    r"3}\(?(?P<hit>(?:[A-ZÄÖÜ][A-Za-z]{0,4}\.? ?){0,2}(?:\d [-–] )?(?:[A-Z]{1,4}[-/ .])*\d[\w]*(?:[ ]?[-/.–][ "
    r"]?\w+|[ ]\d+\w*)*)"
)
_FILE = re.compile(
    r"(?<![\w/.-])(?:[A-Z]{1,5}[-/. ]{1,2}){1,6}\d[\dA-Z]*(?:[-/. ]{1,"
    r"2}[\dA-Z]+){0,6}[-/]\d+[\dA-Z/-]*(?!\w)|(?<![\w/.-])\d{3,6}/\d{2}(?:-\d+"
    r"|\d\d)?(?:-\d+)?(?!\w)"
    r"|(?<![\w.])[A-Z]{1,5}(?:\.\d+){2,}(?!\w)|(?<![\w-])(?:[A-Z]{1,5}-){1,6}\d{2,}(?:-\d+)+(?!\w)"
    r"|(?<![\w/.-])\d{2,4}-\d{2,5}/\d+(?:-\d+)?(?!\w)|(?<![\w-])\d{1,4}-[A-Z]{1,4}-\d{3,}(?!\w)"
    r"|(?<!\w)(?:VR|HRB|HRA) \d[\d ]{2,}\d(?!\w)|(?<!\w)(?:[IVX]+ [A-Z] \d+ - )\d+/\d+"
    r"|(?<![\w-])\d[\d-]*(?: [A-Z]{1,3})+ \d+/\d\d(?:\d\d)?(?!\w)"
)
# So many groups of digits are no date, no amount and no span of years.
_GROUPS = re.compile(r"(?<![\w/.,+-])(?!0)\d+(?:(?:[-/]\d+){1,5}(?:[-/][A-Z]{1,3}\d*)?|//\d+)(?![\w%]|[.,]\d)")
_DATE_OR_YEARS = re.compile(r"(?:(?:1[89]|20)\d\d[-/]?)+|\d{1,2}[-/]\d{1,2}[-/]\d{2,4}|(?:19|20)\d\d-\d\d-\d\d")
# What every match has, and few lines.
_THREE_DIGITS = re.compile(r"\d(?:[^\n\d]*\d){2}")
_FEWEST_DIGITS = 7
_WITHIN_FILE = re.compile(r"[-/.]\d|(?:VR|HR[AB]) \d")


def find_numbers(page: Page) -> Iterator[Finding]:
    """Account, file, insurance and registration numbers and number plates."""
    for cue, pattern, valid, reason in _CHECKED:
        for match in on_lines_with(cue, pattern, page.text):
            if valid(match[0]):
                yield Finding(match.start(), match.end(), EntityType.ID, "patterns", reason, 0.95)
    for match in on_lines_with(_THREE_DIGITS, _CARD, page.text):
        yield Finding(*match.span("hit"), EntityType.ID, "patterns", "a number after a word for a document", 0.9)
    for match in on_lines_with(_THREE_DIGITS, _CUED, page.text):
        if sum(char.isdigit() for char in match["hit"]) >= 3 and not re.fullmatch(r"(?:19|20)\d\d", match["hit"]):
            start = match.start("hit")
            yield Finding(start, match.end("hit"), EntityType.ID, "patterns", "a number after a word for one", 0.85)


def _is_iban(text: str) -> bool:
    compact = text.replace(" ", "")
    return int("".join(str(int(char, 36)) for char in compact[4:] + compact[:4])) % 97 == 1


def _is_pesel(text: str) -> bool:
    digits = [int(char) for char in text]
    weights = (1, 3, 7, 9, 1, 3, 7, 9, 1, 3)
    month = int(text[2:4]) % 20
    total = sum(weight * digit for weight, digit in zip(weights, digits[:10], strict=True))
    return 1 <= month <= 12 and (10 - total % 10) % 10 == digits[10]


def _is_nhs(text: str) -> bool:
    digits = [int(char) for char in text if char.isdigit()]
    check = 11 - sum((10 - at) * digit for at, digit in enumerate(digits[:9])) % 11
    return check % 11 == digits[9] and check != 10


def _is_plate(text: str) -> bool:
    """Whether the letters look like a plate, not like a norm ("DIN A 4") or a class ("SGB II 3")."""
    return not text.startswith(("DIN", "ISO", "SGB", "EG ", "EU ", "CO ", "OG ", "UN "))


def _is_grouped(text: str) -> bool:
    digits = sum(char.isdigit() for char in text)
    return digits >= _FEWEST_DIGITS and len(re.split(r"[-/]", text)) > 2 and not _DATE_OR_YEARS.fullmatch(text)


def _always(_: str) -> bool:
    return True


_CHECKED: tuple[tuple[re.Pattern[str], re.Pattern[str], Callable[[str], bool], str], ...] = (
    (DIGIT, _IBAN, _is_iban, "an account number (IBAN) with a right check sum"),
    (DIGIT, _PESEL, _is_pesel, "a PESEL number with a right check digit"),
    (DIGIT, _NHS, _is_nhs, "an NHS number with a right check digit"),
    (DIGIT, _PENSION, _always, "a pension insurance number"),
    (DIGIT, _NINO, _always, "a national insurance number"),
    (DIGIT, _PLATE_DE, _is_plate, "a number plate"),
    (DIGIT, _PLATE_PL, _always, "a number plate"),
    (DIGIT, _PLATE_UK, _always, "a number plate"),
    (_WITHIN_FILE, _FILE, _always, "a file number"),
    (_WITHIN_FILE, _GROUPS, _is_grouped, "a number in groups"),
)
