"""A coded transcript as a page: all words are there, codes stand beside them, and nothing breaks the page."""

import re
import subprocess
import sys
from html import unescape

import pytest

from interviews import lab
from interviews.errors import MisuseError
from tests.small_study import NAMES, make_study


@pytest.fixture(scope="module")
def study(tmp_path_factory):
    with make_study(tmp_path_factory.mktemp("lab")) as project:
        yield project


def page(project, name, **options):
    return lab.show(project, name, **options)._repr_html_()


def test_every_word_of_every_turn_is_on_the_page(study):
    shown = unescape(re.sub(r"<[^>]*>", "", page(study, "a1").replace("<br>", "\n")))
    transcript = next(t for t in study.transcripts if t.name == "a1")
    for turn in transcript.turns:
        assert turn.speech.of(transcript.text) in shown


def test_codes_stand_beside_the_turn_with_their_coders_and_colour(study):
    assert '<li style="--c:#4477AA">Wohnen/Zustand <span class="iv-coder">c1, c2</span></li>' in page(study, "a1")
    assert "c2" not in page(study, "a1", coders=["c1"])


def test_the_page_names_nobody(study):
    assert not [name for name in NAMES if name in page(study, "a1") + repr(lab.show(study, "a1"))]


def test_a_transcript_that_is_not_there_is_refused_with_the_names_of_those_that_are(study):
    with pytest.raises(MisuseError, match="there are: a1, b1"):
        lab.show(study, "c1")


@pytest.mark.slow
def test_charts_are_drawn_without_a_network():
    told = (
        "import sys; sys.modules['ipykernel.zmqshell'] = sys; from interviews import lab; "
        "import altair; print(altair.renderers.active)"
    )
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "svg"
