"""`interviews history`: who did what and when."""

import interviews as iv
from interviews.cli.console import AsJson, ProjectFolder, print_json, show_table


def run(project: ProjectFolder, as_json: AsJson = False) -> None:
    """Show everything that was saved, the oldest first."""
    with iv.open(project) as opened:
        frame = opened.history()
    if as_json:
        print_json(frame)
    else:
        show_table(frame, "history")
