"""Learning from what a team decided, and whether that helps: tried on interviews that were held out."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from interviews.anonymity.models.decided import Decided
from interviews.anonymity.models.tagger import Tagger, tagger_from, tagger_record
from interviews.anonymity.models.trial import MOST_FALSE, THRESHOLDS, Lesson, Trial, run_trial, total, train_on

_MOST_FOLDS = 8
# A person looks at so many false proposals for one passage that nobody else found, not at more.
_MOST_FALSE_FOR_ONE = 20


@dataclass(frozen=True, slots=True)
class Learned:
    """What was learned, and what it found in interviews that it had not learned from."""

    decisions: int
    interviews: int
    found: int
    """Passages that the other finders missed and this one found."""
    missed: int
    """All passages that the other finders missed."""
    false: float
    """Proposals per 1,000 words that were not accepted and that no other finder made."""
    tagger: Tagger | None = field(default=None, repr=False)
    """None where it does not help, so that it stays switched off."""
    outdated: bool = False
    """Whether another version of this program learned it, so that it cannot be used any more."""

    def __str__(self) -> str:
        return f"{_source(self.decisions, self.interviews)}; {self._tried()}{'' if self.tagger else self._why_off()}"

    def _tried(self) -> str:
        return (
            f"on interviews held out (cross-validation): found {self.found} of {self.missed} that the other finders "
            f"missed, {self.false:.1f} false per 1,000 words"
        )

    def _why_off(self) -> str:
        if self.outdated:
            return "; another version of interviews learned it, so it stays switched off: learn again"
        why = (
            "that does not help" if self.missed else "no name is known that they missed, so nothing shows that it helps"
        )
        return f"; {why}: it stays switched off"


def learn(
    interviews: Sequence[Decided], *, seed: int = 1, progress: Callable[[int, int], object] | None = None
) -> Learned:
    """A tagger from two or more decided interviews, with the figures of a cross-validation over them.

    Each threshold that is judged was chosen on other interviews than it is judged on. The same seed, the same tagger.
    `progress(done, all)` is called after each step.
    """
    folds = min(len(interviews), _MOST_FOLDS)
    tell, steps = progress or (lambda done, all_: None), len(interviews) + folds + 1
    lessons, trials = [], []
    for one in interviews:
        lessons.append(Lesson(one))
        tell(len(lessons), steps)
    for fold in range(folds):
        others = [lesson for at, lesson in enumerate(lessons) if at % folds != fold]
        trials.append(run_trial(others, lessons[fold::folds], seed))
        tell(len(lessons) + len(trials), steps)
    about = _judged(trials, len({one for each in interviews for one in each.decisions}), len(lessons))
    tagger = train_on(lessons, seed) if _helps(about, trials) else None
    tell(steps, steps)
    reason = _source(about.decisions, about.interviews)
    return replace(about, tagger=tagger and replace(tagger, threshold=_threshold(trials), reason=reason))


def learned_record(learned: Learned) -> dict[str, Any]:
    """What was learned, as JSON."""
    figures = {name: getattr(learned, name) for name in ("decisions", "interviews", "found", "missed", "false")}
    return {**figures, "tagger": tagger_record(learned.tagger) if learned.tagger else None}


def learned_from(record: dict[str, Any]) -> Learned:
    """What `learned_record` wrote."""
    figures = {name: record[name] for name in ("decisions", "interviews", "found", "missed", "false")}
    tagger = tagger_from(record["tagger"]) if record["tagger"] else None
    return Learned(**figures, tagger=tagger, outdated=bool(record["tagger"]) and tagger is None)


def _source(decisions: int, interviews: int) -> str:
    return f"learned from {decisions} decisions in {interviews} interviews"


def _judged(trials: Sequence[Trial], decisions: int, interviews: int) -> Learned:
    """The figures of all trials, each at the threshold that the others chose."""
    found = false = 0
    for at, trial in enumerate(trials):
        chosen = THRESHOLDS.index(_threshold([*trials[:at], *trials[at + 1 :]]))
        found, false = found + trial.found[chosen], false + trial.false[chosen]
    every = total(trials)
    return Learned(decisions, interviews, found, every.missed, 1000 * false / max(1, every.words))


def _threshold(trials: Sequence[Trial]) -> float:
    """The lowest threshold with false proposals that a person can bear, the highest of all where none is."""
    every = total(trials)
    bearable = (t for t, false in zip(THRESHOLDS, every.false, strict=True) if 1000 * false <= MOST_FALSE * every.words)
    return next(bearable, THRESHOLDS[-1])


def _helps(learned: Learned, trials: Sequence[Trial]) -> bool:
    false = learned.false * total(trials).words / 1000
    return learned.found > 0 and false <= _MOST_FALSE_FOR_ONE * learned.found
