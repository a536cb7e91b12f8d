"""Work that makes very many records at once, all of which are kept."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

# Objects made before the youngest are looked through, and how many such looks before the older ones are.
_SELDOM = (50_000, 20, 100)


@contextmanager
def many_records() -> Iterator[None]:
    """Let Python look for garbage seldom, since there is hardly any: that took a sixth of the time of an import."""
    usual = gc.get_threshold()
    if usual == _SELDOM:  # somebody outside, or another thread, does so already and puts it back
        yield
        return
    gc.set_threshold(*_SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*usual)
