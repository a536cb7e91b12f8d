"""A person while the mentions of one study are being collected."""

from collections.abc import Iterable

from interviews.anonymity.linking.genders import gender_of
from interviews.anonymity.linking.grouping import Group, Named
from interviews.anonymity.linking.persons import Title, squeezed
from interviews.anonymity.mention import EntityType

GENDERS = frozenset({Title.FEMALE, Title.MALE})
SURE = frozenset({Title.FEMALE, Title.MALE, Title.OFFICE})


class Person:
    """A person while mentions are being collected."""

    def __init__(self, named: Named, words: Iterable[str] = (), *, family: bool = False) -> None:
        self.members = [named]
        self.words = frozenset(words)
        self.titles: set[Title] = set()
        self.family = family
        self.could_be: list[Person] = []
        self.may_be: list[Person] = []
        self.introduces_self = False
        self.is_namesake = False
        self.supposed = False

    @property
    def first(self) -> Named:
        return min(self.members, key=lambda named: named.order)

    @property
    def is_full(self) -> bool:
        return len(self.words) > 1

    def fits(self, word: str, titles: frozenset[Title]) -> bool:
        """Whether a single word, with these titles, can mean this person."""
        if self.family or (titles & GENDERS and self.titles & GENDERS and not titles & self.titles):
            return False
        return word in self.words or any(is_variant(word, own) for own in self.words)

    def take(self, other: "Person") -> None:
        """Join another person into this one."""
        self.members += other.members
        self.words |= other.words
        self.titles |= other.titles
        self.could_be += other.could_be
        self.may_be += other.may_be
        self.supposed |= other.supposed

    def group(self) -> Group:
        members = tuple(sorted(self.members, key=lambda named: named.order))
        could_be = tuple(other.first for other in self.could_be)
        may_be = tuple(dict.fromkeys(other.first for other in self.may_be))
        gender = "" if self.family else gender_of(members)
        return Group(EntityType.PER, members, self.family, could_be, may_be, self.supposed, gender=gender)


def is_variant(word: str, other: str) -> bool:
    """Mohammed and Mohamed, Ahmet and Ahmed, Al-Hassan and Alhasan; Marie and Marie-Luise."""
    if len(word) > 3 and (other.startswith(word + "-") or word.startswith(other + "-")):
        return True
    return len(word) > 4 and squeezed(word) == squeezed(other) and (word.startswith("al") or is_given(word, other))


def is_given(*words: str) -> bool:
    from interviews.anonymity.words.names import load_names

    names = load_names()
    return all(word in names.given for word in words)
