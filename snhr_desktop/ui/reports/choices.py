"""The choice of a report: its kind and what it is about, whose attacks are counted, for whom, and what stands in it."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from snhr_desktop.domain.records import Period, PeriodFile
from snhr_desktop.domain.vocabularies import vocabulary
from snhr_desktop.i18n import N_, Language
from snhr_desktop.reports.brief import EDITIONS, Brief
from snhr_desktop.reports.kind import INCIDENT as INCIDENT_ALONE
from snhr_desktop.reports.kind import KINDS
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.reports.incident_line import INCIDENT, IncidentLine
from snhr_desktop.ui.reports.kept_briefs import KeptBriefs
from snhr_desktop.ui.reports.section_list import SECTIONS, SectionList
from snhr_desktop.ui.tongue import Words
from snhr_desktop.ui.widgets import ChoiceBox, Labelled
from snhr_desktop.workspace import Draft

KIND, PERIOD, MONTH = N_("Kind of report"), N_("Period"), N_("Month")
SCOPE, EDITION, AUDIENCE = N_("Scope"), N_("Edition"), N_("For whom")
_WIDTH = 268


class Choices(QWidget):
    """`chosen` when a person chooses another report; see `brief`. What is chosen is kept for its period."""

    chosen = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        kit = desk.kit
        self._tongue = kit.tongue
        self._periods: dict[str, Period] = {}
        self._kept = KeptBriefs(desk.operations)
        self._door: Brief | None = None
        self.kind = ChoiceBox(kit, KIND, [(code, kind.title) for code, kind in KINDS.items()])
        self.period, self.month, self.incident = ChoiceBox(kit, PERIOD), ChoiceBox(kit, MONTH), IncidentLine(desk)
        self.scope = ChoiceBox(kit, SCOPE, [(code, term.say) for code, term in vocabulary("scope").items()])
        self.edition = ChoiceBox(kit, EDITION, [(code, edition.title) for code, edition in EDITIONS.items()])
        self.audience = ChoiceBox(kit, AUDIENCE, [(code, term.label) for code, term in vocabulary("audience").items()])
        self.sections = SectionList(kit)
        self._of_figures = (Labelled(kit, PERIOD, self.period), Labelled(kit, SCOPE, self.scope))
        """What a report of one incident does not ask."""
        self._of = {"month": Labelled(kit, MONTH, self.month), "incident": Labelled(kit, INCIDENT, self.incident)}
        self.edition.choose(kit.tongue.language.code)
        self._lay_out(desk)
        self._connect()
        self._show_kind()

    def offer(self, periods: tuple[PeriodFile, ...], drafts: Iterable[Draft] = ()) -> None:
        """Offer the periods of the store; the first time, what was chosen last is chosen again."""
        first = not self.period.code()
        last = self._kept.take(drafts)
        self._periods = {file.period.code: file.period for file in periods}
        self.period.offer([(file.period.code, file.period.name) for file in periods])
        if first and periods:
            self.period.choose(last)
            self._show(self._kept.of(self.period.code()) or self._first_of(self.period.code()))
        self._offer_months()
        if periods and (door := self._door):
            self.choose(door)

    def choose(self, brief: Brief) -> None:
        """Choose what a door led to, now or once there are periods to choose from.

        A blank period or edition is the one chosen last, a blank scope the period's own.
        """
        self._door = None if self._periods else brief
        period = brief.period or self.period.code()
        before = self._kept.of(period) or self._first_of(period)
        wanted = replace(
            brief, period=period, edition=brief.edition or self.edition.code(), scope=brief.scope or before.scope
        )
        self._show(replace(wanted, left_out=before.left_out) if wanted.kind == before.kind else wanted)

    def brief(self) -> Brief | None:
        """What is chosen; None while the store has no period, or where the incident to report on is not chosen yet."""
        period, kind = self.period.code(), KINDS[self.kind.code()]
        if not period or (kind.of == "incident" and not self.incident.uid()):
            return None
        return Brief(
            period,
            self.scope.code(),
            kind.code,
            audience=self.audience.code(),
            edition=self.edition.code(),
            month=self.month.code() if kind.of == "month" else "",
            incident=self.incident.uid() if kind.of == "incident" else "",
            left_out=self.sections.left_out(),
            arabic_indic=self._tongue.arabic_indic,
        )

    def wants_incident(self) -> bool:
        """Whether nothing can be shown until an incident is chosen."""
        return KINDS[self.kind.code()].of == "incident" and not self.incident.uid()

    def _first_of(self, period: str) -> Brief:
        """What is proposed for a period of which nothing was chosen yet."""
        known = self._periods.get(period)
        return Brief(period, known.scope if known else "", edition=self.edition.code())

    def _show(self, brief: Brief) -> None:
        self.kind.choose(brief.kind)
        self.period.choose(brief.period)
        self.scope.choose(brief.scope)
        self.edition.choose(brief.edition)
        self.audience.choose(brief.audience)
        self._offer_months()
        if brief.month:
            self.month.choose(brief.month)
        self.incident.choose(brief.incident)
        self._show_kind(brief.left_out)

    def _show_kind(self, left_out: tuple[str, ...] = ()) -> None:
        kind = KINDS[self.kind.code()]
        for what, field in self._of.items():
            field.setVisible(kind.of == what)
        for field in self._of_figures:
            field.setVisible(kind.of != INCIDENT_ALONE)
        self.sections.offer(kind.code, left_out)

    def _offer_months(self) -> None:
        """The months of the period; the last one first, as that is the one a monthly report is about."""
        period = self._periods.get(self.period.code())
        if period is None or period.first is None or period.last is None:
            return
        day, months = period.first.replace(day=1), list[tuple[str, Words]]()
        while day <= period.last:
            months.insert(0, (f"{day:%Y-%m}", partial(_say_month, day)))
            day = (day + dt.timedelta(days=31)).replace(day=1)
        self.month.offer(months)

    def _take_kind(self) -> None:
        self._show_kind()
        self._tell()

    def _take_period(self) -> None:
        """Another period is reported on as it was the last time."""
        period = self.period.code()
        self._show(self._kept.of(period) or self._first_of(period))
        self._tell()

    def _tell(self) -> None:
        if brief := self.brief():
            self._kept.put(brief)
        self.chosen.emit()

    def _lay_out(self, desk: Desk) -> None:
        desk.theme.measure(self, minimumWidth=_WIDTH)
        self.scope.setMaxVisibleItems(20)
        self.month.setMaxVisibleItems(24)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 12, 1, 0)
        column.setSpacing(8)
        period, scope = self._of_figures
        for held in (Labelled(desk.kit, KIND, self.kind), period, *self._of.values(), scope):
            column.addWidget(held)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(Labelled(desk.kit, EDITION, self.edition), 4)
        row.addWidget(Labelled(desk.kit, AUDIENCE, self.audience), 3)
        column.addLayout(row)
        for box in (self.kind, self.period, self.month, self.scope, self.edition, self.audience):
            box.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        column.addWidget(Labelled(desk.kit, SECTIONS, self.sections), 1)

    def _connect(self) -> None:
        self.kind.chosen.connect(self._take_kind)
        self.period.chosen.connect(self._take_period)
        for box in (self.month, self.scope, self.edition, self.audience):
            box.chosen.connect(self._tell)
        self.incident.picked.connect(self._tell)
        self.sections.changed.connect(self._tell)


def _say_month(day: dt.date, language: Language) -> str:
    return language.month(day)
