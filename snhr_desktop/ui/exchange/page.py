"""The page of exchange: records in from a file, and the sample records."""

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QTableWidget, QWidget

from snhr_desktop.domain.rights import EXPORT, MANY
from snhr_desktop.errors import Refusal
from snhr_desktop.exchange import samples
from snhr_desktop.i18n import N_
from snhr_desktop.store.listing import IncidentQuery
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.exchange.dictionary_door import save_dictionary
from snhr_desktop.ui.exchange.export_card import DICTIONARY_KEY, ExportCard
from snhr_desktop.ui.exchange.export_door import NOTHING_OUT, open_export
from snhr_desktop.ui.exchange.import_card import READ_ONLY
from snhr_desktop.ui.exchange.import_flow import ImportFlow
from snhr_desktop.ui.exchange.imports_card import KEY as UNDO_KEY
from snhr_desktop.ui.exchange.imports_card import ImportsCard
from snhr_desktop.ui.exchange.samples_card import SamplesCard
from snhr_desktop.ui.page import Page
from snhr_desktop.ui.rights import hindrance
from snhr_desktop.ui.tongue import Words
from snhr_desktop.ui.widgets import PageHeader, ScrollBody

if TYPE_CHECKING:
    from snhr_desktop.exchange.report import ImportReport
    from snhr_desktop.workspace import IncidentPage
    from snhr_desktop.workspace.imports import ImportTakenBack

TITLE = N_("Exchange")
SAMPLES_LOADED = N_("The sample records were loaded.")


class ExchangePage(Page):
    """Nothing is saved before it was tried and read about."""

    reads: ClassVar[frozenset[str]] = frozenset({"incident", "export"})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.flow = ImportFlow(desk, self._hindered(), self)
        self.importing, self.mapping, self.report = self.flow.card, self.flow.mapping, self.flow.report
        self.samples = SamplesCard(self.kit)
        self.imports = ImportsCard(self.kit, self._hindered())
        body = ScrollBody()
        self.exporting = ExportCard(self.kit, self._hindered_out())
        self.column.addWidget(PageHeader(self.kit, TITLE))
        self.column.addWidget(body, 1)  # before what it holds, which takes its style anew with each move
        for card in (self.importing, self.mapping, self.report, self.imports, self.exporting, self.samples):
            body.column.addWidget(card)
        body.column.addStretch(1)
        self.flow.told.connect(
            lambda: QTimer.singleShot(0, self.report, partial(body.ensureWidgetVisible, self.report))
        )
        self.flow.taken.connect(self.refresh)
        self.mapping.reached.connect(body.ensureWidgetVisible)
        self.mapping.table.currentCellChanged.connect(lambda *_: _follow(body, self.mapping.table))
        self.exporting.open.clicked.connect(lambda: open_export(self.desk, (), self.window()))
        self.exporting.dictionary.clicked.connect(lambda: save_dictionary(self.desk, self.window()))
        QShortcut(QKeySequence(DICTIONARY_KEY), self).activated.connect(self.exporting.dictionary.click)
        self.imports.undone.connect(self._undo)
        self.imports.asked.connect(self._look_at_terms)
        self.imports.reached.connect(lambda one: QTimer.singleShot(0, one, partial(body.ensureWidgetVisible, one)))
        QShortcut(QKeySequence(UNDO_KEY), self).activated.connect(self.imports.act.click)
        self.samples.load.clicked.connect(self._load_samples)

    def refresh(self) -> None:
        """Offer the samples while the store has no incidents, or is for training."""
        query = IncidentQuery(limit=1)
        self.desk.operations.ask(lambda workspace: workspace.incidents(query), self._offer_samples, owner=self)
        self.desk.operations.ask(lambda workspace: workspace.exports(), self.exporting.show_acts, owner=self)
        self.desk.operations.ask(lambda workspace: workspace.imports(), self.imports.show_acts, owner=self)

    def _offer_samples(self, found: "IncidentPage") -> None:
        info = self.desk.operations.info
        if self._hindered() is None:
            self.samples.offer(empty=found.total == 0, training=info.training)

    def _hindered(self) -> Words | None:
        """Why nothing can be imported here, if so."""
        return hindrance(self.desk.operations, MANY, READ_ONLY)

    def _hindered_out(self) -> Words | None:
        """Why nothing can be exported here, if so."""
        return hindrance(self.desk.operations, EXPORT, NOTHING_OUT)

    def _look_at_terms(self, uid: str) -> None:
        """Tell what would become of the terms that came with an import, before it is taken back."""
        self.desk.operations.ask(
            lambda workspace: workspace.terms_of_import(uid),
            lambda found: self.imports.show_terms(uid, found),
            owner=self,
        )

    def _undo(self, uid: str, reason: str) -> None:
        self.desk.operations.change(
            lambda workspace: workspace.undo_import(uid, reason), self._show_undone, self._not_undone, self
        )

    def _show_undone(self, done: "ImportTakenBack") -> None:
        self.imports.reason.clear()
        self.report.hide()
        tone = "attention" if done.kept or done.later else "done"
        self.desk.tell(lambda language: "\n".join(done.tell(language)), tone)
        self.refresh()

    def _not_undone(self, refusal: Refusal) -> None:
        """Nothing was changed; it can be asked for again."""
        self.imports.act.setEnabled(True)
        self.desk.refuse(refusal)

    def _load_samples(self) -> None:
        self.samples.load.setEnabled(False)
        self.desk.operations.change(samples.load, self._show_samples, self._samples_refused, self)

    def _show_samples(self, report: "ImportReport") -> None:
        self.samples.load.setEnabled(True)
        self.report.show_report(report)
        self.desk.tell(SAMPLES_LOADED, "done")

    def _samples_refused(self, refusal: Refusal) -> None:
        self.samples.load.setEnabled(True)
        self.desk.refuse(refusal)


def _follow(body: ScrollBody, table: QTableWidget) -> None:
    """Keep the row one is at in sight: the table itself does not scroll."""
    if table.hasFocus():
        row = table.visualItemRect(table.currentItem())
        at = table.viewport().mapTo(body, row.center()) + QPoint(0, body.verticalScrollBar().value())
        body.ensureVisible(0, at.y(), 0, row.height())
