"""Sources of every kind: transcripts of recordings, PDFs and pictures, Word documents, whole texts, people's notes."""

import io
from pathlib import Path

import docx
import pytest

from interviews.formats.refi import read_qdpx, write_qdpx
from interviews.formats.refi.grammar import PROJECT
from interviews.model import Exchange, Link, Span
from tests.formats.refi.dialects import upper
from tests.formats.refi.studies import entries_of, plain, write_entries

TEXT = "I: Wie war's?\nB: Gut, danke.\nI: Und heute?\n"
CODE = f'<CodeBook><Codes><Code guid="{upper("code")}" name="Ort" isCodable="true"/></Codes></CodeBook>'
USERS = f'<Users><User guid="{upper("c1")}" name="c1"/></Users>'


def coding(name: str) -> str:
    return f'<Coding guid="{upper(name)}"><CodeRef targetGUID="{upper("code")}"/></Coding>'


def read(tmp_path: Path, body: str, **entries: bytes) -> Exchange:
    xml = f'<Project xmlns="{PROJECT}" name="x">{USERS}{CODE}{body}</Project>'
    files = {
        "project.qde": xml.encode(),
        **{f"sources/{upper(name)}.txt": content for name, content in entries.items()},
    }
    return read_qdpx(write_entries(tmp_path / "a.qdpx", files))


def path_of(name: str) -> str:
    return f'plainTextPath="internal://{upper(name)}.txt"'


def messages(study: Exchange) -> str:
    return " ".join(problem.message for problem in study.problems)


@pytest.mark.parametrize("kind", ["Audio", "Video"])
def test_the_transcript_of_a_recording_has_times_and_codings(tmp_path: Path, kind: str) -> None:
    points = "".join(
        f'<SyncPoint guid="{upper(f"p{at}")}" timeStamp="{time}" position="{at}"/>'
        for at, time in ((0, 500), (14, 2000), (20, 2500), (29, 4000), (43, 6000))
    )
    selection = (
        f'<TranscriptSelection guid="{upper("s")}" name="B: Gut, danke." fromSyncPoint="{upper("p14")}" '
        f'toSyncPoint="{upper("p29")}">{coding("k")}</TranscriptSelection>'
    )
    study = read(
        tmp_path,
        f'<Sources><{kind}Source guid="{upper("a")}" name="Aufnahme.m4a" path="internal://{upper("a")}.m4a">'
        f'<Transcript guid="{upper("t")}" name="Gespräch" {path_of("t")}>{points}{selection}</Transcript>'
        f'<{kind}Selection guid="{upper("m")}" begin="0" end="9">{coding("l")}</{kind}Selection>'
        f"{coding('w')}</{kind}Source>"
        f'</Sources><Sets><Set guid="{upper("g")}" name="g"><MemberSource targetGUID="{upper("a")}"/></Set></Sets>',
        t=TEXT.encode(),
    )
    transcript = study.transcripts[0]
    assert [(turn.start_ms, turn.end_ms) for turn in transcript.turns] == [(500, None), (2000, None), (4000, 6000)]
    assert [turn.speaker for turn in transcript.turns] == ["I", "B", "I"]
    assert [one.span for one in study.codings] == [Span(14, 29), Span(0, len(TEXT))]
    assert (study.media[0].kind, study.media[0].transcript) == (kind.lower(), transcript.id)
    assert study.groups[0].members == (("transcript", transcript.id),)
    assert f"{kind}Selection: 1 left out" in messages(study)
    assert "SyncPoint: 1 within a turn" in messages(study)
    assert f"Coding: 1 of a {kind}Selection" in messages(study)


STRETCHES = [
    ("600", "1900", (0, 14)),  # within one turn
    ("2000", "4000", (14, 29)),  # from point to point
    ("2100", "5000", (14, 43)),  # over two turns
    ("0", "600", (0, 14)),  # from before the first point
    ("4100", "9000", (29, len(TEXT))),  # beyond the last one
    ("4000", "300", None),
    ("0", "9", None),  # before any word
    ("", "x", None),
]


