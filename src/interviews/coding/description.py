"""A revision told in words: what changed between two versions of a codebook, the old words beside the new ones."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from html import escape

from interviews.coding.code_fields import fields_of
from interviews.coding.differences import GUESSED
from interviews.coding.revisions import revise
from interviews.coding.words import CHANGES, field_name
from interviews.model import Change, Codebook, Step
from interviews.model.revision import parent_of


@dataclass(frozen=True, slots=True)
class Told:
    """One step in words."""

    sentence: str
    texts: tuple[tuple[str, str, str], ...] = ()
    """Of a changed text its name, and what stood there before and what stands there now."""


@dataclass(frozen=True, slots=True, repr=False)
class Description:
    """The steps between two versions in words; shows itself as text, and side by side in a notebook."""

    steps: tuple[Step, ...]
    told: tuple[Told, ...]
    language: str = "en"

    def __iter__(self) -> Iterator[Told]:
        return iter(self.told)

    def __len__(self) -> int:
        return len(self.told)

    def __str__(self) -> str:
        say = CHANGES[self.language]
        width = max(len(say["before"]), len(say["after"]))
        lines = []
        for one in self.told:
            lines.append(one.sentence)
            for name, before, after in one.texts:
                lines += [f"  {name}"] if len(one.texts) > 1 else []
                lines.append(f"    {say['before']:<{width}}  {_block(before or say['empty'], width)}")
                lines.append(f"    {say['after']:<{width}}  {_block(after or say['empty'], width)}")
        return "\n".join(lines) or say["nothing"]

    __repr__ = __str__

    def _repr_html_(self) -> str:
        return self.as_html()

    def as_html(self) -> str:
        """A list of the changes; of changed texts a table with the words that went and those that came marked."""
        say = CHANGES[self.language]
        if not self.told:
            return f"<p>{say['nothing']}</p>"
        items = "".join(f"<li>{escape(one.sentence)}{self._table(one)}</li>" for one in self.told)
        return f'<ul class="revision">{items}</ul>'

    def _table(self, one: Told) -> str:
        if not one.texts:
            return ""
        say = CHANGES[self.language]
        head = f"<tr><th></th><th>{say['before']}</th><th>{say['after']}</th></tr>"
        rows = "".join(
            f"<tr><th>{escape(name)}</th><td>{left}</td><td>{right}</td></tr>"
            for name, (left, right) in ((name, _marked(before, after)) for name, before, after in one.texts)
        )
        return f'<table style="text-align:left;vertical-align:top">{head}{rows}</table>'


def describe(steps: Iterable[Step], language: str = "en", before: Codebook | None = None) -> Description:
    """The steps in German (`de`) or English words; `before`, the codebook they start from, gives the old texts."""
    language = language if language in CHANGES else "en"
    steps = tuple(steps)
    told = []
    for step in steps:
        told.append(Told(_sentence(step, language), tuple(_texts(step, language, before))))
        before = revise(before, [step]) if before else None
    return Description(steps, tuple(told), language)


def _sentence(step: Step, language: str) -> str:
    say = CHANGES[language]
    to = ", ".join(step.to)
    phrase = say[step.change]
    if step.change is Change.MOVE and parent_of(step.to[0]) is None:
        phrase = say["top"]
    if step.change is Change.MOVE and step.to[0] == step.code:
        phrase = say["place"]
    fields = ", ".join(field_name(name, language) for name in step.fields)
    above = parent_of(step.to[0]) if step.to else ""
    sentence = phrase.format(code=step.code, to=to, above=above, fields=fields)
    reason = say["guessed"] if step.reason == GUESSED else step.reason
    return f"{sentence} ({reason})" if reason else sentence


def _texts(step: Step, language: str, before: Codebook | None) -> Iterator[tuple[str, str, str]]:
    if step.change is not Change.REDEFINE:
        return
    code = before.get(step.code) if before else None
    old = fields_of(code) if code else {}
    for name, text in step.fields.items():
        yield field_name(name, language), old.get(name, ""), text


def _block(text: str, width: int) -> str:
    """Further lines below the first one."""
    return text.replace("\n", "\n" + " " * (width + 6))


def _marked(before: str, after: str) -> tuple[str, str]:
    """Both texts, the words of only one of them marked."""
    old, new = before.split(" "), after.split(" ")
    left, right = [], []
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        gone, come = escape(" ".join(old[a:b])), escape(" ".join(new[c:d]))
        left.append(gone if kind == "equal" or not gone else f"<del>{gone}</del>")
        right.append(come if kind == "equal" or not come else f"<ins>{come}</ins>")
    return " ".join(filter(None, left)), " ".join(filter(None, right))
