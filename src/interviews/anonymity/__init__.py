"""Finding, linking, deciding and replacing what identifies people in transcripts; the vault, and the leak check."""

from interviews.anonymity.apply import Anonymization, Anonymized
from interviews.anonymity.catalogue import Entry
from interviews.anonymity.closing import close
from interviews.anonymity.decided import Decided, decided_of
from interviews.anonymity.decisions import is_later, number_only, same_one, unapplied, unconfirmed
from interviews.anonymity.departed import with_departed
from interviews.anonymity.detection import PageFinder, detect
from interviews.anonymity.discovery import propose
from interviews.anonymity.entity import Decision, Entity, FoundAs, KeyEntry, Occurrence, Place
from interviews.anonymity.finder import Finder, Joined, Seen
from interviews.anonymity.gazetteer import Gazetteer, Name, read_gazetteer
from interviews.anonymity.installed import public_pipelines
from interviews.anonymity.keys import create_key
from interviews.anonymity.leaks import Leak, Leaks, LeakSeverity, entities_named, find_leaks, search_files
from interviews.anonymity.learning import Learned, learn
from interviews.anonymity.mention import EntityType, Mention
from interviews.anonymity.policy import Policy, last_profile, limits_of
from interviews.anonymity.policy_file import POLICY_FILE, read_policy
from interviews.anonymity.proposals import Proposals
from interviews.anonymity.proposing import apply_policy
from interviews.anonymity.remembering import follow
from interviews.anonymity.residual import Residual, find_residuals
from interviews.anonymity.speakers import detect_transcript
from interviews.anonymity.summary import describe_key
from interviews.anonymity.surrogates import NameSource
from interviews.anonymity.user_finders import join
from interviews.anonymity.vault import Vault
from interviews.anonymity.waiting import Waiting

__all__ = [
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
    "Seen",
    "Vault",
    "Waiting",
    "apply_policy",
    "close",
    "create_key",
    "decided_of",
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
]
