"""The loss report (section 7 of the standard): which element, how many of them, and what became of them."""

from collections import Counter

from interviews.errors import Problem, Severity


class Losses:
    """Counts while a file is read or written. Nothing of the file's words goes into it."""

    def __init__(self, where: str) -> None:
        self.where = where
        self._counts: Counter[tuple[str, str, Severity]] = Counter()
        self._notes: list[Problem] = []

    def add(self, what: str, fate: str, count: int = 1, severity: Severity = Severity.WARNING) -> None:
        """Count elements (or records) named `what` that share a fate."""
        if count:
            self._counts[what, fate, severity] += count

    def note(self, message: str, severity: Severity = Severity.WARNING) -> None:
        """A sentence about the file as a whole."""
        self._notes.append(Problem(self.where, message, severity))

    def problems(self) -> tuple[Problem, ...]:
        """One problem for every kind of loss, in the order in which they were met."""
        counted = (
            Problem(self.where, f"{what}: {count} {fate}", severity)
            for (what, fate, severity), count in self._counts.items()
        )
        return (*self._notes, *counted)
