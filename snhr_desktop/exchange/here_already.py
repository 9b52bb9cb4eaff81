"""New incidents of a file that are much like one from elsewhere that is here: told, not refused.

Those of one place and day are known already, of all. The others are asked about in a dry run, the first few thousand:
each costs the store a look at what lies around its place and day.
"""

from collections.abc import Sequence
from dataclasses import replace

from snhr_desktop.domain.doubles import tells_of_one
from snhr_desktop.domain.records import Dossier
from snhr_desktop.domain.steps import REJECTED
from snhr_desktop.exchange.convert import Converted
from snhr_desktop.exchange.findings import LIKE_HERE, Finding
from snhr_desktop.exchange.import_records import Records
from snhr_desktop.exchange.planned import CREATED, Planned
from snhr_desktop.exchange.reading import Remark
from snhr_desktop.exchange.watching import Waiting
from snhr_desktop.i18n import N_

MOST = 3_000
"""New incidents of one file that are asked about."""
ONLY_FIRST = N_(
    "Whether new incidents are like one that is here was looked up of the first {count} alone; try the others in a "
    "file of their own."
)


class HereAlready:
    """Asks the store about the new incidents of one file, as long as there are few."""

    def __init__(self, records: Records, code: str, waiting: Waiting) -> None:
        """About those of the data set `code`, as long as somebody waits."""
        self._records, self._code, self._waiting = records, code, waiting
        self._asked = 0
        self._left = False

    def told(self, converted: Sequence[Converted], planned: Sequence[Planned]) -> list[Converted]:
        """The same with what was found of each. Raises `ImportStopped`."""
        both = zip(converted, planned, strict=True)
        return [self._told(row, one) for row, one in self._waiting.over(both)]

    def remarks(self) -> tuple[Remark, ...]:
        """That some were not asked about, where that is so."""
        return (Remark(ONLY_FIRST, {"count": MOST}),) if self._left else ()

    def _told(self, row: Converted, one: Planned) -> Converted:
        if one.outcome != CREATED or one.dossier is None or one.claimed or one.beside:
            return row
        if self._asked == MOST:
            self._left = True
            return row
        self._asked += 1
        found = self._found(row.key, one.dossier)
        return replace(row, findings=(*row.findings, found)) if found else row

    def _found(self, key: str, given: Dossier) -> Finding | None:
        """What is likely the same, the likeliest alone; who was told of one looks at its record."""
        for likely in self._records.likely_incidents(given):
            if likely.status != REJECTED and tells_of_one(likely.match) and self._is_from_elsewhere(likely.uid):
                place = self._records.gazetteer.get(likely.place.pcode) or "–"
                said = {"reference": likely.reference, "date": likely.date, "place": place, "reasons": likely.match}
                return Finding(LIKE_HERE, key, said)
        return None

    def _is_from_elsewhere(self, uid: str) -> bool:
        here = self._records.of_uid(Dossier, uid)
        return here is not None and not here.incident.origin.startswith(f"{self._code}:")
