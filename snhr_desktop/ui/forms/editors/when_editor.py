"""A date in any spelling, with what was understood said in words below it."""

from typing import Any

from PySide6.QtWidgets import QWidget

from snhr_desktop.domain.dates import say_when, write_when
from snhr_desktop.domain.fields import Field
from snhr_desktop.domain.kinds import Day, Invalid, WhenKind
from snhr_desktop.domain.values import NO_TIME, When
from snhr_desktop.domain.vocabularies import label
from snhr_desktop.i18n import N_, Language
from snhr_desktop.ui.forms.editors.line_editor import LineEditor
from snhr_desktop.ui.forms.means import Means

UNDERSTOOD = N_("{date} ({precision})")


class WhenEditor(LineEditor):
    """For a date with its precision and for a single day alike."""

    def __init__(self, means: Means, field: Field, parent: QWidget | None = None) -> None:
        self._kept: Any = None
        self._shown = ""
        self._when = NO_TIME
        super().__init__(means, field, parent)

    def raw(self) -> Any:
        """The text as typed; a value nobody touched keeps the precision that its text cannot say (a week)."""
        text = self.line.text()
        return self._kept if self._kept is not None and text == self._shown else text

    def set_raw(self, raw: Any) -> None:
        """Show a date in figures, or the text of a draft."""
        self._kept = raw or ""
        self._shown = raw if isinstance(raw, str) else write_when(_read(raw))
        self._when = _read(raw)
        super().set_raw(self._shown)
        self.say_note()

    def note(self, language: Language) -> str:
        """What was understood, in words with its precision; the hint while nothing was."""
        when = self._when
        if not when:
            return super().note(language)
        if isinstance(self.field.kind, Day):
            return language.date(when.first) if when.first and when.first == when.last else super().note(language)
        precision = label("date_precision", when.precision, language)
        return language.text(UNDERSTOOD, date=say_when(when, language), precision=precision)

    def _typed(self) -> None:
        self._when = _read(self.raw())
        self.say_note()
        super()._typed()


def _read(raw: Any) -> When:
    try:
        return WhenKind().parse(raw)
    except Invalid:
        return NO_TIME
