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
from interviews.anonymity.models.tagger import Tagger, tagger_from
from interviews.anonymity.models.traits import traits_of
from interviews.anonymity.words.towns import is_too_large
from interviews.text import fold

FINDER = "context"
REASON = "the words around it read so"
# What these saw is dropped where it is less likely by its context. Too few English and Polish texts taught that.
_LEAST = {
    "de": {
        "unexplained": 0.35, "closing": 0.35, "names": 0.35, "places": 0.35, "occupations": 0.2, "organisations": 0.2,
    }
}  # fmt: skip


@lru_cache(maxsize=4)
def context_tagger(language: str) -> Tagger | None:
    """The tagger that comes with the package; None for languages that have none."""
    file = resources.files("interviews.anonymity.models").joinpath(f"context_{language}.json.gz")
    if not file.is_file():
        return None
    return tagger_from(json.loads(gzip.decompress(file.read_bytes())))


def in_context(page: Page, seen: Sequence[Finding], chosen: Sequence[Finding]) -> list[Finding]:
    """What stays of the findings `chosen` among all `seen`, with what the context adds to them."""
    tagger = context_tagger(page.language)
    if tagger is None:
        return list(chosen)
    probabilities = tagger.probabilities(traits_of(page, seen, chosen))
    likely, least = tagger.likelihoods(probabilities), _LEAST.get(page.language, {})

    def stays(finding: Finding) -> bool:
        wanted = least.get(finding.finder, 0.0)
        if not wanted or is_too_large(fold(page.text[finding.start : finding.end])):  # countries are judged by people
            return True
        return max(likely[page.within(finding)], default=1.0) >= wanted

    added = (replace(one, finder=FINDER) for one in tagger.above(tagger.threshold, page, probabilities))
    return [*filter(stays, chosen), *added]
