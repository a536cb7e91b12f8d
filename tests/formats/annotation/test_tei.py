"""TEI transcriptions of speech: utterances, words and the blanks between them, people, time lines."""

from pathlib import Path

import pytest

from interviews.model import Role
from tests.formats.annotation.files import about, damaged, messages, notes_of, read, said, turns_of

HEADER = """<teiHeader><fileDesc><titleStmt><title>Gespräch mit Ilse</title><respStmt><resp>transcription</resp>
<persName>Mira Feld</persName></respStmt></titleStmt><sourceDesc><recordingStmt><recording><media url="ilse.wav"/>
</recording></recordingStmt></sourceDesc></fileDesc><profileDesc><particDesc>
<person xml:id="SPK0" n="INT" role="interviewer"><persName><forename>Mira</forename></persName></person>
<person xml:id="SPK1"><persName><forename>Ilse</forename><abbr>IK</abbr></persName><age>61</age></person>
</particDesc></profileDesc></teiHeader>"""
LINE = """<timeline unit="s"><when xml:id="T0"/><when xml:id="T1" interval="1.5" since="#T0"/>
<when xml:id="T2" interval="2" since="#T1"/><when xml:id="T3"/></timeline>"""


def tei(body: str, header: str = HEADER, line: str = LINE) -> str:
    start = '<?xml version="1.0" encoding="UTF-8"?><TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en">'
    return f"{start}{header}<text>{line}<body>{body}</body></text></TEI>"


ISO = tei("""
<annotationBlock who="#SPK0" start="#T0" end="#T1"><u xml:id="u1" xml:lang="de"><seg type="utterance"><w>Wie</w>
<w>war</w><w>das</w><pc>?</pc></seg></u>
<spanGrp type="translation"><span from="#u1" to="#u1">How was it?</span></spanGrp>
<spanGrp type="pos"><span>ADV</span><span>VERB</span></spanGrp></annotationBlock>
<pause start="#T1" end="#T2" dur="PT2S"/>
<annotationBlock who="#SPK1" start="#T2" end="#T3"><u><seg><w>Schön</w><pc>,</pc><pause type="short"/>
<incident><desc rend="((lacht))"/></incident><w>laut</w><pc>.</pc></seg>
<seg><w>Ja</w><pc>.</pc></seg></u></annotationBlock>
""")


def test_each_utterance_is_a_turn_of_the_person_it_refers_to(tmp_path: Path) -> None:
    reading = read(tmp_path, ISO, "a.xml")
    assert turns_of(reading) == [
        ("INT", "Wie war das?", 0, 1500),
        ("IK", "Schön, (-) ((lacht)) laut. Ja.", 3500, None),
    ]
    assert reading.transcript is not None
    assert reading.transcript.format == "tei"
    assert [speaker.role for speaker in reading.transcript.speakers] == [Role.INTERVIEWER, Role.INTERVIEWEE]


def test_translations_are_kept_where_they_belong_and_all_else_beside_the_words_is_counted(tmp_path: Path) -> None:
    reading = read(tmp_path, ISO, "a.xml")
    assert about(reading, "translation") == [("How was it?", "Wie war das?")]
    assert "1 translation and 2 glosses beside the utterances" in messages(reading)
    assert "1 pause or event between utterances became no turn" in messages(reading)
    assert ("remark", "(2)") in notes_of(reading)


def test_whom_the_header_names_is_kept_beside_the_text(tmp_path: Path) -> None:
    notes = notes_of(read(tmp_path, ISO, "a.xml"))
    assert ("title", "Gespräch mit Ilse") in notes
    assert ("editor", "transcription, Mira Feld") in notes
    assert ("media", "ilse.wav") in notes
    assert ("speaker", "id: SPK1; forename: Ilse; abbr: IK; age: 61") in notes
    assert not any(word in messages(read(tmp_path, ISO, "a.xml")) for word in ("Ilse", "Feld", "IK"))


def test_the_language_is_that_of_the_utterance_and_never_that_of_the_whole_file(tmp_path: Path) -> None:
    transcript = read(tmp_path, ISO, "a.xml").transcript
    assert transcript is not None
    assert [turn.language for turn in transcript.turns] == ["de", None]


@pytest.mark.parametrize(
    ("inside", "words"),
    [
        ("Ja, <pause/> so.", "Ja, (.) so."),
        ("\n   Ja,\n   so.\n  ", "Ja, so."),
        ("<w>Ja</w><pc>,</pc><w>so</w><pc>.</pc>", "Ja, so."),
        ("<w>Ja</w>\n  <pc>,</pc>\n  <w>so</w>\n  <pc>.</pc>", "Ja, so."),
        ('<w join="right">Ja</w>\n<pc>,</pc>\n<w>so</w>\n<pc join="left">.</pc>', "Ja, so."),
        ('<w join="right">war</w>\n<w>s</w>\n<w>so</w>', "wars so"),
        ("<w>Ja</w><pc>,</pc> <w>so</w> <w>war</w><w>s</w>", "Ja, so wars"),
        ('<w>er</w><pc>(</pc><w>Jo</w><pc>)</pc><w join="both">x</w>', "er ( Jo )x"),
        ("<w>er</w><pc>(</pc><w>Jo</w><pc>)</pc>", "er (Jo)"),
        ('<pc join="right">.</pc>\n<pc>.</pc>\n<pc>.</pc>', "..."),
        ('<w join="right" rendition="rend:dashAfter">il</w>\n<w>haus</w>', "il-haus"),
        ("<w>ein<anchor synch='#T1'/>fach</w>", "einfach"),
        ("das <unclear>war</unclear> so", "das (war) so"),
        ("<w>das</w><unclear><w>war</w></unclear><w>so</w>", "das (war) so"),
        ("das <unclear/>", "das (+++)"),
        ("<choice><sic>gez</sic><corr>jetzt</corr></choice> da", "gez da"),
        ('in <gap reason="unconsented"/> da', "in ((unconsented)) da"),
        ("ja <vocal><desc>lacht</desc></vocal> so", "ja ((lacht)) so"),
        ('ja<pause dur="PT1.5S"/>so', "ja (1.5) so"),
        ('ja<pause rend="(0.3)"/>so', "ja (0.3) so"),
        ("ja<note>sagt er leise</note> so", "ja so"),
        ("ja <emph>so</emph>!", "ja so!"),
        ("<seg>eins</seg><seg>zwei</seg>", "eins zwei"),
        ("eins<lb/>zwei", "eins zwei"),
        ("ja<!-- nichts --> so", "ja so"),
        ("Ku\u0308che", "Ku\u0308che"),
    ],
)
def test_words_signs_and_blanks(tmp_path: Path, inside: str, words: str) -> None:
    assert said(read(tmp_path, tei(f"<u who='#SPK0'>{inside}</u>"), "a.tei")) == [("INT", words)]


