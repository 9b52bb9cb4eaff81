"""Gathering that notes what it read: which questions were put, and which incidents were opened.

A published report keeps the revision of every record behind its numbers, whatever its kind asks for.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from snhr_desktop.domain.records import Dossier, Period, PeriodFile
from snhr_desktop.figures.figure import Answer
from snhr_desktop.figures.published import Beside
from snhr_desktop.reports.records import Records
from snhr_desktop.store.listing import IncidentPage, IncidentQuery

Asked = tuple[Period, str]
"""A period and a scope, whose figures were asked for."""


class NotedRecords:
    """The records of an open store as gathering asks for them; `asked` and `opened` in the order they were read.

    `files` are the periods by code.
    """

    def __init__(self, records: Records) -> None:
        self._records = records
        self.asked: dict[Asked, None] = {}
        self.opened: dict[str, None] = {}
        self.files: dict[str, PeriodFile] = {}

    def __getattr__(self, name: str) -> Any:
        return getattr(self._records, name)

    def period(self, code: str) -> PeriodFile:
        """A period with its markers and published figures."""
        return self.files.setdefault(code, self._records.period(code))

    def answers(self, period: Period, scope: str) -> Mapping[str, Answer]:
        """Every figure's answer by code."""
        self.asked[period, scope] = None
        return self._records.answers(period, scope)

    def dossiers(self, uids: Iterable[str]) -> tuple[Dossier, ...]:
        """Incidents in the order asked for."""
        found = self._records.dossiers(uids)
        self.opened |= dict.fromkeys(dossier.incident.uid for dossier in found)
        return found

    def incidents(self, query: IncidentQuery) -> IncidentPage:
        """Lines of the list."""
        page = self._records.incidents(query)
        self.opened |= dict.fromkeys(line.uid for line in page.rows)
        return page

    def beside(self, file: PeriodFile) -> tuple[Beside, ...]:
        """Published figures beside recorded ones."""
        self.asked |= {(file.period, figure.scope): None for figure in file.published}
        return self._records.beside(file)
