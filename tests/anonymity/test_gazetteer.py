"""A study's own names from YAML and CSV."""

from pathlib import Path

import pytest

from interviews.anonymity import EntityType, Gazetteer, read_gazetteer
from interviews.errors import MisuseError


def test_a_yaml_file_lists_names_under_their_type(tmp_path: Path) -> None:
    path = tmp_path / "names.yaml"
    path.write_text("LOC:\n  - Sonnenhang\n  - Alte Furt\norg:\n  - Treffpunkt 7\n", encoding="utf-8")
    names = read_gazetteer(path).names
    assert [(name.text, name.type) for name in names] == [
        ("Sonnenhang", EntityType.LOC),
        ("Alte Furt", EntityType.LOC),
        ("Treffpunkt 7", EntityType.ORG),
    ]


@pytest.mark.parametrize("separator", [",", ";"])
def test_a_csv_file_has_a_name_and_a_type_in_each_line(tmp_path: Path, separator: str) -> None:
    path = tmp_path / "names.csv"
    path.write_text(f"Name{separator}Type\nSonnenhang{separator}loc\n\n", encoding="utf-8-sig")
    assert read_gazetteer(path) == Gazetteer.of([("Sonnenhang", "LOC")])


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("names.csv", "name,type\nSonnenhang,TOWN\n", "line 2"),
        ("names.csv", "a,b\n1,2\n", "columns"),
        ("names.yaml", "- Sonnenhang\n", "types"),
        ("names.yaml", "LOC: [", "YAML"),
        ("names.yaml", "TOWN:\n - Sonnenhang\n", "unknown type"),
    ],
)
def test_a_wrong_file_is_refused_without_showing_names(tmp_path: Path, name: str, content: str, expected: str) -> None:
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    with pytest.raises(MisuseError, match=expected) as error:
        read_gazetteer(path)
    assert "Sonnenhang" not in str(error.value)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(MisuseError, match="could not be read"):
        read_gazetteer(tmp_path / "none.yaml")


def test_a_name_does_not_show_itself() -> None:
    assert "Sonnenhang" not in repr(Gazetteer.of([("Sonnenhang", "LOC")]))
