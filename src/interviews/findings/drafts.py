"""First drafts of findings: sentences that only say what the matrix counts."""

from collections import defaultdict
from collections.abc import Sequence

from interviews.findings.choice import choose_quotes, quotes_about
from interviews.findings.framework import Framework
from interviews.findings.keyness import contrast_groups
from interviews.findings.wording import Wording
from interviews.model import Finding, Quote

# A cell with fewer passages gives no claim: it is read, not counted.
MIN_PASSAGES = 3
SUPPORT = 2


def draft_findings(
    framework: Framework, quotes: Sequence[Quote], *, language: str | None = None, min_passages: int = MIN_PASSAGES
) -> tuple[Finding, ...]:
    """A draft for every cell with enough passages, by case and theme, with up to two quotes that support it.

    `counter` stays empty: what speaks against a claim is found by reading, not by counting.
    """
    wording = Wording(language or framework.codebook.language)
    passages = framework.counts("passages").to_dict("index")
    texts: dict[tuple[str, str], list[str]] = defaultdict(list)
    for case_name, theme, text in framework.passages[["case", "theme", "text"]].itertuples(index=False, name=None):
        texts[case_name, theme].append(text)
    weights = contrast_groups(texts, framework.codebook.language)
    return tuple(
        Finding(
            claim=_claim(framework, case.name, theme, passages[case.name][theme], wording),
            case=case.name,
            theme=theme,
            support=choose_quotes(
                quotes_about(quotes, theme, case.name),
                weights[case.name, theme],
                SUPPORT,
                language=framework.codebook.language,
            ),
        )
        for case in framework.cases
        for theme in framework.themes
        if passages[case.name][theme] >= min_passages
    )


def _claim(framework: Framework, case: str, theme: str, n_passages: int, wording: Wording) -> str:
    codings = framework.codings
    cell = codings[(codings["case"] == case) & (codings["theme"] == theme)]
    speaking, people = cell["participant"].nunique(), framework.people(case)
    named = {
        "case": case,
        "theme": wording.quoted(framework.label(theme, wording.language)),
        "passages": wording.count("passages", n_passages),
    }
    if speaking:
        return wording.say("claim", speaking=speaking, people=len(people), **named)
    return wording.say(
        "claim_by_interviews", interviews=wording.count("interviews", cell["transcript"].nunique()), **named
    )
