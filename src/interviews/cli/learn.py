"""`interviews learn`: train a finder of names on the team's own decisions."""

import interviews as iv
from interviews.cli.console import AsJson, KeyFile, ProjectFolder, print_json, say


def run(project: ProjectFolder, as_json: AsJson = False, key: KeyFile = None) -> None:
    """Learn from accepted reviews; what is learned stays in the vault and joins the finders if it helps."""
    with iv.open(project, key=key) as opened:
        learned = iv.learn(opened)
    if as_json:
        figures = ("decisions", "interviews", "found", "missed")
        shown = {name: getattr(learned, name) for name in figures}
        print_json({**shown, "false_per_1000_words": round(learned.false, 2), "used": learned.tagger is not None})
    else:
        say(str(learned))
