"""Questions and their tables and pictures, as a person types them."""

import json

import pytest

import interviews as iv
from interviews.errors import LeakError, MisuseError
from interviews.exploration import draw_crosstab
from tests.small_study import make_study

pytestmark = pytest.mark.slow  # whole studies


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("questions")
    make_study(folder).close()
    return folder


def test_a_question_is_answered_counted_written_and_kept(interviews, folder):
    project, key = folder / "study", ("--key", folder / "study.agekey")
    status, printed, _ = interviews("query", project, "Wohnen and case = nord", "--json")
    assert (status, {row["code"] for row in json.loads(printed)}) == (0, {"Wohnen/Zustand"})
    _, printed, _ = interviews("query", project, "Wohnen", "--by", "case", "--json")
    assert json.loads(printed) == [{"case": "nord", "codings": 3}, {"case": "sued", "codings": 2}]
    assert interviews("query", project, "Wohnen", "--out", folder / "w.xlsx", *key)[0] == 0
    assert interviews("query", project, "Wohnen and coder = c1", "--save", "erste")[0] == 0
    _, printed, _ = interviews("query", project, "@erste or Nachbarschaft", "--json")
    assert len(json.loads(printed)) == 5
    _, printed, _ = interviews("query", project, "--list", "--json")
    assert [row["question"] for row in json.loads(printed)] == ["Wohnen and coder = c1"]


def test_a_mistake_is_shown_at_its_place(interviews, folder):
    status, _, complaints = interviews("query", folder / "study", "Wohnen and Mite")
    assert status == 2
    assert "did you mean 'Miete'" in complaints
    assert "\n             ^^^^" in complaints
    assert interviews("query", folder / "study")[0] == 2


@pytest.mark.parametrize(
    "command",
    [
        ("cooccurrence",),
        ("cooccurrence", "--closeness"),
        ("following",),
        ("sequence", "a1"),
        ("portrait", "Wohnen"),
        ("crosstab", "--publish"),
    ],
)
def test_an_analysis_is_printed_and_drawn(interviews, folder, command):
    word, *more = command
    picture = folder / "pictures" / f"{'-'.join(command)}.svg"
    key = ("--key", folder / "study.agekey")
    status, printed, told = interviews(word, folder / "study", *more, "--json", "--plot", picture, *key)
    assert status == 0, told
    json.loads(printed)
    assert "<svg" in picture.read_text(encoding="utf-8")


def test_a_picture_is_a_file_of_a_kind_that_is_known(folder):
    with iv.open(folder / "study", key=folder / "study.agekey") as project:
        chart = draw_crosstab(iv.crosstab(project))
        page = iv.export(chart, folder / "page.html", project=project)
        assert "<script" not in page.read_text(encoding="utf-8")
        assert iv.export(chart, folder / "page.png", project=project).read_bytes().startswith(b"\x89PNG")
        with pytest.raises(MisuseError, match=r"\.png, \.svg, \.html"):
            iv.export(chart, folder / "page.pdf", project=project)


def test_a_picture_that_names_someone_is_not_written(folder):
    with iv.open(folder / "study", key=folder / "study.agekey") as project:
        table = iv.crosstab(project).rename(index={"Wohnen": "Herr Schulte"})
        with pytest.raises(LeakError):
            iv.export(draw_crosstab(table), folder / "named.png", project=project)
        assert not (folder / "named.png").exists()
