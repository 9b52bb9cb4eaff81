"""The backups that there are, the newest first."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from snhr_desktop.i18n import N_, Language
from snhr_desktop.store.backups import telling
from snhr_desktop.store.backups.vault import Backup
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.widgets import Card, button, label
from snhr_desktop.ui.widgets.rows_table import RowsTable
from snhr_desktop.workspace import Safety

TITLE = N_("Backups at hand")
NOTE = N_("A backup is restored as a new store, or in place of this one, which is put aside and not deleted.")
NONE = N_("There is no backup at hand. Make one, or plug in the stick.")
RESTORE = N_("Restore the chosen one…")
OUTSIDE, INSIDE = N_("at the place"), N_("in the store’s folder")
HEADINGS = (N_("Made"), N_("Size"), N_("Incidents"), N_("State"), N_("Why"), N_("Where"))
_MOST_ROWS = 8
_Held = tuple[Backup, bool]


class ListCard(Card):
    """`restore` is its button; `chosen()` the backup in the list that one is at."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, TITLE, NOTE, parent)
        self.restore = button(kit, RESTORE, "history")
        self.head.addWidget(self.restore, 0, Qt.AlignmentFlag.AlignTop)
        self.table: RowsTable[_Held] = RowsTable(kit, TITLE, HEADINGS, _cells, _MOST_ROWS)
        self._none = label(kit, NONE, "muted", wrap=True)
        self.body.addWidget(self._none)
        self.body.addWidget(self.table)
        self.table.hide()

    def show_safety(self, safety: Safety) -> None:
        """List those at the place and those in the store's folder, the newest first."""
        both = [(one, True) for one in safety.outside] + [(one, False) for one in safety.inside]
        self.table.show_rows(sorted(both, key=lambda held: held[0].name.at, reverse=True))
        self.table.setVisible(bool(both))
        self._none.setVisible(not both)

    def chosen(self) -> Backup | None:
        """The backup one is at."""
        held = self.table.chosen()
        return held[0] if held else None


def _cells(held: _Held, language: Language) -> Sequence[str]:
    one, outside = held
    return (
        telling.moment(one.name.at, language),
        telling.size(one.size, language),
        telling.incidents(one, language),
        telling.state(one, language),
        telling.why(one, language),
        language.text(OUTSIDE if outside else INSIDE),
    )
