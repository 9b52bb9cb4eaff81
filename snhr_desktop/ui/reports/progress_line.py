"""What is being done, how far it has come, and the button that calls it off."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from snhr_desktop.i18n import N_
from snhr_desktop.reports.progress import Step
from snhr_desktop.ui.commands import with_key
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.tongue import Words
from snhr_desktop.ui.widgets import PlainLabel, button

CANCEL = N_("Cancel")
PROGRESS = N_("Progress")


class ProgressLine(QWidget):
    """Hidden while nothing is done. `cancelled` when a person calls it off."""

    cancelled = Signal()

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._words = PlainLabel("muted")
        self._bar = kit.tongue.bind(QProgressBar(), accessibleName=PROGRESS)
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        kit.theme.measure(self._bar, fixedWidth=96)
        self.cancel = button(kit, CANCEL, kind="quiet", hint=with_key(CANCEL, "Esc"))
        self.cancel.clicked.connect(self.cancelled)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self._bar)
        row.addWidget(self._words, 1)
        row.addWidget(self.cancel)
        self.hide()

    def show_step(self, step: Step) -> None:
        """Say what is done now."""
        self.tell(step.tell)

    def tell(self, words: Words, done: int = 0, of: int = 0) -> None:
        """Say what is done now, and how much of how much where that is known."""
        self._kit.tongue.bind(self._words, text=words)
        self._bar.setRange(0, of)
        self._bar.setValue(done)
        self.show()

    def text(self) -> str:
        """What is said now; empty while nothing is done."""
        return "" if self.isHidden() else self._words.text()
