"""Which tiers hold speech."""

import pytest

from interviews.formats.annotation.building import Unit
from interviews.formats.annotation.tiers import Choice, Tier, TierKind, choose, kind_of, without_versions


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Anna", TierKind.SPEECH),
        ("INT", TierKind.SPEECH),
        ("Wortmann", TierKind.SPEECH),
        ("Transkript", TierKind.SPEECH),
        ("orth", TierKind.SPEECH),
        ("ORT-MAU", TierKind.WORDS),
        ("KAN-MAU", TierKind.SOUNDS),
        ("Anna - words", TierKind.WORDS),
        ("A_Wo\u0308rter", TierKind.WORDS),
        ("Freie U\u0308bersetzung", TierKind.TRANSLATION),
        ("noteT", TierKind.REMARK),
        ("A_Kommentare", TierKind.REMARK),
        ("Blick B", TierKind.BEHAVIOUR),
        ("", TierKind.SPEECH),
    ],
)
def test_a_tier_is_what_its_name_says(name: str, kind: TierKind) -> None:
    assert kind_of(name) is kind


@pytest.mark.parametrize(
    ("name", "kind"), [("A_EN", TierKind.TRANSLATION), ("ft-rus", TierKind.TRANSLATION), ("x", TierKind.OTHER)]
)
def test_a_dependent_tier_with_the_name_of_a_language_is_a_translation(name: str, kind: TierKind) -> None:
    assert kind_of(name, dependent=True) is kind


def tier(speaker: str, *stretches: tuple[float, float], kind: TierKind = TierKind.SPEECH) -> Tier:
    return Tier(kind, [Unit("ja", speaker, int(a), int(b)) for a, b in stretches], list(stretches))


def test_words_stand_for_speech_only_where_a_speaker_has_no_other_tier() -> None:
    one, two = tier("A", (0, 1)), tier("A", (0, 1), kind=TierKind.WORDS)
    other = tier("B", (0, 1), kind=TierKind.WORDS)
    choice = choose([one, two, other])
    assert (choice.speech, choice.beside) == ([one, other], [two])


def test_the_tier_with_most_utterances_is_the_main_one_and_the_first_of_equals() -> None:
    few, many = tier("A", (0, 5)), tier("A", (0, 1), (1, 2), (2, 5))
    assert without_versions(Choice([few, many], [], [])).versions == [few]
    one, two = tier("A", (0, 1), (2, 3)), tier("A", (0, 1), (2, 3))
    assert without_versions(Choice([one, two], [], [])).versions[0] is two


def test_tiers_of_one_speaker_one_after_the_other_are_both_read() -> None:
    tiers = [tier("A", (0, 1), (2, 3)), tier("A", (5, 6), (7, 8), (0.9, 2.05))]
    assert without_versions(Choice(tiers, [], [])).versions == []


def test_different_people_may_speak_at_one_time() -> None:
    assert without_versions(Choice([tier("A", (0, 1)), tier("B", (0, 1))], [], [])).versions == []
