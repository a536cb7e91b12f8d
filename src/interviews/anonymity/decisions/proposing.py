"""What a policy proposes for the entities of a project, and how a speaker's consent limits what was decided."""

from dataclasses import replace
from typing import TYPE_CHECKING

from interviews.anonymity.decisions.policy import Policy, default_decision
from interviews.anonymity.entity import Decision, Entity, Stricter
from interviews.anonymity.replacing.substitutes import Substitutes

if TYPE_CHECKING:
    from interviews.anonymity.decisions.proposals import Proposals


def apply_policy(proposals: "Proposals", policy: Policy, *, anew: bool = False) -> "Proposals":
    """The proposals under a policy: new entities, and those whose decision another profile had proposed.

    What a person decided stays. With `anew` the profile was asked for: it also replaces what it, or the default of a
    vault that does not say who decided, had proposed before.
    """
    made = replace(proposals, policy=policy)
    words = made.substitutes()
    known = {entry.id for entry in proposals.names.key}
    return replace(made, entities=tuple(_under(one, made, words, one.id not in known, anew) for one in made.entities))


def limited(proposals: "Proposals") -> tuple[Entity, ...]:
    """The entities with what is stricter in the transcripts of people who agreed to less."""
    words = proposals.substitutes() if proposals.limits else None
    return tuple(_limited(one, proposals, words) if words else one for one in proposals.entities)


def _under(entity: Entity, proposals: "Proposals", words: Substitutes, is_new: bool, anew: bool) -> Entity:
    policy = proposals.policy
    if not is_new and not _is_open(entity, policy, anew):
        return _completed(entity, words)
    if entity.decision is _ruled(entity, proposals) is Decision.SURROGATE:
        return replace(_completed(entity, words), profile=policy.profile)
    return proposed(entity, proposals, words)


def proposed(entity: Entity, proposals: "Proposals", words: Substitutes) -> Entity:
    """The entity with what the policy proposes for it."""
    decision = _ruled(entity, proposals)
    replacement = words.of(entity, decision)
    if replacement is None:
        decision, replacement = Decision.LABEL, words.of(entity, Decision.LABEL) or ""
    return replace(entity, decision=decision, replacement=replacement, profile=proposals.policy.profile)


def _is_open(entity: Entity, policy: Policy, anew: bool) -> bool:
    """Whether a profile may decide about an entity of an earlier round."""
    if entity.profile is None:
        return anew and entity.decision not in (Decision.KEEP, Decision.PSEUDONYM)
    return entity.profile != "" and (anew or entity.profile != policy.profile)


def _ruled(entity: Entity, proposals: "Proposals") -> Decision:
    policy = proposals.policy
    return default_decision(entity.type, entity.forms, proposals.language, policy.keep, policy.decisions)


def _completed(entity: Entity, words: Substitutes) -> Entity:
    """The entity with the part that its surrogate lacks since more of its name is known."""
    if entity.decision is not Decision.SURROGATE or words.surrogates.clashes(entity.replacement):
        return entity
    return replace(entity, replacement=words.of(entity, Decision.SURROGATE) or entity.replacement)


def _limited(entity: Entity, proposals: "Proposals", words: Substitutes) -> Entity:
    by_transcript = {one: proposals.limits.get(one, {}).get(entity.type) for one in entity.transcripts}
    asked = {one: decision for one, decision in by_transcript.items() if decision is not None}
    if not asked or _is_open_to_all(entity, proposals):
        return entity
    return replace(entity, stricter=tuple(_stricter(entity, one, decision, words) for one, decision in asked.items()))


def _is_open_to_all(entity: Entity, proposals: "Proposals") -> bool:
    """Whether an entity stays by a rule that holds for everybody: countries, bare years, names that are no secret."""
    return default_decision(entity.type, entity.forms, proposals.language, proposals.policy.keep) is Decision.KEEP


def _stricter(entity: Entity, transcript: str, decision: Decision, words: Substitutes) -> Stricter:
    """What is asked for, or the label where nothing vaguer is known."""
    replacement = words.of(entity, decision)
    if replacement is None:
        return Stricter(transcript, Decision.LABEL, words.of(entity, Decision.LABEL) or "")
    return Stricter(transcript, decision, replacement)
