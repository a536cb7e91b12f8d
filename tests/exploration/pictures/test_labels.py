"""Names of codes fit beside a picture and stay apart."""

from interviews.exploration.pictures.labels import short_labels


def test_a_long_path_loses_what_stands_above_not_its_own_name():
    long = "Fluktuation und Bleiben im Quartier/Diskriminierungserfahrungen"
    assert short_labels(["Wohnen/Miete", long]) == {
        "Wohnen/Miete": "Wohnen/Miete",
        long: "Fluktuation und B…/Diskriminierungserfahrungen",
    }


def test_two_that_would_read_the_same_stay_whole():
    alike = [f"Fluktuation und Bleiben im {place}/Diskriminierungserfahrungen" for place in ("Quartier", "Stadtteil")]
    assert list(short_labels(alike).values()) == alike


def test_a_long_name_loses_its_middle():
    name = "In einem Haus, in dem alle einander kennen und einander grüßen"
    label = short_labels([name])[name]
    assert len(label) <= 46
    assert label.startswith("In einem Haus, in")
    assert label.endswith("und einander grüßen")
