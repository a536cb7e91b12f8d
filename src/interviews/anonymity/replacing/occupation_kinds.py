"""Groups of occupations, near those of ISCO-08, by stems of German, English and Polish words."""

import re

from interviews.text import fold

_Names = dict[str, str]


def _names(de: str, en: str, pl: str) -> _Names:
    return {"de": de, "en": en, "pl": pl}


# Folded stems; the first group that fits names the kind, so offices, which name their holder, come first, and what
# somebody does comes before at which level.
_GROUPS: tuple[tuple[str, _Names], ...] = (
    (
        r"burgermeister|dezernent|stadtrat|gemeinderat|kreisrat|bezirksrat|ratsmitglied|ratsherr|ratsfrau"
        r"|stadtverordnet|bezirksverordnet|bezirksvertreter|landrat|ortsvorsteher|amtsleit|quartiersm[ae]nag"
        r"|stadtteil(?:manag|koordin|beauftr|refer)|(?:integrations|gleichstellungs|auslander|migrations)beauftragt"
        r"|\bammann|superintendent of|mayor|councillor|alderman|town clerk|burmistrz|radn[yaei]|\bwojt|soltys|starost"
        r"|prezydent\w* miasta|neighbourhood manager",
        _names("lokale Amtsperson", "local official", "osoba na lokalnym urzędzie"),
    ),
    (
        r"minister(?!ial)|senator|abgeordnet|staatssekretar|fraktions|bundesrat|nationalrat|\bmp\b|member of parliament"
        r"|posel|poslank",
        _names("politisches Amt", "political office", "urząd polityczny"),
    ),
    (
        r"imam|pfarrer|pastor|priester|hodscha|rabbi|\bdekan|kantor|kuster|superintendent|diakon|vikar|vicar|priest"
        r"|rector|reverend|ksiadz|ksiedz|proboszcz|wikar|zakonni",
        _names("geistliches Amt", "religious office", "duchowny"),
    ),
    (
        r"schulleit|lehrer|lehrkraft|(?<!di)rektor|erzieher|padagog|kita-?leit|dozent|professor|ausbilder"
        r"|kindergart|teacher|head ?master|headmistress|lecturer|tutor|nauczyciel|dyrektor\w* (?:szkol|przedszk)"
        r"|wychowaw|pedagog|wykladow",
        _names("Bildungsberuf", "education professional", "zawód oświatowy"),
    ),
    (
        r"arzt|pfleg|krankenschwester|hebamme|apothek|sanitat|therapeut|psycholog|optiker|doctor|\bgp\b|nurse|midwife"
        r"|matron|pharmacist|dentist|paramedic|physio|carer\b|lekar|pielegniar|polozn|aptekar|farmaceut|ratowni"
        r"|ordynator|dentyst|psycholo",
        _names("Gesundheitsberuf", "health professional", "zawód medyczny"),
    ),
    (
        r"sozial|streetwork|berater|betreuer|stadtteilmutter|elternlots|stadtteilarbeit|jugendarbeit"
        r"|familienhelf|integrationslots|dolmetscher|social work|youth work|support worker"
        r"|community (?:organiser|warden|development|worker)"
        r"|advis[eo]r|connector|interpreter|pracowni\w+ socjaln|asystent\w* rodzin|doradc"
        r"|tlumacz",
        _names("Beruf der sozialen Arbeit", "social work professional", "zawód socjalny"),
    ),
    (
        r"anwalt|notar|richter(?!sk)|jurist|justiz|staatsanwalt|solicitor|barrister|lawyer|\bjudge|coroner|adwoka"
        r"|prawni[kc]|radc\w+ prawn|sedzi|prokurator",
        _names("juristischer Beruf", "legal professional", "zawód prawniczy"),
    ),
    (
        r"polizist|polizei|kommissar|revierleit|kontaktbeamt|bezirksbeamt|feuerwehr|wehrfuhrer|brandmeister|soldat"
        r"|security|wachmann|kommandant|police|constable|sergeant|sheriff|firefight|soldier|warden|policjant|strazak"
        r"|komendant|dzielnicow|zolnierz|ochroniarz",
        _names("Beruf in Sicherheit und Ordnung", "protective service occupation", "zawód służb ochrony"),
    ),
    (
        r"journalist|redakteur|reporter|intendant|musiker|schauspiel|regisseur|schriftsteller|fotograf|editor|actor"
        r"|musician|dziennikar|redaktor|aktor|muzyk|rezyser",
        _names("Beruf in Kultur und Medien", "culture and media occupation", "zawód w kulturze i mediach"),
    ),
    (
        r"ingenieur|architekt|stadtplan|informatik|programmier|wissenschaftl|forscher|chemiker|physiker|techniker"
        r"|engineer|architect|planner|programmer|scientist|researcher|technician|inzynier|programis|naukow|urbanist",
        _names(
            "Beruf in Technik und Wissenschaft", "technical or scientific occupation", "zawód techniczny lub naukowy"
        ),
    ),
    (
        r"vorsitzend|schriftfuhr|kassenwart|schatzmeister|vereins|\btrainer|chair(?:man|woman|person)?\b|treasurer"
        r"|przewodnicz|skarbni|\btrener",
        _names("Vereinsamt", "office in an association", "funkcja w stowarzyszeniu"),
    ),
    (
        r"geschaftsfuhr|direktor|leiter|leitung|\bchef|vorstand|manager|prokurist|betriebsrat|director|\bhead of"
        r"|executive|dyrektor|kierowni|prezes|naczelni",
        _names("Leitungsposition", "managerial position", "stanowisko kierownicze"),
    ),
    (
        r"sachbearbeit|sekretar|verwaltung|buchhalt|burokauf|beamt|steuer|bankkauf|versicherung|ministerialr|clerk"
        r"|secretary|administrator|civil servant|registrar|accountant|officer|urzedni|sekretark|ksiegow|referent",
        _names("Beruf in Büro und Verwaltung", "office or administrative occupation", "zawód biurowy"),
    ),
    (
        r"fahrer|lokfuhrer|kurier|lagerist|logisti|pilot|matrose|driver|courier|warehouse|kierowc|motornicz|magazynier",
        _names("Beruf in Verkehr und Logistik", "transport occupation", "zawód w transporcie"),
    ),
    (
        r"landwirt|bauer(?:in)?\b|gartner|forster|fischer\b|winzer|farmer|gardener|fisherman|rolni|ogrodni|lesni",
        _names("Beruf in Land- und Forstwirtschaft", "agricultural occupation", "zawód rolniczy"),
    ),
    (
        r"verkauf|kassier|friseur|koch\b|kochin|kellner|handler|wirt(?:in)?\b|gastronom|einzelhand|hausmeister|bestatter"
        r"|florist|shop|salesm|saleswom|cashier|hairdress|barber|\bcook|chef\b|waiter|waitress|caretaker|postm"
        r"|sprzedaw|kasjer|fryzjer|kucharz|kuchark|kelner|dozorc",
        _names("Beruf in Handel und Dienstleistung", "sales or service occupation", "zawód w handlu i usługach"),
    ),
    (
        r"reinigung|putzfrau|putzkraft|hilfsarbeit|haushaltshilf|zeitungsbot|erntehelf|cleaner|labourer|sprzatacz",
        _names("Hilfstätigkeit", "elementary occupation", "praca prosta"),
    ),
    (
        r"arbeiter|bergmann|bergleut|steiger|schlosser|maurer|elektrik|backer|metzger|fleischer|tischler|schreiner"
        r"|maler(?:in|meister)?\b|dachdeck|schneider(?:in)?\b|mechanik|mechatron|klempner|installat|schornstein|schweißer"
        r"|schweisser|dreher|worker|miner\b|bricklayer|electrician|baker|butcher|carpenter|plumber|tailor|welder"
        r"|robotni|gornik|murarz|slusarz|elektryk|piekarz|krawc|stolarz|hydraulik|spawacz|tkaczk",
        _names("Beruf in Industrie oder Handwerk", "industrial worker", "zawód robotniczy"),
    ),
)


def kind_of_occupation(form: str, language: str) -> str | None:
    """The group of an occupation in a language; None where no stem is known."""
    folded = fold(form)
    names = next((names for stems, names in _GROUPS if re.search(stems, folded)), None)
    return names.get(language, names["en"]) if names else None
