"""A page for every case: numbers, themes, voices, and what nobody spoke about."""

from collections.abc import Callable, Iterator
from typing import Any

from interviews.findings.contrast import MIN_PASSAGES, MIN_Z
from interviews.findings.profile import KEY_THEMES, Profile, profile
from interviews.findings.report.blocks import Block, Figures, Heading, PageBreak, Paragraph, Table
from interviews.findings.report.setting import Setting
from interviews.model import Finding


def build_profiles(setting: Setting) -> Iterator[Block]:
    """The part on the cases, in the study's order."""
    study = setting.study
    yield PageBreak()
    yield Heading(setting.wording.say("profiles"), 1, "profiles")
    for number, case in enumerate(setting.framework.cases, start=1):
        if number > 1:
            yield PageBreak()
        portrait = profile(
            case.name,
            setting.framework,
            transcripts=study.transcripts,
            quotes=study.quotes,
            group=study.group,
            shown=tuple(setting.shown.values()),
        )
        yield from _page(setting, portrait, f"case-{number}")


def _page(setting: Setting, portrait: Profile, anchor: str) -> Iterator[Block]:
    wording = setting.wording
    yield Heading(portrait.case.name, 2, anchor)
    yield _figures(setting, portrait)
    if portrait.groups:
        groups = ", ".join(f"{name} ({size})" for name, size in portrait.groups)
        yield Paragraph(wording.say("profile_groups", groups=groups))
    if not portrait.passages:
        yield Paragraph(wording.say("no_case_passages"))
        return
    for quote in portrait.quotes[:1]:
        yield setting.pull(quote, prominent=True)
    yield _themes(setting, portrait)
    if len(setting.framework.cases) > 1:
        yield Paragraph(_standing(setting, portrait), "small")
    if portrait.silent:
        silent = ", ".join(setting.label(theme) for theme in portrait.silent)
        yield Paragraph(wording.say("silent_themes", themes=silent))
    if portrait.marks:
        yield Paragraph(wording.say("marks", words=", ".join(portrait.marks)))
    if portrait.quotes[1:]:
        yield Heading(wording.say("quotes_here"), 3, f"{anchor}-voices")
        for quote in portrait.quotes[1:]:
            yield setting.pull(quote)
    yield from setting.claims(_findings(setting, portrait), anchor)
    yield _key_places(setting, portrait)


def _figures(setting: Setting, portrait: Profile) -> Figures:
    wording = setting.wording
    numbers = {
        "f_interviews": portrait.interviews,
        "f_participants": portrait.participants or None,
        "f_words": portrait.words,
        "f_passages": portrait.passages,
    }
    return Figures(tuple((wording.number(n), wording.say(phrase)) for phrase, n in numbers.items() if n is not None))


def _themes(setting: Setting, portrait: Profile) -> Table:
    """Themes by frequency; the column on what stands out only where something does."""
    wording = setting.wording
    written: dict[str, tuple[int, Callable[[Any], str]]] = {
        "theme": (30, setting.label),
        "passages": (15, lambda n: wording.number(int(n))),
        "participants": (12, lambda n: wording.number(int(n))),
        "share": (11, lambda share: _share(setting, share)),
        "share_elsewhere": (18, lambda share: _share(setting, share)),
        "standing": (14, lambda standing: wording.say(standing) if standing else ""),
    }
    told = {
        "participants": portrait.participants > 0,
        "share_elsewhere": len(setting.framework.cases) > 1,
        "standing": _stands_out(portrait),
    }
    names = [name for name in written if told.get(name, True)]
    rows = tuple(
        tuple(written[name][1](row[name]) for name in names)
        for row in portrait.themes[portrait.themes["passages"] > 0].to_dict("records")
    )
    header, widths = tuple(wording.say(name) for name in names), tuple(written[name][0] for name in names)
    numeric = tuple(place for place, name in enumerate(names) if name not in ("theme", "standing"))
    return Table(header, rows, wording.say("profile_themes"), numeric=numeric, widths=widths)


def _stands_out(portrait: Profile) -> bool:
    spoken = portrait.themes[portrait.themes["passages"] > 0]
    return bool((spoken["standing"] != "").any())


def _share(setting: Setting, share: float | None) -> str:
    return "–" if share is None or share != share else setting.wording.percent(share)


def _standing(setting: Setting, portrait: Profile) -> str:
    wording = setting.wording
    note = wording.say("standing_note", passages=MIN_PASSAGES, z=wording.number(MIN_Z, 2))
    if _stands_out(portrait):
        return note
    return f"{wording.say('standing_none')} {note}"


def _findings(setting: Setting, portrait: Profile) -> list[Finding]:
    """What people have written about the case, and the drafts on its main themes."""
    main = portrait.themes["theme"].tolist()[:KEY_THEMES]
    own = [finding for finding in setting.findings if finding.case == portrait.case.name]
    drafts = [finding for finding in own if finding.draft and finding.theme in main]
    return [f for f in own if not f.draft] + sorted(drafts, key=lambda finding: main.index(finding.theme or ""))


def _key_places(setting: Setting, portrait: Profile) -> Table:
    """Where to read on; the words themselves are not printed, as nobody has chosen them for print."""
    wording = setting.wording
    rows = tuple(
        (
            setting.label(row["theme"]),
            str(row["transcript"]),
            _turn(row["turn"]),
            _who(row["participant"], row["speaker"]),
        )
        for row in portrait.key_passages.to_dict("records")
    )
    header = tuple(wording.say(name) for name in ("theme", "transcript", "turn", "speaker"))
    return Table(header, rows, wording.say("key_places"), numeric=(2,), widths=(40, 25, 15, 20))


def _who(*names: object) -> str:
    """The first name that there is; frames hold a number where there is none."""
    return next((name for name in names if isinstance(name, str) and name), "–")


def _turn(turn: float | None) -> str:
    return "–" if turn is None or turn != turn else str(int(turn))
