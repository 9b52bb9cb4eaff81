"""The incident that a report is about: found by reference, title or place while one types."""

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from snhr_desktop.domain.dates import say_when
from snhr_desktop.domain.headlines import in_language
from snhr_desktop.domain.saying import say_place
from snhr_desktop.i18n import N_, Language
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.incidents.saying import say_code
from snhr_desktop.workspace import IncidentPage, IncidentQuery, IncidentRow

INCIDENT = N_("Incident")
FIND = N_("Reference, title or place")
_PAUSE, _HITS = 120, 12
_WIDE = 460
"""Pixels in which code, title and place of an incident can be read, however narrow the field."""
_ROW = Qt.ItemDataRole.UserRole


class IncidentLine(QLineEdit):
    """`picked(uid)` when a person takes one of those found: Down and Up walk through them, Enter takes one."""

    picked = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._uid = ""
        self._row: IncidentRow | None = None
        self._found = QStandardItemModel(self)
        completer = QCompleter(self._found, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setMaxVisibleItems(_HITS)
        popup = completer.popup()
        assert popup is not None
        desk.theme.measure(popup, minimumWidth=_WIDE)
        self._list = desk.tongue.bind(popup, accessibleName=N_("Incidents found"))
        self.setCompleter(completer)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._ask)
        desk.tongue.bind(self, accessibleName=INCIDENT, placeholderText=FIND)
        desk.tongue.on_switch(self, self._say)
        self.textEdited.connect(self._type)
        completer.activated[QModelIndex].connect(self._take)  # type: ignore[index]
        self.editingFinished.connect(self._say)

    def uid(self) -> str:
        """The incident chosen; blank while none is."""
        return self._uid

    def choose(self, uid: str) -> None:
        """Choose what a door led to; what it is called is asked of the store."""
        if uid == self._uid:
            return
        self._uid, self._row = uid, None
        self.clear()
        if uid:
            query = IncidentQuery(uids=(uid,), limit=1)
            self._desk.operations.ask(lambda store: store.incidents(query), self._show, owner=self)

    def _type(self) -> None:
        self._pause.start()

    def _ask(self) -> None:
        query = IncidentQuery(text=self.text(), limit=_HITS, language=self._desk.tongue.language.code)
        ask = self._desk.operations.ask
        ask(lambda store: store.incidents(query), self._offer, owner=self, key="incident of a report")

    def _offer(self, page: IncidentPage) -> None:
        self._found.clear()
        for row in page.rows:
            item = QStandardItem(self._told(row, self._desk.tongue.language))
            item.setData(row, _ROW)
            self._found.appendRow(item)
        if self.hasFocus() and page.rows:
            self.completer().complete()

    def _take(self, index: QModelIndex) -> None:
        row: IncidentRow = index.data(_ROW)
        self._uid, self._row = row.uid, row
        QTimer.singleShot(0, self, self._say)  # the line is filled with the words of the hit after this
        self.picked.emit(self.uid())

    def _show(self, page: IncidentPage) -> None:
        self._row = next((row for row in page.rows if row.uid == self._uid), None)
        self._say()

    def _say(self) -> None:
        """What was typed and not taken gives way to the incident that is chosen."""
        if self._row and not self._list.isVisible():
            self.setText(self._told(self._row, self._desk.tongue.language))
            self.setCursorPosition(0)

    def _told(self, row: IncidentRow, language: Language) -> str:
        place = say_place(row.place, language, self._desk.operations.gazetteer)
        parts = (say_code(row.reference), say_when(row.date, language), in_language(row, "title", language), place)
        return " · ".join(part for part in parts if part)
