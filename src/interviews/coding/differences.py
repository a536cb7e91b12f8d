"""The steps that lead from one codebook to another: a difference in meaning, not in lines."""

from collections.abc import Collection
from dataclasses import replace

from interviews.coding.code_fields import RETIRED, YES, changed_fields, fields_of
from interviews.coding.origins import Origins, find_origins
from interviews.coding.revisions import revise
from interviews.coding.steps import redefine, retire
from interviews.errors import MisuseError
from interviews.model import Change, Codebook, Step, is_within
from interviews.model.codebook import SEPARATOR
from interviews.model.revision import parent_of

GUESSED = "guessed, for the texts are the same"
"""The reason of a step that nobody wrote down."""


def steps_between(old: Codebook, new: Codebook, earlier: Collection[str] = ()) -> tuple[Step, ...]:
    """The steps that make the old codebook the new one, up to the order of its codes.

    A code that is gone and that no `was` of the new codebook mentions is retired and stays, as codings may need it.
    `earlier` is as in `find_origins`. Raises MisuseError where a `was` contradicts the codebooks.
    """
    path = _Path(old, new, find_origins(old, new, earlier))
    path.place()
    path.join()
    path.retire()
    path.redefine()
    return tuple(path.steps)


class _Path:
    """The way from one codebook to the other, a step at a time; `now` is the codebook as far as it goes."""

    def __init__(self, old: Codebook, new: Codebook, origins: Origins) -> None:
        self.steps: list[Step] = []
        self.now = old
        self._new = new
        self._origins = origins
        self._paths = {code.path: code.path for code in old}
        """Old paths and where they are by now."""

    def place(self) -> None:
        """Add what is fresh and move what stays, each once the code above it is in its place and its own is free."""
        targets = frozenset(code.path for code in self._new)
        waiting = [code.path for code in self._new]
        placed: set[str] = set()
        while waiting:
            still = [path for path in waiting if not self._put(path, placed)]
            if len(still) == len(waiting):
                self._make_way(still[0], targets)
            waiting = still

    def _put(self, path: str, placed: set[str]) -> bool:
        """Whether the code could get its place."""
        above = parent_of(path)
        if path in placed:  # as one part of several
            return True
        if above is not None and above not in placed:
            return False
        base = self._origins.base.get(path)
        if base is not None and self._paths[base] == path:
            placed.add(path)
            return True
        if self.now.get(path) is not None:
            return False
        if base is not None:
            self._take(self._moving(path, base))
            placed.add(path)
            return True
        return self._put_fresh(path, placed)

    def _put_fresh(self, path: str, placed: set[str]) -> bool:
        whole = next((old for old, parts in self._origins.parts.items() if path in parts), None)
        if whole is None:
            code = self._new.get(path)
            assert code is not None
            self._take(Step(Change.ADD, path, fields=fields_of(code)))
            placed.add(path)
            return True
        parts = sorted(self._origins.parts[whole], key=lambda part: part.count(SEPARATOR))
        ready = all((above := parent_of(part)) is None or above in placed or above in parts for part in parts)
        if not ready or any(self.now.get(part) for part in parts):
            return False
        self._take(Step(Change.SPLIT, self._paths[whole], tuple(parts)))
        placed.update(parts)
        return True

    def _moving(self, path: str, base: str) -> Step:
        here = self._paths[base]
        change = Change.RENAME if parent_of(here) == parent_of(path) else Change.MOVE
        return Step(change, here, (path,), reason=GUESSED if path in self._origins.guessed else "")

    def _make_way(self, path: str, targets: Collection[str]) -> None:
        """Give the code that stands where another one belongs a name that nobody has: its own place is not free yet, or
        it will be retired."""
        number = 2
        while self.now.get(f"{path} ({number})") or f"{path} ({number})" in targets:
            number += 1
        self._take(Step(Change.RENAME, path, (f"{path} ({number})",)))

    def join(self) -> None:
        """Merge what the `was` of a code lists."""
        for path, others in self._origins.merged.items():
            for other in others:
                here = self._paths[other]
                if is_within(path, here):
                    raise MisuseError(f"'{here}' cannot be merged into '{path}', which lies in it; correct its 'was'.")
                self._take(Step(Change.MERGE, here, (path,)))

    def retire(self) -> None:
        """Keep what is gone for what was coded with it."""
        for code in self.now:
            if not code.retired and self._new.get(code.path) is None:
                self._take(retire(code.path))

    def redefine(self) -> None:
        """Give every code its new texts."""
        for code in self._new:
            now = self.now.get(code.path)
            assert now is not None  # it has been placed
            changed = changed_fields(now, code)
            if changed.get(RETIRED) == YES:
                self._take(retire(code.path))
                del changed[RETIRED]
            if changed:
                self._take(redefine(code.path, **changed))

    def _take(self, step: Step) -> None:
        self.steps.append(step)
        self.now = replace(revise(self.now, [step]), version=self.now.version)
        self._paths = {old: step.forward(path) for old, path in self._paths.items()}
