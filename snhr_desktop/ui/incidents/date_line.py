"""A short line for one end of a span of days: any usual spelling, blank for open."""

import datetime as dt

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from snhr_desktop.domain.kinds import NOT_A_DATE, Invalid, WhenKind
from snhr_desktop.domain.values import When
from snhr_desktop.i18n import Language, Message
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.style import mark

_WIDTH = 108


class DateLine(QLineEdit):
    """`last` takes the last day of what was typed (of a month, its last); otherwise the first."""

    chosen = Signal()
    """Another day, or none, is meant now."""

    def __init__(self, kit: Kit, words: Message, last: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit, self._last = kit, last
        self._day: dt.date | None = None
        kit.theme.measure(self, fixedWidth=_WIDTH)
        self.setMaxLength(40)
        kit.tongue.bind(self, placeholderText=words, accessibleName=words)
        self._settle()
        self.textEdited.connect(self._read)
        self.editingFinished.connect(self._complain)

    def day(self) -> dt.date | None:
        """The day meant; None where the span is open."""
        return self._day

    def show_day(self, day: dt.date | None) -> None:
        """Mean a day; nobody is told."""
        self._day = day
        self.setText(day.isoformat() if day else "")
        self._settle()

    def _read(self) -> None:
        when = self._parsed()
        if when is None:
            return
        self._settle()
        day = when.last if self._last else when.first
        if day != self._day:
            self._day = day
            self.chosen.emit()

    def _complain(self) -> None:
        if self._parsed() is None:
            typed = self.text()

            def said(language: Language) -> str:
                return language.text(NOT_A_DATE, text=typed)

            mark(self, invalid=True)
            self._kit.tongue.bind(self, toolTip=said, accessibleDescription=said)

    def _settle(self) -> None:
        mark(self, invalid=False)
        self._kit.tongue.bind(self, toolTip=Message(""), accessibleDescription=Message(""))

    def _parsed(self) -> When | None:
        try:
            return WhenKind().parse(self.text())
        except Invalid:
            return None
