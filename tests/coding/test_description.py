"""A revision in words."""

from interviews.coding import describe, revise, steps, steps_between
from interviews.coding.differences import GUESSED
from interviews.model import Code, Codebook

BOOK = Codebook("s", 1, (Code("Wohnen"), Code("Wohnen/Alt"), Code("Arbeit", "Alles zur Lohnarbeit"), Code("Geld")))
STEPS = [
    steps.rename("Wohnen/Alt", "Bestand"),
    steps.move("Wohnen/Bestand", None, reason="eigenes Thema"),
    steps.move("Geld", "Arbeit"),
    steps.add("Neu"),
    *steps.split("Wohnen", "Suche", "Miete", beside=True),
    steps.merge("Neu", "Bestand"),
    steps.redefine("Arbeit", definition="Alles zur <Arbeit>"),
]


def test_every_step_is_told_in_german() -> None:
    assert str(describe(STEPS, "de", BOOK)).splitlines() == [
        "Wohnen/Alt heißt jetzt Wohnen/Bestand",
        "Wohnen/Bestand ist jetzt ein Oberthema: Bestand (eigenes Thema)",
        "Geld steht jetzt unter Arbeit: Arbeit/Geld",
        "Neu ist neu",
        "Wohnen ist geteilt in Suche, Miete",
        "Wohnen ist stillgelegt und wird nicht mehr vergeben",
        "Neu geht in Bestand auf",
        "Definition von Arbeit geändert",
        "    vorher  Alles zur Lohnarbeit",
        "    jetzt   Alles zur <Arbeit>",
    ]


def test_old_and_new_words_stand_side_by_side_in_a_notebook() -> None:
    html = describe(STEPS[-1:], "en", BOOK).as_html()
    assert "Definition of Arbeit changed" in html
    assert "<td>Alles zur <del>Lohnarbeit</del></td><td>Alles zur <ins>&lt;Arbeit&gt;</ins></td>" in html


def test_a_guess_is_told_as_one_and_nothing_as_nothing() -> None:
    told = describe([steps.rename("Geld", "Lohn", reason=GUESSED)], "en")
    assert str(told) == "Geld is called Lohn now (guessed, for the texts are the same)"
    assert str(describe([], "de")) == "Nichts ist geändert."
    assert "Nothing" in describe([], "pl").as_html()


def test_the_difference_of_two_versions_is_told() -> None:
    after = revise(BOOK, STEPS[:1])
    assert len(describe(steps_between(BOOK, after), "de", BOOK)) == 2  # without texts nothing is guessed
