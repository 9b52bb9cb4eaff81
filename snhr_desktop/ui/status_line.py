"""The line at the foot of the window: what is saved, whether something is worked on, and when it will be locked."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QStatusBar, QWidget

from snhr_desktop.i18n import N_, NP_, Language
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.tongue import Words
from snhr_desktop.ui.widgets import PlainLabel, label

ALL_SAVED = N_("Everything is saved on this computer")
READ_ONLY = N_("This store is open for reading only: nothing can be saved.")
NO_STORE = N_("No store is open")
CLOSING = N_("The store is being closed: what was begun is finished first")
OFFLINE = N_("Offline: nothing leaves this computer by itself")

_LOCKS = NP_(
    "The store is locked in {n} second. Any key or movement keeps it open.",
    "The store is locked in {n} seconds. Any key or movement keeps it open.",
)
_SAID_AT = 10
"""Seconds before the lock at which it is said aloud a second time; each second would be noise."""

PATIENCE = 400
"""Milliseconds of work before it is mentioned."""


class StatusLine(QStatusBar):
    """Says one thing at the leading end; the trailing end stays the same."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._standing: Words = NO_STORE
        self._calm = ALL_SAVED
        self.setSizeGripEnabled(False)
        self._saved = PlainLabel()
        self._working = label(kit, N_("Working…"))
        self._leaving = PlainLabel("label")
        self._leaving.hide()
        self.addWidget(self._saved, 1)
        self.addWidget(self._leaving, 1)
        self.addPermanentWidget(self._working)
        self.addPermanentWidget(label(kit, OFFLINE))
        self._working.hide()
        self._patience = QTimer(self, interval=PATIENCE, singleShot=True)
        self._patience.timeout.connect(self._working.show)

    def begin(self, *, read_only: bool) -> None:
        """A store was opened: say that everything is saved, or for as long as it is open that nothing can be."""
        self._calm = READ_ONLY if read_only else ALL_SAVED
        self.tell_saved(ALL_SAVED)

    def tell_saved(self, words: Words) -> None:
        """Say what is saved."""
        self._standing = self._calm if words is ALL_SAVED else words
        self._kit.tongue.bind(self._saved, text=self._standing)

    def tell_passing(self, words: Words) -> None:
        """Say what was done on a page, until that is left."""
        self._kit.tongue.bind(self._saved, text=words)

    def leave_page(self) -> None:
        """Say what is saved again: what was done on the page is behind one."""
        self.tell_saved(self._standing)

    def count_down(self, seconds: int) -> None:
        """Say that the store is about to be locked, in place of what is saved; aloud at first and near the end."""

        def said(language: Language) -> str:
            return language.plural(_LOCKS, seconds)

        begun = self._leaving.isHidden()
        self._kit.tongue.bind(self._leaving, text=said, accessibleName=said)
        self._saved.hide()
        self._leaving.show()
        if begun or seconds == _SAID_AT:
            QAccessible.updateAccessibility(QAccessibleEvent(self._leaving, QAccessible.Event.Alert))

    def count_no_more(self) -> None:
        """Somebody is there."""
        self._leaving.hide()
        self._saved.show()

    def work(self, working: bool) -> None:
        """Show that something is being worked on, if it takes long enough to wonder; or hide it again."""
        if working:
            self._patience.start()
        else:
            self._patience.stop()
            self._working.hide()
