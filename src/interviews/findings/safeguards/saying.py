"""The report's phrases in its language; English where it is written in no language of its readers."""

import datetime

from interviews.findings.safeguards.phrases import DECISIONS, KINDS, LEVELS, PHRASES
from interviews.findings.wording import Wording


class Saying:
    """Fixed phrases, numbers and days of one language."""

    def __init__(self, language: str) -> None:
        self.language = language if language in PHRASES else "en"
        self._wording = Wording(self.language)

    def __call__(self, phrase: str, **values: object) -> str:
        shown = {key: self.number(value) if isinstance(value, int) else value for key, value in values.items()}
        return PHRASES[self.language][phrase].format(**shown)

    @property
    def decisions(self) -> tuple[str, ...]:
        """The decisions in the order of the table."""
        return tuple(DECISIONS[self.language])

    def decision(self, name: str) -> str:
        """The heading of a decision; one that nobody has translated stays as it is."""
        return DECISIONS[self.language].get(name, name)

    def kind(self, name: str) -> str:
        """What is counted, such as persons."""
        return KINDS[self.language].get(name, name)

    def level(self, name: str) -> str:
        """A level of consent."""
        return LEVELS[self.language].get(name.casefold(), name)

    def language_name(self, code: str) -> str:
        """What a language is called."""
        from babel import Locale, UnknownLocaleError

        try:
            return Locale.parse(code).get_display_name(self.language) or code
        except (UnknownLocaleError, ValueError):
            return code

    def number(self, value: int) -> str:
        """A whole number as the language writes it."""
        return self._wording.number(value)

    def percents(self, figures: str) -> str:
        """Percentages with the decimal mark of the language."""
        return figures if self.language == "en" else ";".join(one.replace(".", ",") for one in figures.split(","))

    def day(self, day: datetime.date | None) -> str:
        """A day in figures; a dash where it is not known."""
        from babel.dates import format_date

        return str(format_date(day, "medium", locale=self.language)) if day else "–"

    def date(self, day: datetime.date) -> str:
        """A day written out."""
        return self._wording.date(day)
