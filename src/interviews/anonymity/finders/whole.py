"""The whole of what a finder saw a part of: ages with their unit, names with their kind, offices with where."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from interviews.anonymity.finders.page import Finding, Page
from interviews.anonymity.mention import EntityType
from interviews.anonymity.words.numerals import is_number_word

UNITS = frozenset(
    "jahre jahren jahr monate monaten wochen johr johre years year months weeks lat lata latka latkow rok miesiecy "
    "miesiace".split()
)
# English says what it is after a name, Polish before it, in its cases.
_ENGLISH_KIND = frozenset(
    "station market garage school college academy primary nursery convent church chapel cathedral abbey gurdwara "
    "mandir mosque masjid synagogue temple hall library centre center museum theatre hospital surgery clinic "
    "hospice pub club arms cafe bakery butcher's shop stores estate flats allotments baths pool pitch stadium "
    "ground docks yard works mill mine colliery pit foundry brewery warehouse depot farm committee society "
    "association trust project nick branch band choir orchestra festival hostel hotel".split()
)
_POLISH_KIND = re.compile(
    r"(?:dom|hotel|hostel|internat|kin|teatr|muze|bibliote[kc]|klub|bar|pub|szko[l]|podstawow[ck]|przedszkol|zlob|lice"
    r"|technik|gimnazj|parafi|koscio?l|kaplic|klasztor|cerkwi|synagog|meczet|fabryk|zaklad|hut|kopalni|stoczni|tartak"
    r"|cieplowni|elektrowni|drukarni|piekarni|cukierni|kawiarni|restauracj|pizzeri|sklep|hurtowni|salon|pasmanteri|aptek"
    r"|aptec|przychodni|szpital|osrod|osied|targowisk|bazar|stadion|boisk|fundacj|stowarzyszeni|spoldzielni|swietlic|hospicj"
    r"|warsztat|orkiestr|zespo?l|chor|festiwal|remiz|biurow|kamienic|kurnik|ubojni)\w{0,5}"
)
_POLISH_ADJECTIVE = re.compile(r"\w{3,}(?:y|ego|ej|ym|a|im|i|iego|ie|e)")
_NAMED_SO = frozenset({EntityType.ORG, EntityType.LOC})
_HELD_AT = {
    "de": r" (?:der |des |von |vom |von der |in der |im |bei |bei der |beim |in |an der |am )?",
    "en": r" (?:of |at |for |in |on |with )(?:the )?",
    "pl": r" (?:w |we |na |u |od |przy )?",
}


def whole(page: Page, findings: Iterable[Finding]) -> list[Finding]:
    """The findings, sorted and without overlaps, grown over what belongs to them and nobody else saw."""
    grown: list[Finding] = []
    for finding in sorted(findings, key=lambda one: one.start):
        one = _grown(page, finding)
        if grown and _is_held_at(page, grown[-1], one):
            grown[-1] = replace(grown[-1], end=one.end)
        elif grown and one.start < grown[-1].end:
            grown[-1] = replace(grown[-1], end=max(one.end, grown[-1].end))
        else:
            grown.append(one)
    return grown


def _grown(page: Page, finding: Finding) -> Finding:
    inside = page.within(finding)
    if inside.start == inside.stop:  # no word at all: a number, the label of a speaker
        return finding
    if finding.type is EntityType.AGE:
        words = page.words
        first, last = inside.start, inside.stop - 1
        while (
            first > 0 and page.gap(first - 1) in (" ", "-") and is_number_word(words[first - 1].folded, page.language)
        ):
            first -= 1
        for at in _right_of(page, last):
            if not (is_number_word(words[at].folded, page.language) or words[at].folded in UNITS):
                break
            last = at
        return _over(page, finding, first, last)
    if finding.type in _NAMED_SO and page.language == "en":
        after = next(_right_of(page, inside.stop - 1), None)
        if after is not None and page.words[after].folded in _ENGLISH_KIND:
            return _over(page, finding, inside.start, after)
    if finding.type in _NAMED_SO and page.language == "pl":
        return _over(page, finding, _polish_kind(page, inside.start), inside.stop - 1)
    return finding


def _right_of(page: Page, last: int) -> Iterator[int]:
    """The places of the words right of one, as long as blanks or hyphens alone set them apart."""
    while last + 1 < len(page.words) and page.gap(last) in (" ", "-"):
        last += 1
        yield last


def _polish_kind(page: Page, first: int) -> int:
    """Where the kind begins that stands before a Polish name: hotelu Tulipan, hotelu pracowniczego Tulipan."""
    for at in (first - 1, first - 2):
        if at < 0 or page.gap(at) != " ":
            return first
        if _POLISH_KIND.fullmatch(page.words[at].folded):
            return at
        if page.words[at].capital or not _POLISH_ADJECTIVE.fullmatch(page.words[at].folded):
            return first
    return first


def _over(page: Page, finding: Finding, first: int, last: int) -> Finding:
    start, end = min(finding.start, page.words[first].start), max(finding.end, page.words[last].end)
    return replace(finding, start=start, end=end)


def _is_held_at(page: Page, office: Finding, place: Finding) -> bool:
    """Whether an office and the name of where it is held stand side by side: vicar of St Hilda's."""
    between = _HELD_AT.get(page.language)
    if office.type is not EntityType.OCC or place.type not in _NAMED_SO or between is None:
        return False
    return re.fullmatch(between, page.text[office.end : place.start]) is not None
