import pytest

from interviews.findings import draft_findings, framework


@pytest.fixture
def matrix(frame, codebook, cases, participants):
    return framework(frame, codebook, cases, participants)


def test_a_claim_says_what_the_matrix_counts_and_is_a_draft(matrix, study):
    (finding,) = draft_findings(matrix, study.quotes)
    assert finding.claim == "In hafen kommt „Wohnen“ bei 2 von 3 Befragten zur Sprache (3 Textstellen)."
    assert (finding.case, finding.theme, finding.draft) == ("hafen", "Wohnen", True)
    assert {quote.citation for quote in finding.support} == {"hafen-1:0", "hafen-2:0"}
    assert finding.counter == ()


def test_claims_are_written_in_the_language_asked_for(matrix, study):
    english, polish = (draft_findings(matrix, study.quotes, language=language)[0].claim for language in ("en", "pl"))
    assert english == "In hafen, “Housing” is spoken about by 2 of 3 participants (3 passages)."
    assert polish == "hafen: temat „Wohnen” pojawia się u 2 z 3 osób (3 fragmenty)."


def test_cells_with_little_evidence_give_no_claim(matrix):
    assert draft_findings(matrix, (), min_passages=4) == ()
    assert len(draft_findings(matrix, (), min_passages=1)) == 3


def test_where_nobody_is_known_by_pseudonym_the_interviews_are_counted(frame, codebook, cases):
    claim = draft_findings(framework(frame.assign(participant=None), codebook, cases), ())[0].claim
    assert claim == "In hafen kommt „Wohnen“ in 2 Interviews zur Sprache (3 Textstellen)."
