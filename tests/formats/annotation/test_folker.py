"""FOLKER and OrthoNormal files, written back in GAT 2."""

from pathlib import Path

import pytest

from tests.formats.annotation.files import damaged, messages, notes_of, read, said, turns_of


def folker(*contributions: str) -> str:
    points = "".join(f'<timepoint timepoint-id="TLI_{i}" absolute-time="{i * 1.5}"/>' for i in range(9))
    speakers = '<speaker speaker-id="AN"><name>Anna Sand</name></speaker><speaker speaker-id="BO"><name/></speaker>'
    return (
        '<?xml version="1.0" encoding="UTF-8"?><folker-transcription><head><log who="feld">neu</log></head>'
        f'<speakers>{speakers}</speakers><recording path="C:\\feld\\anna.wav"/><timeline>{points}</timeline>'
        f"{''.join(contributions)}</folker-transcription>"
    )


def contribution(inside: str, speaker: str = "AN", start: int = 0, end: int = 1) -> str:
    who = f'speaker-reference="{speaker}"' if speaker else ""
    return f'<contribution {who} start-reference="TLI_{start}" end-reference="TLI_{end}">{inside}</contribution>'


INTERVIEW = folker(
    contribution('<unparsed>wie war <time timepoint-reference="TLI_1"/>das (.) °h </unparsed>', end=2),
    contribution("<unparsed>scheint mir</unparsed>", "BO", 4, 5),
    contribution("<event>al</event><event>so </event><event>gut</event>", "BO", 2, 3),
    contribution("<unparsed>((Tür))</unparsed>", "", 5, 6),
)


def test_each_contribution_is_a_turn_in_order_of_time(tmp_path: Path) -> None:
    reading = read(tmp_path, INTERVIEW, "a.flk")
    assert turns_of(reading) == [
        ("AN", "wie war das (.) °h", 0, 3000),
        ("BO", "also gut", 3000, 4500),
        ("BO", "scheint mir", 6000, 7500),
        (None, "((Tür))", 7500, 9000),
    ]
    assert "not in order of time" in messages(reading)


def test_names_log_and_recording_are_kept_beside_the_text(tmp_path: Path) -> None:
    notes = notes_of(read(tmp_path, INTERVIEW, "a.fln"))
    assert ("speaker", "AN: Anna Sand") in notes
    assert ("media", "C:\\feld\\anna.wav") in notes
    assert ("remark", "who: feld") in notes


@pytest.mark.parametrize(
    ("parsed", "written"),
    [
        ("<w>guten</w><w>tag</w>", "guten tag"),
        ("<w>guten</w>\n   <w>tag</w>\n", "guten tag"),
        ('<w>hast</w><w transition="assimilated">du</w>', "hast_du"),
        ("<w>ak<stress>zent</stress></w>", "akZENT"),
        ('<w>ja<lengthening degree="2"/></w>', "ja::"),
        ('<w>ja</w><pause duration="micro"/><w>so</w>', "ja (.) so"),
        ('<pause duration="short"/><pause duration="medium"/><pause duration="long"/>', "(-) (--) (---)"),
        ('<pause duration="2.85"/><w>ja</w>', "(2.85) ja"),
        ('<breathe type="in" length="2"/><w>ja</w><breathe type="out" length="1"/>', "°hh ja h°"),
        ('<w>ja</w><non-phonological description="lacht"/>', "ja ((lacht))"),
        ('<w>das</w><unintelligible length="2"/>', "das ++++++"),
        ("<uncertain><w>solche</w><alternative><w>welche</w></alternative></uncertain>", "(solche/welche)"),
        ("<uncertain><w>ein</w><w>haus</w></uncertain><w>da</w>", "(ein haus) da"),
        (
            '<phrase type="intonation-phrase" boundary-intonation="rise"><w>und</w><w>dann</w></phrase>'
            '<phrase type="intonation-phrase" boundary-intonation="low-fall"><w>aus</w></phrase>',
            "und dann, aus.",
        ),
        ('<w>ein<time timepoint-reference="TLI_1"/>fach</w>', "einfach"),
        ("<text>[</text><nickname>mond</nickname><text>] kommt</text>", "[mond] kommt"),
        ("mond<w>zum</w><w>beispiel</w><text>!</text>", "mond zum beispiel !"),
        ("<unbekannt>wort</unbekannt><w>da</w>", "wort da"),
        ("<w>a</w><!-- nichts --><w>b</w>", "a b"),
    ],
)
def test_parsed_words_are_written_as_they_were_typed(tmp_path: Path, parsed: str, written: str) -> None:
    assert said(read(tmp_path, folker(contribution(parsed)), "a.fln")) == [("AN", written)]


def test_lengths_without_measure_stay_short(tmp_path: Path) -> None:
    parsed = '<w>ja<lengthening degree="999999999"/></w><breathe length="٣"/><unintelligible length="-1"/>'
    ((_, words),) = said(read(tmp_path, folker(contribution(parsed)), "a.fln"))
    assert len(words) < 50


def test_a_name_of_xml_is_no_problem_and_another_one_is(tmp_path: Path) -> None:
    assert "named" not in messages(read(tmp_path, INTERVIEW, "a.xml"))
    assert "was read as .flk" in messages(read(tmp_path, INTERVIEW, "a.eaf"))


def test_damaged_files_never_raise(tmp_path: Path) -> None:
    parsed = folker(contribution('<w>ak<stress>zent</stress></w><pause duration="1.0"/>'))
    for content in (*damaged(INTERVIEW.encode()), *damaged(parsed.encode())):
        read(tmp_path, content, "a.fln")
