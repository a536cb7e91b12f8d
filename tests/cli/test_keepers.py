"""Keepers at the terminal."""

import json

from tests.small_study import make_study


def test_keepers_are_listed_added_given_new_keys_and_removed(tmp_path, interviews):
    make_study(tmp_path).close()
    study, key, ben = tmp_path / "study", ["--key", tmp_path / "study.agekey"], tmp_path / "ben.agekey"
    _, told, _ = interviews("keepers", study, "--new-key", ben)
    public = next(word for word in told.replace(";", " ").split() if word.startswith("age1"))
    assert interviews("keepers", study, "--add", public, "--name", "Ben", *key)[0] == 0
    _, listed, _ = interviews("keepers", study, "--json", "--key", ben)
    assert [(one["name"], one["public key"] == public) for one in json.loads(listed)] == [("", False), ("Ben", True)]
    assert interviews("keepers", study, "--rotate", *key)[0] == 0
    assert interviews("keepers", study, "--name", "Anna", *key)[0] == 0
    _, removed, _ = interviews("keepers", study, "--remove", public, *key)
    assert "what they could copy before still does" in removed
    _, listed, _ = interviews("keepers", study, "--json", *key)
    assert [one["name"] for one in json.loads(listed)] == ["Anna"]
    assert interviews("anonymize", study, "--json", *key)[0] in (0, 1)
