"""XML that is no transcript, and XML that is damaged."""

from pathlib import Path

import pytest

from tests.formats.annotation.files import messages, read


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("<patterns/>", "no transcript in a known form; known are ELAN"),
        ('<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"/>', "an XML schema"),
        ("<CHAT/>", "CHAT in XML"),
        ("<a><b></a>", "damaged"),
        ("<a>&#0;</a>", "damaged"),
        ("<TEI/>", "no utterances"),
        ("<Trans/>", "no words"),
        ("<folker-transcription/>", "no words"),
        ("<ANNOTATION_DOCUMENT/>", "no words"),
        ("<basic-transcription/>", "no tier with speech"),
    ],
)
@pytest.mark.parametrize("name", ["a.xml", "a.eaf"])
def test_one_calm_sentence_says_what_is_wrong(tmp_path: Path, content: str, words: str, name: str) -> None:
    reading = read(tmp_path, content, name)
    assert reading.transcript is None
    assert words in messages(reading)


def test_a_page_of_the_web_is_left_to_others(tmp_path: Path) -> None:
    page = '<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD" "x.dtd"><html><p>I: Ja?&nbsp;</p></html>'
    assert "known form" not in messages(read(tmp_path, page, "a.txt"))
