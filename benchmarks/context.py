"""What the tagger that reads the context adds, in cross-validation over the excerpts that it comes from (corpora/talk).

    python benchmarks/context.py [--language de|en|pl] [--folds 6]

Of the excerpts, shuffled, each part is searched by a tagger that learned from the others, and once without any. Counted
as in anonymization.py. The lists and rules know these excerpts: what a new text will give is counted elsewhere.
"""

import argparse
import random
import sys
from functools import lru_cache

from anonymization import Score
from detectors import Found
from marked_texts import ROOT, Document, folder

from interviews.anonymity.finders.detection import detect
from interviews.anonymity.models import context
from interviews.anonymity.models.tagger import Tagger

sys.path.insert(0, str(ROOT / "corpora"))
from make_context import TALK, excerpt, taught


def counted(score: Score, document: Document, tagger: Tagger | None) -> None:
    """Count a document searched with this tagger."""
    context.context_tagger = lru_cache(lambda language: tagger)  # type: ignore[assignment]
    found = [
        Found(one.span.start, one.span.end, str(one.type), one.finder, one.score)
        for one in detect(document.text, document.language)
    ]
    score.add(document, found)
    score.words += len(document.text.split())


def main() -> None:
    """Train and count, part by part."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--language", choices=("de", "en", "pl"), default="de")
    parser.add_argument("--folds", type=int, default=6)
    arguments = parser.parse_args()
    documents = {one.name: one for one in folder(TALK) if one.language == arguments.language}
    excerpts = [excerpt(path) for path in sorted(TALK.glob(f"{arguments.language}*.marked.txt"))]
    random.Random(3).shuffle(excerpts)
    without, with_it = Score(), Score()
    for part in range(arguments.folds):
        others = [one for at, one in enumerate(excerpts) if at % arguments.folds != part]
        tagger = taught(others, arguments.language)
        for one in excerpts[part :: arguments.folds]:
            document = documents[one.name.removesuffix(".marked.txt")]
            counted(without, document, None)
            counted(with_it, document, tagger)
    for title, score in (("without the context", without), ("with it", with_it)):
        print(f"{title}, {len(excerpts)} excerpts, {score.words:,} words")
        score.show(len(excerpts), 0)


if __name__ == "__main__":
    main()
