"""Whole studies in a store, as awkward as a study can be, and what several people do to copies of one."""

import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from hypothesis import strategies as st

from interviews.errors import MisuseError
from interviews.model import (
    Case,
    CaseCoding,
    CellSummary,
    Change,
    Code,
    Codebook,
    Coding,
    Group,
    Link,
    Memo,
    Participant,
    Query,
    Revision,
    Role,
    Span,
    Speaker,
    Step,
    Suggestion,
    Transcript,
    Turn,
    new_id,
)
from interviews.store import Adjudication, Doomed, Release, Store, archive
from interviews.store.store import FILE_NAME
from interviews.text import Edit, Edits
from tests.store.records import a_coding, codebooks, codings_of, participants
from tests.strategies import edits_of, texts

Act = Callable[[Store], None]
SETTINGS = 'name = "study"\nlanguage = "de"\n'
KLEIN = Codebook("klein", 1, (Code("Wohnen", "Alles zur Wohnung."), Code("Wohnen/Miete", labels={"en": "Rent"})))


def archived(store: Store, folder: Path) -> dict[str, bytes]:
    """What an archive of the store holds, by file name."""
    folder.mkdir(parents=True)
    write(store, folder)
    return content(folder)


def write(store: Store, folder: Path) -> None:
    """Write an archive of the store into an empty folder."""
    store.write_archive(folder, SETTINGS, lambda book: f"{len(book)}\n", lambda done, total: None)


def content(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def loaded(folder: Path, place: Path) -> Store:
    """A store made from an archive."""
    with archive.open_source(folder) as source:
        archive.load(source, place)
    return Store.open(place)


def copied(store: Store, folder: Path) -> Store:
    """Another copy of the same study, as somebody else gets it."""
    folder.mkdir(parents=True)
    with store._engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        path = connection.engine.url.database
    return Store.open(shutil.copy(path, folder / FILE_NAME))


def fill_disk(store: Store) -> None:
    """Leave three pages for what the store saves from now on."""
    with store._writing() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + 3}")


def merged(store: Store, *others: Store) -> Store:
    for number, other in enumerate(others):
        store.merge({f"copy {number}": other})
    return store


def small_study(store: Store) -> Transcript:
    """One interview, a codebook, two codings of which one was taken back, a memo, and a record in every other table."""
    text = "A: Die Miete ist hoch 👍🏽, sagt man in Ło\u0301dź.\n"
    turn = Turn(1, Span(3, len(text) - 1), "A", Role.INTERVIEWEE, Span(0, 2), 0, 1500)
    speakers = (Speaker("A", Role.INTERVIEWEE, "P01"),)
    transcript = Transcript("i 1", text, (turn,), speakers, case="Nordstadt", version=1)
    store.add_transcripts([transcript], author="lead")
    store.add_codebook(KLEIN, author="lead", revision=Revision("klein", 1, 0, (Step(Change.ADD, "Wohnen"),)))
    store.add_participants([Participant("P01", "Nordstadt", MappingProxyType({"age": "40–49"}))], author="lead")
    store.add_cases([Case("Nordstadt")], author="lead")
    codings = [a_coding(transcript), a_coding(transcript, 0, 2, "c2")]
    store.add_codings(codings, author="lead")
    store.retract([codings[1].id], "lead", "a slip")
    store.add_memos([Memo(transcript.id, "noch einmal\nlesen", "lead")], author="lead")
    add_exchange(store, transcript)
    add_judgements(store, transcript)
    store.erase(Doomed(frozenset({new_id()})), "lead")
    return transcript


def revise(store: Store) -> None:
    """A second version of the text of the small study."""
    before = store.transcript("i 1")
    edits = Edits(len(before.text), [Edit(Span(3, 3), "Ja. ")])
    after = replace(before, text=edits.apply(before.text), version=before.version + 1)
    store.add_transcripts([after], {after.id: edits}, author="lead")


def add_exchange(store: Store, transcript: Transcript) -> None:
    """What comes from other programs: a group, a link, a GUID."""
    one, code = ("transcript", transcript.id), ("code", "Wohnen")
    store.add_groups([Group("all", (one, code))], "lead")
    store.add_links([Link(one, code, direction="one-way")], "lead")
    store.add_guids({"code:Wohnen": "{ABC}"}, "lead")


def add_judgements(store: Store, transcript: Transcript) -> None:
    """A coding looked at again, a code of a case, a saved query, suggestions, and something undone."""
    store.review({coding.id: coding.code for coding in store.codings()}, "lead", "still so")
    store.add_case_codings([CaseCoding("Nordstadt", "Wohnen", "lead")], author="lead")
    store.add_queries([Query("rent", "Wohnen/Miete")], author="lead")
    proposed = Suggestion(transcript.id, Span(3, 12), "Wohnen/Miete", "search: miete", 0.5)
    store.add_suggestions([proposed], author="lead")
    store.decide_suggestions({proposed.id: None}, author="lead")
    store.undo("lead")


