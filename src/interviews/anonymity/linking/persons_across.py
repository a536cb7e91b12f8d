"""Persons of several interviews: the same full name, or the same title and family name within one case."""

from collections import defaultdict

from interviews.anonymity.linking.person import SURE, Person
from interviews.anonymity.linking.person_hints import forms_of, keys_of

# More candidates are no hint.
_FEW = 3


def across(persons: list[Person]) -> list[Person]:
    """Join persons of several interviews: the same full name; the same title and family name within one case."""
    joined: list[Person] = []
    by_word: dict[str, list[Person]] = defaultdict(list)
    for person in persons:
        near = list(dict.fromkeys(other for word in sorted(person.words) for other in by_word[word]))
        same = next((other for other in near if _is_same(person, other)), None)
        if same is None:
            person.could_be += [other for other in near if _may_be_same(person, other)]
            joined.append(person)
        else:
            same.take(person)
        for word in person.words:
            by_word[word].append(same or person)
    _note_hints(joined)
    return joined


def _note_hints(persons: list[Person]) -> None:
    """Nicknames in one interview of a person in full in another one, where it is one of few."""
    by_short: dict[str, list[Person]] = defaultdict(list)
    for person in persons:
        for word in person.words if person.is_full else ():
            for key in keys_of(word):
                by_short[key].append(person)
    for person in persons:
        if person.is_full or person.family or person.could_be or person.may_be or person.titles & SURE:
            continue
        forms = [form for word in sorted(person.words) for form in forms_of(word, person.first.language)]
        near = list(dict.fromkeys(other for form in forms for other in by_short.get(form, ())))
        person.may_be = near if len(near) <= _FEW else []


def _is_same(person: Person, other: Person) -> bool:
    if person.family != other.family or person.could_be:
        return False
    if person.is_full and other.is_full:
        return person.words <= other.words or other.words <= person.words
    same_case = person.first.case is not None and person.first.case == other.first.case
    same_title = person.family or bool(person.titles & other.titles)
    return same_case and same_title and person.words == other.words and not other.could_be


def _may_be_same(person: Person, other: Person) -> bool:
    elsewhere = person.first.occurrence.transcript != other.first.occurrence.transcript
    return (
        elsewhere
        and person.family == other.family
        and bool(person.words & other.words)
        and not (person.is_full and other.is_full)
    )
