"""How many incidents the list holds and how many civilians they harmed, in words."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from snhr_desktop.i18n import N_, NP_, Language
from snhr_desktop.ui.forms.toll import INJURED, KILLED
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.widgets import label
from snhr_desktop.workspace import Toll

FOUND = NP_("{n} incident", "{n} incidents")
WHATEVER_STATUS = N_(
    "Sums of the incidents listed, whatever their status. The figures count documented violations only."
)
_DOT = " · "


class CountLine(QWidget):
    """Stands below the list."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._total, self._toll = 0, Toll(0, 0)
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 0, 0, 0)
        self._words = label(kit, self._say, "note")
        kit.tongue.bind(self._words, toolTip=WHATEVER_STATUS)
        row.addWidget(self._words)
        row.addStretch(1)

    def show_count(self, total: int, toll: Toll) -> None:
        """Say other numbers."""
        self._total, self._toll = total, toll
        self._words.setText(self._kit.tongue.say(self._say))

    def text(self) -> str:
        """What is said now."""
        return self._words.text()

    def _say(self, language: Language) -> str:
        told = [language.plural(FOUND, self._total)]
        counted = ((KILLED, self._toll.killed), (INJURED, self._toll.injured))
        return _DOT.join([*told, *(language.plural(message, n) for message, n in counted if n)])
