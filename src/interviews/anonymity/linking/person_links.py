"""Which mentions name the same person: full names first, then the parts that fit only one of them."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from interviews.anonymity.forms.inflection import Bases
from interviews.anonymity.forms.nicknames import is_nickname
from interviews.anonymity.forms.spellings import is_spelling
from interviews.anonymity.linking.genders import FEMALE, MALE, gender_of, said_beside
from interviews.anonymity.linking.grouping import Group, Named
from interviews.anonymity.linking.person import GENDERS, SURE, Person, is_given, is_variant
from interviews.anonymity.linking.person_cues import (
    ABOUT_ONESELF,
    APPOSED,
    AT,
    CALLED,
    CALLED_ME,
    EXPLAINED,
    IS_ONESELF,
    KIN_BEFORE,
    NAMESAKE,
    NEAR,
    SO_CALLED,
    SOMEBODY,
    TO_ME,
)
from interviews.anonymity.linking.person_hints import is_abbreviated, may_name
from interviews.anonymity.linking.persons import PersonName, Title, parse_person, title_before
from interviews.anonymity.linking.persons_across import across


def link_persons(found: Sequence[Named]) -> list[Group]:
    """Groups of mentions of persons and families, in the order of their first mention."""
    by_transcript: dict[str, list[Named]] = defaultdict(list)
    for named in found:
        by_transcript[named.occurrence.transcript].append(named)
    persons = [person for members in by_transcript.values() for person in _Interview(members).persons()]
    joined = sorted(across(persons), key=lambda person: person.first.order)
    return [person.group() for person in joined]


class _Interview:
    """The persons of one transcript."""

    def __init__(self, members: Sequence[Named]) -> None:
        self.parsed = [(named, parse_person(named.mention.text)) for named in members]
        words = [(word, named.language) for named, name in self.parsed for word in name.words]
        self.bases = Bases(words)
        self.full: list[Person] = []
        self.single: dict[str, list[Person]] = defaultdict(list)
        self.families: dict[str, Person] = {}
        self.of: dict[Named, Person] = {}

    def persons(self) -> list[Person]:
        """Full names and families first, then single names where they fit exactly one person."""
        rest = [(named, name) for named, name in self.parsed if not self._take_full(named, name)]
        rest = [(named, name) for named, name in rest if not self._take_family(named, name)]
        # Titled names first: they tell which persons of one family name there are before a bare one is tried.
        for named, name in sorted(rest, key=lambda pair: (not self._titles(*pair) & SURE, pair[0].order)):
            self._take_single(named, name)
        found = self._without_doubles([*self.full, *(p for group in self.single.values() for p in group)])
        self._note_hints(found)
        return [*self._with_one_meant(found), *self.families.values()]

    def _with_one_meant(self, found: list[Person]) -> list[Person]:
        """Join a bare given or pet name to the only one in the interview who can be meant by it."""
        kept = list(found)
        for person in sorted(found, key=lambda one: one.first.order):
            meant = [one for one in (*person.could_be, *person.may_be) if one is not person]
            if person.is_full or person.is_namesake or len(meant) != 1 or meant[0] not in kept:
                continue
            if self._is_meant(person, other := meant[0]):
                other.take(person)
                other.could_be = [one for one in other.could_be if one not in (other, person)]
                other.may_be = [one for one in other.may_be if one not in (other, person)]
                other.supposed = True
                kept.remove(person)
        return kept

    def _is_meant(self, person: Person, other: Person) -> bool:
        """Whether nothing speaks against it: no title, no relation that introduces somebody else, no other gender.

        In Polish a title says nothing: who is Gerard for some is pan Gerard for others.
        """
        if person.titles & SURE and person.first.language != "pl":
            return False
        if other.could_be or (other.titles & SURE and not other.is_full):
            return False
        if any(KIN_BEFORE.search(named.before) or title_before(named.before) is Title.KIN for named in person.members):
            return False
        given = self._given_names(other)
        short = any(word in given or any(is_nickname(word, whole) for whole in given) for word in person.words)
        said = {gender_of(person.members), gender_of(other.members)} - {""}
        return short and len(said) < 2 and len(_genders_of_names(person.words) | _genders_of_names(given)) < 2

    def _given_names(self, person: Person) -> frozenset[str]:
        """The words of a name before the last one; all of one that is not full."""
        names = [parse_person(named.mention.text).words for named in person.members]
        full = [self._base(person.first, word) for words in names if len(words) > 1 for word in words[:-1]]
        return frozenset(full) if person.is_full else person.words

    def _titles(self, named: Named, name: PersonName) -> frozenset[Title]:
        before = title_before(named.before)
        return name.titles | {before} if before else name.titles

    def _base(self, named: Named, word: str) -> str:
        return self.bases.of(word, named.language)

    def _take_full(self, named: Named, name: PersonName) -> bool:
        if not name.is_full or Title.FAMILY in name.titles:
            return False
        words = frozenset(self._base(named, word) for word in name.words)
        said = _SAID.get(said_beside(named)) or _by_given_name(name)
        titles = self._titles(named, name) & GENDERS or said
        fitting = [p for p in self.full if is_abbreviated(name.words, p.words) or is_abbreviated(p.words, name.words)]
        same = [p for p in self.full if p.words <= words or words <= p.words]
        person = next(iter(same), None) or (fitting[0] if len(fitting) == 1 else None)
        if person is None:
            person = Person(named, words)
            self.full.append(person)
        else:
            person.take(Person(named, words))
        person.titles |= titles
        person.introduces_self |= bool(ABOUT_ONESELF.search(named.before) or IS_ONESELF.search(named.after))
        self.of[named] = person
        return True

    def _take_family(self, named: Named, name: PersonName) -> bool:
        titles = self._titles(named, name)
        word = name.words[-1]
        base = self._base(named, word)
        plural = self._is_plural(named, word, base, titles)
        if Title.FAMILY not in titles and not plural:
            return False
        if base in self.families:
            self.families[base].members.append(named)
        else:
            self.families[base] = Person(named, [base], family=True)
        return True

    def _is_plural(self, named: Named, word: str, base: str, titles: frozenset[Title]) -> bool:
        """Whether the form is the plural of a family name: Drozdowie, the Kaminskis, bei Sommerfelds, die Demirs."""
        if named.language == "pl" and word.endswith(("owie", "scy", "ccy")):
            return True
        if named.language == "pl" and base != word and word.endswith(("ow", "om", "ami", "ach")):
            return True
        if base == word or not word.endswith(("s", "ich")):
            return False
        if Title.ARTICLE in titles and word.endswith("s") and (named.language == "en" or not is_given(base)):
            return True
        return (Title.ARTICLE in titles or _is_at_home(named)) and self._surname(base)

    def _surname(self, base: str) -> bool:
        """Whether a word stands as a family name anywhere in the interview."""
        for named, name in self.parsed:
            last = self._base(named, name.words[-1]) == base
            if last and (name.is_full or self._titles(named, name) & SURE or Title.FAMILY in self._titles(named, name)):
                return True
        return False

    def _take_single(self, named: Named, name: PersonName) -> None:
        titles = self._titles(named, name)
        said = titles | _SAID.get(said_beside(named), frozenset())
        word = self._base(named, name.words[-1])
        fitting = [person for person in self.full if person.fits(word, said)]
        bound = [person for person in fitting if self._may_follow(named, titles, person)]
        others = [person for person in self.single[word] if person.fits(word, said) and not person.could_be]
        if fitting and NAMESAKE.search(named.before):
            self._take_namesake(named, word)
            return
        undecided = [person for person in self.single[word] if person.could_be or person.is_namesake]
        if all(person.could_be == bound for person in undecided):
            undecided = []  # they only came before the full name
        certain = bound if len(bound) == 1 and not undecided else []
        if not certain and not fitting and len(others) == 1 and not undecided:
            certain = others
        if not certain:
            certain = self._alone(named, word, titles, [*fitting, *others])
        elif certain[0].first is not named:
            certain[0].take(Person(named, () if certain[0].is_full else [word]))
        certain[0].titles |= titles & GENDERS
        certain[0].introduces_self |= bool(ABOUT_ONESELF.search(named.before))
        self.of[named] = certain[0]

    def _take_namesake(self, named: Named, word: str) -> None:
        """Somebody said to have the name of another one; a bare name may mean either from now on."""
        person = Person(named, [word])
        person.is_namesake = True
        self.single[word].append(person)
        self.of[named] = person

    def _may_follow(self, named: Named, titles: frozenset[Title], person: Person) -> bool:
        """A part of a name is short for a full name said before, right after, or one's own (`Herr Nowak`, whose
        grandson Kevin Nowak comes up later, is not Kevin; a son Jonas is not the student Jonas Wittmer)."""
        if person.introduces_self:
            return True
        if person.first.order < named.order:
            return not (titles & SURE and KIN_BEFORE.search(named.before))
        gap = person.first.occurrence.span.start - named.occurrence.span.end
        between = named.after[: max(gap, 0)]
        if len(between) < gap:
            return False
        return bool(EXPLAINED.fullmatch(between)) or (
            not titles & SURE and "," in between and not re.search(r"[.!?\n]", between)
        )

    def _alone(self, named: Named, word: str, titles: frozenset[Title], could_be: list["Person"]) -> list["Person"]:
        """The person of this word who stays apart, made where there is none."""
        same = [p for p in self.single[word] if bool(p.could_be) == bool(could_be) and p.fits(word, titles)]
        if len(could_be) > 1:  # with a title another one may be meant than without
            same = [p for p in same if bool(p.titles & GENDERS) == bool(titles & GENDERS) and not p.is_namesake]
        if same:
            same[0].take(Person(named))
            return same[:1]
        person = Person(named, [word])
        person.could_be = list(could_be)
        self.single[word].append(person)
        return [person]

    def _without_doubles(self, found: list[Person]) -> list[Person]:
        """Join single names that a cue, an apposition or a variant spelling says are one person's."""
        kept = sorted(found, key=lambda person: person.first.order)
        for person in list(kept):
            if person.is_full or person.could_be:
                continue
            if len(targets := self._all_called_by(person, kept)) > 1:
                kept += self._parted(person, targets)
                kept.remove(person)
                continue
            if person.titles:
                target = self._addressed(person, kept)
                if target is not None:
                    target.take(person)
                    kept.remove(person)
                continue
            target = self._called_myself(person, kept) or self._called_by(person, kept) or _variant_of(person, kept)
            if target is not None and target is not person:
                target.take(person)
                kept.remove(person)
        return kept

    def _all_called_by(self, person: Person, kept: list[Person]) -> dict[Named, Person]:
        """For each mention that says whose name it is that person, where there are several."""
        if person.titles or len(person.members) == 1:
            return {}
        said = {named: self._called_by(person, kept, [named]) for named in person.members}
        told = {named: other for named, other in said.items() if other is not None}
        return told if len(set(map(id, told.values()))) > 1 else {}

    def _parted(self, person: Person, targets: dict[Named, Person]) -> list[Person]:
        """The mentions of a name that two persons have: told ones go to theirs, each other one stays apart."""
        apart = []
        for named in person.members:
            one = Person(named, person.words)
            if named in targets:
                targets[named].take(Person(named))
                continue
            one.could_be = list(dict.fromkeys(targets.values()))
            apart.append(one)
        return apart

    def _called_by(self, person: Person, kept: list[Person], members: Sequence[Named] | None = None) -> Person | None:
        """The person mentioned right before `alle sagen …`, or the name to which this one stands in apposition."""
        for named in members or person.members:
            start = named.occurrence.span.start
            earlier = [other for other, _ in self.parsed if other.order < named.order and _same_place(other, named)]
            last = max(earlier, key=lambda other: other.order, default=None)
            if last is None or start - last.occurrence.span.end > NEAR:
                continue
            gap = named.before[-(start - last.occurrence.span.end) :]
            called = CALLED.search(gap) or SO_CALLED.search(named.after) or _is_apposed(gap, last, named, person)
            if "\n" in gap or not called or SOMEBODY.search(gap):
                continue
            return next((other for other in kept if other is not person and last in other.members), None)
        return None

    def _called_myself(self, person: Person, kept: list[Person]) -> Person | None:
        """The only one who gave a name, where this is what people call me."""
        said = any(CALLED_ME.search(named.before) or TO_ME.match(named.after) for named in person.members)
        introduced = [other for other in kept if other.introduces_self and other is not person]
        return introduced[0] if said and len(introduced) == 1 else None

    def _addressed(self, person: Person, kept: list[Person]) -> Person | None:
        """Whoever gave a full name and is then addressed by a short form of the given one (Pani Aniu, ...)."""
        spoken = any(
            named.language == "pl" and named.after.startswith((",", "!", ".", "?")) for named in person.members
        )
        introduced = [other for other in kept if other.introduces_self and other.is_full]
        if len(introduced) != 1 or not spoken or not may_name(person.words, introduced[0].words, "pl"):
            return None
        return introduced[0]

    def _note_hints(self, found: list[Person]) -> None:
        """Note which persons a nickname, another spelling, initials or another script may stand for."""
        for person in sorted(found, key=lambda one: -one.first.order):
            if person.could_be:
                continue
            language = person.first.language
            person.may_be = [
                other
                for other in found
                if other is not person and person not in other.may_be and may_name(person.words, other.words, language)
            ]


