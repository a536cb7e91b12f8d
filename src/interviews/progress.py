"""Progress bars for everything that may take longer than two seconds, in notebooks and terminals alike."""

from collections.abc import Callable

from tqdm import tqdm


class Bar:
    """A progress bar that appears when the work takes longer than two seconds."""

    def __init__(self, description: str) -> None:
        self._bar = tqdm(desc=description, delay=2, leave=False)

    def __enter__(self) -> Callable[[int, int], None]:
        return self.show

    def __exit__(self, *_: object) -> None:
        self._bar.close()

    def show(self, done: int, total: int) -> None:
        """How much is done."""
        self._bar.total = total
        self._bar.update(done - self._bar.n)


class Passes:
    """A progress bar for work that may be done more than once: a new one each time it begins."""

    def __init__(self, description: str) -> None:
        self._description = description
        self._bar: Bar | None = None

    def __call__(self, done: int, total: int) -> None:
        if self._bar is None or done == 1:
            self.close()
            self._bar = Bar(self._description)
        self._bar.show(done, total)
        if done == total:
            self.close()

    def close(self) -> None:
        """Take the bar away."""
        if self._bar is not None:
            self._bar.__exit__()
            self._bar = None
