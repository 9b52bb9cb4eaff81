"""One step of the assistant: what it is about, its fields, and whether one may go on."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from snhr_desktop.i18n import N_, Message
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.widgets import Labelled


class Step(QWidget):
    """Add what it shows to `column`. `entered` is Enter in its last field: the wish to go on."""

    title: Message
    on: Message = N_("Continue")
    """What the button that leads on says."""
    entered = Signal()

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kit = kit
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(14)

    def settled(self) -> bool:
        """Whether one may go on; says what is missing and leads to it where one may not."""
        return complain(dict(self.wrong()))

    def wrong(self) -> list[tuple[Labelled, Message | None]]:
        """Each field that is looked at, and what is wrong with it."""
        return []

    def focus_first(self) -> None:
        """Put the cursor where the work of this step begins."""
        self.setFocus()


def complain(found: dict[Labelled, Message | None]) -> bool:
    """Say what is wrong at each field and go to the first; whether nothing is."""
    first: Labelled | None = None
    for line, wrong in found.items():
        if wrong is not None:
            line.complain(wrong)
            first = first or line
        elif line.complaint():
            line.settle()
    if first is not None:
        first.field.setFocus()
    return first is None
