"""Codings as columns are the codings as records, whatever has happened, and whatever lies in the cache."""

import random
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interviews.errors import MisuseError
from interviews.model import Change, Code, Codebook, Coding, Revision, Span, Step, Transcript, new_id
from interviews.model.columns import CodingColumns
from interviews.store import Doomed, Store, coded
from interviews.text import Edit, Edits
from tests.store.records import a_coding, a_transcript
from tests.store.studies import copied, small_study, studies, works

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _every_row_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(coded, "_FEW", 0)


def records_of(columns: CodingColumns) -> list[Coding]:
    """The records that the columns stand for."""
    words = [getattr(columns, name).values() for name in ("transcript", "code", "coder", "unit", "round", "review")]
    memos = columns.memos(list(range(len(columns))))
    made = []
    for row, (transcript, code, coder, unit, round, review) in enumerate(zip(*words, strict=True)):
        made.append(
            Coding(
                transcript,
                Span(int(columns.start[row]), int(columns.end[row])),
                code,
                coder,
                int(columns.version[row]),
                memos[row],
                None if columns.weight[row] != columns.weight[row] else float(columns.weight[row]),
                None if columns.codebook_version[row] < 0 else int(columns.codebook_version[row]),
                columns.id[row].decode(),
                EPOCH + timedelta(microseconds=int(columns.created[row])),
                unit,
                round,
                review,
            )
        )
    return sorted(made, key=lambda coding: (coding.created, coding.id))


def same(store: Store, folder: Path | None = None) -> bool:
    """Whether columns and records agree now and at every moment at which something happened."""
    moments = [None, *(event.when for event in store.history())]
    return all(records_of(store.columns(moment, folder)[0]) == store.codings(moment) for moment in moments)


@pytest.mark.slow
@settings(max_examples=15, deadline=None)
@given(studies(), st.lists(works(), max_size=2))
def test_columns_are_the_records_of_any_study(fresh, study, made):
    with fresh() as store:
        study(store)
        assert same(store)
    with fresh() as store:
        small_study(store)
        for work in made:
            work(store)
            assert same(store)


def changed_study(store: Store, chance: random.Random, folder: Path | None) -> None:
    """Code, take back, correct texts, revise the codebook, look again, undo and redo, in any order."""
    transcripts = [a_transcript("A: Die Miete ist hoch, sagt man hier. " * 3, name=f"i{n}") for n in range(3)]
    store.add_transcripts(transcripts, author="a")
    codes = ["Wohnen", "Wohnen/Miete", "Arbeit"]
    store.add_codebook(Codebook("b", 1, tuple(map(Code, codes))), author="a")
    for _ in range(12):
        act = chance.choice([_code, _code, _retract, _edit, _revise, _review, _undo, _redo])
        with suppress(MisuseError):  # nothing to undo, or nothing to take back
            act(store, chance)
        if chance.random() < 0.4:
            assert records_of(store.columns(None, folder)[0]) == store.codings()


def _code(store: Store, chance: random.Random) -> None:
    of = chance.choice(store.transcripts())
    codes = [code.path for code in store.codebook()]
    made = []
    for _ in range(3):
        ends = sorted(chance.randint(0, len(of.text)) for _ in range(2))
        memo, weight = chance.choice([("", None), ("ähnlich 👍", 0.5)])
        made.append(Coding(of.id, Span(*ends), chance.choice(codes), "c1", of.version, memo, weight, round="pilot"))
    store.add_codings(made, author="c1")


def _retract(store: Store, chance: random.Random) -> None:
    store.retract([chance.choice(store.codings() or [a_coding(a_transcript())]).id], "c1")


def _edit(store: Store, chance: random.Random) -> None:
    of = chance.choice(store.transcripts())
    start = chance.randint(0, len(of.text) - 5)
    edits = Edits(len(of.text), [Edit(Span(start, start + chance.randint(0, 4)), chance.choice(["", "xyz"]))])
    after = Transcript(of.name, edits.apply(of.text), version=of.version + 1, id=of.id)
    store.add_transcripts([after], {of.id: edits}, author="a")


def _revise(store: Store, chance: random.Random) -> None:
    book, number = store.codebook(), store.next_version("b")
    path = chance.choice([code.path for code in book])
    step = chance.choice(
        [Step(Change.REDEFINE, path, fields={"definition": "neu"}), Step(Change.RENAME, path, (f"Neu{number}",))]
    )
    codes = tuple(replace(code, path=step.forward(code.path)) for code in book)
    revision = Revision("b", number, book.version, (step,))
    store.add_codebook(replace(book, version=number, codes=codes), "c1", revision)


