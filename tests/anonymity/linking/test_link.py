import re
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviews.anonymity.entity import Occurrence
from interviews.anonymity.linking.grouping import Group, Named
from interviews.anonymity.linking.link import link
from interviews.anonymity.mention import EntityType, Mention
from interviews.model import Span

PER, LOC, ORG = EntityType.PER, EntityType.LOC, EntityType.ORG


def read(
    text: str, transcript: str = "t1", case: str | None = None, language: str = "de", start: int = 0
) -> list[Named]:
    """Mentions of a text in which they stand in braces, those of places after a `@`, of organisations after a `#`."""
    plain = re.sub(r"[{}@#]", "", text)
    found, shift = [], 0
    for match in re.finditer(r"\{([@#]?)([^}]*)\}", text):
        begin = match.start() - shift
        span = Span(begin, begin + len(match[2]))
        shift += 2 + len(match[1])
        mention = Mention(span, {"@": LOC, "#": ORG}.get(match[1], PER), match[2], "test", "", 1.0)
        around = plain[max(0, begin - 120) : begin], plain[span.end : span.end + 40]
        found.append(Named(Occurrence(transcript, span), mention, *around, language, case, start + begin))
    return found


def groups(*texts: list[Named]) -> list[set[str]]:
    return [{named.mention.text for named in group.members} for group in link(one for text in texts for one in text)]


def test_full_name_titled_family_name_and_lost_diacritics_are_one_person() -> None:
    text = "Ich heiße {Ayşe Yılmaz}. Frau {Yılmaz}, sagt er. Am Telefon {Yilmaz}. {Ayşes} Sohn."
    assert groups(read(text)) == [{"Ayşe Yılmaz", "Yılmaz", "Yilmaz", "Ayşes"}]


def test_two_full_names_with_different_given_names_stay_two_persons() -> None:
    assert groups(read("{Hüseyin Arslan} und {Meryem Arslan}")) == [{"Hüseyin Arslan"}, {"Meryem Arslan"}]


def test_a_bare_family_name_that_fits_two_persons_stays_apart_and_says_so() -> None:
    found = link(read("{Hüseyin Arslan} und {Meryem Arslan}. {Arslan} war da."))
    assert [len(group.members) for group in found] == [1, 1, 1]
    assert {named.mention.text for named in found[2].could_be} == {"Hüseyin Arslan", "Meryem Arslan"}


def test_a_family_is_an_entity_of_its_own() -> None:
    found = link(read("Da war {Frau Demir}. Die {Demirs} kennt jeder. {Familie Demir} auch. Die {Demir} ist nett."))
    assert [{n.mention.text for n in group.members} for group in found] == [
        {"Frau Demir", "Demir"},
        {"Demirs", "Familie Demir"},
    ]
    assert [group.family for group in found] == [False, True]


def test_a_given_name_that_ends_in_s_is_no_family() -> None:
    assert not any(group.family for group in link(read("Die {Ines} und die {Doris} kamen.")))


def test_the_grandson_of_the_same_family_name_is_not_his_grandfather() -> None:
    found = groups(read("Herr {Nowak}, guten Tag. Mein Enkel {Kevin}, der {Kevin Nowak}. Der {Nowack} mit ck."))
    assert found == [{"Nowak"}, {"Kevin", "Kevin Nowak"}, {"Nowack"}]


def test_whoever_introduces_himself_is_the_one_addressed_before() -> None:
    assert groups(read("Frau {Yılmaz}, bitte. Ja, ich heiße {Ayşe Yılmaz}.")) == [{"Yılmaz", "Ayşe Yılmaz"}]


def test_frau_and_herr_of_one_family_name_are_two_and_the_bare_name_is_undecided() -> None:
    found = link(read("{Frau Kaya} und {Herr Kaya} kamen. {Kaya} sprach."))
    assert [len(group.members) for group in found] == [1, 1, 1]
    assert len(found[2].could_be) == 2


def test_what_everybody_calls_someone_is_linked() -> None:
    assert groups(
        read("Ich bin {Ibrahim Al-Hassan}, hier sagen alle {Ibo}. Dort steht {Alhassan} und {Al Hasan}.")
    ) == [{"Ibrahim Al-Hassan", "Ibo", "Alhassan", "Al Hasan"}]
    assert groups(read("{Shabana Hussain}, most people call me {Shabs}.", language="en")) == [
        {"Shabana Hussain", "Shabs"}
    ]


def test_the_order_of_the_parts_of_a_name_does_not_matter() -> None:
    assert groups(read("{Nguyen Thi Linh} oder {Thi Linh Nguyen}")) == [{"Nguyen Thi Linh", "Thi Linh Nguyen"}]


def test_polish_cases_are_one_person() -> None:
    text = "Mój mąż {Piotr}. Z {Piotrem} jesteśmy. {Zofia Nowak}, bez pani {Zofii}."
    assert groups(read(text, language="pl")) == [{"Piotr", "Piotrem"}, {"Zofia Nowak", "Zofii"}]


