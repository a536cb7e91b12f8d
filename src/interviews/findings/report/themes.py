"""A chapter for every theme: what it means, where it is spoken about, and in which words."""

from collections.abc import Iterator, Sequence

from interviews.findings.choice import choose_quotes, quotes_about
from interviews.findings.framework import Measure
from interviews.findings.keyness import contrast_words
from interviews.findings.passages import merge_passages
from interviews.findings.report.blocks import Block, Heading, PageBreak, Paragraph, Table
from interviews.findings.report.setting import Setting
from interviews.model import Quote

# One quote leads the chapter, the others follow under their sub-codes.
FURTHER = 3
# Set large, more words than this no longer catch the eye.
LEAD_WORDS = 40
_MEASURES: tuple[Measure, ...] = ("passages", "transcripts", "participants")


def build_themes(setting: Setting) -> Iterator[Block]:
    """The part on the themes, in the codebook's order."""
    yield PageBreak()
    yield Heading(setting.wording.say("themes"), 1, "themes")
    for number, theme in enumerate(setting.framework.themes, start=1):
        yield from _chapter(setting, theme, f"theme-{number}")


def _chapter(setting: Setting, theme: str, anchor: str) -> Iterator[Block]:
    wording, colour = setting.wording, setting.colour(theme)
    yield Heading(setting.label(theme), 2, anchor, colour)
    code = setting.study.codebook.get(theme)
    if code and code.definition:
        yield Paragraph(code.definition, "lead")
    if not (setting.framework.passages["theme"] == theme).any():
        yield Paragraph(wording.say("no_theme_passages"))
        return
    quotes = _quotes(setting, theme)
    for quote in quotes[:1]:
        yield setting.pull(quote, prominent=True, colour=colour)
    yield _by_case(setting, theme)
    yield from _silence(setting, theme)
    yield from _by_code(setting, theme)
    if len(quotes) > 1:
        yield Heading(wording.say("further_voices"), 3, f"{anchor}-voices")
        for quote in quotes[1:]:
            yield setting.pull(quote, colour=colour)
    elif not quotes:
        yield Paragraph(wording.say("no_quotes_theme"), "small")
    yield from setting.claims((f for f in setting.findings if f.theme == theme and f.case is None), anchor)


def _quotes(setting: Setting, theme: str) -> tuple[Quote, ...]:
    """The quote that leads the chapter, short and in the report's language if there is one, and up to three others."""
    passages, language = setting.framework.passages, setting.study.codebook.language
    inside = passages["theme"] == theme
    weights = contrast_words(passages["text"][inside].tolist(), passages["text"][~inside].tolist(), language)
    about, shown = quotes_about(setting.study.quotes, theme), list(setting.shown.values())
    own = [q for q in about if setting.languages.get(q.transcript, language) == setting.wording.language]
    lead = choose_quotes(own or about, weights, 1, shown=shown, language=language, most_words=LEAD_WORDS)
    others = [quote for quote in about if quote not in lead]
    several = choose_quotes(others, weights, 4 * FURTHER, shown=[*shown, *lead], language=language)
    return (*lead, *_from_different_cases(several, lead)[:FURTHER])


def _from_different_cases(quotes: Sequence[Quote], lead: Sequence[Quote]) -> list[Quote]:
    """A case that has not spoken yet before one that has."""
    heard = {quote.case for quote in lead}
    new: list[Quote] = []
    known: list[Quote] = []
    for quote in quotes:
        (known if quote.case in heard else new).append(quote)
        heard.add(quote.case)
    return [*new, *known]


def _by_case(setting: Setting, theme: str) -> Table:
    wording, matrix = setting.wording, setting.framework
    known = bool(matrix.codings["participant"].notna().any())
    measures = [measure for measure in _MEASURES if measure != "participants" or known]
    counts = [matrix.counts(measure)[theme] for measure in measures]
    rows = tuple(
        (case.name, *(wording.number(int(count[case.name])) for count in counts))
        for case in matrix.cases
        if counts[0][case.name]
    )
    header = (wording.say("case"), *(wording.say(measure) for measure in measures))
    numeric = tuple(range(1, len(header)))
    return Table(header, rows, wording.say("theme_numbers"), numeric=numeric, widths=(40, *[20] * len(numeric)))


def _silence(setting: Setting, theme: str) -> Iterator[Paragraph]:
    counts = setting.framework.counts("passages")[theme]
    silent = [case.name for case in setting.framework.cases if not counts[case.name]]
    if silent:
        yield Paragraph(setting.wording.say("silent_cases", cases=", ".join(silent)), "small")


def _by_code(setting: Setting, theme: str) -> Iterator[Table]:
    """Passages of every sub-code, merged for each on its own, so that they may sum to more than the theme's."""
    codings = setting.framework.codings
    own = codings[codings["theme"] == theme]
    merged = merge_passages(own.assign(theme=own["code"]))
    counts = merged["theme"].value_counts()
    listed = [code.path for code in setting.study.codebook if code.theme == theme]
    paths = [*listed, *sorted(set(counts.index) - set(listed))]
    if len(paths) < 2:
        return
    wording = setting.wording
    names = {path: setting.label(path) if path != theme else wording.say("directly") for path in paths}
    rows = tuple((names[path], wording.number(int(counts.get(path, 0)))) for path in [*paths[1:], paths[0]])
    header = (wording.say("code"), wording.say("passages"))
    yield Table(header, rows, wording.say("subcodes"), numeric=(1,), widths=(80, 20))
