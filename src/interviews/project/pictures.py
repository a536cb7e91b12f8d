"""Charts as files: .png, .svg, or an .html page that shows the same without network and scripts."""

from html import escape
from pathlib import Path
from typing import Any

from interviews.errors import MisuseError

PICTURES = (".png", ".svg", ".html")
# Twice the screen's resolution: sharp in print.
_SCALE = 2
_PAGE = """<!doctype html>
<html><head><meta charset="utf-8"><title>{title}</title></head>
<body style="margin:2rem;overflow:auto">{svg}</body></html>
"""


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
    else:
        svg = vl_convert.vegalite_to_svg(spec)
        path.write_text(svg if suffix == ".svg" else _PAGE.format(title=escape(path.stem), svg=svg), encoding="utf-8")
