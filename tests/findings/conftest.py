"""A small study, made by hand so that every figure can be counted on one's fingers."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

import pandas as pd
import pytest

from interviews.findings import Study
from interviews.model import Case, Code, Codebook, Participant, Quote, Span, theme_of

COLUMNS = (
    *("transcript", "case", "participant", "speaker", "role", "turn", "code", "theme", "coder"),
    *("start", "end", "text", "memo", "created", "coding"),
)
TEXT = "Wir suchen seit Monaten eine Wohnung und schreiben jeden Abend wieder zwanzig Vermietern. 🙂 | <b>Nein</b>"


def row(transcript: str, start: int, end: int, code: str, coder: str = "c1", **changed: Any) -> dict[str, Any]:
    """One coding; the transcript's name begins with its case."""
    return {
        "transcript": transcript,
        "case": transcript.partition("-")[0],
        "participant": f"P-{transcript}",
        "speaker": "B",
        "role": "interviewee",
        "turn": start // 100 + 1,
        "code": code,
        "theme": theme_of(code),
        "coder": coder,
        "start": start,
        "end": end,
        "text": (TEXT * 20)[start:end],
        "memo": "",
        "created": None,
        "coding": f"{transcript}:{start}:{end}:{code}:{coder}",
        **changed,
    }


def table(*rows: dict[str, Any]) -> pd.DataFrame:
    return pd.DataFrame(list(rows), columns=list(COLUMNS))


@pytest.fixture
def codebook() -> Codebook:
    labels = MappingProxyType({"en": "Housing"})
    return Codebook(
        "probe",
        1,
        (
            Code("Wohnen", definition="Alles über Wohnungen | und *Mieten*.", colour="#4477AA", labels=labels),
            Code("Wohnen/Suche", definition="Wie man sucht."),
            Code("Wohnen/Miete"),
            Code("Schule", colour="#99DDFF"),
            Code("Feste"),
        ),
    )


@pytest.fixture
def cases() -> tuple[Case, ...]:
    return (Case("hafen"), Case("revier"), Case("leer"))


@pytest.fixture
def participants() -> tuple[Participant, ...]:
    resident, actor = MappingProxyType({"group": "resident"}), MappingProxyType({"group": "local actor"})
    return (
        Participant("P-hafen-1", "hafen", resident),
        Participant("P-hafen-2", "hafen", actor),
        Participant("P-hafen-3", "hafen", resident),
        Participant("P-revier-1", "revier", resident),
    )


@pytest.fixture
def frame() -> pd.DataFrame:
    """hafen: Wohnen in 5 codings and 3 passages of 2 people, Schule in 1; revier: Schule in 2 codings, 2 passages."""
    return table(
        row("hafen-1", 0, 60, "Wohnen/Suche", "c1"),
        row("hafen-1", 0, 60, "Wohnen/Suche", "c2"),
        row("hafen-1", 0, 60, "Wohnen/Miete", "c1"),
        row("hafen-1", 50, 90, "Wohnen/Suche", "c2"),
        row("hafen-1", 200, 260, "Wohnen", "c1"),
        row("hafen-2", 0, 80, "Wohnen/Miete", "c1"),
        row("hafen-2", 0, 80, "Schule", "c1"),
        row("revier-1", 0, 40, "Schule", "c1"),
        row("revier-1", 40, 90, "Schule", "c1"),
    )


def quote(transcript: str, start: int, end: int, *codes: str, text: str = TEXT) -> Quote:
    return Quote(
        citation=f"{transcript}:{start}",
        text=text,
        transcript=transcript,
        span=Span(start, end),
        turn=start // 100 + 1,
        speaker=f"P-{transcript}",
        case=transcript.partition("-")[0],
        codes=codes,
    )


@dataclass(frozen=True)
class Makers:
    row: Callable[..., dict[str, Any]] = row
    table: Callable[..., pd.DataFrame] = table
    quote: Callable[..., Quote] = quote
    text: str = TEXT


@pytest.fixture(scope="session")
def make() -> Makers:
    return Makers()


@pytest.fixture
def study(
    frame: pd.DataFrame, codebook: Codebook, cases: tuple[Case, ...], participants: tuple[Participant, ...]
) -> Study:
    arabic = "قال أبو أحمد إنه يبحث عن شقة منذ ستة أشهر ولم يجد شيئا"
    return Study(
        name="Ankommen <in> drei Orten",
        language="de",
        date=datetime.date(2026, 5, 4),
        cases=cases,
        participants=participants,
        transcripts=pd.DataFrame(
            {
                "transcript": ["hafen-1", "hafen-2", "hafen-3", "revier-1"],
                "case": ["hafen", "hafen", "hafen", "revier"],
                "language": ["de", "de", "de", "de"],
                "words": [1000, 800, 700, 500],
            }
        ),
        frame=frame,
        codebook=codebook,
        quotes=(
            quote("hafen-1", 0, 60, "Wohnen/Suche"),
            quote("hafen-2", 0, 80, "Wohnen/Miete", "Schule", text=arabic),
            quote(
                "revier-1", 0, 40, "Schule", text="Erste Zeile mit *Stern*innen und noch ein paar Wörtern\nzweite Zeile"
            ),
        ),
        agreement=pd.DataFrame(
            {"code": ["Wohnen", "Schule"], "kappa": [0.7123, None], "reason": ["", "nur eine Person hat codiert"]}
        ),
        topics=pd.DataFrame({"topic": [0], "label": ["wohnung"], "words": [["wohnung", "miete"]], "share": [0.25]}),
    )


@pytest.fixture
def empty_study(study: Study) -> Study:
    return replace(study, frame=table(), quotes=(), agreement=None, topics=None)
