"""Views are cut, read with their surroundings, and made of other records than codings."""

import pytest

from interviews.errors import MisuseError
from interviews.exploration import Records, View, codings_table
from interviews.exploration.views import listing
from interviews.exploration.views.reading import whole_words
from interviews.model import Memo
from tests.exploration.study import CODEBOOK, CODINGS, NORTH, PARTICIPANTS, SOUTH, coding, transcript

VIEW = View(codings_table(CODINGS, (NORTH, SOUTH), PARTICIPANTS, CODEBOOK), CODEBOOK)


def test_groups_are_views_of_each_value_in_their_order():
    groups = VIEW.group("case")
    assert [(name, len(view)) for name, view in groups] == [("Nord", 4), ("Sued", 1), ("West", 0)]
    assert groups["Nord"].count().to_dict() == {"Wohnen": 2, "Wohnen/Miete": 1, "Arbeit": 1, "Zusammenleben": 0}
    assert groups.table().loc["Nord"].to_dict() == {"codings": 4, "transcripts": 1, "participants": 1, "coders": 2}
    assert "West" not in repr(groups)
    with pytest.raises(MisuseError, match="did you mean 'Nord'"):
        groups["Nort"]
    with pytest.raises(MisuseError, match="no column"):
        VIEW.group("caze")


def test_what_has_no_value_is_a_group_of_its_own():
    nowhere = transcript("w-1", None, None)
    view = View(codings_table([coding(nowhere, "Miete", "Arbeit"), *CODINGS], (NORTH, SOUTH, nowhere), PARTICIPANTS))
    assert len(view.group("participant")["(none)"]) == 1
    assert view.query("Arbeit").group("turn").table()["codings"].to_dict() == {"2": 1, "5": 1}


def test_passages_are_shown_with_whole_words_around():
    assert whole_words("eins zwei drei vier", 5, 9, 7) == ("eins ", " drei")
    assert whole_words("eins zwei drei vier", 5, 9, 3) == ("", "")
    shown = VIEW.query("Arbeit").show()
    assert shown.table()["text"].tolist() == ["Und die Arbeit?\n\nB: Über die"]
    assert "«Und die Arbeit? B: Über die»" in repr(shown)
    assert "<mark>" in shown._repr_html_()
    assert "5 codings, the first 2 shown" in repr(VIEW.show(2))


def test_turns_are_narrowed_asked_and_counted_like_codings():
    turns = Records(listing.list_turns((NORTH, SOUTH), PARTICIPANTS), "turns")
    assert repr(turns).startswith("10 turns\n")
    found = turns.query('role = interviewee and text ~ "*wohnung*"').where(case="Nord")
    assert isinstance(found, Records)
    assert found.table()["turn"].tolist() == [2, 5]
    assert turns.count("role").to_dict() == {"interviewee": 6, "interviewer": 4}
    assert turns.group("case")["Sued"].noun == "turns"
    with pytest.raises(MisuseError, match="Nothing is coded here"):
        turns.query("Wohnen")


@pytest.mark.parametrize(
    ("frame", "first"),
    [
        (listing.list_transcripts((NORTH,)), ["nord-1", "Nord", "de", 5]),
        (listing.list_participants(PARTICIPANTS), ["B01", "Nord", "30-39"]),
        (listing.list_cases(()), None),
        (listing.list_memos([Memo("x", "<b>hm</b>", "c1")]), ["x", "<b>hm</b>", "c1"]),
        (listing.list_memos([]), None),
        (listing.list_codes(CODEBOOK), ["Wohnen", "Wohnen"]),
    ],
)
def test_every_kind_of_record_is_a_table(frame, first):
    view = Records(frame, "records")
    assert f"{len(frame)} records" in repr(view)
    assert "<b>hm" not in view._repr_html_()
    assert first is None or frame.iloc[0].tolist()[: len(first)] == first
