"""Speakers' labels in a text that nobody has read into turns."""

from tests.anonymity.by_rules import found_by_rules


def test_a_name_that_begins_lines_again_and_again_is_a_speaker() -> None:
    text = "Ecki: Na ja.\nFrage: Und dann?\nEcki: Nix dann.\nFrage: Schade.\n"
    assert found_by_rules(text, "de") == ["Ecki", "Ecki"]


def test_roles_and_headings_are_none() -> None:
    text = "Befragte: Ja.\nModeratorin: Und?\nBefragte: Nein.\nModeratorin: Gut.\nThema: Wohnen\n"
    assert found_by_rules(text, "de") == []
