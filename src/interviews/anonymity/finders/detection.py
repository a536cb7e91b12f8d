"""All finders over one text, closed over the document, without overlaps."""

import gc
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain

from interviews.anonymity.finders.bodies import find_bodies
from interviews.anonymity.finders.callings import find_callings, find_persons_by_calling
from interviews.anonymity.finders.clubs import find_clubs
from interviews.anonymity.finders.employers import find_employers
from interviews.anonymity.finders.institutions import find_institutions
from interviews.anonymity.finders.labels import find_labels
from interviews.anonymity.finders.occupations import find_occupations
from interviews.anonymity.finders.organisations import find_organisations
from interviews.anonymity.finders.overlaps import without_overlaps
from interviews.anonymity.finders.page import Finding, Page
from interviews.anonymity.finders.patterns_addresses import find_addresses
from interviews.anonymity.finders.patterns_contact import find_contacts
from interviews.anonymity.finders.patterns_numbers import find_numbers
from interviews.anonymity.finders.patterns_time import find_times
from interviews.anonymity.finders.patterns_units import find_units
from interviews.anonymity.finders.people import find_people
from interviews.anonymity.finders.places import find_places
from interviews.anonymity.finders.places_by_kind import find_places_by_kind
from interviews.anonymity.finders.places_in_town import find_places_in_town
from interviews.anonymity.finders.places_told import find_places_told
from interviews.anonymity.finders.small_letters import SURENESS, with_capitals
from interviews.anonymity.finders.unexplained import find_unexplained
from interviews.anonymity.finders.whole import whole
from interviews.anonymity.forms.closing import close_page, names_of
from interviews.anonymity.forms.scripts import find_foreign_scripts
from interviews.anonymity.forms.spelled import find_spelled_names
from interviews.anonymity.gazetteer import Gazetteer, Name
from interviews.anonymity.mention import EntityType, Mention
from interviews.anonymity.models.context import in_context
from interviews.model import Turn

PageFinder = Callable[[Page], Iterable[Finding]]

FINDERS: tuple[PageFinder, ...] = (
    find_contacts,
    find_numbers,
    find_addresses,
    find_units,
    find_times,
    find_labels,
    find_people,
    find_spelled_names,
    find_places,
    find_places_in_town,
    find_places_by_kind,
    find_places_told,
    find_organisations,
    find_employers,
    find_bodies,
    find_clubs,
    find_institutions,
    find_occupations,
    find_callings,
    find_persons_by_calling,
    find_foreign_scripts,
    find_unexplained,
)


def detect(
    text: str,
    language: str,
    *,
    gazetteer: Gazetteer | None = None,
    known: Iterable[str] = (),
    turns: Sequence[Turn] = (),
    finders: Sequence[PageFinder] = (),
) -> list[Mention]:
    """Everything in a text that may identify somebody, sorted and without overlaps: proposals for a person to judge.

    `gazetteer` and `known` (names of persons) are searched in all their forms, as is every name that a finder saw.
    With `turns`, speaker labels are left alone. `finders` are more of them, such as `Joined` ones.
    German, English and Polish are covered fully, other languages by patterns, lists and cues. Deterministic, and the
    same for composed and decomposed letters.
    """
    with _uncollected():
        return _detect(text, language, gazetteer, known, turns, finders)


def _detect(
    text: str,
    language: str,
    gazetteer: Gazetteer | None,
    known: Iterable[str],
    turns: Sequence[Turn],
    finders: Sequence[PageFinder],
) -> list[Mention]:
    page = with_capitals(Page(text, language))
    given = {*(gazetteer.names if gazetteer else ()), *(Name(name, EntityType.PER) for name in known)}
    listed = [*_as_listed(page, given), *close_page(page, given)]
    seen, chosen = chosen_by_finders(page, finders, listed)
    settled = without_overlaps([*listed, *in_context(page, seen, chosen)])
    more = close_page(page, names_of(page, settled) - names_of(page, chosen))
    mentions = _mentions(page, whole(page, without_overlaps([*settled, *more])))
    labels = [turn.label for turn in turns if turn.label]
    return [mention for mention in mentions if not any(mention.span.overlaps(label) for label in labels)]


@contextmanager
def _uncollected() -> Iterator[None]:
    """No search for garbage in circles meanwhile: words and findings are many, and none points back. A tenth faster."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def chosen_by_finders(
    page: Page, finders: Sequence[PageFinder] = (), listed: Sequence[Finding] = ()
) -> tuple[list[Finding], list[Finding]]:
    """All that the finders see on a page, and what is left where they overlap, with every form of the names."""
    seen = list(chain.from_iterable(find(page) for find in (*FINDERS, *finders)))
    plain = without_overlaps([*listed, *seen])
    return seen, without_overlaps([*plain, *close_page(page, names_of(page, plain))])


def _as_listed(page: Page, names: Iterable[Name]) -> Iterator[Finding]:
    """Names given beforehand as they are written in a text, where nothing else makes them known.

    No capital does for some (أحمد, al-Khatib), and places and organisations may be called by any word (die Arche).
    """
    for name in names:
        written = Page(name.text, page.language).text
        if name.type is EntityType.PER and written.istitle():
            continue  # a person by an ordinary name is told from the word by how it stands: Rose
        for match in re.finditer(rf"(?<!\w){re.escape(written)}(?!\w)", page.text):
            yield Finding(*match.span(), name.type, "closing", "a name of the study's own list", 0.95)


def _mentions(page: Page, findings: Iterable[Finding]) -> Iterator[Mention]:
    sureness = SURENESS if page.in_small_letters else 1.0
    for finding in findings:
        span, score = page.span(finding.start, finding.end), finding.score * sureness
        yield Mention(span, finding.type, span.of(page.original), finding.finder, finding.reason, score)
