"""Patterns searched only on the lines that can hold them find what they find anywhere."""

import re

from hypothesis import given
from hypothesis import strategies as st

from interviews.anonymity.finders.lines import DIGIT, on_lines_with

_PATTERN = re.compile(r"(?<!\w)[ab]+ ?\d+(?!\w)")


@given(st.text("ab1 \n"))
def test_lines_with_a_cue_have_every_match(text: str) -> None:
    on_lines = [match.span() for match in on_lines_with(DIGIT, _PATTERN, text)]
    assert on_lines == [match.span() for match in _PATTERN.finditer(text)]
