"""The backups that there are, the newest first."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from snhr_desktop.i18n import N_, Language
from snhr_desktop.store.backups import telling
from snhr_desktop.store.backups.vault import Backup
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.measure import px
from snhr_desktop.ui.tongue import said
from snhr_desktop.ui.widgets import Card, button, label
from snhr_desktop.workspace import Safety

TITLE = N_("Backups at hand")
NOTE = N_("A backup is restored as a new store, or in place of this one, which is put aside and not deleted.")
NONE = N_("There is no backup at hand. Make one, or plug in the stick.")
RESTORE = N_("Restore the chosen one…")
OUTSIDE, INSIDE = N_("at the place"), N_("in the store’s folder")
HEADINGS = (N_("Made"), N_("Size"), N_("Incidents"), N_("State"), N_("Why"), N_("Where"))
_MOST_ROWS = 8


class ListCard(Card):
    """`restore` is its button; `chosen()` the backup in the list that one is at."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, TITLE, NOTE, parent)
        self._kit = kit
        self._held: tuple[tuple[Backup, bool], ...] = ()
        self.restore = button(kit, RESTORE, "history")
        self.head.addWidget(self.restore, 0, Qt.AlignmentFlag.AlignTop)
        self.table = kit.tongue.bind(QTableWidget(0, len(HEADINGS)), accessibleName=TITLE)
        self._shape()
        self._none = label(kit, NONE, "muted", wrap=True)
        self.body.addWidget(self._none)
        self.body.addWidget(self.table)
        kit.tongue.on_switch(self, self._fill)
        kit.theme.on_change(self, self._fit)

    def show_safety(self, safety: Safety) -> None:
        """List those at the place and those in the store's folder, the newest first."""
        both = [(one, True) for one in safety.outside] + [(one, False) for one in safety.inside]
        self._held = tuple(sorted(both, key=lambda held: held[0].name.at, reverse=True))
        self._fill()

    def chosen(self) -> Backup | None:
        """The backup one is at."""
        row = self.table.currentRow()
        return self._held[row][0] if 0 <= row < len(self._held) else None

    def _shape(self) -> None:
        table = self.table
        table.setProperty("kind", "list")
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.setCornerButtonEnabled(False)
        table.verticalHeader().hide()
        head = table.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setStretchLastSection(True)

    def _fill(self) -> None:
        language, row = self._kit.tongue.language, self.table.currentRow()
        self.table.setHorizontalHeaderLabels([said(words, language) for words in HEADINGS])
        side = Qt.AlignmentFlag.AlignRight if language.rtl else Qt.AlignmentFlag.AlignLeft
        self.table.horizontalHeader().setDefaultAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
        self.table.setRowCount(len(self._held))
        for at, (one, outside) in enumerate(self._held):
            for column, cell in enumerate(_cells(one, outside, language)):
                item = QTableWidgetItem(said(partial(_same, cell), language))
                item.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute)
                self.table.setItem(at, column, item)
        if self._held:
            self.table.setCurrentCell(max(0, min(row, len(self._held) - 1)), 0)
        self.table.setVisible(bool(self._held))
        self._none.setVisible(not self._held)
        self._fit()

    def _fit(self) -> None:
        rows = min(max(len(self._held), 1), _MOST_ROWS)
        self.table.verticalHeader().setDefaultSectionSize(px(36))
        self.table.setFixedHeight(rows * px(36) + px(48))


def _cells(one: Backup, outside: bool, language: Language) -> Sequence[str]:
    return (
        telling.moment(one.name.at, language),
        telling.size(one.size, language),
        telling.incidents(one, language),
        telling.state(one, language),
        telling.why(one, language),
        language.text(OUTSIDE if outside else INSIDE),
    )


def _same(text: str, _: Language) -> str:
    return text
