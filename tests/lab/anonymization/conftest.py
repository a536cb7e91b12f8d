"""A real server of a review, asked as its page asks it."""

import json
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

import interviews as iv
from interviews.project.browser_review import BrowserReview
from interviews.project.deciding import Asked
from tests.small_study import NAMES, write_files

NAMED = tuple(name for name in NAMES if name != "Yilmaz")


@dataclass
class Reviewed:
    """A review that is open, and the project it is of."""

    review: BrowserReview
    folder: Path
    key: Path

    def ask(self, what: str, body: Any = None, **headers: str) -> Any:
        """The answer to a question, as JSON."""
        with urllib.request.urlopen(self.request(what, body, **headers), timeout=60) as answer:
            return json.load(answer)

    def request(self, what: str, body: Any = None, **headers: str) -> urllib.request.Request:
        """A question as the page asks it."""
        base, token = self.review.address.split("/#token=")
        request = urllib.request.Request(f"{base}/{what}", headers={"Authorization": f"token {token}"} | headers)
        if body is not None:
            request.data = json.dumps(body).encode()
        return request

    def entity(self, name: str) -> dict[str, Any]:
        """What the page is told of the entity that goes by a name."""
        return next(one for one in self.ask("api/study")["entities"] if name in one["name"])

    def act(self, **fields: Any) -> Any:
        """Send one act."""
        (answer,) = self.ask("api/acts", [{"id": str(fields)} | fields])
        return answer

    @property
    def page(self) -> str:
        """The address of the page, in English."""
        return self.review.address.replace("/#", "/?language=en#")

    def known(self) -> Any:
        """The proposals as a later round makes them."""
        with iv.open(self.folder, key=self.key) as project:
            return iv.anonymize(project)


def make_project(home: Path) -> iv.Project:
    """Two interviews that are read and not anonymized yet."""
    write_files(home)
    project = iv.create(home / "study", language="de", key=home / "study.agekey")
    project.save(iv.read(home / "talks", case_from="folder"), author="lead")
    return project


@contextmanager
def reviewing(folder: Path, key: Path, author: str = "c1", **asked: Any) -> Iterator[Reviewed]:
    """Review a project until the block ends."""
    with iv.open(folder, key=key) as project:
        proposals = iv.anonymize(project)
    with BrowserReview(Asked(proposals, author, **asked), browser=False) as review:
        yield Reviewed(review, folder, key)


@pytest.fixture
def reviewed(tmp_path: Path) -> Iterator[Reviewed]:
    """A review by c1, of a project of its own."""
    with make_project(tmp_path) as project:
        folder = project.folder
    with reviewing(folder, tmp_path / "study.agekey") as one:
        yield one
