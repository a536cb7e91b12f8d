import doctest
from pathlib import Path

DOCS = Path(__file__).resolve().parents[2] / "docs"


def test_the_example_on_the_page_gives_what_the_page_shows() -> None:
    flags = doctest.NORMALIZE_WHITESPACE
    outcome = doctest.testfile(str(DOCS / "agreement.md"), module_relative=False, encoding="utf-8", optionflags=flags)
    assert outcome.attempted > 8
    assert outcome.failed == 0
