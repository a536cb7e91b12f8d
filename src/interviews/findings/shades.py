"""One hue from white to dark, the same in tables, pictures and documents."""

DARK = (27, 94, 120)
# Above this depth white letters read better than dark ones.
_TURN = 0.5


def fill(depth: float) -> str:
    """The colour for a depth from 0 (white) to 1, as #rrggbb."""
    # Starts at a tenth so that one passage already shows against none.
    part = 0.0 if depth <= 0 else 0.1 + 0.9 * min(depth, 1.0)
    return "#" + "".join(f"{round(255 - (255 - channel) * part):02x}" for channel in DARK)


def ink(depth: float) -> str:
    """The colour of letters on that fill."""
    return "#ffffff" if depth > _TURN else "#1a1a1a"
