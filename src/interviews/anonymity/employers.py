"""Churches and houses with a patron, branches with their place, large employers and firms with partners, in German."""

import re
from collections.abc import Iterator

from interviews.anonymity.dictionary import is_ordinary_word
from interviews.anonymity.mention import EntityType
from interviews.anonymity.organisations import is_proper
from interviews.anonymity.page import Finding, Page
from interviews.anonymity.wordlists import word_set
from interviews.text import fold

_W = r"[A-ZÄÖÜŁŚŻŹĆŞİÇ][\w&*'-]*"
_CHURCH = re.compile(
    r"(?<![\w-])(?:Erlöser|Christus|Johann[ei]s|Paulus|Petrus|Petri|Lukas|Markus|Matthäus|Matthäi|Thomas|Marien|Martins?|Kreuz"
    r"|Dreifaltigkeits|Herz-Jesu|Friedens|Auferstehungs|Luther|Zions|Gnaden|Versöhnungs|Apostel|Stephans|Stephanus|Michaelis|Nikolai"
    r"|Jakobi|Jakobus|Katharinen|Lamberti|Trinitatis|Andreas|Bonhoeffer|Heilig-Geist|Emmaus|Immanuel|Bethel|Josefs?|Georgs?|Annen)-?"
    r"(?:[Kk]irche|[Gg]emeinde|[Kk]irchengemeinde|[Kk]apelle|[Hh]aus|[Ss]tift|[Kk]indergarten|[Kk]ita|[Kk]rankenhaus|[Hh]ospital"
    r"|[Hh]eim|[Ss]chule)(?!\w)"
)
_BRANCH = re.compile(
    rf"(?<!\w)(?:Caritas|Diakonie|AWO|DRK|ASB|Johanniter|Malteser|Volkshilfe|Jobcenter|Jugendamt|Sozialamt|VHS|Volkshochschule"
    rf"|Tafel|Feuerwehr|Lebenshilfe|Stadtwerke|IG Metall|Verdi|Sparkasse|Volksbank|Raiffeisenbank) (?P<name>{_W})"
)
_EMPLOYED = re.compile(rf"(?<!\w)(?:[Bb]ei(?: der)?|[Bb]eim|[Zz]u|[Zz]ur|[Zz]um|[Vv]on|[Vv]om) (?P<name>{_W})")
_PARTNERS = re.compile(rf"(?<!\w)(?P<name>{_W}) (?:und|&|u\.) (?:Co\b\.?|Söhne|Sohn|Partner|Kollegen|Töchter)(?!\w)")


def find_employers(page: Page) -> Iterator[Finding]:
    """Bodies that people work, learn or worship at, known by a word that dictionaries may have."""
    if page.language != "de":
        return
    for match in _CHURCH.finditer(page.text):
        yield _finding(match.start(), match.end(), "a church or house named after its patron")
    for match in _BRANCH.finditer(page.text):
        if is_proper(match["name"]):
            yield _finding(match.start(), match.end(), "a branch with its place")
    for match in _EMPLOYED.finditer(page.text):
        if fold(match["name"]) in word_set("employers"):
            yield _finding(match.start("name"), match.end("name"), "a large employer")
    for match in _PARTNERS.finditer(page.text):
        if not is_ordinary_word(match["name"], "de"):
            yield _finding(match.start(), match.end(), "a firm with its partners")


def _finding(start: int, end: int, reason: str) -> Finding:
    return Finding(start, end, EntityType.ORG, "organisations", reason, 0.75)
