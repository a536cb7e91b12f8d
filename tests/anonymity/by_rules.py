"""What the finders see in a sentence before its context is read, which a sentence hardly has."""

from interviews.anonymity.finders.detection import chosen_by_finders
from interviews.anonymity.finders.page import Page
from interviews.anonymity.finders.small_letters import with_capitals
from interviews.model import Span


def spans_by_rules(text: str, language: str) -> list[Span]:
    """Where the finders see something that may identify somebody."""
    page = with_capitals(Page(text, language))
    return [page.span(one.start, one.end) for one in chosen_by_finders(page)[1]]


def found_by_rules(text: str, language: str) -> list[str]:
    """What the finders see, as it is written."""
    return [span.of(text) for span in spans_by_rules(text, language)]
