"""The recovery code of a new store: shown this once, to be written on paper."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from snhr_desktop.i18n import LEFT_TO_RIGHT_ISOLATE, N_, POP_ISOLATE
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.widgets import PlainLabel, button, label

_WHAT = N_("If the passphrase is forgotten, only this code opens the store. Nobody can make another one.")
_HOW = N_(
    "Write it on paper, check it sign by sign, and keep it in a safe place away from this computer. "
    "Do not photograph it, print it or copy it into a file: pictures, printers and clipboards keep copies."
)


class RecoverySheet(QWidget):
    """`done` when the person says that it is written down."""

    done = Signal()

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._code = PlainLabel("code", wrap=True)
        self._code.setAlignment(Qt.AlignmentFlag.AlignCenter)
        kit.tongue.bind(self._code, accessibleName=N_("Recovery code"))
        self.written = kit.tongue.bind(QCheckBox(), text=N_("I have written it down and checked it"))
        self.go_on = button(kit, N_("Continue"), "check", "primary")
        self.go_on.setEnabled(False)
        self.written.toggled.connect(self.go_on.setEnabled)
        self.go_on.clicked.connect(self._leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        for widget in (
            label(kit, _WHAT, wrap=True), self._code, label(kit, _HOW, "muted", wrap=True), self.written, self.go_on,
        ):  # fmt: skip
            column.addWidget(widget)

    def show_code(self, code: str) -> None:
        """Show a code; it is forgotten when the sheet is left."""
        self._code.setText(f"{LEFT_TO_RIGHT_ISOLATE}{code}{POP_ISOLATE}")
        self.written.setChecked(False)
        self.written.setFocus()

    def _leave(self) -> None:
        self._code.clear()
        self.done.emit()
