import gc

import pytest

from interviews.bulk import many_records


@many_records()
def fail() -> None:
    assert gc.get_threshold() > (10_000, 10, 10)
    raise ValueError("so")


def test_the_collector_is_as_it_was_afterwards_whatever_happens() -> None:
    usual = gc.get_threshold()
    with pytest.raises(ValueError, match="so"):
        fail()
    assert gc.get_threshold() == usual
