"""Whole files of every format from which fuzzing starts: those that the readers' own tests are written around."""

import io
import json
import zipfile

from interviews.text import Sheet, as_xlsx
from tests.formats.annotation import test_cha, test_eaf, test_exb, test_folker, test_tei, test_textgrid, test_trs
from tests.formats.documents import pages, test_odt, test_pdf, test_rtf, word
from tests.formats.recognition import test_noscribe, test_otranscribe, test_products, test_services
from tests.formats.refi import dialects, test_dialects

TALK = """Titel: Hof und Haus
I = Interviewerin, B = Befragter

I: [00:00:01] Wie war das im Hof?
B: Also (lacht) das war so, e\u0301s gab 👍 „Tee“. #00:00:05-2#

I: Und dann? //B: Ja. //
B: Dann kam der Winter, 10:30 Uhr: nichts.
"""
MARKDOWN = """---
title: Hof
---
**I [00:00:05]** Wie?

**B [00:00:07]** So.

## Frage 1

*"Antwort"*

| a | b |
|---|---|
"""
VTT = """WEBVTT - Hof

NOTE media: hof.mp3

1
00:00:01.000 --> 00:00:02.500
<v Ada>Wie &amp; wo?</v>

2
0:0:3.20 --> 0:0:4.0
<v Bo>Da. <v Ada>Gut.
"""
SRT = """1
00:00:01,000 --> 00:00:02,000
Ada: Wie?

2
00:00:02,500 --> 00:00:04,1000
Bo: So.

3
00:00:05,000 --> 00:00:06,000
Ada: Gut.
"""
TABLES = (
    "Hans\t00:12\tGuten Tag.\nAda\t00:15\tJa.\nHans\t00:20\tGut.\n",
    "00:00:12\tAda:\tJa\n00:00:14\tBo:\tNein\n" * 3,
)
WHISPER = {"text": "Ja.", "segments": [{"start": 0, "end": 1.5, "text": " Ja.", "speaker": "A"}], "language": "de"}
RECOGNIZED = (
    json.dumps(WHISPER),
    json.dumps(test_services.amazon(test_services.AMAZON)),
    json.dumps(test_services.deepgram([test_services.deepgram_word("ja", 0.5, speaker=0)])),
    json.dumps(test_services.assemblyai([{"start": 0, "end": 900, "speaker": "A", "text": "Ja."}])),
    json.dumps(test_services.speechmatics(("Ja", "S1"), ("Nein", "S2"))),
    json.dumps(test_services.google_result(("Ja", "0.5s"), tags=(1,))),
    json.dumps(test_services.kaldi([{"start": 0, "duration": 2, "speaker": {"@id": "S0"}}])),
    json.dumps(test_otranscribe.otr(test_otranscribe.TALK)),
)
DOCUMENT = word.document(
    word.paragraph("I: Wie war es?"),
    word.paragraph(
        "B: ", "<w:ins><w:r><w:t>gut</w:t></w:r></w:ins>", "<w:del><w:r><w:delText>x</w:delText></w:r></w:del>"
    ),
    "<w:tbl><w:tr><w:tc>" + word.paragraph("00:12") + "</w:tc><w:tc>" + word.paragraph("I") + "</w:tc></w:tr></w:tbl>",
    parts={"docProps/core.xml": "<coreProperties><creator>A</creator></coreProperties>"},
)
ROWS = [["Ada", "Wie?", "00:01"], ["Bo", "So.", "00:03"]]
SPREADSHEET = as_xlsx([Sheet("talk", ["speaker", "text", "start"], ROWS)])
DIALECTS = [test_dialects.DIALECTS[name] for name in ("ATLAS.ti", "QualCoder")]
CODEBOOK = """<?xml version="1.0" encoding="UTF-8"?><CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="x"><Codes>
<Code guid="11111111-1111-1111-1111-111111111111" name="Wohnen" isCodable="true" color="#aabbcc">
<Description>Alles.</Description><Code guid="22222222-2222-2222-2222-222222222222" name="Heizung" isCodable="true"/>
</Code></Codes></CodeBook>"""


def _zipped(entries: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return packed.getvalue()


SEEDS: dict[str, tuple[str, tuple[bytes, ...]]] = {
    "pdf": (".pdf", (pages.pdf([pages.printed(test_pdf.TALK)], "/Author (Ada)"),)),
    "xlsx": (".xlsx", (SPREADSHEET,)),
    "csv": (".csv", (b"speaker,words,tags,timestamp\nAda:,Wie?,,00:00:08.11\nBo:,So.,x,00:00:10\n",)),
    "xml": (".xml", (b"<?xml version='1.0'?><talk><u who='A'>Ja</u></talk>",)),
    "qdpx": (".qdpx", tuple(_zipped(dialects.write(one)) for one in DIALECTS)),
    "qdc": (".qdc", (CODEBOOK.encode(),)),
    "txt": (".txt", tuple(text.encode() for text in (TALK, *TABLES))),
    "md": (".md", (MARKDOWN.encode(), TALK.encode())),
    "docx": (".docx", (DOCUMENT,)),
    "odt": (".odt", (test_odt.VALID,)),
    "rtf": (".rtf", (test_rtf.VALID,)),
    "vtt": (".vtt", (VTT.encode(),)),
    "srt": (".srt", (SRT.encode(),)),
    "json": (".json", (test_products.WHOLE, *(text.encode() for text in RECOGNIZED))),
    "noscribe": (".html", (test_noscribe.PAGE.encode(),)),
    "eaf": (".eaf", (test_eaf.INTERVIEW.encode(),)),
    "exb": (".exb", (test_exb.INTERVIEW.encode(),)),
    "folker": (".fln", (test_folker.INTERVIEW.encode(),)),
    "tei": (".xml", (test_tei.ISO.encode(),)),
    "trs": (".trs", (test_trs.INTERVIEW.encode(),)),
    "cha": (".cha", (test_cha.INTERVIEW.encode(),)),
    "textgrid": (
        ".TextGrid",
        (
            test_textgrid.long_form(("Ada", [(0.0, 1.5, 'Ja "so"'), (1.5, 2.0, "")])).encode(),
            test_textgrid.short_form(("Ada", [(0.0, 1.5, "Ja"), (1.5, 2.0, "gut")])).encode("utf-16"),
        ),
    ),
}
"""For every format the ending that its files have, and files of it."""
