"""An interview that was erased comes back from another program: it is left out, with all that is said about it."""

from collections.abc import Collection
from dataclasses import replace
from types import MappingProxyType

from interviews.anonymity.vault.waiting_erasing import codebook_without
from interviews.errors import Problem
from interviews.model import Exchange, Transcript
from interviews.store import Doomed
from interviews.text import Runs

TOLD = "was erased here, since somebody withdrew, and is not taken in again"


def without_erased(exchange: Exchange, erased: Doomed) -> Exchange:
    """The exchange without the transcripts that are known to be erased, by their ids or GUIDs."""
    refused = [one for one in exchange.transcripts if _is_erased(one, exchange, erased)]
    if not refused:
        return exchange
    ids = {one.id for one in refused}
    left = [one for one in exchange.transcripts if one.id not in ids]
    runs = Runs((one.text for one in refused), (one.text for one in left))
    silent = _speaking(refused) - _speaking(left)
    gone = ids | silent | {coding.id for coding in exchange.codings if coding.transcript in ids}
    memos = [memo for memo in exchange.memos if memo.about not in gone and not runs.stands_in(memo.text)]
    gone |= {memo.id for memo in exchange.memos} - {memo.id for memo in memos}
    return replace(
        exchange,
        transcripts=tuple(left),
        codebook=exchange.codebook and codebook_without(exchange.codebook, runs),
        codings=tuple(coding for coding in exchange.codings if coding.id not in gone),
        participants=tuple(one for one in exchange.participants if one.name not in silent),
        memos=tuple(memos),
        groups=tuple(replace(one, members=_staying(one.members, gone)) for one in exchange.groups),
        links=tuple(one for one in exchange.links if len(_staying((one.origin, one.target), gone)) == 2),
        media=tuple(medium for medium in exchange.media if medium.transcript not in ids),
        ids=MappingProxyType({name: id for name, id in exchange.ids.items() if name.partition(":")[2] not in gone}),
        belongings=tuple(one for one in exchange.belongings if one[2] not in gone),
        problems=(*exchange.problems, Problem("texts", f"{len(refused)} of the interviews {TOLD}")),
    )


def _is_erased(transcript: Transcript, exchange: Exchange, erased: Doomed) -> bool:
    guid = exchange.ids.get(f"transcript:{transcript.id}", transcript.id)
    return bool({transcript.id, guid.strip("{}").lower()} & (erased.transcripts | erased.rows))


def _speaking(transcripts: Collection[Transcript]) -> set[str]:
    return {who for one in transcripts for speaker in one.speakers if (who := speaker.participant)}


def _staying(members: tuple[tuple[str, str], ...], gone: Collection[str]) -> tuple[tuple[str, str], ...]:
    return tuple(member for member in members if member[1] not in gone)
