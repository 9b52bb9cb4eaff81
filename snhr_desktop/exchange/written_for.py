"""For whom a file of our own was written, and what for: whole records come in, and only those of the office."""

from collections.abc import Mapping
from pathlib import Path

from snhr_desktop.exchange.cells import text_of
from snhr_desktop.exchange.export.asked import INTERNAL
from snhr_desktop.exchange.export.sheets import ABOUT, DEFINITIONS, TOTALS
from snhr_desktop.exchange.export.tables import IDENTITY
from snhr_desktop.exchange.reading import Source
from snhr_desktop.exchange.reading.json_text import beside_records_one
from snhr_desktop.exchange.refusals import FOR_OTHERS, MADE_UP, TO_BE_READ, UnreadableFile
from snhr_desktop.exchange.watching import UNWATCHED, Waiting
from snhr_desktop.i18n import LANGUAGES
from snhr_desktop.store.identity import is_uid

_ROWS = 50
_MAP = frozenset({"reference", "date_precision", "place_precision", "classification", "point"})
"""What each point of a map of ours says, besides others."""


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


def refuse_own_tables(source: Source) -> None:
    """Refuse a table or a map that the program wrote to be read. Raises `UnreadableFile`.

    Each row would become a record beside the one that it tells of, with what the columns of one table say of it.
    """
    if _is_own_workbook(source) or _is_own_map(source) or _is_own_table(source):
        raise UnreadableFile(source.name, TO_BE_READ)


def _is_own_workbook(source: Source) -> bool:
    names = {sheet.name for sheet in source.sheets}
    return any(names.issuperset(map(said.text, (ABOUT, TOTALS, DEFINITIONS))) for said in LANGUAGES.values())


def _is_own_map(source: Source) -> bool:
    return _MAP.issubset(source.columns)


def _is_own_table(source: Source) -> bool:
    """Whether its column of identities, in either language, holds nothing but those that records of ours have."""
    named = {language.text(IDENTITY) for language in LANGUAGES.values()}
    column = next((one for one in source.columns if one in named), "")
    rows = source.sample(_ROWS) if column else ()
    return bool(rows) and all(is_uid(text_of((row.cells or {}).get(column))) for row in rows)
