"""The workspace as a program of its own: `python -m interviews.lab.workspace`, which `interviews code` starts."""

from interviews.lab.workspace.app import WorkspaceApp

if __name__ == "__main__":
    WorkspaceApp.launch_instance()  # type: ignore[no-untyped-call]
