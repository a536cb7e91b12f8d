"""The workspace as an extension of the Jupyter server: beside JupyterLab, or alone."""

from pathlib import Path
from typing import Any

from jupyter_server.extension.application import ExtensionApp
from traitlets import Bool, Unicode

from interviews.errors import MisuseError
from interviews.lab.workspace.handlers import BASE, ROUTES
from interviews.lab.workspace.identity import check_coder, read_coder
from interviews.lab.workspace.team_handlers import TEAM_ROUTES
from interviews.lab.workspace.view_handlers import VIEW_ROUTES
from interviews.lab.workspace.workspace import Workspace
from interviews.project import Project
from interviews.project.settings import FILE as SETTINGS

_DEPTHS = range(4)


class WorkspaceApp(ExtensionApp):
    """Serves the page, and answers for the projects that it opens."""

    name = "interviews"
    extension_url = default_url = f"/{BASE}"
    load_other_extensions = False
    static_paths = [str(Path(__file__).parents[1] / "static")]  # noqa: RUF012

    project = Unicode("", config=True, help="The project that is opened; without it the page names one.")
    coder = Unicode("", config=True, help="Who codes; without it the page asks.")
    round = Unicode("", config=True, help="The coding round, such as pilot.")
    blind = Bool(False, config=True, help="Show no codings of others.")

    @classmethod
    def get_extension_package(cls) -> str:
        """Where the server finds this extension: not in the top package, which it would import for everybody."""
        return "interviews.lab.workspace"

    def initialize_settings(self) -> None:
        """No project is open yet."""
        self._open: dict[tuple[Path, str], Workspace] = {}

    def initialize_handlers(self) -> None:
        """The page and its questions."""
        self.handlers.extend((*ROUTES, *VIEW_ROUTES, *TEAM_ROUTES))

    def who(self, asked: str = "") -> str:
        """The coder's name: the one that the server was given, that the page asks for, or that was kept; or empty."""
        if self.coder and asked not in ("", self.coder):
            raise MisuseError(f"here {self.coder} codes, not {asked}: start the server without a coder")
        named = self.coder or asked
        return check_coder(named) if named else read_coder() or ""

    def workspace(self, named: str, coder: str = "") -> Workspace:
        """The workspace of a project by its path below the server's folder, or of the one that the server was given."""
        coder = self.who(coder)
        if not coder:
            raise MisuseError("tell your short name first")
        folder = self._folder(named)
        known = self._open.get((folder, coder))
        if known is None:
            opened = Project.open(folder)
            known = self._open[folder, coder] = Workspace(opened, coder, blind=self.blind, round=self.round)
        return known

    async def stop_extension(self) -> None:
        """Let go of the databases."""
        for workspace in self._open.values():
            workspace.project.close()

    def projects(self) -> list[str]:
        """The projects in and near the server's folder, by path below it; none where the server was given one."""
        if self.project:
            return []
        server: Any = self.serverapp
        root = Path(server.root_dir).expanduser().resolve()
        found = (path.parent for depth in _DEPTHS for path in root.glob(f"{'*/' * depth}{SETTINGS}"))
        return sorted(path.relative_to(root).as_posix() for path in found)

    def _folder(self, named: str) -> Path:
        if not named:
            if not self.project:
                raise MisuseError("name a project")
            return Path(self.project).resolve()
        server: Any = self.serverapp
        root = Path(server.root_dir).expanduser().resolve()
        folder = (root / named).resolve()
        if not folder.is_relative_to(root):
            raise MisuseError("this project lies outside the folder of the server")
        return folder
