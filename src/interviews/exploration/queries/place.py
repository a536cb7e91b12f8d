"""Where in a question a word stands, for the line that shows what is wrong with it."""

from dataclasses import dataclass, field

from interviews.errors import MisuseError


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of one question."""

    question: str
    start: int
    end: int
    query: str = field(default="", compare=False)
    """The saved query that the question is, where it is one."""

    def mistake(self, sentence: str) -> MisuseError:
        """The error that says so, with the line of the question and a mark under the place."""
        before = self.question.rfind("\n", 0, self.start) + 1
        line = self.question[before:].partition("\n")[0].replace("\t", " ")
        mark = " " * (self.start - before) + "^" * max(1, min(self.end, before + len(line)) - self.start)
        where = f"In the saved query @{self.query}: " if self.query else ""
        return MisuseError(f"{where}{sentence}\n  {line}\n  {mark}")
