"""Days and moments as people type them."""

from datetime import datetime, timedelta

from interviews.errors import MisuseError


def parse_moment(words: str) -> datetime:
    """`2026-03-31` is the end of that day, `2026-03-31 14:05` that minute, by this computer's clock."""
    try:
        moment = datetime.fromisoformat(words.strip())
    except ValueError:
        raise MisuseError(f"'{words}' is no date: write it as 2026-03-31, or 2026-03-31 14:05.") from None
    if len(words.strip()) == len("2026-03-31"):
        moment += timedelta(days=1) - timedelta(microseconds=1)
    return moment if moment.tzinfo else moment.astimezone()