@pytest.mark.parametrize(("begin", "end", "span"), STRETCHES)
@pytest.mark.parametrize("beside", [False, True])
def test_codings_of_a_stretch_of_a_recording_come_onto_the_words_spoken_then(
    tmp_path: Path, begin: str, end: str, span: tuple[int, int] | None, beside: bool
) -> None:
    points = "".join(
        f'<SyncPoint guid="{upper(f"p{at}")}" timeStamp="{time}" position="{at}"/>'
        for at, time in ((0, 500), (14, 2000), (29, 4000), (43, 6000))
    )
    source = f'<TextSource guid="{upper("text")}" name="Gespräch" {path_of("t")}/>' if beside else ""
    study = read(
        tmp_path,
        f'<Sources>{source}<AudioSource guid="{upper("a")}" name="Aufnahme.m4a">'
        f'<Transcript guid="{upper("t")}" {path_of("t")}>{points}</Transcript>'
        f'<AudioSelection guid="{upper("m")}" begin="{begin}" end="{end}">'
        f"<Description>lacht</Description>{coding('k')}{coding('l')}</AudioSelection></AudioSource></Sources>",
        t=TEXT.encode(),
    )
    assert [(one.span.start, one.span.end) for one in study.codings] == [span, span][: 2 * (span is not None)]
    assert {one.id for one in study.codings} == study.unverified
    assert [one.memo for one in study.codings] + [memo.text for memo in study.memos] == ["lacht"] * (1 + bool(span))
    told = "AudioSelection: 1 placed on the words" if span else "AudioSelection: 1 left out"
    assert told in messages(study)


def test_a_transcript_that_is_also_a_text_is_read_once(tmp_path: Path) -> None:
    study = read(
        tmp_path,
        f'<Sources><TextSource guid="{upper("t")}" name="Gespräch" {path_of("t")}/>'
        f'<VideoSource guid="{upper("v")}" name="v.mp4"><Transcript guid="{upper("u")}" {path_of("t")}>'
        f'<SyncPoint guid="{upper("p")}" timeStamp="700" position="14"/></Transcript></VideoSource></Sources>',
        t=TEXT.encode(),
    )
    assert [one.name for one in study.transcripts] == ["Gespräch"]
    assert study.media[0].transcript == study.transcripts[0].id
    assert study.transcripts[0].turns[1].start_ms == 700
    write_qdpx(study, tmp_path / "b.qdpx")
    xml = entries_of(tmp_path / "b.qdpx")["project.qde"].decode()
    assert upper("u") in xml  # the transcript's own GUID
    assert plain(read_qdpx(tmp_path / "b.qdpx")) == plain(study)


def test_codings_of_a_pdf_lie_in_its_text(tmp_path: Path) -> None:
    study = read(
        tmp_path,
        f'<Sources><PDFSource guid="{upper("pdf")}" name="Blatt.pdf" path="internal://{upper("pdf")}.pdf">'
        f'<PDFSelection guid="{upper("s")}" page="0" firstX="1" firstY="1" secondX="2" secondY="2">'
        f"<Description>Randnotiz</Description>{coding('x')}</PDFSelection>"
        f'<Representation guid="{upper("t")}" name="Representation_for" {path_of("t")}>'
        f'<PlainTextSelection guid="{upper("s")}" name="Gut, danke." startPosition="17" endPosition="28">{coding("k")}'
        f"</PlainTextSelection></Representation></PDFSource></Sources>"
        f'<Links><Link guid="{upper("l")}" originGUID="{upper("s")}" targetGUID="{upper("pdf")}"/></Links>',
        t=TEXT.encode(),
    )
    transcript = study.transcripts[0]
    assert (transcript.name, study.codings[0].span.of(transcript.text)) == ("Blatt.pdf", "Gut, danke.")
    assert not study.unverified
    assert [memo.text for memo in study.memos] == ["Randnotiz"]
    assert study.memos[0].about == study.media[0].id
    assert "PDFSelection: 1 left out" in messages(study)
    assert study.links[0].origin == ("coding", study.codings[0].id)
    for media in (None, lambda medium: io.BytesIO(b"%PDF")):
        write_qdpx(study, tmp_path / "b.qdpx", media=media)
        assert plain(read_qdpx(tmp_path / "b.qdpx")) == plain(study)


def test_a_text_that_is_only_a_word_document_is_read_from_it(tmp_path: Path) -> None:
    document = docx.Document()
    for line in ("I: Wie war's?", "B: Gut, danke."):
        document.add_paragraph(line)
    content = io.BytesIO()
    document.save(content)
    xml = (
        f'<Project xmlns="{PROJECT}" name="x">{USERS}{CODE}<Sources><TextSource guid="{upper("t")}" name="Gespräch" '
        f'richTextPath="internal://{upper("t")}.docx"><PlainTextSelection guid="{upper("s")}" name="Gut" '
        f'startPosition="17" endPosition="20">{coding("k")}</PlainTextSelection></TextSource></Sources></Project>'
    )
    files = {"project.qde": xml.encode(), f"sources/{upper('t')}.docx": content.getvalue()}
    study = read_qdpx(write_entries(tmp_path / "a.qdpx", files))
    assert study.transcripts[0].text == "I: Wie war's?\nB: Gut, danke."
    assert not study.unverified
    assert "richTextPath: 1 only, without plain text" in messages(study)


