"""What the rows of a file become, in words: which of them are one incident, and by which columns that is known."""

from dataclasses import dataclass
from typing import Self

from snhr_desktop.exchange.mapping import CASE, FileMapping
from snhr_desktop.figures import UNITS
from snhr_desktop.i18n import N_, NP_, Language

GROUPED = N_("Rows that say the same under “{columns}” are one incident.")
EACH_INCIDENT = N_("Each row is an incident of its own, known again by “{columns}”.")
EACH_CASE = N_("Each row is a case of its own, known again by “{columns}”.")
ROWS = NP_("{n} row", "{n} rows")
COUNTED = N_("{rows}, {records}. {how}")


@dataclass(frozen=True)
class RowsTold:
    """By which `columns` rows are known, whether `grouped` ones may be one incident, and whether they are `cases`."""

    columns: tuple[str, ...]
    grouped: bool
    cases: bool

    @classmethod
    def of(cls, mapping: FileMapping) -> Self | None:
        """Those of a mapping; None while nothing tells its records apart."""
        columns = tuple(filter(None, mapping.keys))
        return cls(columns, mapping.grouped, mapping.rows == CASE) if columns else None

    def tell(self, language: Language) -> str:
        """What a row becomes."""
        message = GROUPED if self.grouped else EACH_CASE if self.cases else EACH_INCIDENT
        return language.text(message, columns=language.join([language.isolate(one) for one in self.columns]))

    def tell_counted(self, rows: int, records: int, language: Language) -> str:
        """How many rows made how many records, and why so many."""
        unit = UNITS["cases" if self.cases else "incidents"]
        return language.text(
            COUNTED, rows=language.plural(ROWS, rows), records=unit.say(records, language), how=self.tell(language)
        )
