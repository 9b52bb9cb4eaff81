"""The card beside the form: what is perhaps already recorded, why, and what can be done about it."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QSizePolicy, QWidget

from snhr_desktop.i18n import N_, NP_, Language
from snhr_desktop.ui.commands import with_key
from snhr_desktop.ui.forms.doubles.hint import Hint
from snhr_desktop.ui.forms.means import Means
from snhr_desktop.ui.measure import px
from snhr_desktop.ui.widgets import Card, button, icon_button
from snhr_desktop.ui.widgets.wrapped_items import wrap_items

KEY = "F3"
"""Leads to the card beside a form."""
TITLE, NOTE = N_("Duplicate?"), N_("Enter compares, Delete dismisses.")
COMPARE, NOT_THE_SAME = N_("Compare"), N_("Not the same")
AGAIN = NP_("Show {n} dismissed again", "Show {n} dismissed again")
_HINT = Qt.ItemDataRole.UserRole
_MOST_HEIGHT, _LEAST_HEIGHT = 132, 56


class HintsCard(Card):
    """Hidden while there is nothing to propose. Keeps the chosen hint chosen while others come and go."""

    compare_asked = Signal(object)
    """The `Hint` to be looked at side by side."""
    dismissed = Signal(object)
    """The `Hint` that a person says is not the same."""
    recalled = Signal()
    """A person wants to see again what was dismissed."""

    def __init__(self, means: Means, parent: QWidget | None = None, key: str = KEY) -> None:
        super().__init__(means.kit, with_key(TITLE, key) if key else TITLE, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._means = means
        self._hints: tuple[Hint, ...] = ()
        self._gone = 0
        self.list = _HintList(self)
        means.kit.tongue.bind(self.list, accessibleName=TITLE, accessibleDescription=NOTE, toolTip=NOTE)
        self.compare, self.dismiss = (
            icon_button(means.kit, COMPARE, "columns-2"),
            icon_button(means.kit, NOT_THE_SAME, "x"),
        )
        self.again = button(means.kit, self._say_again_words, "undo-2", "link")
        for act in (self.compare, self.dismiss):
            self.head.addWidget(act, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addWidget(self.list)
        self.body.addWidget(self.again, 0, Qt.AlignmentFlag.AlignLeading)
        self.list.itemActivated.connect(lambda _: self._compare())
        self.list.delete_pressed.connect(self._dismiss)
        self.compare.clicked.connect(self._compare)
        self.dismiss.clicked.connect(self._dismiss)
        self.again.clicked.connect(self.recalled)
        means.kit.tongue.on_switch(self, self._fill)
        means.kit.theme.on_change(self, self._fill)

    def show_hints(self, hints: Sequence[Hint], gone: int) -> None:
        """Propose these; `gone` is how many were dismissed."""
        if (tuple(hints), gone) != (self._hints, self._gone):
            self._hints, self._gone = tuple(hints), gone
            self._fill()

    def texts(self) -> list[str]:
        """Every hint as it is told."""
        return [self.list.item(row).text() for row in range(self.list.count())]

    def enter(self) -> None:
        """Bring the hints into focus, the first one chosen."""
        if self.isVisible():
            self.list.setCurrentRow(max(0, self.list.currentRow()))
            (self.list if self._hints else self.again).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _fill(self) -> None:
        kit, language = self._means.kit, self._means.language
        kept = self._chosen()
        self.list.clear()
        for row, hint in enumerate(self._hints):
            told = hint.tell(language, self._means.gazetteer)
            item = QListWidgetItem(kit.theme.icon(hint.icon, "muted"), told)
            item.setData(_HINT, hint)
            self.list.addItem(item)
            if row == 0 or hint == kept:
                self.list.setCurrentItem(item)
        self.list.fit()
        for widget in (self.list, self.compare, self.dismiss):
            widget.setVisible(bool(self._hints))
        kit.tongue.bind(self.again, text=self._say_again_words)
        self.again.setVisible(bool(self._gone))
        self.setVisible(bool(self._hints or self._gone))

    def _say_again_words(self, language: Language) -> str:
        return language.plural(AGAIN, self._gone)

    def _chosen(self) -> Hint | None:
        hint = next((item.data(_HINT) for item in self.list.selectedItems()), None)
        return hint if isinstance(hint, Hint) else None

    def _compare(self) -> None:
        if hint := self._chosen():
            self.compare_asked.emit(hint)

    def _dismiss(self) -> None:
        if hint := self._chosen():
            self.dismissed.emit(hint)


class _HintList(QListWidget):
    """As high as its hints, up to a bound; then it scrolls."""

    delete_pressed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._needed = 0
        self.setProperty("flat", True)
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        wrap_items(self)

    def fit(self) -> None:
        """Take the height that the hints need."""
        self.doItemsLayout()
        needed = sum(self.sizeHintForRow(row) for row in range(self.count())) + 2 * self.frameWidth()
        self._needed = min(needed + 2, px(_MOST_HEIGHT))
        self.setMinimumHeight(min(self._needed, px(_LEAST_HEIGHT)))
        self.setMaximumHeight(self._needed)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As wide as there is room for."""
        return QSize(100, self._needed)

    def resizeEvent(self, e: QResizeEvent) -> None:
        """Wrap anew."""
        super().resizeEvent(e)
        if e.size().width() != e.oldSize().width():
            self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete dismisses."""
        if event.key() == Qt.Key.Key_Delete:
            self.delete_pressed.emit()
        else:
            super().keyPressEvent(event)
