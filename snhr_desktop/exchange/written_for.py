"""For whom a file of our own was written, and of what: records come in from the office's own files alone."""

from collections.abc import Mapping
from pathlib import Path

from snhr_desktop.exchange.export.asked import INTERNAL
from snhr_desktop.exchange.reading.json_text import beside_records_one
from snhr_desktop.exchange.refusals import FOR_OTHERS, MADE_UP, UnreadableFile
from snhr_desktop.exchange.watching import UNWATCHED, Waiting


def refuse_no_records(path: Path, encoding: str, *, training: bool, waiting: Waiting = UNWATCHED) -> None:
    """Refuse what must not stand among the records of a store, which is for `training` or not.

    Made-up records would be counted with real ones. What was written for others has other identities in each file: it
    would come in beside the records it was made from, and be counted once more. Raises `UnreadableFile`,
    `ImportStopped`.
    """
    made = beside_records_one(path, encoding, "made", waiting)
    if not isinstance(made, Mapping):
        return
    if made.get("training") and not training:
        raise UnreadableFile(path.name, MADE_UP)
    if made.get("audience", INTERNAL) != INTERNAL:
        raise UnreadableFile(path.name, FOR_OTHERS)
