"""The head of a page: its title, a line below it, and its acts at the trailing end."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.tongue import Words
from snhr_desktop.ui.widgets.folding import Folding
from snhr_desktop.ui.widgets.plain_label import label


class PageHeader(QWidget):
    """Add searches, choices and buttons to `trailing`."""

    def __init__(self, kit: Kit, title: Words, note: Words | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = Folding(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        words = QVBoxLayout()
        words.setSpacing(0)
        self.title = label(kit, title, "title")
        words.addWidget(self.title)
        if note is not None:
            words.addWidget(label(kit, note, "muted", wrap=True))
        row.first.addLayout(words, 1)
        self.trailing = row.second
        self.trailing.setSpacing(8)
