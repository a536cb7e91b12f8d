"""Codebooks and steps drawn at random, for properties that hold for all of them."""

from types import MappingProxyType

from hypothesis import strategies as st

from interviews.coding import steps as step
from interviews.model import Change, Code, Codebook, Step, is_within

NAMES = st.sampled_from("Alt Neu Miete Zugang Arbeit a b 2020 ja".split())
TEXTS = st.sampled_from(["", "eins", "zwei: drei", "a # b", "erste\nzweite # keine", "no", "- x", "'", "# x"])
COLOURS = st.sampled_from(["#777777", "#112233", "#4477AA"])


@st.composite
def codebooks(draw: st.DrawFn, most: int = 9) -> Codebook:
    """Codes as a file has them: each behind the family of the sibling before it."""
    codes: list[Code] = []
    for name in draw(st.lists(NAMES, min_size=1, max_size=most)):
        above = draw(st.sampled_from([None, *codes]))
        path = f"{above.path}/{name}" if above else name
        if all(code.path != path for code in codes):
            family = [i for i, one in enumerate(codes, 1) if above and is_within(one.path, above.path)]
            place = max(family, default=len(codes))
            codes.insert(place, draw(described(path)))
    return Codebook("studie", draw(st.integers(1, 3)), tuple(codes))


@st.composite
def described(draw: st.DrawFn, path: str) -> Code:
    labels = draw(st.dictionaries(st.sampled_from(["en", "pl"]), TEXTS.filter(bool), max_size=1))
    texts = {name: draw(TEXTS) for name in ("definition", "anchor", "memo")}
    source = draw(st.sampled_from(["", "nord-02, turn 14"]))
    return Code(
        path,
        **texts,
        colour=draw(COLOURS),
        labels=MappingProxyType(labels),
        retired=draw(st.integers(0, 5)) == 0,
        anchor_source=source,
    )


@st.composite
def steps(draw: st.DrawFn, book: Codebook) -> Step:
    """A step of any kind on some codes of the book; not every one can be taken."""
    paths = [code.path for code in book]
    path, other, name = draw(st.sampled_from(paths)), draw(st.sampled_from(paths)), draw(NAMES)
    after = draw(st.sampled_from([None, "", name]))
    match draw(st.sampled_from(list(Change))):
        case Change.ADD:
            return step.add(f"{path}/{name}" if draw(st.booleans()) else name, after=after, definition=draw(TEXTS))
        case Change.RENAME:
            return step.rename(path, name)
        case Change.MOVE:
            return step.move(path, draw(st.sampled_from([None, other])), after=after)
        case Change.MERGE:
            return step.merge(path, other)
        case Change.SPLIT:
            return step.split(path, name, "Rest", beside=draw(st.booleans()))[0]
        case Change.RETIRE:
            return step.retire(path)
    return step.redefine(path, definition=draw(TEXTS), colour=draw(COLOURS), label_en=draw(TEXTS))
