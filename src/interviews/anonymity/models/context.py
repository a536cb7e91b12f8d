"""What the words around say: a tagger that learned from fictional talk looks at everything once the finders are done.

It sees what they saw, adds what reads like a name though no list or rule knows it, and drops what only looks like one.
It was trained by `corpora/make_context.py` on `corpora/talk`; nobody real is in there.
"""

import gzip
import json
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from importlib import resources

from interviews.anonymity.finders.page import Finding, Page
from interviews.anonymity.finders.whole import UNITS
from interviews.anonymity.mention import EntityType
from interviews.anonymity.models.tagger import Tagger, tagger_from
from interviews.anonymity.models.talk import is_talk
from interviews.anonymity.models.traits import traits_of
from interviews.anonymity.words.dictionary import is_listed
from interviews.anonymity.words.numerals import is_number_word
from interviews.anonymity.words.towns import is_too_large
from interviews.text import fold

FINDER = "context"
REASON = "the words around it read so"
# What these saw is of the type that the context says.
_GUESSED = frozenset({"unexplained", "names", "places", "occupations", "organisations"})
# What these saw is dropped where the context makes it less likely than that. Places are left to people; English and
# Polish excerpts have too few occupations to learn from.
_DOUBTED = {
    "de": frozenset({"unexplained", "names", "organisations", "occupations"}),
    "en": frozenset({"unexplained", "names", "organisations"}),
    "pl": frozenset({"unexplained", "names", "organisations"}),
}
_LEAST = 0.25


@lru_cache(maxsize=4)
def context_tagger(language: str) -> Tagger | None:
    """The tagger that comes with the package; None for languages that have none."""
    file = resources.files("interviews.anonymity.models").joinpath(f"context_{language}.json.gz")
    if not file.is_file():
        return None
    return tagger_from(json.loads(gzip.decompress(file.read_bytes())))


def in_context(page: Page, seen: Sequence[Finding], chosen: Sequence[Finding]) -> list[Finding]:
    """What stays of the findings `chosen` among all `seen`, of the type that the context says, and what it adds."""
    tagger = context_tagger(page.language)
    if tagger is None or not is_talk(page):  # talk taught it nothing about the names in reports and letters
        return list(chosen)
    probabilities = tagger.probabilities(traits_of(page, seen, chosen))
    likely = tagger.likelihoods(probabilities)

    def stays(finding: Finding) -> bool:
        if finding.finder not in _DOUBTED[page.language] or is_too_large(fold(page.text[finding.start : finding.end])):
            return True  # countries are judged by people
        return max(likely[page.within(finding)], default=1.0) >= _LEAST

    stay = {(one.start, one.end): one for one in chosen if stays(one)}
    for one in tagger.above(tagger.threshold, page, probabilities):
        if _counts(page, one) or _is_small_word(page, one):
            continue
        known = stay.get((one.start, one.end))
        if known is None or (known.type != one.type and known.finder in _GUESSED):
            stay[one.start, one.end] = replace(one, finder=FINDER)
    return list(stay.values())


def _counts(page: Page, finding: Finding) -> bool:
    """Whether a number counts things (neunzig Leute), or what is counted stands alone (seit Jahren)."""
    if finding.type not in (EntityType.AGE, EntityType.DATE):
        return False
    inside = page.within(finding)
    if all(word.folded in UNITS for word in page.words[inside]):
        return True
    after = page.words[inside.stop : inside.stop + 1]
    beside = page.language == "de" and page.gap(inside.stop - 1) == " "
    return beside and any(word.capital and word.folded not in UNITS for word in after)


def _is_small_word(page: Page, finding: Finding) -> bool:
    """Whether nothing but a small word is left of a name (of), or one that a sentence begins with (Am)."""
    words = page.words[page.within(finding)]
    if len(words) != 1 or page.in_small_letters or is_number_word(words[0].folded, page.language):
        return False
    if not words[0].capital:
        return True
    text = words[0].text
    return words[0].initial and is_listed(text.lower(), page.language) and not is_listed(text, page.language)
