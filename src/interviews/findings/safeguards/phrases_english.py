"""The English phrases of the report on an anonymization."""

from collections.abc import Mapping

ENGLISH: Mapping[str, str] = {
    "kind": "Report on pseudonymization",
    "readers": "for the ethics board and the data protection officer",
    "status": "This report holds figures, no names and no words of the interviews.",
    "in_short": "In short",
    "short_found": "{found} identifying things (persons, places, organizations, dates …) were found; "
    "{replaced} were replaced, {kept} left on purpose.",
    "short_review": "{decided} were decided one by one, {accepted} accepted as proposed, {confirmed} "
    "confirmed by a second person.",
    "short_unrecorded": "For {n} it is not recorded who decided.",
    "check_clean": "The leak check over all files of the project found none of the replaced names.",
    "check_look": "The leak check over the files of the project is not without findings: see the section on it.",
    "short_alone": "{alone} of {people} participants share at least one combination of their attributes with nobody.",
    "short_status": "The texts are pseudonymized, not anonymous: they remain personal data.",
    "matter": "Subject",
    "n_interviews": "interviews",
    "n_participants": "participants",
    "n_passages": "passages replaced",
    "matter_text": "The anonymized texts have {words} words in {cases} cases. Languages: {languages}.",
    "matter_waiting": "{n} interviews were read but not yet dealt with; they lie encrypted in the vault and "
    "are accessible to nobody else.",
    "matter_law": "Dealt with were the names and other details by which participants or third persons are "
    "named in texts, speaker labels, file names and attributes. In the sense of Art. 4(5) GDPR this is "
    "pseudonymization: attribution is possible with additional information, which is kept separately and "
    "encrypted. By Recital 26 the texts therefore remain information on identifiable persons, whoever holds them.",
    "outcome": "Found and replaced",
    "outcome_lead": "Counted are not passages but what they name: a person who occurs in ten interviews "
    "counts once and gets the same replacement everywhere.",
    "kind_column": "Kind",
    "found": "found",
    "texts": "in interviews",
    "sum": "all",
    "outcome_table": "What was found and what was done with it",
    "outcome_remark": "At {passages} places the texts now differ from the original. A label is a word in "
    "brackets such as [Person 3]; generalized means: an age to its decade, a date to its year, an office to its "
    "kind.",
    "review": "Review by people",
    "review_lead": "The program proposes, people decide. No anonymized text comes about unless a person accepts it.",
    "review_decided": "{n} were looked at and decided one by one.",
    "review_accepted": "{n} were accepted as they were proposed.",
    "review_confirmed": "{n} decisions were confirmed by a second person.",
    "review_unrecorded": "For {n} it is not recorded who decided (decisions of an earlier version of the "
    "program, or accepted without a review).",
    "who": "Person",
    "decided": "decided",
    "accepted": "accepted",
    "confirmed": "confirmed",
    "first": "from",
    "last": "to",
    "review_table": "Who reviewed",
    "day": "Day",
    "rounds_table": "When anonymized texts were saved",
    "policy": "Proposals came from these profiles (number of things): {profiles}.",
    "policy_default": "Proposals followed the defaults: names, places, organizations, addresses, contact "
    "details, numbers and occupations are replaced, ages generalized to the decade and full dates to the year; "
    "countries and bare years stay.",
    "safekeeping": "Safekeeping, consent, leak check",
    "vault": "The originals and the key to the pseudonyms lie in a vault outside the project folder. Every "
    "file in it is encrypted with age (X25519, ChaCha20-Poly1305); nothing is written there unencrypted. Those "
    "who code and analyse do not need it. With vault and key every original can be restored letter by letter, "
    "without them none.",
    "keepers": "{n} persons or bodies have a key that opens the vault.",
    "keepers_one": "Exactly one key opens the vault.",
    "consent": "Consent and withdrawal",
    "level": "Consent",
    "people": "participants",
    "consent_table": "What the participants agreed to",
    "consent_unknown": "No level of consent is recorded in the project; without it no quote is given out for print.",
    "withdrawals": "Interviews erased after a withdrawal: {n} ({days}).",
    "withdrawals_none": "No withdrawal is recorded after which an interview had to be erased.",
    "check": "Leak check",
    "check_text": "All files of the project are searched, database pages with deleted rows, Office "
    "documents, archives, notebooks, PDF and what pictures hold beside their pixels included, for every form of "
    "every replaced name. The same check runs before each export and refuses it on a hit.",
    "check_found": "When this report was written: {certain} certain and {possible} possible places. Possible "
    "ones are words that are a name and an ordinary word; a person has to look at them.",
    "check_unsearched": "Could not be searched (number of files):",
    "check_let_through": "Let through at an export after a look:",
    "cells": "Rare attributes",
    "cells_lead": "Even without a name somebody may be recognized if only few share their attributes. "
    "Counted was how many participants share each combination of up to three recorded attributes; fewer than {k} "
    "counts as rare.",
    "cells_none": "No attributes of participants are recorded in the project.",
    "cells_found": "Of {all} combinations that occur, {small} are shared by fewer than {k} participants. "
    "{alone} participants are the only one in at least one of them.",
    "attributes": "Attributes",
    "small": "rare combinations",
    "cells_table": "Which attributes are rare together (fewer than {k} participants)",
    "cells_quotes": "Of {all} quotes that may be printed, {rare} are by participants with rare attributes. "
    "Tables and exports of quotes mark them.",
    "cells_limit": "Counted is the sample. Whether somebody can be recognized depends on how many people of "
    "the place share the attributes, which no program knows, and what the interviews tell is not counted.",
    "method": "Method and limits",
    "step_find": "Find: patterns with validation (phone, mail, numbers, dates, ages, addresses, also "
    "spoken), lists of given and family names and of towns, cues (Mrs, my name is, my husband), offices and "
    "occupations, the study's own list of places, and capitalized words that no dictionary explains.",
    "step_close": "Close: every name once found is searched in all interviews in all its forms.",
    "step_link": "Link: mentions are joined to one person only where that is sure; a person decides the rest.",
    "step_decide": "Decide: once for each person, place or organization, with the context in view.",
    "step_apply": "Replace: in one pass, the same in the whole project; the original stays unchanged in the vault.",
    "step_check": "Check: a leak check over everything that leaves the vault.",
    "models": "Statistical models that could take part in finding on this computer: {models}.",
    "models_none": "No statistical model that would take part in finding is installed on this computer; the "
    "program downloads nothing and sends nothing.",
    "measured": "How much is found before the review",
    "measured_text": "Measured on invented interview excerpts that nobody had looked at when the rules were "
    "written (two sets a language; few and short texts by one author):",
    "texts_measured": "Texts",
    "language": "Language",
    "persons": "mentions of persons",
    "direct": "direct identifiers",
    "quasi": "indirect identifiers",
    "precision": "rightly proposed",
    "measured_table": "Share found without any review by a person",
    "measured_limit": "These are measurements of the program, not of this study; in other texts it may be "
    "more or less. They stand with their command in the program's documentation (benchmarks).",
    "limits": "What cannot be promised",
    "limit_recall": "No method finds everything. The review by people, reading whole interviews included, is "
    "part of the method.",
    "limit_unseen": "Most likely to remain are nicknames, unusual spellings, names that are ordinary words, "
    "offices and circumstances.",
    "limit_circumstances": "What somebody tells may give them away without any name. No program sees that.",
    "limit_pseudonymous": "As long as the vault and a key exist, the texts are pseudonymized. Even without "
    "them they would be anonymous only if nobody can be identified by means reasonably likely to be used "
    "(Recital 26 GDPR).",
    "limit_check": "The leak check knows the replaced names, not those that were missed. Ages, years and "
    "single words for occupations are not searched, since they are too common as ordinary words.",
    "limit_pictures": "What pictures show and recordings let hear is not searched.",
    "risks": "Remaining risks",
    "risks_lead": "To be weighed in this study:",
    "risk_missed": "Names that were missed: the program does not find all, and how many the review added "
    "cannot be measured.",
    "risk_unlooked": "{n} of {all} were demonstrably looked at one by one by nobody.",
    "risk_one_pair": "No decision was confirmed by a second person.",
    "risk_kept": "Left on purpose are: {kept}.",
    "risk_waiting": "{n} interviews are not anonymized yet.",
    "risk_leaks": "The leak check found {certain} certain and {possible} possible places; they are to be "
    "settled before anything is handed on.",
    "risk_unsearched": "{n} files or parts of them could not be searched.",
    "risk_alone": "{n} participants are the only one in a combination of their attributes; who knows the "
    "place might recognize them.",
    "risk_quotes": "{n} printable quotes are by participants with rare attributes.",
    "risk_consent": "It is not recorded for all participants what they agreed to.",
    "risk_keeper": "There is only one key to the vault: if it is lost, the originals are lost.",
    "risk_vault": "Whoever gets hold of both vault and key file can undo every replacement; keep them apart.",
    "signatures": "Acknowledgement",
    "signatures_text": "The undersigned have weighed the remaining risks.",
    "signatures_table": "Signatures",
    "role": "Role",
    "place_day": "Place, day",
    "signature": "Signature",
    "lead": "Principal investigator",
    "officer": "Data protection officer",
}
