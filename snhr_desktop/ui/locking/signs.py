"""What the system announces: that the computer is about to sleep, and that its screen was locked.

Where no bus is there nothing is heard, and nothing is told of that: the clocks tell a sleep afterwards (`slept.py`).
A bus is a file on this computer; nothing here reaches a network.
"""

from typing import cast

from PySide6.QtCore import SLOT, QObject, Signal, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher, QDBusUnixFileDescriptor

_LOGIN, _PATH = "org.freedesktop.login1", "/org/freedesktop/login1"
_MANAGER, _SESSION = f"{_LOGIN}.Manager", f"{_LOGIN}.Session"
_SCREENS = ("org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver")
_ASKED = ("sleep", "SNHR Desktop", "The store is locked first", "delay")


class Signs(QObject):
    """While `hold` stands, the computer waits a moment with its sleep, until `release` says that all is locked."""

    leaving = Signal()
    """Lock now."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._system, self._held = QDBusConnection.systemBus(), QDBusUnixFileDescriptor()
        self._wanted = False
        if self._system.isConnected():
            self._system.connect(_LOGIN, _PATH, _MANAGER, "PrepareForSleep", self, _slot("_sleep(bool)"))
            self._system.connect(_LOGIN, "", _SESSION, "Lock", self, _slot("_lock()"))
        session = QDBusConnection.sessionBus()
        if session.isConnected():
            for screen in _SCREENS:
                session.connect("", "", screen, "ActiveChanged", self, _slot("_cover(bool)"))

    def hold(self) -> None:
        """A store is open: ask to be waited for before a sleep."""
        if self._wanted or not self._system.isConnected():
            return
        self._wanted = True
        asked = QDBusMessage.createMethodCall(_LOGIN, _PATH, _MANAGER, "Inhibit")
        asked.setArguments(list(_ASKED))
        QDBusPendingCallWatcher(self._system.asyncCall(asked), self).finished.connect(self._take)

    def release(self) -> None:
        """All is locked and nothing of it is left in memory: the computer may sleep."""
        self._wanted = False
        self._held = QDBusUnixFileDescriptor()

    @Slot(bool)
    def _sleep(self, going: bool) -> None:
        if going:
            self.leaving.emit()

    @Slot()
    def _lock(self) -> None:
        self.leaving.emit()

    @Slot(bool)
    def _cover(self, covered: bool) -> None:
        if covered:
            self.leaving.emit()

    def _take(self, watcher: QDBusPendingCallWatcher) -> None:
        """Keep what the system waits for; a system that does not know how to wait gives none."""
        given = watcher.reply().arguments() if hasattr(watcher, "reply") else []
        if self._wanted and given and isinstance(given[0], QDBusUnixFileDescriptor):
            self._held = given[0]
        watcher.deleteLater()


def _slot(name: str) -> bytes:
    """A slot by its name; what Qt takes is text, whatever its types say."""
    return cast("bytes", SLOT(name))
