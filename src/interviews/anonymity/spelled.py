"""Names spelled letter by letter, as people do for whoever writes them down."""

import re
from collections.abc import Iterator

from interviews.anonymity.mention import EntityType
from interviews.anonymity.page import Finding, Page

# Parties and firms are spoken letter by letter, too, but in transcripts they are written without joints.
_SPELLED = re.compile(r"(?<![\w-])(?:[^\W\d_](?:-|, | - |\. ?)){3,}[^\W\d_](?![\w-])")


def find_spelled_names(page: Page) -> Iterator[Finding]:
    """Four single letters or more in a row with the same joint between them."""
    for match in _SPELLED.finditer(page.text):
        joints = set(re.findall(r"(?<=\w)[^\w]+(?=\w)", match[0]))
        if len(joints) == 1 and match[0][0].isupper():
            yield Finding(match.start(), match.end(), EntityType.PER, "names", "spelled letter by letter", 0.85)
