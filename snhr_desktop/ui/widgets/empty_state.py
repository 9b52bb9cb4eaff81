"""What stands where there is nothing yet: what will stand there, and the first step."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.tongue import Words
from snhr_desktop.ui.widgets.buttons import button
from snhr_desktop.ui.widgets.plain_label import label, picture


class EmptyState(QWidget):
    """An icon, a heading and a sentence in the middle; `offer` adds the first step."""

    def __init__(self, kit: Kit, icon: str, heading: Words, text: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._column = QVBoxLayout(self)
        self._column.setSpacing(8)
        self._column.addStretch(2)
        self._column.addWidget(picture(kit, icon, "faint", 40), 0, Qt.AlignmentFlag.AlignHCenter)
        for words, role in ((heading, "subheading"), (text, "muted")):
            shown = label(kit, words, role, wrap=True)
            shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self._column.addWidget(shown)
        self._column.addStretch(3)

    def offer(self, words: Words, icon: str = "") -> QPushButton:
        """Add the first step and return its button."""
        made = button(self._kit, words, icon)
        self._column.insertWidget(self._column.count() - 1, made, 0, Qt.AlignmentFlag.AlignHCenter)
        return made
