"""What a speaker does, from the label, from what the legend says of it, or from who asks."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from interviews.model import Role

_WORDS: tuple[tuple[Role, str], ...] = (
    (Role.INTERPRETER, r"dolmetsch|übersetz|interpreter|translator|tłumacz"),
    (Role.OTHER, r"protokoll|protokolant|notetaker|note taker|observer|beobacht|technik"),
    (Role.INTERVIEWEE, r"interviewt|interviewee|interviewpartner|interviewperson|befragt|respond|parti?cip"),
    (Role.INTERVIEWEE, r"teilnehm|proband|informant|expert|erzähler|rozmówc|badan[aey]\b|uczestni|narrator"),
    (Role.INTERVIEWER, r"interviewer|interwiever|interviewend|interviewführ|interviewleit|moderat|research"),
    (Role.INTERVIEWER, r"forsch|fragende|fragestell|badacz|prowadząc|ankieter|pytając|facilitator|questioner"),
)
_PATTERNS = tuple((role, re.compile(rf"(?<!\w)(?:{words})")) for role, words in _WORDS)
# Short labels that mean one thing in the handbooks of Germany, Britain and Poland ...
_FIRM: Mapping[str, Role] = {
    **dict.fromkeys(("i", "int", "intv", "mod", "q"), Role.INTERVIEWER),
    **dict.fromkeys(("d", "dolm", "tł"), Role.INTERPRETER),
}
# ... and such as mean the interviewee beside one of those, and may be anybody's initial without.
_WEAK = frozenset({"b", "bf", "ip", "p", "r", "resp", "tn", "e", "a", "s", "ie"})
_NUMBER = re.compile(r"[\s._-]*\d*[a-z]?\.?$")
# Who asks this much more often, word for word, than anyone else leads the conversation: right for nine of ten real
# interviews whose roles are known, while the share of turns with a question is wrong for four of them.
_LEADS_BY = 1.2
_ASKS_AT_LEAST = 0.003


class Roles(NamedTuple):
    """A role for every label, and what to say where the labels alone did not tell it."""

    of: Mapping[str, Role]
    note: str | None
    certain: bool = True
    """Whether every speaker got a role from a label, the legend or a clear difference."""
    known_from: Mapping[str, str] = MappingProxyType({})
    """For every label, how its role is known: `legend`, `label` or `guess`."""


def role_of(label: str) -> Role | None:
    """The role a label or a legend's explanation names for certain; None where it names none."""
    plain = unicodedata.normalize("NFC", label).casefold().strip()
    return next((role for role, pattern in _PATTERNS if pattern.search(plain)), None) or _FIRM.get(stem(plain))


def stem(label: str) -> str:
    """A label without its number: `b` for `B12`."""
    plain = label.casefold().strip(" .")
    return _NUMBER.sub("", plain) if len(plain) > 1 and plain[-1:].isdigit() else plain


def is_role_like(label: str) -> bool:
    """Whether a label names a role or is an initial or a code: `Interviewerin`, `K`, `B12`, `SPEAKER_00`."""
    plain = unicodedata.normalize("NFC", label.strip())
    code = re.fullmatch(r"[^\W\d_a-z]{1,2}\.?(?:\d{1,3}[a-z]?)?|(?i:speaker|sprecher(?:in)?|person)[_ ]\d+", plain)
    short = plain[:1].isupper() and stem(plain) in _WEAK
    return code is not None or short or role_of(label) is not None


def assign(labels: Sequence[str], meanings: Mapping[str, str], questions: Mapping[str, float]) -> Roles:
    """Roles from the legend (`meanings` by label), else the label, else from who asks (`questions` per word)."""
    roles = {label: _told(label, meanings.get(label)) for label in labels}
    unsure = [label for label in labels if roles[label] is None]
    if Role.INTERVIEWER in roles.values() or len(labels) == 1:
        guesses = dict.fromkeys(unsure, Role.INTERVIEWEE)
        reported = [label for label in unsure if stem(label) not in _WEAK]
        note = "of whom the label tells no role, taken for interviewee"
    else:
        guesses = _by_questions(unsure, Role.INTERVIEWEE in roles.values(), questions)
        reported = unsure
        note = "whose role was guessed from who asks questions"
    count = f"{len(reported)} speaker{'s' * (len(reported) > 1)} {note}: check, and give roles in participants.csv"
    guessed = frozenset(reported)
    certain = Role.OTHER not in guesses.values()
    given = {label: roles[label] or guesses[label] for label in labels}
    known_from = {label: _known_from(label, given[label], meanings.get(label), label in guessed) for label in labels}
    return Roles(given, count if reported else None, certain, known_from)


def _known_from(label: str, role: Role, meaning: str | None, reported: bool) -> str:
    if meaning is not None and role_of(meaning) is role:
        return "legend"
    return "guess" if reported else role_source(label, role)


def role_source(label: str, role: Role) -> str:
    """`label` where a label tells this role, as `B` does beside an `I`; `guess` where it does not."""
    conventional = role is Role.INTERVIEWEE and stem(label) in _WEAK
    return "label" if conventional or role_of(label) is role else "guess"


def _told(label: str, meaning: str | None) -> Role | None:
    """The role that the legend tells, else the label; a lone letter with another meaning tells none."""
    if meaning is None:
        return role_of(label)
    told = role_of(meaning)
    return told or (role_of(label) if len(stem(label)) > 1 or stem(label) == "i" else None)


def _by_questions(labels: Sequence[str], others: bool, questions: Mapping[str, float]) -> dict[str, Role]:
    """The label that clearly asks most is the interviewer's, where any does; `others` says that interviewees exist."""
    ranked = sorted(labels, key=lambda label: (-questions.get(label, 0.0), label))
    first, second = ([questions.get(label, 0.0) for label in ranked] + [0.0, 0.0])[:2]
    if first < _ASKS_AT_LEAST or (first < _LEADS_BY * second) or (len(labels) == 1 and not others):
        return {label: Role.INTERVIEWEE if stem(label) in _WEAK else Role.OTHER for label in labels}
    return {label: Role.INTERVIEWER if label == ranked[0] else Role.INTERVIEWEE for label in labels}


def question_rates(said: Iterable[tuple[str, str]]) -> Mapping[str, float]:
    """Question marks per word for every speaker, from pairs of speaker and speech."""
    words: Counter[str] = Counter()
    questions: Counter[str] = Counter()
    for name, speech in said:
        words[name] += len(speech.split())
        questions[name] += speech.count("?") + speech.count("؟")
    return {name: questions[name] / max(words[name], 1) for name in words}