@st.composite
def studies(draw: st.DrawFn) -> Act:
    """A study with awkward texts in one or two versions, codings on both, retractions, memos and codebooks."""
    interviews = draw(st.lists(st.tuples(texts, texts, st.booleans()), max_size=3))
    books = draw(st.lists(codebooks, max_size=2, unique_by=lambda book: (book.name, book.version)))
    people = draw(st.lists(participants, max_size=2))
    acts: list[Act] = [lambda store: store.add_participants(people, author="a")]
    acts += [lambda store, book=book: store.add_codebook(book, author="a") for book in books]
    for number, (name, text, again) in enumerate(interviews):
        acts.append(draw(_interviews(f"{name}{number}", text, again)))
    return lambda store: [act(store) for act in acts] and None


@st.composite
def _interviews(draw: st.DrawFn, name: str, text: str, again: bool) -> Act:
    first = _spoken(Transcript(name, text, version=1))
    codings = draw(st.lists(codings_of(first), max_size=3))
    edits = draw(edits_of(text))
    second = _spoken(Transcript(name[::-1], edits.apply(text), version=2, id=first.id))
    later = draw(st.lists(codings_of(second), max_size=2))
    memo = Memo(draw(texts), draw(texts), draw(texts))

    def act(store: Store) -> None:
        store.add_transcripts([first], author=name)
        store.add_codings(codings, author="c1")
        store.retract([coding.id for coding in codings[:1]], "c1", text)
        if again:
            store.add_transcripts([second], {second.id: edits}, author="a")
            store.add_codings(later, author="c2")
        store.add_memos([memo], author="a")
        add_exchange(store, first)

    return act


def _spoken(transcript: Transcript) -> Transcript:
    """The transcript with one turn over all of its text."""
    turn = Turn(1, Span(0, len(transcript.text)), "B", Role.OTHER)
    return Transcript(
        transcript.name,
        transcript.text,
        (turn,),
        (Speaker("B", Role.OTHER),),
        version=transcript.version,
        id=transcript.id,
    )


@st.composite
def works(draw: st.DrawFn) -> Act:
    """What one person does in her copy of the small study."""
    acts: list[Act] = []
    for kind in draw(st.lists(st.sampled_from([*_ACTS, "codebook", "participant", "interview"]), max_size=4)):
        word = draw(texts)
        acts.append(_ACTS.get(kind, _change(kind))(word))
    return lambda store: [act(store) for act in acts] and None


def _code(word: str) -> Act:
    def act(store: Store) -> None:
        (transcript,) = (one for one in store.transcripts() if one.name == "i 1")
        store.add_codings([Coding(transcript.id, Span(3, 12), "Wohnen", "c", transcript.version, word)], author=word)

    return act


def _retract(word: str) -> Act:
    return lambda store: store.retract([coding.id for coding in store.codings()][:1], "c", word)


def _note(word: str) -> Act:
    return lambda store: store.add_memos([Memo("x", word, "c")], author="c")


def _review(word: str) -> Act:
    def act(store: Store) -> None:
        code = store.codebook().codes[0].path
        store.review({coding.id: code for coding in store.codings()[:1]}, "c", word)

    return act


def _query(word: str) -> Act:
    return lambda store: store.add_queries([Query("q", word)], author="c")


def _case(word: str) -> Act:
    return lambda store: store.add_case_codings([CaseCoding("Nordstadt", "Wohnen", "c", word)], author="c")


def _settle(word: str) -> Act:
    def act(store: Store) -> None:
        for one in [coding for coding in store.codings() if coding.coder != "consensus"][:1]:
            outcome = replace(one, id=new_id(), coder="consensus")
            store.adjudicate([Adjudication((one.id,), "as c", "consensus", (outcome,), word)], author="c")

    return act


def _sum_up(word: str) -> Act:
    return lambda store: store.add_summary(CellSummary("Nordstadt", "Wohnen", word, "c"))


def _release(word: str) -> Act:
    def act(store: Store) -> None:
        ids = [coding.id for coding in store.codings()[:1]]
        if ids:
            store.release(Release("i 1:1-abc", bool(word), "c", word), ids)

    return act


def _undo(word: str) -> Act:
    def act(store: Store) -> None:
        with suppress(MisuseError):  # there was nothing to undo
            store.undo("c")

    return act


_ACTS: dict[str, Callable[[str], Act]] = {
    "coding": _code,
    "retraction": _retract,
    "memo": _note,
    "review": _review,
    "query": _query,
    "case": _case,
    "adjudication": _settle,
    "summary": _sum_up,
    "release": _release,
    "undo": _undo,
}


def _change(kind: str) -> Callable[[str], Act]:
    def codebook(word: str) -> Act:
        return lambda store: store.add_codebook(_next(store, word), author="c")

    def participant(word: str) -> Act:
        return lambda store: store.add_participants([Participant("P01", word)], author="c")

    def interview(word: str) -> Act:
        def act(store: Store) -> None:
            id = new_id()
            store.add_transcripts([Transcript(word + id, word, version=1, id=id)], author="c")

        return act

    return {"codebook": codebook, "participant": participant, "interview": interview}.get(kind, codebook)


def _next(store: Store, word: str) -> Codebook:
    """The next version of the codebook, with this definition."""
    return Codebook("klein", store.codebook().version + 1, (Code("Wohnen", word),))
