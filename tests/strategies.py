"""Texts that break naive arithmetic, and spans over them."""

from hypothesis import strategies as st

from interviews.model import Span
from interviews.text import Edit, Edits

AWKWARD = [
    "a",
    " ",
    "ß",
    "é",
    "e\u0301",  # the same letter as a base and a combining mark
    "İ",
    "ł",
    "\n",
    "\r\n",
    "👍",
    "👩‍👩‍👧‍👦",  # four emoji joined by zero-width joiners
    "🇺🇦",
    "👍🏽",
    "שלום",
    "مرحبا",
    "\u200f",  # right-to-left mark
    "Київ",
    "ﬁ",
    "𝔸",
    "Müller",
]
texts = st.lists(st.one_of(st.sampled_from(AWKWARD), st.characters(exclude_categories=("Cs",))), max_size=40).map(
    "".join
)


@st.composite
def texts_with_spans(draw: st.DrawFn) -> tuple[str, Span]:
    text = draw(texts)
    start = draw(st.integers(0, len(text)))
    return text, Span(start, draw(st.integers(start, len(text))))


@st.composite
def edits_of(draw: st.DrawFn, text: str) -> Edits:
    """Replacements, deletions and insertions that do not overlap."""
    points = sorted(draw(st.lists(st.integers(0, len(text)), max_size=10, unique=True)))
    spans = [Span(a, b) for a, b in zip(points[::2], points[1::2], strict=False)]
    spans += [Span(points[-1], points[-1])] if len(points) % 2 else []
    return Edits(len(text), [Edit(span, draw(st.text("xyzé👍", max_size=4))) for span in spans])


@st.composite
def edited_texts(draw: st.DrawFn) -> tuple[str, Edits, Span]:
    text, span = draw(texts_with_spans())
    return text, draw(edits_of(text)), span
