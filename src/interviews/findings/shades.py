"""One hue from white to dark, the same in tables, pictures and documents."""

DARK = (27, 94, 120)


def fill(depth: float) -> str:
    """The colour for a depth from 0 (white) to 1, as #rrggbb."""
    return "#" + "".join(f"{channel:02x}" for channel in _channels(depth))


def ink(depth: float) -> str:
    """Black or white, whichever stands out more on that fill (WCAG 2.2, contrast ratio: at least 4.5 either way)."""
    red, green, blue = (_linear(channel / 255) for channel in _channels(depth))
    luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    return "#ffffff" if 1.05 / (luminance + 0.05) > (luminance + 0.05) / 0.05 else "#000000"


def _channels(depth: float) -> tuple[int, ...]:
    # Starts at a tenth so that one passage already shows against none.
    part = 0.0 if depth <= 0 else 0.1 + 0.9 * min(depth, 1.0)
    return tuple(round(255 - (255 - channel) * part) for channel in DARK)


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)