def _review(store: Store, chance: random.Random) -> None:
    some = chance.sample(store.codings(), min(2, len(store.codings())))
    store.review({coding.id: store.codebook().codes[0].path for coding in some}, "c1")


def _undo(store: Store, chance: random.Random) -> None:
    store.undo("c1")


def _redo(store: Store, chance: random.Random) -> None:
    store.redo("c1")


@pytest.mark.parametrize("seed", range(3))
def test_columns_follow_every_change_with_a_cache(fresh, tmp_path, seed):
    with fresh() as store:
        changed_study(store, random.Random(seed), tmp_path)
        assert same(store, tmp_path)
        store._coded = None  # as a new process
        assert same(store, tmp_path)


def filled(store: Store, folder: Path) -> Transcript:
    transcript = a_transcript("A: Die Miete ist hoch. " * 20)
    store.add_transcripts([transcript], author="a")
    store.add_codings([a_coding(transcript, n, n + 5) for n in range(40)], author="c1")
    store.columns(None, folder)
    assert (folder / "codings").stat().st_size
    return transcript


def anew(store: Store, folder: Path) -> bool:
    """Whether a new process says the same from the cache as from the database."""
    store._coded = None
    return records_of(store.columns(None, folder)[0]) == store.codings()


def test_a_new_process_reads_only_what_is_new(store, tmp_path, monkeypatch):
    transcript = filled(store, tmp_path)
    store.add_codings([a_coding(transcript)], author="c1")
    asked = []
    whole = coded._read_rows
    monkeypatch.setattr(coded, "_read_rows", lambda connection, after: asked.append(after) or whole(connection, after))
    assert anew(store, tmp_path)
    assert asked == [40]


@pytest.mark.parametrize("name", ["codings", "turns"])
@pytest.mark.parametrize("seed", range(4))
def test_a_damaged_cache_is_not_believed(store, tmp_path, name, seed):
    filled(store, tmp_path)
    chance, file = random.Random(seed), tmp_path / name
    content = bytearray(file.read_bytes())
    if seed % 2:
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
        file.write_bytes(content)
    else:
        file.write_bytes(content[: chance.randrange(len(content))])
    before = store.columns(None, None)[1]
    assert anew(store, tmp_path)
    talk = store.columns(None, tmp_path)[1]
    assert (talk.names, talk.end.tolist()) == (before.names, before.end.tolist())


def test_the_cache_of_a_copy_that_went_another_way_is_not_believed(store, tmp_path):
    mine, theirs = tmp_path / "mine", tmp_path / "theirs"
    mine.mkdir()
    transcript = filled(store, mine)
    with copied(store, theirs) as other:
        for one in (store, other):
            one.add_codings([a_coding(transcript, n, n + 3, "c2") for n in range(30)], author="c2")
        other.columns(None, theirs)
        (mine / "codings").write_bytes((theirs / "codings").read_bytes())
        assert anew(store, mine)


def test_what_was_erased_is_in_no_answer_and_in_no_file(store, tmp_path):
    transcript = filled(store, tmp_path)
    other = a_transcript(name="i2")
    store.add_transcripts([other], author="a")
    store.add_codings([a_coding(other)], author="c1")
    store.columns(None, tmp_path)
    store.erase(Doomed(frozenset({transcript.id})), "a")
    store.scrub()
    columns, talk = store.columns(None, tmp_path)
    assert records_of(columns) == store.codings()
    assert talk.transcripts == (other.id,)
    assert transcript.id.encode() not in (tmp_path / "codings").read_bytes() + (tmp_path / "turns").read_bytes()


def test_a_cache_that_cannot_be_written_is_done_without(store, tmp_path):
    transcript = a_transcript()
    store.add_transcripts([transcript], author="a")
    store.add_codings([a_coding(transcript)], author="c1")
    assert len(store.columns(None, tmp_path / "nowhere")[0]) == 1


def test_two_copies_at_once_write_one_whole_cache(store, place, tmp_path):
    transcript = filled(store, tmp_path)
    with Store.open(place) as other:
        for n in range(6):
            store.add_codings([replace(a_coding(transcript, k, k + 2), id=new_id()) for k in range(20)], author="c1")
            for one in (store, other) if n % 2 else (other, store):
                one._coded = None
                assert records_of(one.columns(None, tmp_path)[0]) == one.codings()
    assert [path.name for path in sorted(tmp_path.glob("codings*"))] == ["codings"]
