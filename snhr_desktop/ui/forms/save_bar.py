"""The foot of the form: why a saved incident is changed, what is safe by now, and the acts."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QPushButton, QSizePolicy, QWidget

from snhr_desktop.i18n import N_
from snhr_desktop.ui.forms.directions import direct_text
from snhr_desktop.ui.forms.means import Means
from snhr_desktop.ui.tongue import Words
from snhr_desktop.ui.widgets import Folding, PlainLabel, button

NOTHING_YET = N_("Nothing entered yet.")
REASON = N_("Reason for the change")


class SaveBar(QFrame):
    """One primary button; the line beside the buttons says what is saved."""

    save_asked = Signal()
    documented_asked = Signal()
    discard_asked = Signal()
    told = Signal(object)
    """The words of the line, whenever they change."""

    def __init__(self, means: Means, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._means = means
        self._pressed: QPushButton | None = None
        self.setProperty("kind", "card")
        kit = means.kit
        self.line = PlainLabel("muted", wrap=True)
        self.line.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.reason = kit.tongue.bind(QLineEdit(), placeholderText=REASON, accessibleName=REASON)
        kit.theme.measure(self.line, minimumWidth=160)
        kit.theme.measure(self.reason, minimumWidth=260)
        self.reason.textChanged.connect(self._direct)
        kit.tongue.on_switch(self.reason, self._direct)
        self.discard = button(kit, N_("Discard"), kind="quiet", hint=N_("Forget what was typed since the last save"))
        self.documented = button(kit, N_("Save as documented"), hint=N_("Save as documented (Ctrl+Shift+S)"))
        self.save = button(kit, N_("Save"), "save", "primary", N_("Save (Ctrl+S)"))
        self.acts = (self.discard, self.documented, self.save)
        self.discard.clicked.connect(self.discard_asked)
        self.documented.clicked.connect(self.documented_asked)
        self.save.clicked.connect(self.save_asked)
        row = Folding(self)
        row.setContentsMargins(16, 8, 12, 8)
        for half in (row, row.first, row.second):
            half.setSpacing(8)
        row.first.addWidget(self.line, 1)
        row.first.addWidget(self.reason)
        for widget in self.acts:
            row.second.addWidget(widget)
        self.tell(NOTHING_YET)

    def tell(self, words: Words) -> None:
        """Say what is saved."""
        self._means.kit.tongue.bind(self.line, text=words, toolTip=words)
        self.told.emit(words)

    def show_editing(self, saved_before: bool) -> None:
        """Ask for a reason where a saved incident is changed."""
        self.reason.clear()
        self.reason.setVisible(saved_before)

    def set_busy(self, busy: bool) -> None:
        """No second save while one runs, and none at all of a store that cannot be written."""
        pressed = next((made for made in self.acts if made.hasFocus()), None)
        if busy and pressed is not None:  # Qt would hand the keyboard to whatever comes next, a page of the side bar
            self._pressed = pressed
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        for made in self.acts:
            made.setEnabled(not busy)
        if not busy and self._pressed is not None and self.hasFocus():
            self._pressed.setFocus(Qt.FocusReason.OtherFocusReason)
            self._pressed = None

    def _direct(self) -> None:
        direct_text(self.reason, "", self.reason.text(), self._means.language.rtl)
