"""What a save tells."""

from interviews.project.results import Saved


def test_one_of_something_is_told_in_the_singular():
    assert Saved({"cases": 1, "replaced entities": 1, "codings": 2, "codebook (3 codes)": 1}).summary == (
        "1 case, 1 replaced entity, 2 codings, 1 codebook (3 codes)"
    )
    assert Saved({}).summary == "nothing new"
