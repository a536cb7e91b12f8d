"""From bytes to text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviews.formats.encoding import decode
from interviews.formats.reading import Unreadable

GERMAN = (
    "Interviewerin: Grüß Gott, wie heißt die Straße? Befragte: Ich weiß nicht, über der Brücke, glaube ich, schön.\n"
    * 3
)
POLISH = (
    "Badaczka: Jak się pani żyje? Rozmówca: Zażółć gęślą jaźń, mieszkanie było małe, ale ciepłe, proszę pani.\n" * 3
)
TURKISH = "Görüşmeci: Nasılsınız? Katılımcı: İyiyim, teşekkür ederim, şehirde yaşıyorum, çok güzel ağaçlar var.\n" * 3
UKRAINIAN = "Запитання: Як вам живеться? Відповідь: Добре, дякую, ми приїхали з Харкова, тут гарні сусіди.\n" * 3


@given(st.text(st.characters(exclude_characters="\0", exclude_categories=("Cs",))))
def test_utf8_comes_back_apart_from_line_ends_and_mark(text: str) -> None:
    expected = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    assert decode(text.encode()) == (expected, ())
    assert decode(b"\xef\xbb\xbf" + text.encode()).text == text.replace("\r\n", "\n").replace("\r", "\n")


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_byte_order_marks_decide(encoding: str) -> None:
    assert decode(("\ufeff" + POLISH).encode(encoding)) == (POLISH, ())


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("written", [GERMAN, POLISH, TURKISH, UKRAINIAN])
def test_wide_characters_without_mark_are_known_and_reported(written: str, encoding: str) -> None:
    text, notes = decode(written.encode(encoding))
    assert text == written
    assert encoding.upper() in notes[0]


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (GERMAN, "cp1252"),
        (GERMAN, "iso-8859-1"),
        (GERMAN, "mac-roman"),
        (POLISH, "cp1250"),
        (POLISH, "iso-8859-2"),
        (TURKISH, "cp1254"),
        (UKRAINIAN, "cp1251"),
        (UKRAINIAN, "koi8-u"),
    ],
)
def test_old_code_pages_are_guessed_and_the_guess_is_reported(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding))
    assert decoded.text == text
    assert "guessed as" in decoded.notes[0]


@pytest.mark.parametrize("encoding", ["cp1252", "mac-roman", "utf-16", "utf-8-sig"])
def test_carriage_returns_alone_are_line_ends_in_every_encoding(encoding: str) -> None:
    assert decode(GERMAN.replace("\n", "\r").encode(encoding)).text == GERMAN


def test_carriage_returns_alone_are_line_ends() -> None:
    assert decode(b"I: a\rB: b\r\nI: c\n").text == "I: a\nB: b\nI: c\n"


def test_surrogates_written_as_characters_are_repaired_and_reported() -> None:
    content = "ja \ud83d\udc4d nein \ud83d".encode("utf-8", "surrogatepass")
    text, notes = decode(content)
    assert text == "ja 👍 nein \ufffd"
    assert "surrogate" in notes[0]


@pytest.mark.parametrize(
    "content", [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", b"ab\0cd" * 9, b"\xff\xfeabc", b"\xef\xbb\xbf\xff\xff"]
)
def test_binary_content_is_refused_with_a_sentence(content: bytes) -> None:
    with pytest.raises(Unreadable):
        decode(content)


@given(st.binary(max_size=300))
def test_any_bytes_give_a_text_or_the_reason_why_not(content: bytes) -> None:
    try:
        decoded = decode(content)
    except Unreadable:
        return
    decoded.text.encode("utf-8")
    assert "\r" not in decoded.text
