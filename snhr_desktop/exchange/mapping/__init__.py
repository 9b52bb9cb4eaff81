"""The mapping of a foreign file onto our records: what stands in a mapping file, as values.

`mapping_file` reads, checks and writes it; `convert` follows it; `guessing` makes one for a file that has none.
`resources/mappings/README.md` documents the format.
"""

from snhr_desktop.exchange.mapping.file_mapping import BOTH, CASE, INCIDENT, LISTS, ROWS, VICTIM, FileMapping
from snhr_desktop.exchange.mapping.rules import (
    DAY_FIRST,
    FROM_COLUMN,
    MONTH_FIRST,
    ORDERS,
    DateRule,
    FieldRule,
    PlaceRule,
    RecordRule,
    TollRule,
    Words,
)

__all__ = [
    "BOTH", "CASE", "DAY_FIRST", "FROM_COLUMN", "INCIDENT", "LISTS", "MONTH_FIRST", "ORDERS", "ROWS", "VICTIM",
    "DateRule", "FieldRule", "FileMapping", "PlaceRule", "RecordRule", "TollRule", "Words",
]  # fmt: skip
