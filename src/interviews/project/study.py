"""The study as its report sees it, gathered from the project."""

import datetime
from collections import Counter
from collections.abc import Sequence

import pandas as pd

from interviews.agreement import compare
from interviews.findings import Study
from interviews.model import Finding, Transcript
from interviews.project.project import Project
from interviews.topics import Topics

_KINDS = ("PER", "LOC", "ORG", "ADDR", "CONTACT", "ID", "OCC", "AGE", "DATE")
_WORDING = {
    "de": {
        "sentence": "Vor der Kodierung wurde in den Transkripten ersetzt: {found}. {kept} gefundene Angaben blieben stehen.",
        **dict(
            zip(
                _KINDS,
                (
                    "Personen",
                    "Orte",
                    "Organisationen",
                    "Adressen",
                    "Kontaktdaten",
                    "Kennnummern",
                    "Ämter und Berufe",
                    "Altersangaben",
                    "Daten",
                ),
                strict=True,
            )
        ),
    },
    "en": {
        "sentence": "Before coding, these were replaced in the transcripts: {found}. {kept} that were found stayed.",
        **dict(
            zip(
                _KINDS,
                (
                    "persons",
                    "places",
                    "organizations",
                    "addresses",
                    "contact details",
                    "identifying numbers",
                    "offices and occupations",
                    "ages",
                    "dates",
                ),
                strict=True,
            )
        ),
    },
    "pl": {
        "sentence": "Przed kodowaniem zastąpiono w transkrypcjach: {found}. Pozostawiono znalezionych: {kept}.",
        **dict(
            zip(
                _KINDS,
                (
                    "osoby",
                    "miejsca",
                    "organizacje",
                    "adresy",
                    "dane kontaktowe",
                    "numery identyfikacyjne",
                    "urzędy i zawody",
                    "informacje o wieku",
                    "daty",
                ),
                strict=True,
            )
        ),
    },
}


def study_of(
    project: Project,
    *,
    topics: Topics | None = None,
    date: datetime.date | None = None,
    written: Sequence[Finding] = (),
) -> Study:
    """Everything the report needs; the agreement of the coders is worked out where there are two."""
    transcripts, codings = project.transcripts, project.coding_records
    several = len({coding.coder for coding in codings}) > 1
    return Study(
        name=project.name,
        language=project.settings.language,
        date=date or _last_save(project),
        cases=project.cases,
        participants=project.participants,
        transcripts=_summary(transcripts),
        frame=project.codings.table(),
        codebook=project.codebook,
        quotes=tuple(project.quotes()),
        agreement=compare(codings, transcripts).table() if several else None,
        topics=topics.table() if topics else None,
        findings=tuple(written),
        anonymization=_how_anonymized(project),
    )


def _how_anonymized(project: Project) -> str:
    """A sentence for the methods section: what was replaced, as the key in the vault has it."""
    key = project.vault.key()
    counts = Counter(str(entry.type) for entry in key if entry.replaced)
    wording = _WORDING.get(project.settings.language, _WORDING["en"])
    found = [f"{count} {wording[kind]}" for kind in _KINDS if (count := counts[kind])]
    return wording["sentence"].format(found=", ".join(found) or "0", kept=sum(not entry.replaced for entry in key))


def _summary(transcripts: Sequence[Transcript]) -> pd.DataFrame:
    columns = ["transcript", "case", "language", "turns", "words"]
    rows = [(t.name, t.case, t.language, len(t.turns), _words(t)) for t in transcripts]
    return pd.DataFrame(rows, columns=columns)


def _words(transcript: Transcript) -> int:
    return sum(len(turn.speech.of(transcript.text).split()) for turn in transcript.turns)


def _last_save(project: Project) -> datetime.date:
    history = project.store.history()
    return history[-1].when.date() if history else datetime.date.today()
