"""What kind of organisation a name tells of, by the words in it; None where it tells nothing."""

import re

from interviews.text import fold

_LANGUAGES = ("de", "en", "pl")
# Folded patterns in order: what is told more exactly comes first. Each with its words in German, English, Polish.
_KINDS: tuple[tuple[str, tuple[str, str, str]], ...] = (
    (r"grundschul|primary school|szkol\w+ podstawow", ("Grundschule", "primary school", "szkoła podstawowa")),
    (r"gymnasium|grammar school|\blice(?:um|a)", ("Gymnasium", "grammar school", "liceum")),
    (
        r"gesamtschul|realschul|hauptschul|sekundarschul|secondary school|comprehensive school|high school",
        ("weiterführende Schule", "secondary school", "szkoła średnia"),
    ),
    (r"forderschul|special school|szkol\w+ specjaln", ("Förderschule", "special school", "szkoła specjalna")),
    (r"berufskolleg|berufsschul|technikum|vocational", ("Berufsschule", "vocational school", "szkoła zawodowa")),
    (r"volkshochschul|\bvhs\b|adult education", ("Volkshochschule", "adult education centre", "ośrodek dokształcania")),
    (r"hochschul|universit|\buni\b|uniwersytet|politechnik|\bcollege\b", ("Hochschule", "university", "uczelnia")),
    (
        r"kita\b|kindergarten|kindertages|\bhort\b|nursery|preschool|przedszkol|zlobek|zlobk",
        ("Kindertagesstätte", "nursery", "przedszkole"),
    ),
    (r"schule\b|schulzentrum|\bschool|\bacademy\b|szkol", ("Schule", "school", "szkoła")),
    (r"moschee|ditib|camii?\b|mosque|meczet|\bigmg\b", ("Moscheeverein", "mosque association", "meczet")),
    (r"synagog|judische gemeinde|jewish", ("jüdische Gemeinde", "Jewish congregation", "gmina żydowska")),
    (
        r"kirche|pfarrei|pfarr|kapelle|\bgemeinde (?:st|sankt|heilig)|church|parish|chapel|parafi|kosciol",
        ("Kirchengemeinde", "parish", "parafia"),
    ),
    (
        r"\b(?:sv|tsv|fc|vfl|vfb|vfr|tus|sc|bv|djk|spvgg|ksv|tsg|lks|ks|asv|bsv|rw|afc|rfc)\b|turnverein|sportverein"
        r"|\bsport|fu(?:ss|s)ball|boxclub|football|cricket|boxing|rugby|klub\w* sportow",
        ("Sportverein", "sports club", "klub sportowy"),
    ),
    (
        r"wohnungsbau|wohnbau|\bwohnen\b|wohnungsgesell|wohnungsgenoss|wohnungsunter|wohnstatt|baugesell|baugenoss|bauverein|vonovia"
        r"|\bgebag\b|\bgwg\b|\bwbg\b|siedlungsgesell|immobilien|hausverwaltung|housing|spoldzieln\w+ mieszkan|\btbs\b",
        ("Wohnungsunternehmen", "housing company", "spółdzielnia mieszkaniowa"),
    ),
    (
        r"beratung|advice|counsell|citizens advice|poradni|punkt\w* konsultacyjn",
        ("Beratungsstelle", "advice centre", "poradnia"),
    ),
    (
        r"caritas|diakonie|\bawo\b|arbeiterwohlfahrt|\bdrk\b|rotes kreuz|roten kreuz|paritatisch|malteser|johanniter"
        r"|\bskf\b|red cross|salvation army",
        ("Wohlfahrtsverband", "welfare association", "organizacja pomocowa"),
    ),
    (
        r"klinik|krankenhaus|hospital|infirmary|szpital|\bst\.? \w+-stift",
        ("Krankenhaus", "hospital", "szpital"),
    ),
    (r"praxis|surgery|medical centre|przychodni|gabinet", ("Arztpraxis", "doctor's surgery", "przychodnia")),
    (r"polizei|revier\b|police|policj|komisariat", ("Polizei", "police", "policja")),
    (r"feuerwehr|fire brigade|fire station|straz\w* pozarn", ("Feuerwehr", "fire service", "straż pożarna")),
    (
        r"jobcenter|\bagentur fur arbeit|arbeitsagentur|\w*amt(?:es|s)?\b|\wamter\b|behorde|ministerium|verwaltung"
        r"|rathaus|regierung|bamf\b|gericht"
        r"|council|home office|jobcentre|department|urzad|urzed|\bmops\b|\bzus\b|ministerst",
        ("Behörde", "public authority", "urząd"),
    ),
    (
        r"jugendzentrum|jugendhaus|jugendtreff|jugendclub|youth (?:centre|club)|swietlic|klub\w* mlodziez",
        ("Jugendeinrichtung", "youth centre", "placówka dla młodzieży"),
    ),
    (
        r"burgerhaus|stadtteilzentrum|stadtteilburo|nachbarschafts|begegnungs|familienzentrum|mehrgenerationen"
        r"|quartiersb|community (?:centre|hub|hall)|dom\w* kultury|osrod\w+ kultury",
        ("Stadtteileinrichtung", "community centre", "ośrodek lokalny"),
    ),
    (
        r"unterkunft|wohnheim|fluchtlingsheim|sammelunter|seniorenheim|altenheim|pflegeheim|hostel|shelter|care home"
        r"|schronisk|dom\w* opieki",
        ("Wohneinrichtung", "residential facility", "placówka mieszkalna"),
    ),
    (r"bibliothek|bucherei|library|bibliotek", ("Bibliothek", "library", "biblioteka")),
    (
        r"museum|theater|theatre|\boper\b|kino|cinema|muzeum|teatr",
        ("Kultureinrichtung", "cultural venue", "instytucja kultury"),
    ),
    (
        r"gewerkschaft|\big metall|ver\.?di\b|\bdgb\b|trade union|unison|zwiaz\w+ zawodow",
        ("Gewerkschaft", "trade union", "związek zawodowy"),
    ),
    (
        r"\b(?:spd|cdu|csu|fdp|afd|grune|grunen|linke|labour party|tories|lib dems)\b|\bpartei|partia",
        ("Partei", "political party", "partia"),
    ),
    (
        r"zeitung|rundfunk|\bwdr\b|anzeiger|tageblatt|\bpost\b(?= vom)|radio|newspaper|gazet",
        ("Medium", "news outlet", "redakcja"),
    ),
    (r"sparkasse|volksbank|\bbank\b", ("Geldinstitut", "bank", "bank")),
    (r"stiftung|foundation|fundacj", ("Stiftung", "foundation", "fundacja")),
    (
        r"restaurant|\bcafe\b|kneipe|imbiss|gasthaus|gaststatte|doner|grill\b|\bpub\b|tavern|kawiarni|restauracj|\bbar\b",
        ("Gaststätte", "café or restaurant", "lokal gastronomiczny"),
    ),
    (
        r"supermarkt|edeka|\brewe\b|\blidl\b|\baldi\b|kiosk|backerei|metzgerei|laden\b|markt\b|\bshop|store\b|\btesco|bakery"
        r"|sklep|biedronk|\bzabk|piekarni",
        ("Geschäft", "shop", "sklep"),
    ),
    (
        r"kulturverein|elternverein|heimatverein|burgerverein|nachbarschaftsverein|forderverein|verein|e\. ?v\.|\bev\b"
        r"|association|society|charity|stowarzyszen|towarzystw|\bclub\b|\bklub",
        ("Verein", "association", "stowarzyszenie"),
    ),
    (
        r"initiative|bundnis|\bforum\b|runder tisch|netzwerk|projekt|project|network|inicjatyw|projek",
        ("Initiative", "initiative", "inicjatywa"),
    ),
    (
        r"\bgmbh\b|\bag\b|\bkg\b|\bohg\b|\bltd\b|\bplc\b|\bllp\b|sp\. ?z ?o\. ?o|\bs\.a\.|\bse\b|werke?\b|fabrik"
        r"|hutte\b|zeche|stahl|\bfirma|factory|\bmill\b|fabryk|zaklad|kopaln",
        ("Unternehmen", "company", "przedsiębiorstwo"),
    ),
)


def kind_of_organisation(form: str, language: str) -> str | None:
    """The kind of an organisation, such as `Moscheeverein`, in a language; English for an unknown one."""
    folded = fold(form)
    names = next((names for pattern, names in _KINDS if re.search(pattern, folded)), None)
    return names[_LANGUAGES.index(language) if language in _LANGUAGES else 1] if names else None
