"""What the page selects is, to the character, what Python has there."""

import json
import random
import shutil
import subprocess
from pathlib import Path

import pytest

OFFSETS = Path(__file__).parents[2] / "src" / "interviews" / "lab" / "static" / "core" / "offsets.js"
# Emoji of one and of many code points, marks that combine, both normal forms, right to left, astral letters.
PIECES = "a|ß|ü|u\u0308|e\u0301\u0323|👍🏽|👩‍👩‍👧|🇩🇪|ع|مَ|א|Ł|𝔘|\u200d|\u202e| |\n|.".split("|")
SCRIPT = """
import { readFileSync } from "node:fs";
const { Offsets } = await import(process.argv[1]);
const answers = JSON.parse(readFileSync(0, "utf-8")).map(([text, selections]) => {
  const offsets = new Offsets(text);
  return selections.map(([start, end]) => {
    const units = [offsets.toUnits(start), offsets.toUnits(end)];
    return [text.slice(...units), units, units.map((unit) => offsets.toPoints(unit))];
  });
});
console.log(JSON.stringify(answers));
"""


@pytest.mark.skipif(shutil.which("node") is None, reason="there is no node")
def test_none_of_10_000_selections_is_off_by_one() -> None:
    chance = random.Random(6)
    asked = []
    for _ in range(250):
        text = "".join(chance.choices(PIECES, k=chance.randint(1, 80)))
        places = [sorted(chance.choices(range(len(text) + 1), k=2)) for _ in range(40)]
        asked.append((text, places))
    words = ["node", "--input-type=module", "-e", SCRIPT, OFFSETS.as_uri()]
    done = subprocess.run(words, input=json.dumps(asked), capture_output=True, text=True, check=True, encoding="utf-8")
    for (text, places), answers in zip(asked, json.loads(done.stdout), strict=True):
        for (start, end), (selected, units, points) in zip(places, answers, strict=True):
            assert selected == text[start:end]
            assert units == [len(text[:at].encode("utf-16-le")) // 2 for at in (start, end)]
            assert points == [start, end]
