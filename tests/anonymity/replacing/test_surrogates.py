from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from interviews.anonymity import Decision, Entity, EntityType, KeyEntry, NameSource, Occurrence, Proposals, Vault
from interviews.anonymity.decisions.policy import PROFILES
from interviews.anonymity.decisions.proposing import apply_policy
from interviews.anonymity.replacing.origins import common_of, gender_of, origin_of, pool_of
from interviews.anonymity.replacing.roles import gender_told
from interviews.anonymity.replacing.surrogates import Surrogates
from interviews.anonymity.words.dictionary import is_ordinary_word
from interviews.errors import MisuseError
from interviews.model import Span, Transcript
from interviews.text import fold

PER = EntityType.PER
SECRET = b"a secret of this study only....."


def person(number: int, name: str, *forms: str, **more: object) -> Entity:
    made = Entity(f"PER-{number:03d}", PER, name, (name, *forms), (), ("test",), 1.0)
    return replace(made, **more)  # type: ignore[arg-type]


def given_to(*people: Entity, secret: bytes = SECRET, text: str = "", key: tuple[KeyEntry, ...] = ()) -> list[str]:
    made = Surrogates(NameSource(lambda: secret, key), people, [Transcript("x", text)])
    return [made.of(one) for one in people]


@pytest.mark.parametrize(
    ("name", "origin", "gender"),
    [
        ("Ayşe Yılmaz", "tr", "f"),
        ("Mehmet", "tr", "m"),
        ("Anna Kowalska", "pl", "f"),
        ("Zofia", "pl", "f"),
        ("Ahmad Al-Hassan", "ar", "m"),
        ("Oleksandra Shevchenko", "uk", "f"),
        ("Sergej Petrow", "ru", "m"),
        ("Ion Ionescu", "ro", "m"),
        ("Maria Rodríguez", "es", "f"),
        ("Kwame Mensah", "af", "m"),
        ("Rojîn", "ku", ""),
        ("Stefan Kühn", "de", "m"),
        ("روجين", "ar", ""),
    ],
)
def test_a_surrogate_is_of_like_origin_and_gender(name: str, origin: str, gender: str) -> None:
    surrogate = given_to(person(1, name))[0].split()
    pool = pool_of(origin)
    assert surrogate[0] in pool.given(gender)
    assert len(surrogate) == len(name.split())


def test_titles_tell_the_gender_and_that_a_family_name_is_meant() -> None:
    first, second, third = given_to(
        person(1, "Kim Xyzow", "Frau Kim Xyzow"), person(2, "Richter", "Herr Richter"), person(3, "Fatma", "Fatma Abla")
    )
    assert gender_of([fold(first.split()[0])], "ru") == "f"
    assert second in pool_of("de").family
    assert third in pool_of("tr").female


@pytest.mark.parametrize(
    ("before", "gender"),
    [("meine Tochter ", "f"), ("mein Mann heißt ", "m"), ("unser Nachbar ", "m"), ("my aunt ", "f"), ("die ", "")],
)
def test_a_role_tells_the_gender(before: str, gender: str) -> None:
    assert gender_told([before]) == gender


def test_relatives_share_a_family_name_and_others_do_not() -> None:
    uncle, niece, family, alone, other = given_to(
        person(1, "Hüseyin Arslan"),
        person(2, "Meryem Arslan"),
        person(3, "Arslans", "die Arslans", family=True),
        person(4, "Arslan", "Herr Arslan"),
        person(5, "Hüseyin Demir"),
    )
    assert uncle.split()[1] == niece.split()[1] == family == alone
    assert other.split()[1] != family
    assert len({uncle.split()[0], niece.split()[0], other.split()[0]}) == 3


def test_polish_family_names_keep_their_gender() -> None:
    wife, husband = given_to(person(1, "Anna Kowalska"), person(2, "Jan Kowalski"))
    assert fold(wife.split()[1])[:-1] == fold(husband.split()[1])[:-1] or wife.split()[1] == husband.split()[1]
    assert husband.split()[1][-1] == "i"
    assert wife.split()[1][-1] == "a"


