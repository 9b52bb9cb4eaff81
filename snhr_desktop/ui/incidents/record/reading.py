"""What the parts of a record are made with, and the pieces they are made of."""

from dataclasses import dataclass

from PySide6.QtWidgets import QFrame, QWidget

from snhr_desktop.domain.places import Gazetteer
from snhr_desktop.i18n import Language
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.widgets import PlainLabel

_FOCUS = 2


@dataclass(frozen=True)
class Reading:
    """The kit of every widget, and the places that codes stand for."""

    kit: Kit
    places: Gazetteer

    @property
    def language(self) -> Language:
        """The language spoken now; the record is built anew when it changes."""
        return self.kit.tongue.language

    def line(self, text: str, role: str = "text", copying: bool = False) -> PlainLabel:
        """A line of words that wraps; values of records in it are isolated by the caller."""
        made = PlainLabel(role, wrap=True)
        made.setText(self.kit.tongue.say(lambda _: text))
        made.setIndent(0)
        if copying:
            made.allow_copying(self.kit)
        else:  # as wide as the frame that shows the focus of one that can be copied from
            made.setContentsMargins(_FOCUS, _FOCUS, _FOCUS, _FOCUS)
        return made


def rule() -> QWidget:
    """A hairline."""
    made = QFrame()
    made.setProperty("kind", "rule")
    return made
