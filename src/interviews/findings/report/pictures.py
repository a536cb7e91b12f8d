"""Charts as PNG."""

from functools import lru_cache

# Twice the screen's resolution: sharp in print at full width.
SCALE = 2.5


@lru_cache(maxsize=8)  # the same picture goes into every file of a report
def draw_png(spec: str) -> bytes:
    """The picture of a Vega-Lite specification in JSON; the same specification gives the same bytes."""
    import vl_convert  # starts a JavaScript engine

    png: bytes = vl_convert.vegalite_to_png(spec, scale=SCALE)
    return png
