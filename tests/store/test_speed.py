"""A study of twenty thousand codings stays quick; the limits leave a slow machine room."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from interviews.store import Store
from tests.store.records import a_coding, a_transcript


def seconds(action: Callable[[], object]) -> float:
    started = time.perf_counter()
    action()
    return time.perf_counter() - started


@pytest.mark.slow
def test_twenty_thousand_codings_are_saved_and_read_in_seconds(place: Path) -> None:
    transcript = a_transcript()
    codings = [a_coding(transcript) for _ in range(20_000)]
    with Store.open(place) as store:
        store.add_transcripts([transcript], author="a")
        assert seconds(lambda: store.add_codings(codings, "c1")) < 2
        assert len(store.codings()) == 20_000
        assert min(seconds(store.codings) for _ in range(3)) < 1
    assert min(seconds(lambda: Store.open(place).close()) for _ in range(3)) < 0.3
