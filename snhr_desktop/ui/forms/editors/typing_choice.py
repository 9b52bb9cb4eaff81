"""A choice between the terms of a vocabulary, made by typing the beginning of any of its words."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from snhr_desktop.domain.fields import Field
from snhr_desktop.domain.kinds import Choice
from snhr_desktop.domain.names import fold
from snhr_desktop.domain.vocabularies import vocabulary
from snhr_desktop.i18n import LANGUAGES, Language, Message
from snhr_desktop.ui.forms.means import Means
from snhr_desktop.ui.tongue import Words
from snhr_desktop.ui.widgets import ChoiceBox

BLANK = Message("")
_MARGIN = 36  # padding and scroll bar, px
_PAUSE = 1_200  # ms after which typing begins anew


def offered(field: Field) -> list[tuple[str, Words]]:
    """The terms offered for a field: a blank first where blank is an answer, and none that is retired."""
    kind = field.kind
    assert isinstance(kind, Choice)
    terms: list[tuple[str, Words]] = [(t.code, t.label) for t in vocabulary(kind.vocabulary).values() if not t.retired]
    return terms if field.default else [("", BLANK), *terms]


class TypingChoice(ChoiceBox):
    """Typing chooses in the language spoken, then in any other; Delete makes it blank again."""

    def __init__(self, means: Means, field: Field, parent: QWidget | None = None) -> None:
        self._means, self._field = means, field
        self._typed = ""
        self._before = 0
        super().__init__(means.kit, field.label, offered(field), parent)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._forget)
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

    def keyPressEvent(self, e: QKeyEvent) -> None:
        """Type to choose; Delete or Backspace to start over."""
        text = e.text()
        commanding = e.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        if e.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self._forget()
            self._take(0)
        elif text.isprintable() and not commanding and (text.strip() or (text and self._typed)):
            self._search(self._typed + text)
        elif e.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            e.ignore()
        else:
            super().keyPressEvent(e)

    def _search(self, typed: str) -> None:
        """Choose what fits all that was typed. What only its beginning fits is not what was meant: a party, even."""
        if not self._typed:
            self._before = self.currentIndex()
        self._typed = typed
        self._pause.start()
        found = self._find(typed)
        index = found if found >= 0 else self._before
        if found >= 0 or index != self.currentIndex():
            self._take(index)

    def _take(self, index: int) -> None:
        self.setCurrentIndex(index)
        self._tell(index)

    def _forget(self) -> None:
        self._typed = ""

    def _find(self, typed: str) -> int:
        """The first term with a word that begins as typed: in the language spoken first, whole labels before words."""
        spoken = self._means.language
        languages = [spoken, *(each for each in LANGUAGES.values() if each.code != spoken.code)]
        for language in languages:
            labels = [self._words(index, language) for index in range(self.count())]
            for begins in (_label_begins, _word_begins):
                for index, shown in enumerate(labels):
                    if begins(shown, typed):
                        return index
        return -1

    def _words(self, index: int, language: Language) -> str:
        words = self._options[index][1]
        return words(language) if callable(words) else language.text(words)


def _label_begins(shown: str, typed: str) -> bool:
    plainly = bool(shown) and shown.casefold().startswith(typed.casefold())
    return plainly or fold(shown).startswith(fold(typed) or "\0")


def _word_begins(shown: str, typed: str) -> bool:
    return f" {fold(typed) or chr(0)}" in f" {fold(shown)}"