def test_nobody_without_the_secret_can_tell_a_surrogate() -> None:
    names = [person(number, name) for number, name in enumerate(["Ayşe Yılmaz", "Uwe Krämer", "Jan Nowak"], start=1)]
    assert given_to(*names) == given_to(*names)
    assert given_to(*names) != given_to(*names, secret=b"another")
    with pytest.raises(MisuseError, match="secret of the vault"):
        Surrogates(NameSource(), names).of(names[0])


def test_a_surrogate_stays_and_gets_the_part_that_becomes_known() -> None:
    first = given_to(person(1, "Ayşe"))[0]
    known = person(1, "Ayşe Yılmaz", decision=Decision.SURROGATE, replacement=first)
    whole = given_to(known, person(2, "Emre"))[0]
    assert whole.split()[0] == first
    assert len(whole.split()) == 2
    assert given_to(person(2, "Emre"), replace(known, replacement=whole))[1] == whole


def test_a_surrogate_of_an_earlier_round_is_given_to_nobody_else() -> None:
    first = given_to(person(1, "Ayşe Yılmaz"))[0]
    gone = KeyEntry("PER-001", PER, "Ayşe Yılmaz", ("Ayşe Yılmaz",), first, Decision.SURROGATE, departed=True)
    other, relative = given_to(person(2, "Ayşe Demir"), person(3, "Emre Yılmaz"), key=(gone,))
    assert not set(other.split()) & set(first.split())
    assert relative.split()[1] == first.split()[1]


def test_no_surrogate_is_a_word_that_the_texts_have() -> None:
    text = " ".join(name for name in (*common_of("tr").male, *pool_of("tr").male) if name != "Veysel")
    assert given_to(person(1, "Mehmet"), text=text) == ["Veysel"]


def test_where_no_name_is_left_a_policy_gives_a_label_and_a_decision_is_refused() -> None:
    every = {name for origin in ("tr", "de") for pool in (common_of(origin), pool_of(origin)) for name in pool.male}
    taken = replace(proposals(), transcripts=(Transcript("x", "Mehmet sagt: " + " ".join(sorted(every)), id="t"),))
    mehmet = replace(person(1, "Mehmet"), mentions=(Occurrence("t", Span(0, 6)),))
    alone = replace(taken, entities=(mehmet,))
    assert apply_policy(alone, PROFILES["publication"]).get("PER-001").replacement == "[Person 1]"
    with pytest.raises(MisuseError, match=r"No name is left .* give PER-001 a pseudonym"):
        alone.decide("PER-001", "surrogate")


def test_only_persons_get_surrogates() -> None:
    place = replace(person(1, "Marxloh"), type=EntityType.LOC, id="LOC-001")
    with pytest.raises(MisuseError, match="made for persons only: give LOC-001 a label"):
        given_to(place)


REAL = st.lists(
    st.sampled_from(
        "Ayşe Yılmaz|Mehmet|Mehmed|Anna Kowalska|Jan Kowalski|Uwe|Hans Schmidt|Frank Krause|Karin|Sabine Lehmann|"
        "Elif|Kadir Aksoy|Linh Nguyen|Ion Popescu|Krause|Lehmann|Fatima Haddad|Marie-Luise Hansen|Zofia Nowicka".split(
            "|"
        )
    ),
    min_size=1,
    max_size=8,
    unique=True,
)


@settings(max_examples=25, deadline=None)
@given(REAL, st.binary(min_size=4, max_size=8))
def test_no_surrogate_is_a_real_name_or_a_word_and_no_two_names_share_one(names: list[str], secret: bytes) -> None:
    people = [person(number, name) for number, name in enumerate(names, start=1)]
    surrogates = given_to(*people, secret=secret)
    real = {fold(word) for name in names for word in name.replace("-", " ").split()}
    words = {word for surrogate in surrogates for word in surrogate.split()}
    assert not real & {fold(word) for word in words}
    assert not any(is_ordinary_word(word, "de") for word in words)
    pairs = dict(zip(names, surrogates, strict=True))
    assert len(set(pairs.values())) == len(pairs)
    assert given_to(*people, secret=secret) == surrogates


