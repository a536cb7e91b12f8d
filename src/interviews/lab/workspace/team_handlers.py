"""The views of a team over HTTP: disagreements, matrix, findings, quotes for print. A blind round has none."""

from jupyter_server.base.handlers import JupyterHandler
from tornado import web

from interviews.errors import MisuseError
from interviews.lab.workspace.acts import BLIND
from interviews.lab.workspace.differing import tell_disagreements
from interviews.lab.workspace.findings import tell_finding, tell_findings
from interviews.lab.workspace.handlers import BASE
from interviews.lab.workspace.matrix import tell_cell, tell_matrix
from interviews.lab.workspace.quoting import tell_quotes
from interviews.lab.workspace.view_handlers import ViewHandler
from interviews.lab.workspace.workspace import Workspace


class _TeamHandler(ViewHandler):
    @property
    def workspace(self) -> Workspace:
        """The workspace. Raises MisuseError in a blind round."""
        workspace = super().workspace
        if workspace.blind:
            raise MisuseError(BLIND)
        return workspace


class DisagreementsHandler(_TeamHandler):
    """Where two coders differ."""

    @web.authenticated
    def get(self) -> None:
        """Side by side, with what was decided."""
        workspace = self.workspace
        first, second, name = (str(self.get_argument(name, "")) for name in ("first", "second", "as"))
        self.answer(tell_disagreements(workspace.project, workspace.coder, first, second, name))


class MatrixHandler(_TeamHandler):
    """The framework matrix."""

    @web.authenticated
    def get(self) -> None:
        """Cases, themes, and what is in their cells."""
        workspace = self.workspace
        self.answer(tell_matrix(workspace.framework(), self.language))


class CellHandler(_TeamHandler):
    """A cell of the matrix."""

    @web.authenticated
    def get(self) -> None:
        """Its evidence."""
        workspace = self.workspace
        case, theme = str(self.get_argument("case")), str(self.get_argument("theme"))
        self.answer(tell_cell(workspace.project, workspace.framework(), case, theme))


class FindingsHandler(_TeamHandler):
    """Findings."""

    @web.authenticated
    def get(self) -> None:
        """Their claims."""
        workspace, language = self.workspace, self.language
        self.answer(tell_findings(workspace.framework(), workspace.drafts(language), language))


class FindingHandler(_TeamHandler):
    """A finding."""

    @web.authenticated
    def get(self) -> None:
        """With its evidence."""
        workspace, language = self.workspace, self.language
        case, theme = str(self.get_argument("case")), str(self.get_argument("theme"))
        drafts = workspace.drafts(language)
        self.answer(tell_finding(workspace.project, workspace.framework(), drafts, case, theme, language))


class QuotesHandler(_TeamHandler):
    """Quotes for print."""

    @web.authenticated
    def post(self) -> None:
        """Of a code, or of codings by their ids: a long basket makes no address."""
        asked, workspace = self.body(), self.workspace
        if not isinstance(asked, dict):
            raise web.HTTPError(400, reason="ask for a code or ids")
        ids = [str(id) for id in asked.get("ids") or ()]
        self.answer(tell_quotes(workspace.project, code=str(asked.get("code") or ""), ids=ids))


TEAM_ROUTES: tuple[tuple[str, type[JupyterHandler]], ...] = (
    (rf"/{BASE}/api/disagreements", DisagreementsHandler),
    (rf"/{BASE}/api/framework", MatrixHandler),
    (rf"/{BASE}/api/framework/cell", CellHandler),
    (rf"/{BASE}/api/findings", FindingsHandler),
    (rf"/{BASE}/api/findings/one", FindingHandler),
    (rf"/{BASE}/api/quotes", QuotesHandler),
)
