from dataclasses import replace
from itertools import pairwise

import pytest

from interviews.errors import MisuseError
from interviews.findings import build
from interviews.findings.report.blocks import Bullets, Heading, Note, Paragraph, Picture, PullQuote, Table
from interviews.model import Finding


def texts(blocks, kind):
    return [block.text for block in blocks if isinstance(block, kind)]


def test_there_is_a_chapter_for_every_theme_and_a_profile_for_every_case(study):
    headings = [block.text for block in build(study) if isinstance(block, Heading) and block.level == 2]
    assert headings[:6] == ["Wohnen", "Schule", "Feste", "hafen", "revier", "leer"]


def test_headings_never_skip_a_level_and_anchors_are_unique(study):
    headings = [block for block in build(study) if isinstance(block, Heading)]
    levels = [heading.level for heading in headings]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert len({heading.anchor for heading in headings}) == len(headings)


def test_verbatim_words_come_from_the_quotes_given_only(study):
    printed = str(build(replace(study, quotes=())))
    assert "Monaten" not in printed
    assert {text for text in texts(build(study), PullQuote)} <= {quote.text for quote in study.quotes}


def test_every_quote_shown_stands_in_the_index_with_its_place(study):
    blocks = build(study)
    shown = {block.citation for block in blocks if isinstance(block, PullQuote)}
    (index,) = [block for block in blocks if isinstance(block, Table) and block.header[0] == "Kennzeichen"]
    assert shown <= {row[0] for row in index.rows}
    assert index.rows[0] == ("hafen-1:0", "P-hafen-1", "hafen", "hafen-1, Beitrag 1", "Suche")


def test_the_matrix_has_sums_and_its_picture_has_words(study):
    blocks = build(study)
    (picture,) = [block for block in blocks if isinstance(block, Picture)]
    assert "„Wohnen“ im Fall hafen mit 3 Textstellen" in picture.alt
    matrix = next(block for block in blocks if isinstance(block, Table) and block.shades)
    assert matrix.header == ("Thema", "hafen", "revier", "leer", "Summe")
    assert matrix.rows[0] == ("Wohnen", "3", "0", "0", "3")
    assert matrix.rows[-1] == ("Summe", "4", "2", "0", "6")


def test_many_cases_make_several_tables_of_which_the_last_has_the_sums(study):
    many = replace(study, cases=tuple(replace(study.cases[0], name=f"{n:02}") for n in range(9)))
    tables = [block for block in build(many) if isinstance(block, Table) and block.shades]
    assert [len(table.header) for table in tables] == [6, 6, 3]  # 9 cases and the 2 of the codings
    assert tables[-1].header[-1] == "Summe"


def test_drafts_are_called_so_and_written_findings_take_their_place(study):
    drafted = " ".join(item for block in build(study) if isinstance(block, Bullets) for item in block.items)
    assert "Entwurf: In hafen kommt „Wohnen“" in drafted
    written = Finding("Wer sucht, wartet.", "hafen", "Wohnen", counter=study.quotes[:1], draft=False)
    printed = " ".join(
        item
        for block in build(replace(study, findings=(written,)))
        if isinstance(block, Bullets)
        for item in block.items
    )
    assert "Wer sucht, wartet. Gegenstimmen: hafen-1:0." in printed
    assert "Entwurf: In hafen" not in printed


def test_a_finding_on_a_theme_stands_in_its_chapter(study):
    across = Finding("Überall wird gesucht.", None, "Wohnen", draft=False)
    blocks = build(replace(study, findings=(across,)))
    place = next(i for i, b in enumerate(blocks) if isinstance(b, Bullets) and b.items[0].startswith("Überall"))
    chapter = [block.text for block in blocks[:place] if isinstance(block, Heading) and block.level == 2][-1]
    assert chapter == "Wohnen"


def test_the_method_says_what_is_not_known(study):
    (note,) = [block for block in build(replace(study, agreement=None)) if isinstance(block, Note)]
    assert "Wie anonymisiert wurde, ist für diesen Bericht nicht angegeben." in note.lines
    assert "Zur Übereinstimmung der Codierenden liegen keine Zahlen vor." in note.lines
    assert note.lines[0] == "Grundlage: 4 Interviews, 4 Personen, 3 Fälle, 3.000 Wörter."


def test_figures_of_agreement_are_printed_and_absent_ones_have_their_reason(study):
    (table,) = [block for block in build(study) if isinstance(block, Table) and "Kappa" in block.header]
    assert table.rows == (("Wohnen", "0,71", ""), ("Schule", "–", "nur eine Person hat codiert"))


def test_a_study_without_codings_gives_a_report_that_says_so(empty_study):
    blocks = build(empty_study)
    assert any("Es liegen keine Codierungen vor." in text for text in texts(blocks, Paragraph))
    assert not any(isinstance(block, PullQuote | Picture) for block in blocks)


@pytest.mark.parametrize(("language", "theme"), [("en", "Housing"), ("pl", "Wohnen")])
def test_the_report_speaks_the_language_asked_for(study, language, theme):
    blocks = build(replace(study, language=language))
    assert theme in texts(blocks, Heading)
    assert "Überblick" not in texts(blocks, Heading)


def test_an_unknown_language_is_refused(study):
    with pytest.raises(MisuseError, match="'fr'"):
        build(replace(study, language="fr"))


def test_without_a_table_of_participants_nothing_is_said_of_how_many_there_were(study):
    frame = study.frame.assign(participant=None)
    blocks = build(replace(study, participants=(), frame=frame, quotes=()))
    (note,) = [block for block in blocks if isinstance(block, Note)]
    assert note.lines[0] == "Grundlage: 4 Interviews, 3 Fälle, 3.000 Wörter."
    tables = [block for block in blocks if isinstance(block, Table)]
    assert not any("Personen" in table.header for table in tables)


def test_a_single_case_is_compared_with_no_other(study):
    only = study.cases[:1]
    frame = study.frame[study.frame["case"] == only[0].name]
    blocks = build(replace(study, cases=only, frame=frame, participants=()))
    assert "anderen Fällen" not in str(blocks)
    assert "1 Fall," in str(blocks)


def test_remarks_of_the_agreement_are_in_the_language_of_the_report(study):
    known = study.agreement.assign(code=["all codes, exact set", "Schule"], reason=["", "no coder used this code"])
    (table,) = [
        block
        for block in build(replace(study, agreement=known))
        if isinstance(block, Table) and "Kappa" in block.header
    ]
    assert table.rows[0][0] == "alle Codes, gleiche Menge"
    assert table.rows[1][-1] == "niemand hat diesen Code verwendet"


def test_the_codebook_counts_passages_as_the_chapters_do(study):
    blocks = build(study)
    book = next(block for block in blocks if isinstance(block, Table) and "Definition" in block.header)
    assert book.header[-1] == "Textstellen"


@pytest.mark.parametrize("nobody", [None, float("nan")])
def test_a_passage_outside_of_all_turns_has_a_place_and_no_speaker(study, nobody):
    frame = study.frame.copy()
    frame["turn"] = frame["turn"].astype(float)
    lost = frame["transcript"] == "revier-1"
    frame.loc[lost, ["participant", "speaker", "turn"]] = nobody
    blocks = build(replace(study, frame=frame, quotes=()))
    cells = [cell for block in blocks if isinstance(block, Table) for row in block.rows for cell in row]
    assert all(isinstance(cell, str) for cell in cells)
    assert "–" in cells
