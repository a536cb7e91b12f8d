"""Studies of every shape, and when two are the same."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType

from hypothesis import strategies as st

from interviews.formats.refi import default_guid
from interviews.model import (
    Case,
    CaseCoding,
    Code,
    Codebook,
    Coder,
    Coding,
    Exchange,
    Group,
    Link,
    Medium,
    Memo,
    Participant,
    Role,
    SourceNote,
    Span,
    Speaker,
    Transcript,
    Turn,
)
from tests.strategies import AWKWARD
from tests.strategies import texts as any_texts

NASTY = [
    "<b>&amp;\"'",
    "]]>",
    "a\tb\nc",
    "\x15\x00\x1b",
    "  ",
    "\ufffe",
    "x" * 300,
    "Müller/∕",
    "internal://../x",
    "{}",
    "…",
]
words = any_texts.map(lambda text: text.replace("\r", "\n"))
texts = st.one_of(words, st.sampled_from(["", "\ufeffA", "I: Wie geht's? 👍\nB: Gut 😀, danke.\n", "\x00\x15\n"]))
names = st.one_of(st.sampled_from([*AWKWARD, *NASTY]), st.text(min_size=1, max_size=12))
ids = st.uuids(version=4).map(str)
moments = st.datetimes(datetime(1990, 1, 1), datetime(2100, 1, 1)).map(lambda moment: moment.replace(tzinfo=UTC))
guids = st.tuples(st.uuids(version=4), st.sampled_from(["{}", "{{{}}}"]), st.booleans()).map(
    lambda parts: parts[1].format(str(parts[0]).upper() if parts[2] else str(parts[0]))
)
attributes = st.dictionaries(st.sampled_from(["age", "Haus\x15", "seit", "wählt", "Anteil"]), names, max_size=3)
values = {
    "Integer": st.integers(-(10**9), 10**9).map(str),
    "Float": st.decimals(-1000, 1000, places=2).map(str),
    "Boolean": st.sampled_from(["true", "false", "1"]),
    "Date": st.dates().map(str),
    "DateTime": moments.map(lambda moment: moment.isoformat()),
    "Text": names,
}


@st.composite
def spans(draw: st.DrawFn, length: int) -> Span:
    start = draw(st.integers(0, length))
    return Span(start, draw(st.integers(start, length)))


@st.composite
def transcripts(draw: st.DrawFn, people: list[str], places: list[str]) -> Transcript:
    text = draw(texts)
    labels = draw(st.lists(names, max_size=3, unique=True))
    roles = st.sampled_from(Role)
    maybe = st.one_of(st.none(), st.integers(0, 10**8))
    turns = [
        Turn(
            number,
            draw(spans(len(text))),
            draw(st.sampled_from([None, *labels])),
            draw(roles),
            draw(st.one_of(st.none(), spans(len(text)))),
            draw(maybe),
            draw(maybe),
            draw(st.sampled_from([None, "pl"])),
        )
        for number in range(1, draw(st.integers(1, 4)))
    ]
    notes = draw(
        st.lists(st.builds(SourceNote, names, words, names, st.one_of(st.none(), spans(len(text)))), max_size=2)
    )
    return Transcript(
        draw(names),
        text,
        tuple(turns),
        tuple(Speaker(label, draw(roles), draw(st.sampled_from([None, *people]))) for label in labels),
        draw(st.sampled_from(["de", "en"])),
        draw(st.sampled_from([None, *places])),
        draw(st.integers(0, 3)),
        draw(ids),
        None,
        draw(st.sampled_from(["text", "docx"])),
        tuple(notes),
    )


@st.composite
def codebooks(draw: st.DrawFn) -> Codebook:
    paths: list[str] = []
    for _ in range(draw(st.integers(1, 6))):
        above = draw(st.sampled_from(["", *paths]))
        name = draw(names).replace("/", "|")
        path = f"{above}/{name}" if above else name
        paths += [path] if path not in paths else []
    codes = [
        Code(
            path,
            *(draw(st.one_of(st.just(""), words)) for _ in range(5)),
            draw(st.sampled_from(["#777777", "#aBcDeF", "red"])),
            MappingProxyType(draw(st.dictionaries(st.just("en"), names))),
            draw(st.one_of(st.just(""), words)),
        )
        for path in paths
    ]
    return Codebook(draw(names), draw(st.integers(1, 9)), tuple(codes), draw(st.sampled_from(["de", "en", "uk"])))


@st.composite
def codings(draw: st.DrawFn, exchange: Exchange) -> list[Coding]:
    made = []
    for _ in range(draw(st.integers(0, 6)) if exchange.transcripts and exchange.codebook and exchange.coders else 0):
        transcript = draw(st.sampled_from(exchange.transcripts))
        assert exchange.codebook
        made.append(
            Coding(
                transcript.id,
                draw(spans(len(transcript.text))),
                draw(st.sampled_from(exchange.codebook.codes)).path,
                draw(st.sampled_from(exchange.coders)).name,
                transcript.version,
                draw(st.one_of(st.just(""), words)),
                draw(st.one_of(st.none(), st.floats(0, 1))),
                draw(st.sampled_from([None, 1, 2])),
                draw(ids),
                draw(moments),
                draw(st.sampled_from(["segment", "segment", "turn", "transcript"])),
                draw(st.sampled_from(["", "", "pilot"])),
            )
        )
    return made


@st.composite
def exchanges(draw: st.DrawFn) -> Exchange:
    """Any study whose records belong together."""
    places = draw(st.lists(names, max_size=2, unique=True))
    people = draw(st.lists(names, max_size=2, unique=True))
    types = {name: draw(st.sampled_from(list(values))) for name in ("age", "Haus\x15", "seit", "wählt", "Anteil")}
    has = {name: draw(st.one_of(values[kind], st.just(""), names)) for name, kind in types.items()}
    given_keys = draw(st.sets(st.sampled_from(list(types))))
    study = Exchange(
        draw(names),
        language=draw(st.sampled_from(["de", "pl"])),
        transcripts=tuple(
            draw(
                st.lists(
                    transcripts(people, places),
                    min_size=draw(st.integers(0, 2)),
                    max_size=3,
                    unique_by=lambda one: one.id,
                )
            )
        ),
        codebook=draw(codebooks()) if draw(st.integers(0, 5)) else None,
        coders=tuple(
            Coder(name) for name in draw(st.lists(names, min_size=draw(st.integers(0, 2)), max_size=3, unique=True))
        ),
        participants=tuple(
            Participant(name, draw(st.sampled_from([None, *places])), MappingProxyType(dict(has))) for name in people
        ),
        cases=tuple(Case(name, MappingProxyType(draw(attributes))) for name in places),
        types=MappingProxyType({name: types[name] for name in given_keys}),
        anonymized=draw(st.booleans()),
    )
    if study.anonymized:
        study = replace(study, transcripts=tuple(replace(one, notes=()) for one in study.transcripts))
    study = replace(study, codings=tuple(draw(codings(study))))
    study = replace(
        study,
        unverified=frozenset(draw(st.sets(st.sampled_from([c.id for c in study.codings]))))
        if study.codings
        else frozenset(),
    )
    study = replace(study, case_codings=tuple(draw(case_codings(study))))
    return draw(with_ids(draw(with_relations(study))))


@st.composite
def case_codings(draw: st.DrawFn, study: Exchange) -> list[CaseCoding]:
    if not (study.cases and study.codebook and study.coders):
        return []
    made = st.builds(
        CaseCoding,
        st.sampled_from([case.name for case in study.cases]),
        st.sampled_from([code.path for code in study.codebook]),
        st.sampled_from([coder.name for coder in study.coders]),
        words,
        st.sampled_from([None, 1]),
        ids,
        moments,
    )
    return draw(st.lists(made, max_size=2))


@st.composite
def with_relations(draw: st.DrawFn, study: Exchange) -> Exchange:
    records = _records(study)
    abouts = ["", *(record for kind, record in records if kind in ("transcript", "coding", "code", "case"))]
    author = st.sampled_from(["", *(coder.name for coder in study.coders)])
    memos = draw(
        st.lists(
            st.builds(Memo, st.sampled_from(abouts), words, author, ids, moments), max_size=3, unique_by=lambda m: m.id
        )
    )
    media = draw(
        st.lists(
            st.builds(
                Medium,
                names,
                st.sampled_from(["audio", "video", "pdf", "picture"]),
                st.just(""),
                st.sampled_from([None, *(one.id for one in study.transcripts)]),
                ids,
            ),
            max_size=2,
        )
    )
    refs = [*records, *(("memo", memo.id) for memo in memos), *(("medium", one.id) for one in media)]
    ref = st.sampled_from(refs) if refs else st.nothing()
    groups = draw(
        st.lists(st.builds(Group, names, st.lists(ref, max_size=4 if refs else 0).map(tuple), words, ids), max_size=2)
    )
    links = []
    if refs:
        directions = st.sampled_from(["associative", "one-way", "bidirectional"])
        colour = st.sampled_from([None, "#123456"])
        links = draw(st.lists(st.builds(Link, ref, ref, names, directions, colour, ids), max_size=2))
    codes = [record for kind, record in records if kind == "code"]
    belongings = [(case.name, "code", code) for case in study.cases for code in codes[:1]]
    return replace(
        study,
        memos=tuple(memos),
        media=tuple(media),
        groups=tuple(groups),
        links=tuple(links),
        folders=frozenset(codes[1:2]),
        belongings=tuple(belongings),
    )


@st.composite
def with_ids(draw: st.DrawFn, study: Exchange) -> Exchange:
    """Some records have the GUIDs of another program, and some codings are of transcripts as a whole."""
    kinds = [*_records(study), *(("memo", memo.id) for memo in study.memos), *(("coder", c.name) for c in study.coders)]
    kinds += [("selection", coding.id) for coding in study.codings]
    chosen = draw(st.lists(st.sampled_from(kinds), unique=True, max_size=5)) if kinds else []
    taken = {f"{kind}:{record}": draw(guids) for kind, record in chosen}
    known = {key: guid for key, guid in taken.items() if guid != default_guid(*key.split(":", 1))}
    made = list(study.codings)
    if made and draw(st.booleans()):
        text = next(one for one in study.transcripts if one.id == made[0].transcript)
        made[0] = replace(made[0], span=Span(0, len(text.text)))
        known[f"selection:{made[0].id}"] = known.get(f"transcript:{text.id}", default_guid("transcript", text.id))
    return replace(study, codings=tuple(made), ids=MappingProxyType(known))


def _records(study: Exchange) -> list[tuple[str, str]]:
    return [
        *(("transcript", one.id) for one in study.transcripts),
        *(("coding", one.id) for one in study.codings),
        *(("code", one.path) for one in study.codebook or ()),
        *(("case", one.name) for one in study.cases),
    ]


def plain(study: Exchange) -> Exchange:
    """The study without what says where it lies: paths, entries, program, problems."""
    return replace(
        study,
        origin="",
        problems=(),
        transcripts=tuple(replace(one, source=None) for one in study.transcripts),
        media=tuple(replace(one, entry="") for one in study.media),
    )


def write_entries(path: Path, entries: dict[str, bytes]) -> Path:
    """A zip with these entries."""
    import zipfile

    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return path


def entries_of(path: Path) -> dict[str, bytes]:
    """The entries of a zip."""
    import zipfile

    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
