"""Every public name is there when it is asked for, and nothing is fetched before."""

import subprocess
import sys

import pytest

import interviews as iv


@pytest.mark.parametrize("name", iv.__all__)
def test_every_public_name_is_there(name: str) -> None:
    assert getattr(iv, name) is getattr(iv, name)
    assert name in dir(iv)


def test_other_names_are_not() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'nothing'"):
        _ = iv.nothing


def test_nothing_heavy_is_loaded_before_it_is_needed() -> None:
    told = (
        "import sys, interviews, interviews.lab.workspace; print(sorted({'pandas', 'sqlalchemy'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
