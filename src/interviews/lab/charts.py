"""Charts in a notebook are drawn on this computer, as pictures: they need no network and look the same everywhere."""

import altair as alt


def draw_offline() -> None:
    """Let altair show SVG made by vl-convert instead of a page that loads its drawing code from the network."""
    alt.renderers.enable("svg")
