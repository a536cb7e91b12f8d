"""A study as another program hands it over: two coders, memos, a group, a link, over texts as read."""

from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import interviews as iv
from interviews.model import (
    Case,
    Code,
    Codebook,
    Coder,
    Coding,
    Exchange,
    Group,
    Link,
    Memo,
    Participant,
    Span,
    Transcript,
)
from tests.small_study import PASSAGES, TALKS

CODES = (
    Code("Wohnen", "Alles zur Wohnung.", colour="#4477AA"),
    Code("Wohnen/Zustand", "Wie die Wohnung ist."),
    Code("Wohnen/Miete", "Was sie kostet."),
    Code("Nachbarschaft", "Wer nebenan wohnt.", colour="#EE6677"),
)
CODEBOOK = Codebook("klein", 1, CODES)


def texts(folder: Path) -> tuple[Transcript, ...]:
    """The texts as read, named and with speakers, as a reader gives them."""
    for name, text in TALKS.items():
        path = folder / "foreign" / Path(name).name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    return tuple(replace(one, case="Hof") for one in iv.read(folder / "foreign").transcripts)


def foreign_exchange(transcripts: tuple[Transcript, ...]) -> Exchange:
    """What two coders made of these texts in another program."""
    ids = {one.name: one.id for one in transcripts}
    words = {one.name: one.text for one in transcripts}
    codings = []
    for name, passage, code, coder in PASSAGES:
        start = words[name].index(passage)
        codings.append(Coding(ids[name], Span(start, start + len(passage)), code, coder, version=0, weight=0.5))
    first = codings[0]
    harmless, naming = Memo(first.id, "noch einmal lesen", "c1"), Memo(ids["a1"], "Frau Demir wieder fragen", "c2")
    group = Group("Vorstudie", (("transcript", ids["a1"]), ("code", "Wohnen"), ("memo", harmless.id)))
    family = Group("Familie Yılmaz", (("transcript", ids["a1"]),))
    link = Link(("coding", first.id), ("coding", codings[4].id), "dasselbe", "one-way")
    return Exchange(
        name="Studie",
        origin="Other 1.0",
        transcripts=transcripts,
        codebook=CODEBOOK,
        codings=tuple(codings),
        coders=(Coder("c1"), Coder("c2")),
        participants=(Participant("Ayşe Yılmaz", "Hof", MappingProxyType({"age": "44"})),),
        cases=(Case("Hof", MappingProxyType({"size": "7"})),),
        memos=(harmless, naming),
        groups=(group, family),
        links=(link,),
        types=MappingProxyType({"age": "Integer", "size": "Integer"}),
        ids=MappingProxyType(
            {
                f"coding:{first.id}": "{AAAAAAAA-0000-4000-8000-000000000001}",
                "code:Wohnen": "AAAAAAAA-0000-4000-8000-000000000002",
                "case:Hof": "AAAAAAAA-0000-4000-8000-000000000003",
                "coder:c1": "AAAAAAAA-0000-4000-8000-000000000004",
                "coder:c9": "AAAAAAAA-0000-4000-8000-000000000005",
            }
        ),
        unverified=frozenset({codings[3].id}),
    )
