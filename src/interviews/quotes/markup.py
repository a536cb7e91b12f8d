"""Quotes as Markdown and as HTML."""

import re
from html import escape

from interviews.model import Quote
from interviews.quotes.collection import Quotes
from interviews.quotes.wording import attribution, warning, word

# What Markdown would not print as it stands: the gender star and its kin, tags, entities, links, strokes.
_SPECIAL = re.compile(r"[\\`*_<]|&(?=#?\w+;)|(?<=\])[(\[]|~(?=~)")
_LINE_START = re.compile(r"^(\s*)([-+#>=]|\d+(?=[.)]))", re.MULTILINE)
_STYLE = (
    "body{font:1rem/1.5 Charter,serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a;background:#fff}"
    "h1,h2{font-family:system-ui,sans-serif;line-height:1.2}"
    "blockquote{margin:0 0 1.5rem;padding-inline-start:1rem;border-inline-start:3px solid #4477aa}"
    "blockquote p{margin:0;white-space:pre-line}footer{font:.85rem system-ui,sans-serif;color:#595959}"
)


def quotes_as_markdown(quotes: Quotes, language: str) -> bytes:
    """CommonMark: characters with a meaning there, such as the gender star, are escaped and so print as they are."""
    blocks = [f"# {word('title', language)}"]
    if told := warning(quotes, language):
        blocks.append(f"**{_plain(told)}**")
    for code, group in quotes.by_code().items():
        blocks.append(f"## {_plain(code or word('uncoded', language))}")
        blocks += [_markdown_quote(quote, language) for quote in group]
    return ("\n\n".join(blocks) + "\n").encode("utf-8", "replace")


def quotes_as_html(quotes: Quotes, language: str) -> bytes:
    """One self-contained page; every quote reads in its own direction."""
    title = escape(word("title", language))
    parts = [
        f'<!DOCTYPE html>\n<html lang="{escape(language)}">\n<head><meta charset="utf-8"><title>{title}</title>',
        f"<style>{_STYLE}</style></head>\n<body>\n<h1>{title}</h1>",
    ]
    if told := warning(quotes, language):
        parts.append(f"<p><strong>{escape(told)}</strong></p>")
    for code, group in quotes.by_code().items():
        parts.append(f'<h2 dir="auto">{escape(code or word("uncoded", language))}</h2>')
        parts += [_html_quote(quote, language) for quote in group]
    return ("\n".join([*parts, "</body>", "</html>"]) + "\n").encode("utf-8", "replace")


def _markdown_quote(quote: Quote, language: str) -> str:
    words = "  \n> ".join(_plain(quote.text).split("\n"))  # two blanks keep the line break
    return f"> {words}\n>\n> — {_plain(attribution(quote, language))} · `{quote.citation}`"


def _html_quote(quote: Quote, language: str) -> str:
    return (
        f'<blockquote id="{escape(quote.citation)}"><p dir="auto">{escape(quote.text)}</p>'
        f'<footer dir="auto">{escape(attribution(quote, language))} · <code>{escape(quote.citation)}</code>'
        "</footer></blockquote>"
    )


def _plain(text: str) -> str:
    escaped = _SPECIAL.sub(lambda found: "\\" + found[0], text)
    return _LINE_START.sub(_escaped_start, escaped)


def _escaped_start(found: re.Match[str]) -> str:
    """A number keeps its digits and has its point escaped, which stands behind it; a sign is escaped itself."""
    return f"{found[1]}{found[2]}\\" if found[2].isdigit() else f"{found[1]}\\{found[2]}"
