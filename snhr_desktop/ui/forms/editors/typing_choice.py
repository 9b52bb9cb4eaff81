"""A choice between the terms of a vocabulary, made by typing the beginning of any of its words."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from snhr_desktop.domain.fields import Field
from snhr_desktop.domain.kinds import Choice
from snhr_desktop.domain.vocabularies import Term, vocabulary
from snhr_desktop.domain.vocabularies.finding import find_term, says_nothing_yet
from snhr_desktop.i18n import Message
from snhr_desktop.ui.forms.editors.type_ahead import TypeAhead, letters_of
from snhr_desktop.ui.forms.means import Means
from snhr_desktop.ui.tongue import Words
from snhr_desktop.ui.widgets import ChoiceBox

BLANK = Message("")
_MARGIN = 36  # padding and scroll bar, px
_Key = Qt.Key
_EMPTYING = (_Key.Key_Backspace, _Key.Key_Delete)
_LEAVING = (_Key.Key_Return, _Key.Key_Enter, _Key.Key_Escape)
_WALKING = (_Key.Key_Up, _Key.Key_Down, _Key.Key_Home, _Key.Key_End, _Key.Key_PageUp, _Key.Key_PageDown)


def offered(field: Field) -> list[tuple[str, Words]]:
    """The terms offered for a field: a blank first where blank is an answer, and none that is retired."""
    kind = field.kind
    assert isinstance(kind, Choice)
    terms: list[tuple[str, Words]] = [(t.code, t.label) for t in vocabulary(kind.vocabulary).values() if not t.retired]
    return terms if field.default else [("", BLANK), *terms]


class TypingChoice(ChoiceBox):
    """Typing chooses, in either language and by everyday words too; what nothing fits leaves the choice as it was.

    Backspace takes back a letter and Escape all of them; without letters, Backspace and Delete make it blank again.
    """

    def __init__(self, means: Means, field: Field, parent: QWidget | None = None) -> None:
        self._means, self._field = means, field
        self._before = 0
        super().__init__(means.kit, field.label, offered(field), parent)
        self.ahead = TypeAhead(means, self)
        self.installEventFilter(self.ahead)
        self.view().installEventFilter(self)
        self.choose(field.default)
        self.setMaxVisibleItems(12)

    def choose(self, code: str) -> None:
        """Choose a code. One that is not offered (retired, or of a newer list) is shown rather than lost."""
        code = code or str(self._field.default)
        if code and self.findData(code) < 0:
            self.offer([*self._options, (code, lambda _: code)])
        super().choose(code)

    def showPopup(self) -> None:
        """As wide as the longest term, however narrow the box."""
        wanted = self.view().sizeHintForColumn(0) + _MARGIN
        self.view().setMinimumWidth(max(self.width(), wanted))
        super().showPopup()

    def hidePopup(self) -> None:
        """What was typed in the list ends with it."""
        self.ahead.forget()
        super().hidePopup()

    def keyPressEvent(self, e: QKeyEvent) -> None:
        """Type to choose."""
        if self._typing(e):
            return
        if e.key() in _EMPTYING:
            self._take(0)
        elif e.key() in _LEAVING:
            e.ignore()
        else:
            super().keyPressEvent(e)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Type in the open list too."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and watched is self.view():
            return self._typing(event)
        return super().eventFilter(watched, event)

    def _typing(self, event: QKeyEvent) -> bool:
        """Take a key for the letters typed, if it is one."""
        letters, text = self.ahead.letters, letters_of(event)
        if text.strip() or (text and letters):
            self._search(letters + text)
        elif letters and event.key() == _Key.Key_Backspace:
            self._search(letters[:-1])
        elif letters and event.key() == _Key.Key_Escape:
            self._search("")
        else:
            if event.key() in (*_WALKING, _Key.Key_Delete):
                self.ahead.forget()
            return False
        return True

    def _search(self, typed: str) -> None:
        """Choose what fits all that was typed. What only its beginning fits is not what was meant: a party, even."""
        if not self.ahead.letters:
            self._before = self._shown()
        term = find_term(typed, self._terms(), self._means.language)
        index = self.findData(term.code) if term else self._before
        if index != self._shown() or term:
            self._take(index)
        if typed:
            fits = term is not None or says_nothing_yet(typed)
            self.ahead.show(typed, fits, self, "above" if self.view().isVisible() else "below")
        else:
            self.ahead.forget()

    def _shown(self) -> int:
        return self.view().currentIndex().row() if self.view().isVisible() else self.currentIndex()

    def _take(self, index: int) -> None:
        if self.view().isVisible():
            self.view().setCurrentIndex(self.model().index(index, 0))
            return
        self.setCurrentIndex(index)
        self._tell(index)

    def _terms(self) -> list[Term]:
        kind = self._field.kind
        assert isinstance(kind, Choice)
        known = vocabulary(kind.vocabulary)
        return [known.get(code) or Term(code, Message(code)) for code, _ in self._options if code]
