"""Every fixed phrase of findings and reports in one of the report's languages, with its numbers and dates."""

import datetime
from dataclasses import dataclass

from interviews.errors import MisuseError
from interviews.findings.phrases import COLUMNS, COUNTS, MARKS, PHRASES
from interviews.findings.remarks import REMARKS

LANGUAGES = tuple(PHRASES)


@dataclass(frozen=True, slots=True)
class Wording:
    """The phrases of one language. Raises MisuseError for a language the report is not written in."""

    language: str

    def __post_init__(self) -> None:
        if self.language not in PHRASES:
            raise MisuseError(f"No report in {self.language!r} yet: choose one of {', '.join(LANGUAGES)}")

    def say(self, phrase: str, **values: object) -> str:
        """A phrase with its values; whole numbers are written as the language does."""
        shown = {key: self.number(value) if isinstance(value, int) else value for key, value in values.items()}
        return PHRASES[self.language][phrase].format(**shown)

    def column(self, name: str) -> str:
        """The heading of a table's column; a name nobody has translated stays as it is."""
        return COLUMNS[self.language].get(name, name)

    def remark(self, words: str) -> str:
        """A fixed remark of another room's table; one that nobody has translated stays as it is."""
        return REMARKS[self.language].get(words, words)

    def count(self, thing: str, n: int) -> str:
        """A number with the right form of what is counted: "1 Textstelle", "3 Textstellen"."""
        from babel import Locale

        forms = COUNTS[self.language][thing]
        form = forms.get(Locale.parse(self.language).plural_form(n), forms["other"])
        return form.format(n=self.number(n))

    def number(self, value: float, digits: int | None = None) -> str:
        """A figure with the language's separators; `digits` after the decimal mark, none for whole numbers."""
        from babel.numbers import format_decimal

        pattern = "#,##0" if digits is None else "#,##0." + "0" * digits
        rounded = round(value, digits) + 0.0 if digits else value  # never "-0.00"
        return str(format_decimal(rounded, format=pattern, locale=self.language))

    def percent(self, share: float) -> str:
        """A share as a whole percentage."""
        from babel.numbers import format_percent

        return str(format_percent(share, locale=self.language))

    def date(self, day: datetime.date) -> str:
        """The day written out."""
        from babel.dates import format_date

        return str(format_date(day, "long", locale=self.language))

    def quoted(self, text: str) -> str:
        """`text` between the language's quotation marks."""
        before, after = MARKS[self.language]
        return f"{before}{text}{after}"

    @property
    def marks(self) -> tuple[str, str]:
        """The language's opening and closing quotation marks."""
        return MARKS[self.language]
