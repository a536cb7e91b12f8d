"""What all chapters of one report share: the study, its matrix, its phrases, and which quotes have been shown."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from interviews.findings.drafts import draft_findings
from interviews.findings.framework import Framework, framework
from interviews.findings.report.blocks import Bullets, Heading, PullQuote
from interviews.findings.report.study import Study
from interviews.findings.wording import Wording
from interviews.model import Finding, Quote


@dataclass(slots=True)
class Setting:
    """The shared state of a report while its blocks are built."""

    study: Study
    wording: Wording
    framework: Framework
    findings: tuple[Finding, ...]
    languages: dict[str, str]
    """Language by transcript, where known."""
    shown: dict[str, Quote] = field(default_factory=dict)
    """Quotes printed so far, by citation id."""

    def label(self, code: str) -> str:
        """A code's name in the report's language."""
        return self.framework.label(code, self.wording.language)

    def colour(self, theme: str) -> str | None:
        """The theme's colour as the codebook has it."""
        code = self.study.codebook.get(theme)
        return code.colour if code else None

    def place(self, quote: Quote) -> str:
        """Transcript and turn."""
        return self.wording.say("place_turn", transcript=quote.transcript, turn=str(quote.turn))

    def pull(self, quote: Quote, *, prominent: bool = False, colour: str | None = None) -> PullQuote:
        """The block for a quote; from now on it counts as shown."""
        self.shown[quote.citation] = quote
        who = ", ".join(part for part in (quote.speaker, quote.case) if part)
        return PullQuote(
            text=quote.text,
            source=f"{who} · {self.place(quote)}",
            citation=quote.citation,
            marks=self.wording.marks,
            language=self.languages.get(quote.transcript),
            prominent=prominent,
            colour=colour,
        )

    def claims(self, findings: Iterable[Finding], anchor: str) -> Iterator[Heading | Bullets]:
        """Findings as lists, those confirmed by a person first and apart from the drafts."""
        findings = list(findings)
        for draft, phrase in ((False, "confirmed_findings"), (True, "draft_findings")):
            items = tuple(self._claim(finding) for finding in findings if finding.draft is draft)
            if items:
                yield Heading(self.wording.say(phrase), 3, f"{anchor}-{phrase.split('_')[0]}")
                yield Bullets(items)

    def _claim(self, finding: Finding) -> str:
        parts = [f"{self.wording.say('finding_draft')}: {finding.claim}" if finding.draft else finding.claim]
        for phrase, quotes in (("support", finding.support), ("counter", finding.counter)):
            if quotes:
                parts.append(self.wording.say(phrase, citations=", ".join(quote.citation for quote in quotes)) + ".")
                self.shown.update({quote.citation: quote for quote in quotes if quote.citation not in self.shown})
        return " ".join(parts)


def prepare(study: Study) -> Setting:
    """Counts the study's codings and drafts what nobody has written. Raises MisuseError for an unknown language."""
    wording = Wording(study.language)
    matrix = framework(study.frame, study.codebook, study.cases, study.participants)
    written = {(finding.case, finding.theme) for finding in study.findings}
    drafts = draft_findings(matrix, study.quotes, language=study.language)
    missing = tuple(finding for finding in drafts if (finding.case, finding.theme) not in written)
    known = study.transcripts
    languages = dict(zip(known["transcript"], known["language"], strict=True)) if "language" in known.columns else {}
    return Setting(study, wording, matrix, (*study.findings, *missing), languages)
