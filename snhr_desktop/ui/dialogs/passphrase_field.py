"""A passphrase typed unseen, with an eye to see it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QWidget

from snhr_desktop.i18n import N_
from snhr_desktop.ui.commands import with_key
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.widgets import icon_button

SHOW, HIDE = N_("Show what is typed"), N_("Hide what is typed")
KEY = "Ctrl+R"
"""Shows or hides what is typed; Tab passes by the eye, so that the repetition comes next."""


class PassphraseField(QWidget):
    """`edit` is the line; what is typed is never completed, learned or sent to an input method's dictionary.

    A dialog forgets it as it ends, whichever way it ends.
    """

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit, self._followed = kit, False
        self.edit = QLineEdit()
        self.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.edit.setInputMethodHints(
            Qt.InputMethodHint.ImhHiddenText
            | Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
        )
        self.setFocusProxy(self.edit)
        self._eye = icon_button(kit, SHOW, "eye", "accent")
        self._eye.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        kit.tongue.bind(self._eye, toolTip=with_key(SHOW, KEY))
        self._eye.setCheckable(True)
        turn = QShortcut(QKeySequence(KEY), self)
        turn.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        turn.activated.connect(self._eye.toggle)
        self._eye.toggled.connect(self._show)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.edit, 1)
        row.addWidget(self._eye)

    def text(self) -> str:
        """What was typed."""
        return self.edit.text()

    def clear(self) -> None:
        """Forget what was typed, and hide what will be."""
        self.edit.clear()
        self._eye.setChecked(False)

    def reveal(self) -> None:
        """Show what is typed."""
        self._eye.setChecked(True)

    def showEvent(self, event: QShowEvent) -> None:
        """Know the dialog it stands in."""
        super().showEvent(event)
        dialog = self.window()
        if isinstance(dialog, QDialog) and not self._followed:
            self._followed = True
            dialog.finished.connect(self.clear)

    def _show(self, shown: bool) -> None:
        self.edit.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        self._kit.theme.set_icon(self._eye, "eye-off" if shown else "eye", "muted", "accent")
        words = HIDE if shown else SHOW
        self._kit.tongue.bind(self._eye, toolTip=with_key(words, KEY), accessibleName=words)
