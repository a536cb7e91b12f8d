from interviews.errors import counted


def test_one_is_told_in_the_singular_and_none_in_the_plural() -> None:
    assert [counted(count, "line", "lines") for count in (0, 1, 2)] == ["0 lines", "1 line", "2 lines"]
