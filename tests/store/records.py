"""Any record that a store must give back as it was given, and small ones to write tests with."""

from datetime import UTC, datetime

from hypothesis import strategies as st

from interviews.model import (
    Case,
    Code,
    Codebook,
    Coding,
    Group,
    Link,
    Memo,
    Participant,
    Role,
    Span,
    Speaker,
    Transcript,
    Turn,
    new_id,
)
from tests.strategies import texts

maybe = st.none() | texts
numbers = st.integers(0, 2**31 - 1)
spans = st.tuples(numbers, numbers).map(lambda ends: Span(min(ends), max(ends)))
moments = st.datetimes(datetime(1990, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))
roles = st.sampled_from(Role)
attributes = st.dictionaries(texts, texts, max_size=3)
ids = st.builds(new_id)

turns = st.builds(
    Turn,
    numbers,
    spans,
    maybe,
    roles,
    st.none() | spans,
    st.none() | numbers,
    st.none() | numbers,
    maybe,
)
speakers = st.builds(Speaker, texts, roles, maybe)
transcripts = st.builds(
    Transcript,
    name=texts,
    text=texts | st.integers(0, 3).map(lambda n: "Und dann, 👩‍👩‍👧‍👦 — nach Łódź.\n" * 10**n),
    turns=st.lists(turns, max_size=3).map(tuple),
    speakers=st.lists(speakers, max_size=3).map(tuple),
    language=st.sampled_from(["de", "en", "pl"]),
    case=maybe,
    version=st.integers(1, 5),
    id=ids,
    format=texts,
)
participants = st.builds(Participant, texts, maybe, attributes)
cases = st.builds(Case, texts, attributes)
codes = st.builds(Code, *(texts,) * 7, attributes, texts)
codebooks = st.builds(Codebook, texts, numbers, st.lists(codes, max_size=4).map(tuple), texts)
memos = st.builds(Memo, texts, texts.filter(bool), texts, id=ids, created=moments)

kinds = st.sampled_from(["transcript", "code", "coding", "memo", "case", "group"])
references = st.tuples(kinds, texts)
groups = st.builds(Group, texts, st.lists(references, max_size=3).map(tuple), texts, id=ids)
links = st.builds(
    Link, references, references, texts, st.sampled_from(["associative", "one-way", "bidirectional"]), maybe, id=ids
)
guids = st.dictionaries(st.builds("{}:{}".format, kinds, texts), texts, max_size=4)


@st.composite
def codings_of(draw: st.DrawFn, transcript: Transcript) -> Coding:
    ends = sorted(draw(st.integers(0, len(transcript.text))) for _ in range(2))
    return Coding(
        transcript.id,
        Span(*ends),
        draw(texts),
        draw(texts),
        transcript.version,
        draw(texts),
        draw(st.none() | st.floats(allow_nan=False)),
        draw(st.none() | numbers),
        created=draw(moments),
    )


def a_transcript(text: str = "A: Die Miete ist hoch.", *, name: str = "i1", version: int = 1) -> Transcript:
    turn = Turn(1, Span(3, len(text)), "A", Role.INTERVIEWEE, Span(0, 2))
    return Transcript(name, text, (turn,), (Speaker("A", Role.INTERVIEWEE),), case="Nordstadt", version=version)


def a_coding(transcript: Transcript, start: int = 3, end: int = 12, coder: str = "c1") -> Coding:
    return Coding(transcript.id, Span(start, end), "Wohnen/Miete", coder, transcript.version, codebook_version=1)