def test_a_place_is_one_in_the_whole_project_with_its_derivations() -> None:
    one, other = read("in {@Marxloh}, die {@Marxloher}", "t1"), read("aus {@MARXLOH}", "t2", start=500)
    assert groups(one, other) == [{"Marxloh", "Marxloher", "MARXLOH"}]


def test_a_part_of_a_town_is_not_the_town() -> None:
    assert groups(read("in {@Halle} und {@Halle-Neustadt}")) == [{"Halle"}, {"Halle-Neustadt"}]


def test_the_same_full_name_is_one_person_in_all_interviews() -> None:
    assert groups(read("{Rose Stein}", "t1"), read("{Rose Stein} und {Rose}", "t2", start=500)) == [
        {"Rose Stein", "Rose"}
    ]


def test_a_bare_given_name_is_not_linked_between_interviews() -> None:
    found = link([*read("{Mehmet}", "t1", "Duisburg"), *read("{Mehmet}", "t2", "Duisburg", start=500)])
    assert [len(group.members) for group in found] == [1, 1]
    assert found[1].could_be == (found[0].first,)


@pytest.mark.parametrize(
    ("cases", "persons"), [(("Duisburg", "Duisburg"), 1), (("Duisburg", "Halle"), 2), ((None, None), 2)]
)
def test_a_titled_family_name_is_linked_between_interviews_of_one_case(
    cases: tuple[str | None, str | None], persons: int
) -> None:
    assert len(groups(read("{Frau Haase}", "t1", cases[0]), read("{Frau Haase}", "t2", cases[1], start=500))) == persons


def may_be(text: str, language: str = "de") -> dict[str, set[str]]:
    """What the groups, by their first words, may be."""
    found = link(read(text, language=language))
    return {one.first.mention.text: {other.mention.text for other in one.may_be} for one in found if one.may_be}


@pytest.mark.parametrize(
    ("text", "language", "noted"),
    [
        ("{Michael Tannhof} kam. Später sagte {M. T.} das.", "de", {"M. T.": {"Michael Tannhof"}}),
        ("{Ahmad} kam. Auf dem Zettel stand {أحمد}.", "de", {"أحمد": {"Ahmad"}}),
        ("{Anna Krüger-Hoffmann} kam. Später {Hoffmann}.", "de", {"Hoffmann": {"Anna Krüger-Hoffmann"}}),
        ("{Aleksandra} lernt. {Ołeksandr} auch. Und {Sasza}.", "pl", {"Sasza": {"Aleksandra", "Ołeksandr"}}),
    ],
)
def test_spellings_initials_and_what_may_mean_two_are_proposed_and_never_merged(
    text: str, language: str, noted: dict[str, set[str]]
) -> None:
    assert may_be(text, language).items() >= noted.items()


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("{Katarzyna Wiśniewska} kam. Später war {Kasia} da.", "de"),
        ("{William Thornbury} came. Later {Bill} rang.", "en"),
        ("{Ilir} kam. Ich meine {Ilir Gashi}.", "de"),
    ],
)
def test_a_given_or_pet_name_goes_to_the_only_one_it_can_mean_and_the_group_says_so(text: str, language: str) -> None:
    (group,) = link(read(text, language=language))
    assert len(group.members) == 2
    assert group.supposed


def test_a_pet_name_that_two_can_have_goes_to_none() -> None:
    found = link(read("{Katarzyna Nowak} und {Katarzyna Zielińska} kamen. Später {Kasia}."))
    assert [len(group.members) for group in found] == [1, 1, 1]
    assert len(found[2].may_be) == 2


def test_a_pet_name_of_the_other_gender_is_somebody_else() -> None:
    assert len(groups(read("{Alexandra Wolf} kam. Herr {Alex} kam später."))) == 2


def test_a_nickname_in_another_interview_is_proposed() -> None:
    found = link([*read("{Katarzyna Wiśniewska} kam.", "t1"), *read("Die {Kasia} war da.", "t2", start=500)])
    assert [one.may_be for one in found] == [(), (found[0].first,)]


def test_a_family_name_with_a_title_is_short_for_the_full_name_before() -> None:
    assert groups(read("{Sabine Wolf} kam. Mit Frau {Wolf} rede ich gern.")) == [{"Sabine Wolf", "Wolf"}]


def test_whom_a_relation_introduces_is_somebody_else() -> None:
    assert groups(read("{Nour Khoury} und ihre Mutter, Frau {Khoury}.")) == [{"Nour Khoury"}, {"Khoury"}]


def test_two_people_of_one_given_name_stay_two() -> None:
    text = "Meine Freundin {Ayşe} hat mit {Ayşe Korkmaz} vom Kiosk nichts zu tun. {Korkmaz} ist älter."
    assert groups(read(text)) == [{"Ayşe"}, {"Ayşe Korkmaz", "Korkmaz"}]


