import pytest

from interviews.findings.shades import fill, ink


def luminance(colour):
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("depth", [step / 50 for step in range(51)])
def test_numbers_stand_out_from_every_shade(depth):
    lighter, darker = sorted((luminance(fill(depth)), luminance(ink(depth))), reverse=True)
    assert (lighter + 0.05) / (darker + 0.05) >= 4.5


def test_nothing_is_white_and_the_least_already_shows():
    assert fill(0) == "#ffffff"
    assert fill(0.01) != "#ffffff"
