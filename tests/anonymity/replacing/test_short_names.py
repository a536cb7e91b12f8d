"""A name is replaced whole, also where a short form of it is known that it begins with."""

import pytest

from interviews.anonymity import propose
from interviews.model import Transcript


@pytest.mark.parametrize(("full", "short"), [("Hannelore", "Hanne"), ("Maximilian", "Max"), ("Annegret", "Anne")])
def test_no_half_of_a_name_stays(full: str, short: str) -> None:
    text = (
        f"I: Und wer sind Sie?\nB: Ich bin die {full} Dombrowski, also die {full}. Alle sagen {short} zu mir. "
        f"Gestern kam {short}, und {full}s Haus steht noch.\n"
    )
    made = propose([Transcript("eins", text, language="de", id="a")]).accept().versions[0].transcript.text
    assert full[len(short) :] not in made
    assert "Dombrowski" not in made
