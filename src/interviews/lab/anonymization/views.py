"""What the page of a review is told: entities with their names, and their mentions in the words around them."""

import re
from typing import Any

from interviews.anonymity import (
    COMMANDS,
    Entity,
    EntityType,
    Proposals,
    awaits_confirmation,
    decision_keys,
    words_around,
)
from interviews.project import Project
from interviews.project.deciding import Asked

Plain = dict[str, Any]
_AROUND = 120
"""Characters shown on either side of a mention."""


def tell_study(project: Project, asked: Asked) -> Plain:
    """What stays the same throughout a review: whose it is, and the keys, which are those of the terminal."""
    return {
        "name": project.name,
        "language": project.settings.language,
        "author": asked.author,
        "confirming": asked.confirming,
        "kind": asked.kind,
        "only_open": asked.only_open,
        "reviewers": project.settings.reviewers,
        "decisions": {key: decision.value for key, decision in decision_keys().items()},
        "commands": {what: key for key, what in COMMANDS.items()},
        "types": [one.value for one in EntityType],
    }


def tell_entity(entity: Entity, author: str) -> Plain:
    """One entity, without its mentions."""
    return {
        "id": entity.id,
        "type": entity.type.value,
        "name": entity.name,
        "forms": list(entity.forms),
        "family": entity.family,
        "mentions": len(entity.mentions),
        "transcripts": len(entity.transcripts),
        "kept": len(entity.kept),
        "decision": entity.decision.value,
        "replacement": entity.replacement,
        "decided": entity.decided_at is not None,
        "decided_by": entity.decided_by,
        "decided_on": entity.decided_at.date().isoformat() if entity.decided_at else "",
        "accepted_by": entity.accepted_by,
        "confirmed_by": entity.confirmed_by,
        "to_confirm": awaits_confirmation(entity, author),
        "note": entity.note,
        "may_be": list(entity.may_be),
        "finders": list(entity.finders),
        "score": round(entity.score, 2),
    }


def tell_mentions(proposals: Proposals, id: str) -> list[Plain]:
    """The mentions of an entity in the order of the transcripts, numbered as in the terminal."""
    entity = proposals.get(id)
    texts = {transcript.id: transcript for transcript in proposals.transcripts}
    told = []
    for number, mention in enumerate(entity.mentions, start=1):
        before, words, after = (_in_a_line(part) for part in words_around(proposals.transcripts, mention, _AROUND))
        told.append(
            {
                "number": number,
                "place": [mention.transcript, mention.span.start, mention.span.end, mention.in_head],
                "transcript": texts[mention.transcript].name,
                "language": texts[mention.transcript].language,
                "in_head": mention.in_head,
                "before": before,
                "words": words,
                "after": after,
                "kept": mention in entity.kept,
            }
        )
    return told


def _in_a_line(text: str) -> str:
    """The text in one line; a blank at an end stays, for it parts the text from what stands beside it."""
    return re.sub(r"\s+", " ", text)
