"""The coding workspace: a page for coders, served beside JupyterLab or alone."""

from typing import Any


def _jupyter_server_extension_points() -> list[dict[str, Any]]:
    """What the Jupyter server asks a package for."""
    from interviews.lab.workspace.app import WorkspaceApp

    return [{"module": "interviews.lab.workspace", "app": WorkspaceApp}]
