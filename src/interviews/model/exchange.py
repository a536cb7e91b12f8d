"""A whole study as it travels between programs, and the records that only travel shows: groups, links, media."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from html import escape
from types import MappingProxyType

from interviews.errors import Problem
from interviews.model.codebook import Codebook
from interviews.model.coding import CaseCoding, Coder, Coding, Memo
from interviews.model.identity import new_id
from interviews.model.transcript import Case, Participant, Transcript


@dataclass(frozen=True, slots=True)
class Group:
    """A named collection of transcripts, codes and memos (a Set of REFI-QDA)."""

    name: str
    members: tuple[tuple[str, str], ...] = ()
    """Kind (`transcript`, `code`, `memo`, `medium`) and record: the id, or for a code its path."""
    description: str = ""
    id: str = field(default_factory=new_id)


@dataclass(frozen=True, slots=True)
class Link:
    """A relation that a person drew between two records."""

    origin: tuple[str, str]
    """Kind (`transcript`, `code`, `coding`, `memo`, `case`, `group`, `medium`) and record."""
    target: tuple[str, str]
    name: str = ""
    direction: str = "associative"
    """`associative`, `one-way` or `bidirectional`."""
    colour: str | None = None
    id: str = field(default_factory=new_id)


@dataclass(frozen=True, slots=True)
class Medium:
    """A recording, picture or PDF of a study. A voice and a face name people: it is kept in the vault."""

    name: str = field(repr=False)
    kind: str
    """`audio`, `video`, `picture` or `pdf`."""
    entry: str = field(repr=False)
    """Where its bytes lie in the file it came from; empty where that does not hold them."""
    transcript: str | None = None
    """Id of the transcript made of it."""
    id: str = field(default_factory=new_id)


@dataclass(frozen=True, slots=True, repr=False)
class Exchange:
    """A study on its way into or out of another program. Codings give positions over the transcripts in it."""

    name: str
    origin: str = ""
    """The program that wrote it, such as `MAXQDA 24.7.0`."""
    language: str = "de"
    transcripts: tuple[Transcript, ...] = ()
    codebook: Codebook | None = None
    codings: tuple[Coding, ...] = ()
    coders: tuple[Coder, ...] = ()
    participants: tuple[Participant, ...] = ()
    cases: tuple[Case, ...] = ()
    memos: tuple[Memo, ...] = ()
    """About a record by id; about a code by its path."""
    groups: tuple[Group, ...] = ()
    links: tuple[Link, ...] = ()
    media: tuple[Medium, ...] = ()
    types: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Type of an attribute by its name: Text, Boolean, Integer, Float, Date or DateTime; Text where it is not named."""
    ids: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """The GUID, as written in the file, of `kind:record`, such as `code:Wohnen/Zugang` or `coder:c1`.

    Only those that a file would not get anyway: a record without entry has its own UUID, or one made of its name.
    `selection:<coding>` is the passage of a coding; where that is the GUID of the transcript, it is coded as a whole.
    """
    folders: frozenset[str] = frozenset()
    """Paths of codes that only hold others and are not for coding."""
    belongings: tuple[tuple[str, str, str], ...] = ()
    """Case, kind and record: what a case holds beside the transcripts that name it (codings, codes, media, others')."""
    unverified: frozenset[str] = frozenset()
    """Ids of codings whose place could not be confirmed by the words quoted in the file."""
    anonymized: bool = False
    """Whether the file itself says that its texts are anonymized, as those written here do."""
    problems: tuple[Problem, ...] = ()
    """What was found wrong, and what would be or was lost."""
    source: str | None = None
    """File it was read from, which holds its media; never leaves the vault."""
    case_codings: tuple[CaseCoding, ...] = ()
    """Who gave which code to a case; other programs see the codes among the `belongings` of the case."""

    def __repr__(self) -> str:  # never a name: the texts may be as read
        return f"Exchange({len(self.transcripts)} transcripts, {len(self.codings)} codings)"

    def __str__(self) -> str:
        written = f" from {self.origin}" if self.origin else ""
        counts = ", ".join(f"{count} {what}" for what, count in self.counts.items() if count)
        told = [f"  {problem.severity}: {problem.message}" for problem in self.problems]
        return "\n".join([f"exchange{written}: {counts or 'nothing'}", *told])

    def _repr_html_(self) -> str:
        rows = [("", f"{count} {what}") for what, count in self.counts.items() if count]
        rows += [(str(problem.severity), problem.message) for problem in self.problems]
        cells = "".join(f"<tr><td>{escape(one)}</td><td>{escape(other)}</td></tr>" for one, other in rows)
        return f"<table>{cells}</table>"

    @property
    def counts(self) -> dict[str, int]:
        """How many records of each kind it holds."""
        kinds = ("transcripts", "codings", "coders", "participants", "cases", "memos", "groups", "links", "media")
        codes = len(self.codebook) if self.codebook else 0
        return {"codes": codes, **{kind: len(getattr(self, kind)) for kind in kinds}}