def test_two_people_of_one_family_name_stay_two_where_the_gender_differs() -> None:
    text = "{Thomas Dreyer} leitet das. Nicht verwechseln mit Frau {Dreyer} vom Amt."
    assert groups(read(text)) == [{"Thomas Dreyer"}, {"Dreyer"}]
    polish = "{Jan Nowicki} i {Joanna Nowicka} to rodzeństwo. {Nowicka} śpiewa, {Nowicki} gra."
    assert groups(read(polish, language="pl")) == [{"Jan Nowicki", "Nowicki"}, {"Joanna Nowicka", "Nowicka"}]


def test_a_father_and_a_mother_called_after_their_child_are_two() -> None:
    assert groups(read("{Abu Khaled} and {Umm Khaled} came.", language="en")) == [{"Abu Khaled"}, {"Umm Khaled"}]


def test_somebody_else_who_is_called_something_is_not_the_one_before() -> None:
    assert len(groups(read("There is {Precious}, and a fella called {Hope}.", language="en"))) == 2


def test_who_is_addressed_by_a_short_form_is_the_one_who_gave_her_name() -> None:
    text = "Nazywam się {Anna Kowalska}. Pani {Aniu}, a sąsiedzi?"
    assert groups(read(text, language="pl")) == [{"Anna Kowalska", "Aniu"}]


@pytest.mark.parametrize(
    ("text", "language", "genders"),
    [
        ("{Frau Kaya} kam, {Herr Nowak} ging. {Robin} blieb.", "de", ["female", "male", ""]),
        ("Meine Schwester {Robin} kam.", "de", ["female"]),
        ("My brother {Robin} came.", "en", ["male"]),
        ("{Zofia Zielińska} i {Wiśniewskim}.", "pl", ["female", "male"]),
        ("{Robin}, sie wohnt dort.", "de", ["female"]),
        ("Panie {Marku}, proszę. Pani {Marto}, też.", "pl", ["male", "female"]),
        ("Die {Demirs} kamen, die {Familie Demir}.", "de", [""]),
    ],
)
def test_gender_is_known_where_the_text_says_it(text: str, language: str, genders: list[str]) -> None:
    assert [one.gender for one in link(read(text, language=language))] == genders


def test_a_quarter_is_part_of_its_town() -> None:
    text = "Wir wohnen in {@Wehrenbüttel-Ost}, das ist {@Lünsbek} in {@Wehrenbüttel}."
    found = {one.first.mention.text: {other.mention.text for other in one.part_of} for one in link(read(text))}
    assert found == {"Wehrenbüttel-Ost": {"Wehrenbüttel"}, "Lünsbek": {"Wehrenbüttel"}, "Wehrenbüttel": set()}


def test_a_place_with_its_town_and_its_people_is_one_with_the_place_alone() -> None:
    text = "{@Nordstadt}, die {@Dortmunder Nordstadt}, die {@Nordstädter*innen}."
    assert groups(read(text)) == [{"Nordstadt", "Dortmunder Nordstadt", "Nordstädter*innen"}]


def test_an_organisation_is_one_in_any_case_and_without_its_legal_form() -> None:
    text = "Beim {#Runden Tisch Lünsbek}, der {#Runde Tisch Lünsbek e.V.} und ein {#Runder Tisch Lünsbek}."
    assert len(groups(read(text))) == 1


def test_short_names_and_abbreviations_of_an_organisation_are_proposed() -> None:
    noted = may_be("Der {#Runde Tisch Nordlicht e.V.} tagt. Der {#Runde Tisch} hilft, {#RTN} schreiben sie.")
    assert noted == {"Runde Tisch": {"Runde Tisch Nordlicht e.V."}, "RTN": {"Runde Tisch Nordlicht e.V."}}


def test_nothing_to_link_gives_nothing() -> None:
    assert link([]) == []


NAMES = st.sampled_from(
    [
        "Ayşe Yılmaz",
        "Yılmaz",
        "Frau Yılmaz",
        "Herr Yilmaz",
        "Demirs",
        "Familie Demir",
        "Demir",
        "Hans",
        "Hans'",
        "Mehmet",
        "A.",
        "Ö",
    ]
)


@given(st.lists(st.tuples(NAMES, st.sampled_from(["die", "Herr", "sagen alle", ""])), max_size=12), st.integers(1, 3))
def test_every_mention_is_in_exactly_one_group_whatever_the_names(
    names: list[tuple[str, str]], interviews: int
) -> None:
    numbers = count()
    mentions = [
        named
        for i in range(interviews)
        for named in read(
            ". ".join(f"{before} {{{name}}}" for name, before in names), f"t{i}", start=1000 * next(numbers)
        )
    ]
    found: list[Group] = link(mentions)
    assert sorted(named.order for group in found for named in group.members) == sorted(
        named.order for named in mentions
    )
    assert link(mentions) == found
    assert [group.first.order for group in found] == sorted(group.first.order for group in found)
