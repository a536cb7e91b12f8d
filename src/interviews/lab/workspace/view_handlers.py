"""The further views over HTTP: the codebook and its versions, what waits for a decision, passages to read."""

from typing import Any

from jupyter_server.base.handlers import JupyterHandler
from tornado import web

from interviews.lab.workspace.handlers import BASE, WorkspaceHandler
from interviews.lab.workspace.passages import tell_passages
from interviews.lab.workspace.reviewing import tell_review
from interviews.lab.workspace.revising import read_steps, revise_codebook, tell_diff, tell_preview, tell_versions


class ViewHandler(WorkspaceHandler):
    """What is common to the further views."""

    @property
    def language(self) -> str:
        """The language of the page, which need not be that of the study."""
        return str(self.get_argument("language", "")) or self.workspace.project.settings.language

    def number(self, name: str) -> int:
        """A number of the question."""
        try:
            return int(self.get_argument(name))
        except ValueError:
            raise web.HTTPError(400, reason=f"{name} is not a number") from None


class VersionsHandler(ViewHandler):
    """The versions of the codebook."""

    @web.authenticated
    def get(self) -> None:
        """All, the newest first."""
        self.answer(tell_versions(self.workspace.project))


class DiffHandler(ViewHandler):
    """Two versions of the codebook."""

    @web.authenticated
    def get(self) -> None:
        """What changed, in words."""
        self.answer(tell_diff(self.workspace.project, self.number("from"), self.number("to"), self.language))


class RevisionHandler(ViewHandler):
    """A change of the codebook."""

    @web.authenticated
    def post(self, which: str) -> None:
        """What it would do, or do it."""
        workspace, asked = self.workspace, self.body()
        if not isinstance(asked, dict):
            raise web.HTTPError(400, reason="steps come as a list")
        wanted = read_steps(workspace.project, asked.get("steps"))
        if which == "preview":
            self.answer(tell_preview(workspace.project, wanted, workspace.visible, self.language))
            return
        since: Any = asked.get("version")
        if not isinstance(since, int):
            raise web.HTTPError(400, reason="give the version that is changed")
        reason = str(asked.get("reason") or "").strip()
        self.answer(revise_codebook(workspace.project, wanted, workspace.coder, reason, since, self.language))


class ReviewHandler(ViewHandler):
    """What waits for a decision."""

    @web.authenticated
    def get(self) -> None:
        """Codings to look at again, and suggestions."""
        self.answer(tell_review(self.workspace.project, self.workspace.coder, self.language))


class PassagesHandler(ViewHandler):
    """Passages to read."""

    @web.authenticated
    def post(self) -> None:
        """Of a code, of a question, or by their ids: a long basket makes no address."""
        asked, workspace = self.body(), self.workspace
        if not isinstance(asked, dict):
            raise web.HTTPError(400, reason="ask for a code, a question, or ids")
        ids = [str(id) for id in asked.get("ids") or ()]
        code, question = str(asked.get("code") or ""), str(asked.get("question") or "")
        self.answer(tell_passages(workspace.project, workspace.visible, code=code, question=question, ids=ids))


class QueriesHandler(ViewHandler):
    """Saved questions."""

    @web.authenticated
    def get(self) -> None:
        """By name."""
        self.answer([{"name": one.name, "text": one.text} for one in self.workspace.project.queries])


VIEW_ROUTES: tuple[tuple[str, type[JupyterHandler]], ...] = (
    (rf"/{BASE}/api/codebook/versions", VersionsHandler),
    (rf"/{BASE}/api/codebook/diff", DiffHandler),
    (rf"/{BASE}/api/codebook/(preview|revise)", RevisionHandler),
    (rf"/{BASE}/api/review", ReviewHandler),
    (rf"/{BASE}/api/passages", PassagesHandler),
    (rf"/{BASE}/api/queries", QueriesHandler),
)
