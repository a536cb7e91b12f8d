"""The codebook: the codes of a study, what they mean, and how they hang together."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

SEPARATOR = "/"
CODE_TEXTS = ("definition", "use_when", "not_when", "anchor", "anchor_source", "counter", "memo")
"""The fields of a code that hold what is written about it; its names are no part of it."""


@dataclass(frozen=True, slots=True)
class Code:
    """A code with everything a coder needs to apply it. Its `path`, such as `Wohnen/Zugang`, names it in the study."""

    path: str
    definition: str = ""
    use_when: str = ""
    not_when: str = ""
    anchor: str = ""
    counter: str = ""
    colour: str = "#777777"
    labels: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Name in other languages, by language code."""
    memo: str = ""
    retired: bool = False
    """Whether it is kept for what was coded with it, and not for coding any more."""
    anchor_source: str = ""
    """Where the anchor example stands, such as `hafenstadt-02, turn 14`."""

    @property
    def name(self) -> str:
        """The last part of the path."""
        return self.path.rpartition(SEPARATOR)[2]

    @property
    def parent(self) -> str | None:
        """Path of the code above, None for a theme."""
        return self.path.rpartition(SEPARATOR)[0] or None

    @property
    def theme(self) -> str:
        """The top-level code this one belongs to."""
        return theme_of(self.path)

    def label(self, language: str) -> str:
        """The name in `language`, or as the codebook has it."""
        return self.labels.get(language, self.name)


@dataclass(frozen=True, slots=True)
class Former:
    """What a code was called before, as somebody wrote it into the file of the codebook."""

    path: str
    where: str = ""
    """The file, line and column of these words."""


@dataclass(frozen=True, slots=True)
class Codebook:
    """One version of a codebook: codes in the order in which they are read, a parent before its sub-codes."""

    name: str
    version: int
    codes: tuple[Code, ...]
    language: str = "de"
    was: Mapping[str, tuple[Former, ...]] = field(
        default_factory=lambda: MappingProxyType({}), compare=False, repr=False
    )
    """What a person who changed its file says codes were called before, by path; it is no part of the version."""

    def __iter__(self) -> Iterator[Code]:
        return iter(self.codes)

    def __len__(self) -> int:
        return len(self.codes)

    @property
    def themes(self) -> tuple[Code, ...]:
        """The top-level codes."""
        return tuple(code for code in self.codes if code.parent is None)

    def get(self, path: str) -> Code | None:
        """The code with this path, or None."""
        return next((code for code in self.codes if code.path == path), None)


def theme_of(path: str) -> str:
    """The top-level part of a code's path."""
    return path.partition(SEPARATOR)[0]


def is_within(path: str, ancestor: str) -> bool:
    """Whether the code is `ancestor` or lies under it."""
    return path == ancestor or path.startswith(ancestor + SEPARATOR)
