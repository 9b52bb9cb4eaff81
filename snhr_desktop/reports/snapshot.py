"""The snapshot: everything one report needs, gathered in one consistent read and never changed afterwards.

Panels, tables, charts, prose and both language editions are made of the same snapshot, so that no two places of a
report can tell different numbers. It holds only what may be printed; see `reports.publication`.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from snhr_desktop.domain.places import Place
from snhr_desktop.domain.records import Dossier, Period, PeriodFile
from snhr_desktop.domain.values import Site, When
from snhr_desktop.figures.figure import Answer
from snhr_desktop.figures.published import Beside
from snhr_desktop.i18n import Language
from snhr_desktop.reports.brief import Brief
from snhr_desktop.reports.detained import Detained
from snhr_desktop.reports.filed import Filed
from snhr_desktop.reports.particular import Particulars
from snhr_desktop.reports.roll import Roll
from snhr_desktop.store.anchoring import Anchor
from snhr_desktop.store.place_packs import Boundaries


@dataclass(frozen=True)
class Listed:
    """One counted incident in the list of the annex; `killed` and `injured` are civilians."""

    reference: str
    date: When
    place: Site
    party_row: str
    killed: int
    injured: int


@dataclass(frozen=True)
class Retold:
    """The code of a section of an earlier report, and the references of the incidents of which it told otherwise."""

    section: str
    references: tuple[str, ...] = ()


@dataclass(frozen=True)
class Earlier:
    """A report published before of the same days and scope: its code, its day, and its figures as published.

    `beside` says that these are the days of the month before (`previous`) or of the `year` so far. `retold` are the
    lists that told otherwise of incidents, `particulars` what the dossier of an incident did.
    """

    code: str
    day: dt.date
    answers: Mapping[str, Answer]
    beside: str = ""
    retold: tuple[Retold, ...] = ()
    particulars: Particulars = field(default_factory=dict)


@dataclass(frozen=True)
class Along:
    """The answers of other days than those reported on, by the code of the figure; bounds are inclusive."""

    first: dt.date
    last: dt.date
    answers: Mapping[str, Answer]
    months: Mapping[str, Mapping[str, int]] = field(default_factory=dict)


@dataclass(frozen=True)
class Snapshot:
    """The contents of a report.

    `brief` is what was asked for; its scope is never blank here. `answers` go by the code of the figure, `parties`
    give civilians killed by class for each row of the table by party where it can be told. `massacres` are dossiers
    fit for publication, oldest first. `places` holds every place named and the wider ones it lies in. `serial` is the
    number of a published report within its month, 0 while it is not published; `anchor` is where the history stood
    when all this was read. `earlier` are the reports that were published of the same days and scope.

    A report of a month has the month before `previous`ly, the months of its `year` up to it, and `late`: incidents of
    earlier days that became documented within it. They are in none of its totals.
    A dossier has the incident it is of, `filed`; a list of victims has its `roll`.
    """

    brief: Brief
    file: PeriodFile
    as_of: dt.datetime
    answers: Mapping[str, Answer]
    parties: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    massacres: tuple[Dossier, ...] = ()
    incidents: tuple[Listed, ...] = ()
    compared: tuple[Beside, ...] = ()
    places: Mapping[str, Place] = field(default_factory=dict)
    previous: Along | None = None
    year: Along | None = None
    late: tuple[Listed, ...] = ()
    detained: tuple[Detained, ...] = ()
    """Those arrested in the month of a monthly report who may be named."""
    filed: Filed | None = None
    roll: Roll | None = None
    months: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    """Civilians killed of each class by month."""
    ground: Boundaries = field(default_factory=Boundaries)
    """What its map is drawn on, with the credit; the outlines of the program where no packs were taken in."""
    training: bool = False
    serial: int = 0
    anchor: Anchor | None = None
    earlier: tuple[Earlier, ...] = ()

    @property
    def draft(self) -> bool:
        """Whether it is not published."""
        return not self.serial

    @property
    def scope(self) -> str:
        """Whose attacks are counted."""
        return self.brief.scope

    @property
    def period(self) -> Period:
        """The period reported on."""
        return self.file.period

    @property
    def first(self) -> dt.date:
        """First day of the period."""
        return self.period.first or dt.date.min

    @property
    def last(self) -> dt.date:
        """Last day of the period."""
        return self.period.last or dt.date.max

    @property
    def code(self) -> str:
        """The report code: the letter of its kind, year and month of the report, and two digits; 00 for a draft."""
        return f"{self.brief.what.letter}{self.as_of:%y%m}{self.serial:02}"

    def place_name(self, pcode: str, language: Language) -> str:
        """The name of a place in a language; the code itself where the place is not known."""
        place = self.places.get(pcode)
        return pcode if place is None else place.name_ar if language.code == "ar" else place.name_en
