"""What is proposed for an entity before a person has decided: by type, by profile, and by what a speaker agreed to."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType

from interviews.anonymity.entity import Decision, KeyEntry
from interviews.anonymity.mention import EntityType
from interviews.anonymity.replacing.generalization import generalize
from interviews.anonymity.replacing.periods import is_bare_year
from interviews.anonymity.words.towns import is_too_large
from interviews.model import Participant, Role, Transcript
from interviews.text import fold

ByType = Mapping[EntityType, Decision]
CONSENT = "consent"
UNKNOWN = "unknown"
_TEAM: ByType = MappingProxyType({EntityType.AGE: Decision.GENERALIZE, EntityType.DATE: Decision.GENERALIZE})
_VAGUE = (EntityType.LOC, EntityType.ORG, EntityType.OCC)
_ARCHIVE: ByType = MappingProxyType({**_TEAM, **dict.fromkeys(_VAGUE, Decision.GENERALIZE)})
_PUBLICATION: ByType = MappingProxyType({**_ARCHIVE, EntityType.PER: Decision.SURROGATE})
_NO_CONSENT: Mapping[str, ByType] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Policy:
    """What a study decides for whole types; a person's decision about one entity goes before it."""

    profile: str = "team"
    decisions: ByType = field(default_factory=lambda: _TEAM)
    """By type; a label for those that are not here, and where nothing vaguer is known."""
    roles: bool = False
    """Whether a label says the role that the text says beside a name: `[Nachbarin 2]`."""
    seasons: bool = False
    """Whether a date becomes its season and year instead of its year."""
    consent: Mapping[str, ByType] = field(default_factory=lambda: _NO_CONSENT)
    """What at least happens, by type, in the transcripts of people with a consent (folded), or an `unknown` one."""
    keep: frozenset[str] = field(default=frozenset(), repr=False)
    """Folded names that the study does not hide."""


PROFILES: Mapping[str, Policy] = MappingProxyType(
    {
        "team": Policy(),
        "archive": Policy("archive", _ARCHIVE),
        "publication": Policy("publication", _PUBLICATION, roles=True),
    }
)


def default_decision(
    entity_type: EntityType,
    forms: Collection[str],
    language: str,
    keep: Collection[str],
    decisions: ByType = _TEAM,
) -> Decision:
    """By default names, numbers and occupations get a label, ages a band, dates their year; countries and years stay.

    `keep` holds folded forms that the study does not hide. An age or date that cannot be generalized gets a label.
    """
    if any(fold(form) in keep for form in forms):
        return Decision.KEEP
    if entity_type is EntityType.LOC and any(fold(form) in countries() or is_too_large(fold(form)) for form in forms):
        return Decision.KEEP
    if entity_type is EntityType.DATE and all(is_bare_year(form) for form in forms):
        return Decision.KEEP
    wanted = decisions.get(entity_type, Decision.LABEL)
    vague = (EntityType.AGE, EntityType.DATE)
    if wanted is Decision.GENERALIZE and entity_type in vague and generalize(entity_type, min(forms), language) is None:
        return Decision.LABEL
    return wanted


def limits_of(
    transcripts: Iterable[Transcript], participants: Iterable[Participant], policy: Policy
) -> dict[str, dict[EntityType, Decision]]:
    """What at least happens in each transcript (by id) in which somebody speaks whose consent the policy names.

    Of several people the strictest counts; interviewers and interpreters do not.
    """
    consents = {one.name: fold(one.attributes.get(CONSENT, "")).strip() or UNKNOWN for one in participants}
    limits: dict[str, dict[EntityType, Decision]] = {}
    for transcript in transcripts if policy.consent else ():
        heard = [one for one in transcript.speakers if one.role not in (Role.INTERVIEWER, Role.INTERPRETER)]
        levels = {consents.get(one.participant or "", UNKNOWN) for one in heard} or {UNKNOWN}
        found: dict[EntityType, Decision] = {}
        for level in sorted(levels & set(policy.consent)):
            for entity_type, decision in policy.consent[level].items():
                before = found.get(entity_type, Decision.KEEP)
                found[entity_type] = max(before, decision, key=lambda one: one.strictness)
        if found:
            limits[transcript.id] = found
    return limits


def last_profile(key: Iterable[KeyEntry]) -> str:
    """The profile that proposed most of what a key decided; "" where it does not say."""
    said = [entry.profile for entry in key if entry.profile]
    return max(sorted(set(said)), key=said.count, default="")


@lru_cache(maxsize=1)
def countries() -> frozenset[str]:
    """Folded names of all countries in German, English and Polish."""
    from babel import Locale

    return frozenset(
        fold(name)
        for language in ("de", "en", "pl")
        for code, name in Locale(language).territories.items()
        if len(code) == 2 and code.isalpha()
    )