def test_codings_of_a_whole_text_stay_codings_of_it(tmp_path: Path) -> None:
    study = read(
        tmp_path,
        f'<Sources><TextSource guid="{upper("t")}" name="t" {path_of("t")}>{coding("k")}</TextSource></Sources>',
        t=TEXT.encode(),
    )
    assert study.codings[0].span == Span(0, len(TEXT))
    assert not study.unverified
    write_qdpx(study, tmp_path / "b.qdpx")
    xml = entries_of(tmp_path / "b.qdpx")["project.qde"].decode()
    assert "PlainTextSelection" not in xml
    assert plain(read_qdpx(tmp_path / "b.qdpx")) == plain(study)


def test_passages_without_code_become_notes_on_their_place(tmp_path: Path) -> None:
    study = read(
        tmp_path,
        f'<Sources><TextSource guid="{upper("t")}" name="t" {path_of("t")}>'
        f'<PlainTextSelection guid="{upper("s")}" name="Gut, danke." startPosition="17" endPosition="28" '
        f'creatingUser="{upper("c1")}"><Description>Wirklich?</Description><NoteRef targetGUID="{upper("n")}"/>'
        f'</PlainTextSelection></TextSource></Sources><Notes><Note guid="{upper("n")}" name="Titel">'
        f"<PlainTextContent>Wort</PlainTextContent></Note></Notes>",
        t=TEXT.encode(),
    )
    note = study.transcripts[0].notes[0]
    assert (note.kind, note.text, note.author, note.span) == ("comment", "Wirklich?", "c1", Span(17, 28))
    assert [(memo.about, memo.text) for memo in study.memos] == [(study.transcripts[0].id, "Titel\n\nWort")]
    write_qdpx(study, tmp_path / "b.qdpx")
    assert upper("s") in entries_of(tmp_path / "b.qdpx")["project.qde"].decode()
    assert plain(read_qdpx(tmp_path / "b.qdpx")) == plain(study)


def test_a_note_of_several_things_is_about_the_first_and_linked_to_the_others(tmp_path: Path) -> None:
    ref = f'<NoteRef targetGUID="{upper("n")}"/>'
    study = read(
        tmp_path,
        f'<Sources><TextSource guid="{upper("t")}" name="t" {path_of("t")}>{ref}</TextSource>'
        f'<TextSource guid="{upper("u")}" name="u" {path_of("u")}>{ref}</TextSource></Sources>'
        f'<Notes><Note guid="{upper("n")}" name="Titel" {path_of("n")}/></Notes><Description>Die Studie</Description>',
        t=TEXT.encode(),
        u=b"Text",
        n=b"Wort",
    )
    first, second = study.transcripts
    assert [(memo.about, memo.text) for memo in study.memos] == [(first.id, "Titel\n\nWort"), ("", "Die Studie")]
    assert study.links == (Link(("memo", study.memos[0].id), ("transcript", second.id), id=study.links[0].id),)
    write_qdpx(study, tmp_path / "b.qdpx")
    assert "<Description>Die Studie</Description>" in entries_of(tmp_path / "b.qdpx")["project.qde"].decode()
    assert plain(read_qdpx(tmp_path / "b.qdpx")) == plain(study)


VARIABLE = f'<Variables><Variable guid="{upper("v")}" name="age" typeOfVariable="Integer"/></Variables>'


def value(number: int) -> str:
    return (
        f'<VariableValue><VariableRef targetGUID="{upper("v")}"/><IntegerValue>{number}</IntegerValue></VariableValue>'
    )


def test_variables_of_sources_in_one_case_become_participants(tmp_path: Path) -> None:
    sources = "".join(
        f'<TextSource guid="{upper(name)}" name="{name}" {path_of(name)}>{value(age)}</TextSource>'
        for name, age in (("t", 34), ("u", 51))
    )
    refs = "".join(f'<SourceRef targetGUID="{upper(name)}"/>' for name in "tu")
    study = read(
        tmp_path,
        f'{VARIABLE}<Cases><Case guid="{upper("case")}" name="Haus"><Description>am Hafen</Description>{refs}</Case>'
        f'<Case guid="{upper("other")}" name="Hof"><CodeRef targetGUID="{upper("code")}"/>{refs}</Case></Cases>'
        f"<Sources>{sources}</Sources>",
        t=TEXT.encode(),
        u=TEXT.encode(),
    )
    assert [one.case for one in study.transcripts] == ["Haus", "Haus"]
    assert [(one.name, one.case, dict(one.attributes)) for one in study.participants] == [
        ("t", "Haus", {"age": "34"}),
        ("u", "Haus", {"age": "51"}),
    ]
    assert [(memo.about, memo.text) for memo in study.memos] == [("Haus", "am Hafen")]
    assert [kind for _, kind, _ in study.belongings] == ["transcript", "transcript", "code"]
    write_qdpx(study, tmp_path / "b.qdpx")
    assert "<Description>am Hafen</Description>" in entries_of(tmp_path / "b.qdpx")["project.qde"].decode()
    assert plain(read_qdpx(tmp_path / "b.qdpx")) == plain(study)
