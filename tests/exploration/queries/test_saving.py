"""A query is saved only if it can be asked."""

import pytest

from interviews.errors import MisuseError
from interviews.exploration import check_queries
from interviews.model import Query

SAVED = [Query("rent", "Miete"), Query("north", "@rent and case = Nord")]


def test_a_query_may_need_saved_ones_and_those_saved_with_it():
    check_queries([Query("both", "@north or @south"), Query("south", "@rent and case = Süd")], SAVED)


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        (Query("zwei Wörter", "A"), "is no name"),
        (Query("a", "A and"), "In the saved query @a: Here the name"),
        (Query("a", "@b"), "no saved query @b"),
        (Query("rent", "@north"), "@rent → @north → @rent"),
        (Query("rent", ""), "cannot be forgotten: @north needs it"),
    ],
)
def test_a_query_that_cannot_be_asked_is_refused(query, sentence):
    with pytest.raises(MisuseError, match=sentence):
        check_queries([query], SAVED)


def test_a_query_that_nobody_needs_is_forgotten():
    check_queries([Query("north", "")], SAVED)
