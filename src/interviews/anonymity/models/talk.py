"""Whether somebody talks in a text, as in an interview, or writes, as in a report, a letter, a judgment."""

from interviews.anonymity.finders.page import Page

# Folded words by which people speak of themselves, to each other, and hold the floor.
_SPOKEN = {
    "de": frozenset(
        "ich du wir mir mich dir dich uns mein meine meinem meinen meiner unser unsere ihr i mi mia mer ick ik ja nee "
        "ne also".split()
    ),
    "en": frozenset("i you we me us my our your i'm i've i'd i'll we're we've you're yeah yes well".split()),
    "pl": frozenset(
        "ja ty my mnie mi mu nam nas moj moja moje mojej mojego nasz nasza pan pani panie jestem mam bylem bylam "
        "jestesmy no tak wie wiesz".split()
    ),
}
_OFTEN = 20
"""Of a thousand words. In interviews it is 70 on average and hardly ever under 25, in news and letters under 16."""


def is_talk(page: Page) -> bool:
    """Whether enough words of a page are those of somebody who talks; False in languages whose words are not known."""
    spoken = _SPOKEN.get(page.language, frozenset())
    count = sum(word.folded in spoken for word in page.words)
    return count > 0 and 1000 * count >= _OFTEN * len(page.words)
