"""The way out of the store on the page of exchange: the dialog of exports, and its key."""

from PySide6.QtWidgets import QWidget

from snhr_desktop.i18n import N_
from snhr_desktop.ui.commands import with_key
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.tongue import Words
from snhr_desktop.ui.widgets import Card, button, label

TITLE, OPEN, DICTIONARY = N_("Export records"), N_("Export…"), N_("Data dictionary…")
NOTE = N_(
    "Whole records, tables, a workbook or points on a map, for an audience: you read what leaves the store before "
    "anything is written."
)
KEY, DICTIONARY_KEY = "Ctrl+Shift+X", "Ctrl+D"


class ExportCard(Card):
    """`open` is its button; where nothing can be exported, a line says why. `dictionary` says what the data mean."""

    def __init__(self, kit: Kit, hindered: Words | None, parent: QWidget | None = None) -> None:
        super().__init__(kit, TITLE, parent=parent)
        self.body.addWidget(label(kit, hindered or NOTE, "note", wrap=True))
        self.open = button(kit, OPEN, "upload", hint=with_key(OPEN, KEY))
        self.open.setEnabled(hindered is None)
        self.dictionary = button(kit, DICTIONARY, "book-open", hint=with_key(DICTIONARY, DICTIONARY_KEY))
        self.head.addWidget(self.dictionary)
        self.head.addWidget(self.open)
