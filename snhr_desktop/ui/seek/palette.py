"""The palette: a box over the page, what it finds below it, and the way back to where one was."""

from collections.abc import Callable, Iterable

import shiboken6
from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QListView, QStackedWidget, QVBoxLayout, QWidget

from snhr_desktop.i18n import N_
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.fonts import font
from snhr_desktop.ui.seek.model import FoundModel
from snhr_desktop.ui.seek.painter import LinePainter
from snhr_desktop.ui.seek.row import Offer
from snhr_desktop.ui.seek.rows import Rows
from snhr_desktop.ui.widgets import EmptyState, SearchField, label
from snhr_desktop.workspace import Sought

PLACEHOLDER = N_("Search everything: incidents, people, places, sources, codes, commands")
NAME, RESULTS = N_("Search"), N_("What was found")
NOTHING = N_("Nothing was found")
HOW = N_("All words have to be found. A beginning needs three letters; a word in quotation marks is whole.")
KEYS = N_("Enter opens, Tab goes to the next group, Esc goes back to where you were.")
_WIDE, _LEAST_WIDTH = 90, 480
_TOP, _EDGE = 56, 24
_LETTERS = 4_000


class Palette(QWidget):
    """Lies over a window while something is searched for; a click beside it or Escape puts it away."""

    def __init__(self, window: QWidget, desk: Desk, offers: Callable[[], Iterable[Offer]]) -> None:
        super().__init__(window)
        self._window = window
        self._desk, self._offers, self._rows = desk, offers, Rows(desk)
        self._before: QWidget | None = None
        self._asked = self._shown = 0
        self._open_first = False
        self.field = SearchField(desk.kit, PLACEHOLDER)
        self.field.setMaxLength(_LETTERS)
        self.found = FoundModel(desk.tongue, self)
        self.view = QListView()
        self._lay_out()
        self._connect()
        self.hide()

    def open(self) -> None:
        """Come over the window with an empty box; what has the focus now gets it back."""
        if not self.isVisible():
            self._before = QApplication.focusWidget()
            self.field.clear()
            self._ask()
        self._fit()
        self.show()
        self.raise_()
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def leave(self, back: bool = True) -> None:
        """Go away; `back` to where the focus was."""
        before, self._before = self._before, None
        self.hide()
        if back and before is not None and _lives(before):
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def choose(self) -> None:
        """Open the line one is at; where the answer to what was typed is still to come, the first of it."""
        if self._asked != self._shown:
            self._open_first = True
            return
        index = self.view.currentIndex()
        act = self.found.row(index.row()).open if index.isValid() else None
        if act is not None:
            self.leave()
            act()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the window; take from the box the keys that belong to the list."""
        if watched is self._window and event.type() == QEvent.Type.Resize:
            self._fit()
        if watched is self.field and self.isVisible():
            if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
                return self._answer(event)
            if event.type() == QEvent.Type.FocusOut:
                QTimer.singleShot(0, self, self._leave_if_left)
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside the box puts it away."""
        if not self._card.geometry().contains(event.position().toPoint()):
            self.leave()

    def _fit(self) -> None:
        """As large as the window; the box as wide as ninety letters of the text size chosen, where there is room."""
        self.setGeometry(self._window.rect())
        wanted = QFontMetrics(font()).averageCharWidth() * _WIDE
        self._card.setFixedWidth(min(max(_LEAST_WIDTH, wanted), self.width() - 2 * _EDGE))

    def _answer(self, event: QKeyEvent) -> bool:
        key, at = Qt.Key(event.key()), self.view.currentIndex().row()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.choose()
        elif key == Qt.Key.Key_Escape:
            self.leave()
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self._go(self.found.group(at, 1 if key == Qt.Key.Key_Tab else -1))
        elif key in _STEPS:
            step = _STEPS[key]
            last = self.found.rowCount() - 1
            aim = min(max(at + step, 0), last)
            self._go(max(self.found.choosable(aim, 1 if step > 0 else -1), -1))
        else:
            return False
        return True

    def _go(self, number: int) -> None:
        if number < 0:
            return
        index = self.found.index(number)
        self.view.setCurrentIndex(index)
        if self.found.choosable(0, 1) == number:
            self.view.scrollToTop()

    def _ask(self) -> None:
        self._asked += 1
        typed, turn = self.field.text(), self._asked
        self._open_first = False
        self._desk.operations.ask(
            lambda workspace: workspace.seek(typed), lambda found: self._take(found, turn), owner=self, key="seek"
        )

    def _take(self, found: Sought, turn: int) -> None:
        self._shown = turn
        self.found.show_rows(self._rows.of(found, self._offers()), found.question)
        self._stack.setCurrentIndex(0 if self.found.rowCount() else 1)
        self._go(self.found.choosable(0, 1))
        if self._open_first and self._asked == turn:
            self._open_first = False
            self.choose()

    def _tell(self, index: QModelIndex | QPersistentModelIndex, _: object = None) -> None:
        """Tell whoever listens to the box which line one is at: the focus stays where one types."""
        self.field.setAccessibleDescription(str(index.data(Qt.ItemDataRole.AccessibleTextRole) or ""))

    def _clicked(self, index: QModelIndex) -> None:
        if not self.found.row(index.row()).is_heading:
            self.view.setCurrentIndex(index)
            self.choose()

    def _leave_if_left(self) -> None:
        """Something else of the window took the focus, as a key of the window may do."""
        focus = QApplication.focusWidget()
        if focus is None or not self.isVisible() or self.isAncestorOf(focus):
            return
        if self._window.isAncestorOf(focus):
            self.leave(back=False)

    def _lay_out(self) -> None:
        kit = self._desk.kit
        self.setProperty("kind", "scrim")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._card = QFrame(self)
        self._card.setProperty("kind", "card")
        self.view.setModel(self.found)
        self.view.setItemDelegate(LinePainter(kit, self.view))
        self.view.setProperty("flat", True)
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        kit.tongue.bind(self.view, accessibleName=RESULTS)
        kit.tongue.bind(self, accessibleName=NAME)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(EmptyState(kit, "search", NOTHING, HOW))
        column = QVBoxLayout(self._card)
        column.setContentsMargins(1, 12, 1, 8)
        column.setSpacing(8)
        box = QVBoxLayout()
        box.setContentsMargins(12, 0, 12, 0)
        box.addWidget(self.field)
        column.addLayout(box)
        column.addWidget(self._stack, 1)
        keys = QVBoxLayout()
        keys.setContentsMargins(14, 0, 14, 0)
        keys.addWidget(label(kit, KEYS, "note", wrap=True))
        column.addLayout(keys)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(_EDGE, _TOP, _EDGE, _TOP)
        outer.addWidget(self._card, 1, Qt.AlignmentFlag.AlignHCenter)

    def _connect(self) -> None:
        self.field.textChanged.connect(self._ask)
        self.field.installEventFilter(self)
        self._window.installEventFilter(self)
        self.view.clicked.connect(self._clicked)
        self.view.selectionModel().currentChanged.connect(self._tell)
        self._desk.operations.changed.connect(self._ask_again)

    def _ask_again(self) -> None:
        if self.isVisible():
            self._ask()


_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}


def _lives(widget: QWidget) -> bool:
    return shiboken6.isValid(widget)
