"""The case × theme matrix in a report: as a picture and, for those who cannot see it, as a table."""

from collections.abc import Iterator, Mapping

from interviews.findings.report.blocks import Picture, Table
from interviews.findings.report.setting import Setting

# With more cases than this the matrix is written as several tables below one another.
CASES_IN_A_TABLE = 5
_Counts = Mapping[str, Mapping[str, int]]


def count_by_theme(setting: Setting) -> dict[str, dict[str, int]]:
    """Passages by theme and, within it, by case."""
    counts = setting.framework.counts("passages")
    return {str(theme): {str(case): int(n) for case, n in counts[theme].items()} for theme in counts.columns}


def draw_overview(setting: Setting, counts: _Counts) -> Picture:
    """The heat map, with words that say what it shows."""
    wording = setting.wording
    most, theme, case = max(
        ((n, theme, case) for theme, row in counts.items() for case, n in row.items()), key=lambda cell: cell[0]
    )
    alt = wording.say(
        "overview_alt",
        themes=len(counts),
        cases=len(setting.framework.cases),
        theme=wording.quoted(setting.label(theme)),
        case=case,
        passages=wording.count("passages", most),
    )
    chart = setting.framework.chart("passages", wording.language)
    return Picture(chart.to_json(indent=None), alt, wording.say("overview_picture"))


def write_matrix(setting: Setting, counts: _Counts) -> Iterator[Table]:
    """Themes down and cases across, in as many tables as the page's width asks for; the last has the sums of all."""
    names = [case.name for case in setting.framework.cases]
    for first in range(0, len(names), CASES_IN_A_TABLE):
        part = names[first : first + CASES_IN_A_TABLE]
        yield _write_part(setting, counts, part, summed=first + CASES_IN_A_TABLE >= len(names))


def _write_part(setting: Setting, counts: _Counts, cases: list[str], *, summed: bool) -> Table:
    wording = setting.wording
    most = max(max(row.values(), default=0) for row in counts.values()) or 1
    figures = [(setting.label(theme), *_line(row, cases, summed)) for theme, row in counts.items()]
    totals = [sum(column) for column in zip(*(line[1:] for line in figures), strict=True)]
    rows = [(name, *map(wording.number, line)) for name, *line in [*figures, (wording.say("all"), *totals)]]
    shades = [_shades(row, cases, most, summed) for row in counts.values()]
    header = (wording.say("theme"), *cases, *((wording.say("all"),) if summed else ()))
    return Table(
        header,
        tuple(rows),
        wording.say("overview_table"),
        numeric=tuple(range(1, len(header))),
        shades=(*shades, (0.0,) * len(totals)),
        widths=(32, *(12 for _ in header[1:])),
    )


def _line(row: Mapping[str, int], cases: list[str], summed: bool) -> list[int]:
    return [row[case] for case in cases] + ([sum(row.values())] if summed else [])


def _shades(row: Mapping[str, int], cases: list[str], most: int, summed: bool) -> tuple[float, ...]:
    return (*(row[case] / most for case in cases), *((0.0,) if summed else ()))
