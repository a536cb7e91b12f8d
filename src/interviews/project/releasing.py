"""Quotes for print: what checks say of each, and whether somebody released it or holds it back."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from interviews.anonymity import entities_named
from interviews.errors import MisuseError
from interviews.exploration import View, known_attributes
from interviews.model import Quote, new_id
from interviews.project.naming import refuse_naming
from interviews.quotes import PRINTABLE, Quotes, select_quotes
from interviews.store import Release

if TYPE_CHECKING:
    from interviews.project.nouns import Nouns

RELEASED, HELD = "released", "held"


@dataclass(frozen=True, slots=True)
class Checked:
    """A quote and what checks say of it."""

    quote: Quote
    allowed: bool
    """Whether everyone heard in it agreed to be quoted in print."""
    named: tuple[str, ...] | None
    """Ids of replaced entities that it names beyond doubt; None where there is no key of the vault to check with."""
    release: Release | None

    @property
    def obstacle(self) -> str:
        """Why it cannot be released; empty where it can. A rare speaker is for a person to weigh."""
        if not self.allowed:
            return f"not everyone heard in it agreed to be quoted (attribute consent: {PRINTABLE})"
        return f"it names {', '.join(self.named)}" if self.named else ""


def quotes_of(project: "Nouns", view: View, consent: str | None = PRINTABLE) -> Quotes:
    """The quotes of codings, each with what was decided about it."""
    described = {person.name: known_attributes(person, project.cases) for person in project.participants}
    frame = view.columns("transcript", "start", "end", "code")
    found = select_quotes(frame, project.transcripts, project.participants, consent=consent, described=described)
    decided = project.releases
    words = {citation: RELEASED if one.released else HELD for citation, one in decided.items()}
    return replace(found, quotes=tuple(replace(one, release=words.get(one.citation, "")) for one in found.quotes))


def check_quotes(project: "Nouns", view: View, most: int | None = None) -> tuple[list[Checked], int]:
    """The first `most` quotes of codings, those that may not be printed too, by transcript and place; and how many."""
    allowed = {one.citation for one in quotes_of(project, view)}
    found = quotes_of(project, view, consent=None).quotes
    quotes, key = found[:most], project.key_at_hand()
    named: Sequence[tuple[str, ...] | None] = [None] * len(quotes)
    if key:
        named = entities_named([one.text for one in quotes], key)
    releases = project.releases
    checked = [
        Checked(one, one.citation in allowed, names, releases.get(one.citation))
        for one, names in zip(quotes, named, strict=True)
    ]
    return checked, len(found)


def decide_release(
    project: "Nouns", which: str | Quote | Iterable[str | Quote], released: bool, reason: str, author: str, id: str = ""
) -> int:
    """Release quotes or hold them back, in an act each; how many. An `id` of the act is for one of them only.

    Raises MisuseError for a citation that is that of no quote now, and for one that may not be released.
    """
    refuse_naming("Reason", [reason], project.key_at_hand() if reason else ())
    several = [which] if isinstance(which, str | Quote) else list(which)
    citations = list(dict.fromkeys(one if isinstance(one, str) else one.citation for one in several))
    names = {one.name for one in project.transcripts} & {citation.rpartition(":")[0] for citation in citations}
    view = project.codings.where(transcript=sorted(names))
    known = {one.quote.citation: one for one in check_quotes(project, view)[0]} if names else {}
    for citation in citations:
        if citation not in known:
            raise MisuseError(f"{citation} is the citation of no quote here: its words or codings changed, look again")
        if released and (obstacle := known[citation].obstacle):
            raise MisuseError(f"{citation} cannot be released: {obstacle}")
    frame = view.columns("transcript", "start", "end", "coding")
    for citation in citations:
        quote = known[citation].quote
        here = (frame["transcript"] == quote.transcript) & (frame["start"] == quote.span.start)
        codings = [str(one) for one in frame[here & (frame["end"] == quote.span.end)]["coding"]]
        decision = Release(citation, released, author, reason.strip(), id or new_id())
        project.store.release(decision, codings)
    return len(citations)