def test_an_utterance_inside_another_one_is_a_turn_of_its_own(tmp_path: Path) -> None:
    reading = read(tmp_path, tei("<u who='#SPK0'>ich <u who='#SPK1'>mhm</u> dachte</u>"), "a.xml")
    assert said(reading) == [("INT", "ich  dachte"), ("IK", "mhm")]


def test_private_references_and_unknown_people_are_called_by_their_ids(tmp_path: Path) -> None:
    header = '<teiHeader><person sameAs="corpus:P1"><idno>Sprecherin_1</idno></person></teiHeader>'
    body = '<u who="corpus:P1">ja</u><u who="#P7">nein</u><u>hm</u><u who="#P7 corpus:P1">gut</u>'
    reading = read(tmp_path, tei(body, header), "a.xml")
    assert said(reading) == [("Sprecherin_1", "ja"), ("P7", "nein"), (None, "hm"), ("P7 + Sprecherin_1", "gut")]
    assert "1 utterance is of several speakers at once" in messages(reading)


def test_anchors_give_times_where_nothing_else_does(tmp_path: Path) -> None:
    body = '<u who="#SPK0"><anchor synch="#T0"/>ja<anchor synch="#T1"/>nein<anchor synch="#T2"/></u>'
    assert turns_of(read(tmp_path, tei(body), "a.xml")) == [("INT", "janein", 0, 3500)]


@pytest.mark.parametrize(
    ("line", "start"),
    [
        ('<timeline unit="ms"><when xml:id="T1" interval="250"/></timeline>', 250),
        ('<timeline><when xml:id="T0"/><when xml:id="T1" absolute="00:01:02.5"/></timeline>', 62_500),
        ('<timeline><when xml:id="T0" absolute="10:00:00"/><when xml:id="T1" absolute="10:01:02"/></timeline>', 62_000),
        (
            '<timeline><when xml:id="T1" interval="1" since="#T2"/>'
            '<when xml:id="T2" interval="1" since="#T1"/></timeline>',
            None,
        ),
        ('<timeline><when xml:id="T1" interval="1" since="#T1"/></timeline>', None),
        ('<timeline><when xml:id="T1" interval="1" since="#nirgends"/></timeline>', None),
        ('<timeline><when xml:id="T1" interval="bald"/></timeline>', None),
        ("", None),
    ],
)
def test_points_of_a_time_line_hang_on_one_another(tmp_path: Path, line: str, start: int | None) -> None:
    reading = read(tmp_path, tei('<u start="#T1">ja</u>', line=line), "a.xml")
    assert turns_of(reading)[0][2] == start


def test_a_long_chain_of_points_is_resolved_in_no_long_time(tmp_path: Path) -> None:
    points = "".join(f'<when xml:id="T{i}" interval="1" since="#T{i - 1}"/>' for i in range(20_000, 0, -1))
    line = f'<timeline unit="s"><when xml:id="T0"/>{points}</timeline>'
    assert turns_of(read(tmp_path, tei('<u start="#T20000">ja</u>', line=line), "a.xml"))[0][2] == 20_000_000


def test_many_annotations_beside_one_utterance_take_no_long_time(tmp_path: Path) -> None:
    body = "<u>ja</u>" + '<spanGrp type="pos"><span>x</span></spanGrp>' * 20_000
    assert said(read(tmp_path, tei(body), "a.xml")) == [(None, "ja")]


def test_a_text_without_utterances_is_no_transcript(tmp_path: Path) -> None:
    reading = read(tmp_path, tei("<p>Es war einmal.</p>"), "a.xml")
    assert reading.transcript is None
    assert "no utterances" in messages(reading)


def test_tei_without_namespace_is_read(tmp_path: Path) -> None:
    assert said(read(tmp_path, "<TEI.2><text><u who='A'>ja</u></text></TEI.2>", "a.xml")) == [("A", "ja")]


def test_deep_nesting_is_read_or_refused_but_never_raises(tmp_path: Path) -> None:
    for depth in (200, 5000):
        read(tmp_path, tei("<u>" + "<seg>" * depth + "ja" + "</seg>" * depth + "</u>"), "a.xml")


def test_damaged_files_never_raise(tmp_path: Path) -> None:
    for content in damaged(ISO.encode(), 100):
        read(tmp_path, content, "a.xml")
