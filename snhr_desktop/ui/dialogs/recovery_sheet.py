"""The recovery code of a new store: shown this once, to be written on paper."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from snhr_desktop.i18n import LEFT_TO_RIGHT_ISOLATE, N_, POP_ISOLATE
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.widgets import Notice, PlainLabel, button, label

_WHAT = N_("If the passphrase is forgotten, only this code opens the store. Nobody can make another one.")
_HOW = N_(
    "Write it on paper, check it sign by sign, and keep it in a safe place away from this computer. "
    "Do not photograph it, print it or copy it into a file: pictures, printers and clipboards keep copies."
)
NOT_WRITTEN = N_(
    "The window stays open: this code is never shown again. Write it on paper and say so here. "
    "To leave without it, close the window once more."
)


class RecoverySheet(QWidget):
    """`done` when the person says that it is written down."""

    done = Signal()

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._warned = False
        self._code, self.notice = PlainLabel("code", wrap=True), Notice(kit)
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
            label(kit, _WHAT, wrap=True), self._code, label(kit, _HOW, "muted", wrap=True), self.notice,
            self.written, self.go_on,
        ):  # fmt: skip
            column.addWidget(widget)

    def show_code(self, code: str) -> None:
        """Show a code; it is forgotten when the sheet is left."""
        self._code.setText(f"{LEFT_TO_RIGHT_ISOLATE}{code}{POP_ISOLATE}")
        self.written.setChecked(False)
        self.written.setFocus()

    def may_close(self) -> bool:
        """Whether the code is written down, or the person was told once what closing the window would lose."""
        if self.written.isChecked() or self._warned:
            return True
        self._warned = True
        self.notice.tell(NOT_WRITTEN, "attention", closable=False)
        self.written.setFocus()
        return False

    def _leave(self) -> None:
        self._code.clear()
        self.done.emit()
