"""Charts as files: .png, .svg, or .html that needs no network."""

from pathlib import Path
from typing import Any

from interviews.errors import MisuseError

PICTURES = (".png", ".svg", ".html")
# Twice the screen's resolution: sharp in print.
_SCALE = 2


def is_chart(thing: object) -> bool:
    """Whether it is a picture made by altair, told without loading altair."""
    return type(thing).__module__.startswith("altair.")


def write_picture(chart: Any, path: Path) -> None:
    """Write a chart, and beside it what it shows as text, for a leak check that cannot read pixels."""
    suffix = path.suffix.casefold()
    if suffix not in PICTURES:
        raise MisuseError(f"{path.name}: a picture is written to {', '.join(PICTURES)}.")
    import vl_convert  # starts a JavaScript engine

    spec = chart.to_json()
    path.with_name(f"{path.name}.json").write_text(spec, encoding="utf-8")
    if suffix == ".png":
        path.write_bytes(vl_convert.vegalite_to_png(spec, scale=_SCALE))
    elif suffix == ".svg":
        path.write_text(vl_convert.vegalite_to_svg(spec), encoding="utf-8")
    else:
        path.write_text(vl_convert.vegalite_to_html(spec, bundle=True), encoding="utf-8")
