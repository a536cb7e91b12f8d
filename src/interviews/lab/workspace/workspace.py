"""One project as one coder works in it: what the page asks, and what it is answered."""

from collections.abc import Sequence
from typing import Any

from interviews.analyses import framework
from interviews.errors import InterviewsError
from interviews.exploration import View
from interviews.findings import Framework
from interviews.lab.workspace.acts import Act, Answer, save_act
from interviews.lab.workspace.findings import drafts_of
from interviews.lab.workspace.views import Plain, tell_codebook, tell_study, tell_transcript, texts_revision
from interviews.model import Finding
from interviews.project import Project

# What the page shows rests on these: a save of any of them is news.
_SHOWN = ("coding", "codebook", "text version", "suggestion", "memo", "quote", "case", "participant")


class Workspace:
    """Answers in plain values; a failure of an act is an answer, too."""

    def __init__(self, project: Project, coder: str, *, blind: bool = False, round: str = "") -> None:
        self.project = project
        self.coder = coder
        self.blind = blind
        self.round = round
        self._framework: tuple[int, Framework] | None = None
        self._drafts: tuple[int, str, tuple[Finding, ...]] | None = None

    def study(self) -> Plain:
        """The study with its transcripts, and how far this coder has come."""
        return tell_study(self.project, self.coder, blind=self.blind, round=self.round)

    def transcript(self, id: str) -> Plain:
        """One transcript with its turns and the codings that this coder may see."""
        revision = self.revision()  # first: what is saved meanwhile is then told once more, never missed
        transcript = self.project.store.transcript(id)
        return tell_transcript(self.project, transcript, self.coder, blind=self.blind, revision=revision)

    def codebook(self) -> Plain:
        """The codebook."""
        return tell_codebook(self.project, self.coder, blind=self.blind)

    @property
    def visible(self) -> View:
        """The codings that this coder may see: all, or in a blind round their own."""
        codings = self.project.codings
        if not self.blind:
            return codings
        return codings.take((codings.columns("coder")["coder"] == self.coder).to_numpy())

    def framework(self) -> Framework:
        """The matrix of all codings, made anew after somebody saved what it rests on."""
        revision = self.revision()
        if self._framework is None or self._framework[0] != revision:
            self._framework = revision, framework(self.project)
        return self._framework[1]

    def drafts(self, language: str) -> tuple[Finding, ...]:
        """The report's drafts of findings, made anew where the matrix is."""
        revision = self.revision()
        if self._drafts is None or self._drafts[:2] != (revision, language):
            self._drafts = revision, language, drafts_of(self.project, self.framework(), language)
        return self._drafts[2]

    def act(self, acts: Sequence[Act]) -> list[Answer]:
        """Save acts one after the other; when an act is answered as saved, it is on the disk."""
        return [self._act(act) for act in acts]

    def undo(self) -> dict[str, Any]:
        """Take back what this coder did last, and tell it."""
        return self._reverse(self.project.undo)

    def redo(self) -> dict[str, Any]:
        """Let what was taken back last count again, and tell it."""
        return self._reverse(self.project.redo)

    def revision(self) -> int:
        """A number that is another one after anybody saved what the page shows."""
        return self.project.store.revision(*_SHOWN)

    def changes(self) -> Plain:
        """That number, and one for the texts alone, which are more to ask for."""
        return {"revision": self.revision(), "texts": texts_revision(self.project)}

    def _act(self, act: Act) -> Answer:
        before = self.revision()
        given = ({"round": self.round} if self.round else {}) | dict(act)
        answer = save_act(self.project, self.coder, given, blind=self.blind)
        after = self.revision()
        # One event was saved, which is this act: a page that knew what was before it has nothing to ask.
        return answer | ({"revision": [before, after]} if answer["saved"] and after - before == 1 else {})

    def _reverse(self, reverse: Any) -> dict[str, Any]:
        try:
            reverse(author=self.coder)
        except InterviewsError as error:
            return {"problem": str(error)}
        return {"done": self.project.log(1).lines[0].sentence, "revision": self.revision()}
