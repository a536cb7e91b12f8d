"""Where the bundled fictional study lies: inside an installed package, or in the repository it is developed in."""

from pathlib import Path

_HERE = Path(__file__).parent
_ROOT = _HERE if (_HERE / "corpora").is_dir() else _HERE.parents[2]


def corpus() -> Path:
    """The folder of the bundled interviews."""
    return _ROOT / "corpora" / "ankunft"


def codebook() -> Path:
    """The file of their codebook."""
    return _ROOT / "codebooks" / "ankunft.yaml"