_SAID = {FEMALE: frozenset({Title.FEMALE}), MALE: frozenset({Title.MALE})}


def _is_at_home(named: Named) -> bool:
    """Whether `bei Sommerfelds` stands there, and no noun after it."""
    return bool(AT.search(named.before)) and not re.match(r" [A-ZÄÖÜ]", named.after)


def _by_given_name(name: PersonName) -> frozenset[Title]:
    """What the given name of a full one says: with it no title of the other gender goes."""
    said = _genders_of_names(name.words[:-1])
    return said if len(said) == 1 and all(_genders_of_names([word]) for word in name.words[:-1]) else frozenset()


def _genders_of_names(words: Iterable[str]) -> frozenset[Title]:
    """Which genders the lists know for given names that only women or only men bear."""
    from interviews.anonymity.words.names import load_names

    names = load_names()
    found = {(word in names.female) - (word in names.male) for word in words}
    return frozenset(title for sign, title in ((1, Title.FEMALE), (-1, Title.MALE)) if sign in found)


def _same_place(one: Named, other: Named) -> bool:
    return one.occurrence.in_head == other.occurrence.in_head


def _is_apposed(gap: str, last: Named, named: Named, person: Person) -> bool:
    """Whether the name stands beside the one before it, of which it is the beginning or a nickname."""
    match = APPOSED.match(gap)
    if not match or (match["kin"] and not named.after.startswith((",", "."))):
        return False
    words = parse_person(last.mention.text).words
    return _begins(last, person) or any(
        is_nickname(word, whole) or is_spelling(word, whole) for whole in words for word in person.words
    )


def _begins(last: Named, person: Person) -> bool:
    """Whether the name is the beginning of the one before it: `Abdulrahman, Abdul`."""
    return any(whole.startswith(word) for whole in parse_person(last.mention.text).words for word in person.words)


def _variant_of(person: Person, kept: list[Person]) -> Person | None:
    """The only other person whose given name is a spelling of this one's, or a double name that begins with it."""
    fitting = [
        other
        for other in kept
        if other is not person
        and not other.titles
        and not other.could_be
        and any(is_variant(mine, theirs) for mine in person.words for theirs in other.words)
    ]
    return fitting[0] if len(fitting) == 1 else None
