"""The workspace over HTTP: the page, and the few questions and acts that it sends."""

from html import escape
from pathlib import Path
from typing import Any, cast

from jupyter_server.base.handlers import APIHandler, JupyterHandler
from jupyter_server.extension.handler import ExtensionHandlerMixin
from jupyter_server.utils import url_path_join
from tornado import web

from interviews.lab.answering import POLICY, JsonHandler
from interviews.lab.workspace.identity import keep_coder
from interviews.lab.workspace.workspace import Workspace

BASE = "interviews"


class PageHandler(ExtensionHandlerMixin, JupyterHandler):
    """The page of the workspace."""

    @web.authenticated
    def get(self) -> None:
        """The page; reading the token sets the cookie that every act has to show."""
        self.xsrf_token  # noqa: B018
        page = (Path(__file__).parents[1] / "static" / "index.html").read_text(encoding="utf-8")
        self.set_header("Content-Security-Policy", POLICY)
        self.set_header("Referrer-Policy", "no-referrer")
        self.finish(page.replace("{{static}}", escape(url_path_join(self.base_url, "static", BASE) + "/")))


class WorkspaceHandler(ExtensionHandlerMixin, JsonHandler, APIHandler):
    """What is common to all questions: whose workspace it is."""

    @property
    def workspace(self) -> Workspace:
        """The workspace of the project that the page names."""
        return cast(Workspace, self.app.workspace(self.get_argument("project", ""), self.asked_coder))

    @property
    def asked_coder(self) -> str:
        """Who codes, where the page names somebody, as in a notebook."""
        return str(self.get_argument("coder", ""))

    @property
    def app(self) -> Any:
        """The `WorkspaceApp`, which imports this module."""
        return self.extensionapp


class StudyHandler(WorkspaceHandler):
    """The study and the coder's progress."""

    @web.authenticated
    def get(self) -> None:
        """All transcripts."""
        self.answer(self.workspace.study())


class TranscriptHandler(WorkspaceHandler):
    """One transcript."""

    @web.authenticated
    def get(self, id: str) -> None:
        """Text, turns and codings."""
        self.answer(self.workspace.transcript(id))


class CodebookHandler(WorkspaceHandler):
    """The codebook."""

    @web.authenticated
    def get(self) -> None:
        """All codes."""
        self.answer(self.workspace.codebook())


class ActsHandler(WorkspaceHandler):
    """What the coder did."""

    @web.authenticated
    def post(self) -> None:
        """Save acts; each is answered by its id."""
        acts = self.body()
        if not isinstance(acts, list) or not all(isinstance(act, dict) for act in acts):
            raise web.HTTPError(400, reason="acts come as a list")
        self.answer(self.workspace.act(acts))


class ReversalHandler(WorkspaceHandler):
    """Undo and redo."""

    @web.authenticated
    def post(self, which: str) -> None:
        """Take back, or bring back."""
        workspace = self.workspace
        self.answer(workspace.undo() if which == "undo" else workspace.redo())


class ChangesHandler(WorkspaceHandler):
    """Whether anybody saved anything."""

    @web.authenticated
    def get(self) -> None:
        """Revisions: what was shown at the same number is still so."""
        self.answer(self.workspace.changes())


class ProjectsHandler(WorkspaceHandler):
    """Which projects there are."""

    @web.authenticated
    def get(self) -> None:
        """Their paths below the server's folder."""
        self.answer(self.app.projects())


class CoderHandler(WorkspaceHandler):
    """Who codes."""

    @web.authenticated
    def get(self) -> None:
        """The name, null where nobody was asked yet."""
        self.answer({"coder": self.app.who(self.asked_coder) or None})

    @web.authenticated
    def put(self) -> None:
        """Keep the name."""
        given = self.body()
        name = given.get("coder") if isinstance(given, dict) else None
        if not isinstance(name, str):
            raise web.HTTPError(400, reason="give the coder's name")
        self.answer({"coder": keep_coder(name)})


ROUTES: tuple[tuple[str, type[JupyterHandler]], ...] = (
    (rf"/{BASE}/?", PageHandler),
    (rf"/{BASE}/api/study", StudyHandler),
    (rf"/{BASE}/api/transcripts/([^/]+)", TranscriptHandler),
    (rf"/{BASE}/api/codebook", CodebookHandler),
    (rf"/{BASE}/api/acts", ActsHandler),
    (rf"/{BASE}/api/(undo|redo)", ReversalHandler),
    (rf"/{BASE}/api/changes", ChangesHandler),
    (rf"/{BASE}/api/projects", ProjectsHandler),
    (rf"/{BASE}/api/coder", CoderHandler),
)
