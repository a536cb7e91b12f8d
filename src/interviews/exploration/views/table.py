"""All codings of a study as one table, a row a coding."""

from collections.abc import Iterable, Sequence

import pandas as pd

from interviews.exploration.views.columns import COLUMNS, Columns
from interviews.exploration.views.view import View
from interviews.model import Codebook, Coding, Participant, Transcript, columns_of, talk_of

__all__ = ["COLUMNS", "codings_table"]


def codings_table(
    codings: Iterable[Coding],
    transcripts: Sequence[Transcript],
    participants: Sequence[Participant] = (),
    codebook: Codebook | None = None,
) -> pd.DataFrame:
    """One row a coding, by transcript and position, with its words, its place and its speaker.

    After the columns in `COLUMNS` comes one for every attribute of the participants. `case`, `code` and `theme` are
    ordered categories: all cases of the study, and all codes in the order of the codebook, used or not. A coding over
    several turns stands with the first turn of an interviewee in it.

    Raises MisuseError for codings of a transcript that is not given, or of another text version.
    """
    texts = {transcript.id: transcript.text for transcript in transcripts}
    columns = columns_of(list(codings))
    return View(Columns(columns, talk_of(transcripts), lambda _: texts, participants, codebook), codebook).table()
