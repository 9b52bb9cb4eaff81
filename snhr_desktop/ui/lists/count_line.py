"""How many rows a list holds, whom they harmed, and the same of the rows that are chosen, in words."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from snhr_desktop.i18n import N_, NP_, Language, Message
from snhr_desktop.ui.forms.toll import INJURED, KILLED
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.lists.chosen import Chosen
from snhr_desktop.ui.widgets import label

CHOSEN = NP_("{n} chosen", "{n} chosen")
COUNTING = N_("Counting…")
WHATEVER_STATUS = N_(
    "Sums of the incidents listed, whatever their status. The figures count documented violations only."
)
_DOT = " · "
_APART = 24


class CountLine(QWidget):
    """Stands below a list. `noun` says how many rows there are."""

    def __init__(self, kit: Kit, noun: Message, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit, self._noun = kit, noun
        self._all: Chosen | None = Chosen()
        self._part = Chosen()
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 0, 0, 0)
        row.setSpacing(_APART)
        self._words = label(kit, self._say, "note")
        self._chosen = label(kit, self._say_chosen, "note")
        for words in (self._words, self._chosen):
            kit.tongue.bind(words, toolTip=WHATEVER_STATUS)
            row.addWidget(words)
        row.addStretch(1)

    def show_count(self, found: Chosen | None) -> None:
        """Say other numbers; None while they are still being counted."""
        self._all = found
        self._words.setText(self._kit.tongue.say(self._say))

    def show_chosen(self, chosen: Chosen) -> None:
        """Say what the chosen rows add up to, where that is more than one."""
        self._part = chosen
        self._chosen.setText(self._kit.tongue.say(self._say_chosen))

    def text(self) -> str:
        """What is said of the whole list now."""
        return self._words.text()

    def chosen_text(self) -> str:
        """What is said of the rows that are chosen; blank for one or none."""
        return self._chosen.text()

    def _say(self, language: Language) -> str:
        if self._all is None:
            return language.text(COUNTING)
        return _DOT.join([language.plural(self._noun, self._all.rows), *_harmed(self._all, language)])

    def _say_chosen(self, language: Language) -> str:
        if self._part.rows < 2:
            return ""
        return _DOT.join([language.plural(CHOSEN, self._part.rows), *_harmed(self._part, language)])


def _harmed(rows: Chosen, language: Language) -> list[str]:
    counted = ((KILLED, rows.killed), (INJURED, rows.injured))
    return [language.plural(message, number) for message, number in counted if number]