TEXT = "Ayşe Yılmaz und Emre Yılmaz, Frau Yılmaz, Nuray"


def proposals() -> Proposals:
    def found(number: int, *places: tuple[int, int]) -> Entity:
        forms = tuple(TEXT[start:end] for start, end in places)
        mentions = tuple(Occurrence("t", Span(*place)) for place in places)
        return Entity(
            f"PER-{number:03d}", PER, forms[0], forms, mentions, ("test",), 1.0, replacement=f"[Person {number}]"
        )

    entities = (found(1, (0, 11), (29, 40)), found(2, (16, 27)))
    return Proposals((Transcript("x", TEXT, id="t"),), entities, names=NameSource(lambda: SECRET))


def test_a_decision_for_a_surrogate_makes_the_name() -> None:
    decided = proposals().decide(["PER-001", "PER-002"], "surrogate")
    first, second = (one.replacement for one in decided.entities)
    assert decided.accept().versions[0].transcript.text == f"{first} und {second}, Frau {first.split()[1]}, Nuray"
    again = decided.decide("PER-001", "surrogate").entities
    assert [one.replacement for one in again] == [one.replacement for one in decided.entities]


def test_a_surrogate_that_turns_out_to_be_a_real_name_is_refused(tmp_path: Path) -> None:
    decided = proposals().decide("PER-001", "surrogate")
    taken = decided.get("PER-001").replacement.split()[0]
    late = replace(decided.get("PER-002"), name=taken, forms=(taken,))
    clashing = replace(decided, entities=(decided.get("PER-001"), late))
    with pytest.raises(MisuseError, match=r"PER-001 is a real name of this project by now \(PER-002\)"):
        clashing.accept()
    again = clashing.decide("PER-001", "surrogate")
    assert taken not in again.get("PER-001").replacement
    again.accept()
    path = clashing.to_excel(tmp_path / "review.xlsx")
    book = load_workbook(path)
    columns = {cell.value: cell.column for cell in book.worksheets[0][1]}
    book.worksheets[0].cell(2, columns["replacement"]).value = None
    book.save(path)
    assert clashing.from_excel(path).get("PER-001").replacement == again.get("PER-001").replacement


def test_a_sheet_brings_surrogates_and_deletions_back(tmp_path: Path) -> None:
    decided = proposals().decide("PER-001", "surrogate")
    path = decided.to_excel(tmp_path / "review.xlsx")
    assert decided.from_excel(path) == decided
    book = load_workbook(path)
    page = book.worksheets[0]
    columns = {cell.value: cell.column for cell in page[1]}
    page.cell(2, columns["replacement"], "Gül Bulut")
    page.cell(3, columns["decision"], "delete")
    book.save(path)
    back = decided.from_excel(path)
    assert (back.get("PER-001").decision, back.get("PER-001").replacement) == (Decision.PSEUDONYM, "Gül Bulut")
    assert (back.get("PER-002").decision, back.get("PER-002").replacement) == (Decision.DELETE, "[…]")


def test_the_vault_makes_its_secret_once_and_every_keeper_can_read_it(tmp_path: Path) -> None:
    import pyrage

    vault = Vault.create(tmp_path / "v.vault", tmp_path / "k.agekey")
    secret = vault.secret()
    assert len(secret) == 32
    other = pyrage.x25519.Identity.generate()
    vault.add_keeper(str(other.to_public()))
    (tmp_path / "other.agekey").write_text(f"{other}\n")
    assert Vault.open(tmp_path / "v.vault", tmp_path / "other.agekey").secret() == secret
    assert vault.key() == ()
    assert secret.hex().encode() not in b"".join(file.read_bytes() for file in vault.path.rglob("*") if file.is_file())


def test_what_is_at_home_nowhere_is_at_home_in_the_study() -> None:
    assert origin_of(("qwrtz",), None, "Qwrtz", "pl") == "pl"
    assert origin_of(("mehmet",), None, "Mehmet", "de") == "tr"
    assert origin_of(("anna",), None, "Anna", "de") == "de"
