"""Finding, linking, deciding and replacing what identifies people in transcripts; the vault, and the leak check."""

from interviews.anonymity.decisions.decisions import is_later, number_only, same_one, unapplied, unconfirmed
from interviews.anonymity.decisions.departed import with_departed
from interviews.anonymity.decisions.keywords import words_around
from interviews.anonymity.decisions.policy import Policy, last_profile, limits_of
from interviews.anonymity.decisions.policy_file import POLICY_FILE, read_policy
from interviews.anonymity.decisions.proposals import Proposals
from interviews.anonymity.decisions.proposing import apply_policy
from interviews.anonymity.decisions.remembering import follow
from interviews.anonymity.decisions.reviewing import COMMANDS, Review, awaits_confirmation, decision_keys
from interviews.anonymity.discovery import propose
from interviews.anonymity.entity import Decision, Entity, FoundAs, KeyEntry, Occurrence, Place
from interviews.anonymity.finders.detection import PageFinder, detect
from interviews.anonymity.finders.speakers import detect_transcript
from interviews.anonymity.forms.closing import close
from interviews.anonymity.gazetteer import Gazetteer, Name, read_gazetteer
from interviews.anonymity.leaks.leaks import Leak, Leaks, LeakSeverity, entities_named, find_leaks, search_files
from interviews.anonymity.leaks.residual import Residual, find_residuals
from interviews.anonymity.mention import EntityType, Mention
from interviews.anonymity.models.decided import Decided, decided_of
from interviews.anonymity.models.finder import Finder, Joined, Seen
from interviews.anonymity.models.installed import public_pipelines
from interviews.anonymity.models.learning import Learned, learn
from interviews.anonymity.models.user_finders import join
from interviews.anonymity.replacing.apply import Anonymization, Anonymized
from interviews.anonymity.replacing.surrogates import NameSource
from interviews.anonymity.summary import describe_key
from interviews.anonymity.vault.catalogue import Entry
from interviews.anonymity.vault.keys import create_key
from interviews.anonymity.vault.vault import Vault
from interviews.anonymity.vault.waiting import Waiting

__all__ = [
    "COMMANDS",
    "POLICY_FILE",
    "Anonymization",
    "Anonymized",
    "Decided",
    "Decision",
    "Entity",
    "EntityType",
    "Entry",
    "Finder",
    "FoundAs",
    "Gazetteer",
    "Joined",
    "KeyEntry",
    "Leak",
    "LeakSeverity",
    "Leaks",
    "Learned",
    "Mention",
    "Name",
    "NameSource",
    "Occurrence",
    "PageFinder",
    "Place",
    "Policy",
    "Proposals",
    "Residual",
    "Review",
    "Seen",
    "Vault",
    "Waiting",
    "apply_policy",
    "awaits_confirmation",
    "close",
    "create_key",
    "decided_of",
    "decision_keys",
    "describe_key",
    "detect",
    "detect_transcript",
    "entities_named",
    "find_leaks",
    "find_residuals",
    "follow",
    "is_later",
    "join",
    "last_profile",
    "learn",
    "limits_of",
    "number_only",
    "propose",
    "public_pipelines",
    "read_gazetteer",
    "read_policy",
    "same_one",
    "search_files",
    "unapplied",
    "unconfirmed",
    "with_departed",
    "words_around",
]
