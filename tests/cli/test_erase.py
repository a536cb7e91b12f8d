"""Withdrawal and originals at the terminal."""

from tests.small_study import NAMES, make_study


def test_an_erasure_is_counted_first_and_then_certified(tmp_path, interviews):
    make_study(tmp_path).close()
    study, key = tmp_path / "study", ["--key", tmp_path / "study.agekey"]
    status, counted, _ = interviews("erase", study, "P01", *key)
    assert status == 0
    assert "nothing was destroyed yet" in counted
    assert "codings" in counted
    assert not (study / "erasures").exists()
    status, told, complaints = interviews("erase", study, "P01", "--yes", "--to", tmp_path / "c.md", *key)
    assert status == 0
    assert (tmp_path / "c.md").is_file()
    assert not [name for name in NAMES if name in counted + told + complaints]
    status, _, complaints = interviews("erase", study, "Yılmaz", "--yes", *key)
    assert status == 2
    assert "maz" not in complaints


def test_what_still_stands_somewhere_makes_the_command_fail_and_is_told_by_place(tmp_path, interviews):
    make_study(tmp_path).close()
    study, key = tmp_path / "study", ["--key", tmp_path / "study.agekey"]
    (study / "memo.txt").write_text("Das hat Herr Schulte gesagt.")
    status, _, complaints = interviews("erase", study, "a1", "--yes", *key)
    assert status == 1
    assert "memo.txt, line 1" in complaints
    assert "Schulte" not in complaints


def test_a_keeper_writes_an_original_outside_the_project(tmp_path, interviews):
    make_study(tmp_path).close()
    study, key = tmp_path / "study", ["--key", tmp_path / "study.agekey"]
    assert interviews("original", study, "a1", "--to", tmp_path / "a1.txt", *key)[0] == 0
    assert (tmp_path / "a1.txt").read_bytes() == (tmp_path / "talks" / "nord" / "a1.txt").read_bytes()
    assert interviews("original", study, "a1", "--to", study / "a1.txt", *key)[0] == 2
