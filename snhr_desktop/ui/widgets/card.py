"""A surface that holds one matter: a heading, a note below it, and a body."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.tongue import Words
from snhr_desktop.ui.widgets.plain_label import label

PADDING = 16


class Card(QFrame):
    """Add what it shows to `body`, and small acts on it to `head`, at the trailing end of the heading."""

    def __init__(
        self, kit: Kit, heading: Words | None = None, note: Words | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(PADDING, PADDING - 2, PADDING, PADDING)
        self.body.setSpacing(8)
        self.head = QHBoxLayout()
        if heading is None:
            return
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(label(kit, heading, "subheading", wrap=True))
        if note is not None:
            words.addWidget(label(kit, note, "note", wrap=True))
        self.head.addLayout(words, 1)
        self.body.addLayout(self.head)
        kit.tongue.bind(self, accessibleName=heading)
