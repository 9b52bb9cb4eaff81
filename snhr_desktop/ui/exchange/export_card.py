"""The way out of the store on the page of exchange: the dialog of exports, and its key."""

from PySide6.QtWidgets import QWidget

from snhr_desktop.i18n import N_
from snhr_desktop.ui.commands import with_key
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.tongue import Words
from snhr_desktop.ui.widgets import Card, button, label

TITLE, OPEN = N_("Export records"), N_("Export…")
NOTE = N_(
    "Whole records, tables, a workbook or points on a map, for an audience: you read what leaves the store before "
    "anything is written."
)
KEY = "Ctrl+Shift+X"


class ExportCard(Card):
    """`open` is its button; where nothing can be exported, a line says why."""

    def __init__(self, kit: Kit, hindered: Words | None, parent: QWidget | None = None) -> None:
        super().__init__(kit, TITLE, parent=parent)
        self.body.addWidget(label(kit, hindered or NOTE, "note", wrap=True))
        self.open = button(kit, OPEN, "upload", hint=with_key(OPEN, KEY))
        self.open.setEnabled(hindered is None)
        self.head.addWidget(self.open)
