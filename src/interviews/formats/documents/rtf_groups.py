"""What the groups of an RTF document hold: text, text beside the text, or nothing that anybody reads."""

from typing import NamedTuple

from interviews.formats.documents.rtf_lines import Lines

# Nothing in them is ever shown, whatever is nested inside.
DEAD = frozenset(
    "fonttbl colortbl stylesheet listtable listoverridetable rsidtbl generator fldinst bkmkstart bkmkend xe tc txe rxe "
    "themedata colorschememapping latentstyles datastore xmlnstbl mmathPr pgptbl filetbl template background shprslt "
    "nonshppict nonesttables objdata objclass objname blipuid picprop sn sv sp ftnsep ftnsepc ftncn aftnsep aftnsepc "
    "aftncn formfield ffname ffdeftext datafield password passwordhash wgrffmtfilter atntime atnparent atnid atrfref "
    "atndate atnicn creatim revtim printim buptim expandedcolortbl defchp defpap falt panose fontemb fontfile pnseclvl "
    "private docvar mailmerge protusertbl oldcprops oldpprops oldsprops oldtprops linkval do writereservation".split()
)
# Not shown themselves, but a group inside may be.
SILENT = frozenset("info object shp shpinst shpgrp shppict userprops upr nesttableprops".split())
# Shown although they stand inside a silent group.
SHOWN = frozenset("result ud".split())
# Their text goes where it belongs when they end.
HEADERS = {name: "header" for name in ("header", "headerl", "headerr", "headerf")} | {
    name: "footer" for name in ("footer", "footerl", "footerr", "footerf")
}
PROPERTIES = {
    "title": "title",
    "subject": "subject",
    "author": "author",
    "operator": "editor",
    "manager": "manager",
    "company": "company",
    "category": "category",
    "keywords": "keywords",
    "doccomm": "remark",
    "comment": "remark",
    "propname": "property",
    "staticval": "property",
}
APART = frozenset(
    {"footnote", "annotation", "atnauthor", "atnref", "atrfstart", "atrfend", "shptxt", "dptxbxtext", "revtbl"}
    | {*HEADERS, *PROPERTIES}
)
KNOWN = DEAD | SILENT | SHOWN | APART | {"pict", "listtext", "pntext"}

SIGNS = {
    "~": "\u00a0",
    "-": "\u00ad",
    "_": "\u2011",
    "tab": "\t",
    "line": "\n",
    "emdash": "\u2014",
    "endash": "\u2013",
    "emspace": "\u2003",
    "enspace": "\u2002",
    "qmspace": "\u2005",
    "bullet": "\u2022",
    "lquote": "\u2018",
    "rquote": "\u2019",
    "ldblquote": "\u201c",
    "rdblquote": "\u201d",
    "zwj": "\u200d",
    "zwnj": "\u200c",
    "zwbo": "\u200b",
    "zwnbo": "\u2060",
    "ltrmark": "\u200e",
    "rtlmark": "\u200f",
}


class Group(NamedTuple):
    """What is in force inside a group: where its text goes, whether it is shown, and how its bytes are read."""

    lines: Lines
    name: str = ""
    """The destination whose end completes `lines`."""
    depth: int = 0
    """How many destinations with lines of their own enclose this one."""
    shown: bool = True
    dead: bool = False
    hidden: bool = False
    deleted: bool = False
    inserted: bool = False
    in_table: bool = False
    skip: int = 1
    """How many characters behind a Unicode character stand for it in old programs."""
    font: int | None = None
