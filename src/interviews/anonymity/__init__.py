"""Finding, linking, deciding and replacing what identifies people in transcripts; the vault, and the leak check."""

from interviews.anonymity.apply import Anonymization, Anonymized
from interviews.anonymity.catalogue import Entry
from interviews.anonymity.closing import close
from interviews.anonymity.departed import with_departed
from interviews.anonymity.detection import detect
from interviews.anonymity.discovery import propose
from interviews.anonymity.entity import Decision, Entity, FoundAs, KeyEntry, Occurrence, Place
from interviews.anonymity.gazetteer import Gazetteer, Name, read_gazetteer
from interviews.anonymity.keys import create_key
from interviews.anonymity.leaks import Leak, Leaks, LeakSeverity, entities_named, find_leaks, search_files
from interviews.anonymity.mention import EntityType, Mention
from interviews.anonymity.pipelines import installed_pipelines
from interviews.anonymity.proposals import Proposals
from interviews.anonymity.residual import Residual, find_residuals
from interviews.anonymity.summary import describe_key
from interviews.anonymity.vault import Vault
from interviews.anonymity.waiting import Waiting

__all__ = [
    "Anonymization",
    "Anonymized",
    "Decision",
    "Entity",
    "EntityType",
    "Entry",
    "FoundAs",
    "Gazetteer",
    "KeyEntry",
    "Leak",
    "LeakSeverity",
    "Leaks",
    "Mention",
    "Name",
    "Occurrence",
    "Place",
    "Proposals",
    "Residual",
    "Vault",
    "Waiting",
    "close",
    "create_key",
    "describe_key",
    "detect",
    "entities_named",
    "find_leaks",
    "find_residuals",
    "installed_pipelines",
    "propose",
    "read_gazetteer",
    "search_files",
    "with_departed",
]
