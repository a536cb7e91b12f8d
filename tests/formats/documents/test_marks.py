"""Marks travel with the words and become spans."""

from hypothesis import given
from hypothesis import strategies as st

from interviews.formats.documents.marks import begin, end, take_marks, without_marks
from tests.strategies import texts


@given(texts, texts, texts)
def test_a_stretch_between_two_marks_is_found_again(before: str, inside: str, after: str) -> None:
    before, inside, after = (text.replace("\x01", "").replace("\x02", "") for text in (before, inside, after))
    text, spans = take_marks(f"{before}{begin('a')}{inside}{end('a')}{after}")
    assert text == before + inside + after
    assert spans["a"].of(text) == inside.strip()


@given(st.lists(st.sampled_from(["x", " ", "\n", begin("1"), end("1"), begin("2"), end("2")]), max_size=20))
def test_any_order_of_marks_gives_spans_inside_the_text(pieces: list[str]) -> None:
    text, spans = take_marks("".join(pieces))
    assert text == without_marks("".join(pieces))
    assert all(span.end <= len(text) for span in spans.values())
