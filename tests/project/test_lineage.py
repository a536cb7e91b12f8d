"""A renamed code is the same code for other programs."""

from interviews.formats import refi
from interviews.model import Change, Code, Codebook, Revision, Step
from interviews.project.lineage import guids_of_renamed

BOOK = Codebook("b", 4, (Code("Wohnraum"), Code("Wohnraum/Miete"), Code("Arbeit"), Code("Neu")))
WAYS = (
    Revision("b", 2, 1, (Step(Change.RENAME, "Wohnen", ("Wohnung",)),)),
    Revision("b", 3, 2, (Step(Change.ADD, "Wohnung/Miete"), Step(Change.SPLIT, "Arbeit", ("Arbeit", "Neu")))),
    Revision("b", 4, 3, (Step(Change.RENAME, "Wohnung", ("Wohnraum",)),)),
    Revision("other", 2, 1, (Step(Change.RENAME, "X", ("Arbeit",)),)),
)


def test_a_code_goes_by_the_path_it_was_known_by_first() -> None:
    guids = guids_of_renamed(BOOK, WAYS, {})
    assert guids == {
        "code:Wohnraum": refi.default_guid("code", "Wohnen"),
        "code:Wohnraum/Miete": refi.default_guid("code", "Wohnung/Miete"),
    }


def test_a_guid_of_its_own_is_kept() -> None:
    assert "code:Wohnraum" not in guids_of_renamed(BOOK, WAYS, {"code:Wohnraum": "{A}"})
