from interviews.anonymity import Decision, EntityType, KeyEntry, describe_key

KEY = [
    KeyEntry("PER-001", EntityType.PER, "A", ("A",), "[Person 1]", Decision.LABEL),
    KeyEntry("PER-002", EntityType.PER, "B", ("B",), "[Person 2]", Decision.LABEL),
    KeyEntry("AGE-001", EntityType.AGE, "43", ("43",), "[40-49 Jahre]", Decision.GENERALIZE),
    KeyEntry("LOC-001", EntityType.LOC, "C", ("C",), "", Decision.KEEP),
]


def test_the_sentence_counts_what_was_replaced_and_what_stayed():
    sentence = describe_key(KEY, "de")
    assert "2 Personen, 1 Altersangaben. 1 gefundene" in sentence
    assert "2 persons, 1 ages. 1 that" in describe_key(KEY, "en")
    assert describe_key([], "pl").endswith("0.")
