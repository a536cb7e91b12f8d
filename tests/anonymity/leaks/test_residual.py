from interviews.anonymity import Decision, EntityType, KeyEntry, find_residuals
from interviews.model import Role, Span, Transcript, Turn

TEXT = "B: Der Zbigniew Krzyk hat dem [Person 3] in Marxloh geholfen.\nDie Frau Bergner und der Hausmeister auch.\n"


def entry(id_: str, form: str, decision: Decision, replacement: str = "") -> KeyEntry:
    return KeyEntry(id_, EntityType(id_[:3]), form, (form,), replacement, decision, languages=("de",))


def residuals(*key: KeyEntry, text: str = TEXT) -> list[tuple[int, str]]:
    turn = Turn(1, Span(3, len(text)), "B", Role.INTERVIEWEE, Span(0, 2))
    return [(one.line, one.words) for one in find_residuals([Transcript("t", text, (turn,), version=1)], key)]


def test_words_that_no_dictionary_explains_are_found_with_their_line() -> None:
    found = residuals()
    assert any("Krzyk" in words and line == 1 for line, words in found)
    assert not any("Person" in words or "Hausmeister" in words for _, words in found)


def test_what_a_person_has_seen_is_left_out() -> None:
    key = [
        entry("LOC-001", "Marxloh", Decision.KEEP),
        entry("PER-001", "Zbigniew Krzyk", Decision.KEEP),
        entry("PER-002", "Frau Anna", Decision.PSEUDONYM, "Bergner"),
    ]
    assert not residuals(*key)


def test_what_is_found_is_not_shown_by_accident() -> None:
    (one, *_) = find_residuals([Transcript("t", TEXT, version=1)], [])
    assert "Krzyk" not in repr(one)
