"""The head of the page: which period, whose incidents, as of when; and the two acts that follow from it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from snhr_desktop.domain.dates import say_span
from snhr_desktop.domain.records import PeriodFile
from snhr_desktop.domain.vocabularies import vocabulary
from snhr_desktop.i18n import N_, Language, Message
from snhr_desktop.reports.sections.key_figures import AS_OF
from snhr_desktop.ui.care.line import BackupLine
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.overview.gathering import Overview
from snhr_desktop.ui.overview.words import OVERVIEW
from snhr_desktop.ui.rights import close_off
from snhr_desktop.ui.tongue import Words
from snhr_desktop.ui.widgets import ChoiceBox, PageHeader, button, icon_button, label

PERIOD, SCOPE = N_("Period"), N_("Scope")
NEW_PERIOD, EDIT_PERIOD = N_("New period…"), N_("Edit this period…")
REPORT, NEW_INCIDENT = N_("Report"), N_("New incident")
BOUNDS_AS_OF = N_("{span} · {as_of}")
_WIDEST = (460, 380)
_FIRST_SCOPES = ("alliance", "all")


class Head(QWidget):
    """Tells what was chosen; shows what is seen."""

    period_chosen = Signal(str)
    scope_chosen = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit = desk.kit
        self._overview: Overview | None = None
        header = PageHeader(kit, OVERVIEW)
        self.report = button(kit, REPORT, "file-text")
        self.new_incident = button(kit, NEW_INCIDENT, "plus", "primary")
        close_off(kit.tongue, desk.operations, self.new_incident)
        for shown in (self.report, self.new_incident):
            header.trailing.addWidget(shown)
        self.period = ChoiceBox(kit, PERIOD)
        self.edit_period = icon_button(kit, EDIT_PERIOD, "pencil")
        self.new_period = icon_button(kit, NEW_PERIOD, "plus")
        close_off(kit.tongue, desk.operations, self.edit_period, self.new_period)
        self.scope = ChoiceBox(kit, SCOPE, [(code, _said(code)) for code in _scopes()])
        self.bounds = label(kit, self._say_bounds, "note", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(header)
        column.addLayout(self._choices())
        self.backup = BackupLine(desk)
        below = QHBoxLayout()
        below.setSpacing(16)
        below.addWidget(self.bounds, 1)
        below.addWidget(self.backup)
        column.addLayout(below)
        self.period.chosen.connect(self.period_chosen)
        self.scope.chosen.connect(self.scope_chosen)

    def show_overview(self, overview: Overview) -> None:
        """Offer the periods of the store, and say what is seen and as of when."""
        self._overview = overview
        self.period.offer([(file.period.code, _name(file)) for file in overview.files])
        self.period.choose(overview.snapshot.period.code)
        self.scope.choose(overview.snapshot.scope)
        self._kit.tongue.bind(self.bounds, text=self._say_bounds)

    def _choices(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(4)
        for words, box in ((PERIOD, self.period), (SCOPE, self.scope)):
            box.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(16)
            named = label(self._kit, words, "label")
            named.setBuddy(box)
            row.addWidget(named)
            row.addSpacing(4)
            self._kit.theme.measure(box, maximumWidth=_WIDEST[words is SCOPE])
            row.addWidget(box, 5 if words is PERIOD else 4)
            if words is PERIOD:
                row.addWidget(self.edit_period)
                row.addWidget(self.new_period)
                row.addSpacing(16)
        row.addStretch(0)
        return row

    def _say_bounds(self, language: Language) -> str:
        if self._overview is None:
            return ""
        snapshot = self._overview.snapshot
        moment = language.date(snapshot.as_of.date())
        span = say_span(snapshot.first, snapshot.last, language)
        return language.text(BOUNDS_AS_OF, span=span, as_of=language.text(AS_OF, as_of=moment))


def _scopes() -> Sequence[str]:
    """The alliance, everybody, then the other groups and each party in the order of the vocabulary."""
    return (*_FIRST_SCOPES, *(code for code in vocabulary("scope") if code not in _FIRST_SCOPES))


def _said(code: str) -> Message:
    return vocabulary("scope")[code].label


def _name(file: PeriodFile) -> Words:
    return file.period.name
