"""A key figure: a number, what it counts, a line below; and a door to the records behind it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from snhr_desktop.i18n import N_, Language
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.style import mark
from snhr_desktop.ui.tongue import Words, said
from snhr_desktop.ui.widgets.plain_label import PlainLabel

UNKNOWN = N_("not known")
_BASELINE = 7  # brings the unit down to the line the number stands on


class KeyFigure(QPushButton):
    """`clicked` is the wish to see the records behind the number.

    The number stands with the words of its unit always: a number is never shown without what it counts. Where a
    language says the two as one (none, one and two in Arabic), the words stand alone. `toll` says that it counts the
    dead, which a nought does not.
    """

    def __init__(self, kit: Kit, title: Words, toll: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._title_words, self._toll = title, toll
        self._number: int | None = None
        self._counted: Words = UNKNOWN
        self.setProperty("kind", "door")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._title, self._below = PlainLabel("muted", wrap=True), PlainLabel("note", wrap=True)
        self._shown, self._unit_line = PlainLabel("figure"), PlainLabel("muted", wrap=True)
        self._lines = self._lay_out()
        kit.tongue.bind(self._title, text=title)
        kit.tongue.bind(self._shown, text=self._say_number)
        kit.tongue.bind(self, toolTip=N_("Show the records behind this number"), accessibleName=self._say_all)

    def show_number(self, number: int | None, counted: Words, below: Words | None = None) -> None:
        """Show a number (None where it is not known), as said with its noun, and a line below if there is more."""
        self._number, self._counted = number, UNKNOWN if number is None else counted
        mark(self._shown, toll=self._toll and bool(number))
        self._kit.tongue.bind(self._shown, text=self._say_number)
        self._kit.tongue.bind(self._unit_line, text=lambda language: self._parted(language)[1])
        self._below.setVisible(below is not None)
        if below is not None:
            self._kit.tongue.bind(self._below, text=below)
        self._kit.tongue.bind(self, accessibleName=self._say_all)
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        """A long title takes two lines where there is no room for one."""
        return True

    def heightForWidth(self, arg__1: int) -> int:
        """As its lines need at that width."""
        return self._lines.heightForWidth(arg__1)

    def number_text(self) -> str:
        """The number as it stands there."""
        return self._shown.text()

    def sizeHint(self) -> QSize:
        """As its lines need; a button alone would not ask them."""
        return self._lines.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """As its lines need."""
        return self._lines.minimumSize()

    def _lay_out(self) -> QVBoxLayout:
        """The title above, and the number with its unit below it, so that the numbers of a row stand on one line."""
        counted = QHBoxLayout()
        counted.setSpacing(8)
        counted.addWidget(self._shown)
        counted.addWidget(self._unit_line, 1, Qt.AlignmentFlag.AlignBottom)
        self._unit_line.setContentsMargins(0, 0, 0, _BASELINE)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 10)
        column.setSpacing(0)
        column.addWidget(self._title)
        column.addStretch(1)
        column.addLayout(counted)
        column.addWidget(self._below)
        self._below.hide()
        for line in (self._title, self._shown, self._unit_line, self._below):
            line.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        return column

    def _say_number(self, language: Language) -> str:
        shown, beside = self._parted(language)
        mark(self._shown, role="figure" if beside else "heading")
        return shown

    def _say_all(self, language: Language) -> str:
        return f"{self._kit.tongue.say(self._title_words)}: {' '.join(filter(None, self._parted(language)))}"

    def _parted(self, language: Language) -> tuple[str, str]:
        """What stands large, and what beside it."""
        words = said(self._counted, language)
        if self._number is None:
            return "–", words
        number = language.number(self._number)
        return (number, words.removeprefix(number).strip()) if words.startswith(number) else (words, "")
