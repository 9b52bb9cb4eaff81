"""What is recorded and in no total, told beside the totals so that no number hides it."""

from PySide6.QtWidgets import QWidget

from snhr_desktop.figures.table import APART as IN_NO_TOTAL
from snhr_desktop.i18n import Language
from snhr_desktop.reports.phrases import APART
from snhr_desktop.reports.telling import Telling
from snhr_desktop.ui.forms.editors.flow_layout import FlowLayout
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.overview.doors import Doors
from snhr_desktop.ui.overview.gathering import Overview
from snhr_desktop.ui.tongue import Words
from snhr_desktop.ui.widgets import button, label


class ApartLine(QWidget):
    """One door for each figure that stands apart; nothing is shown where there is nothing."""

    def __init__(self, kit: Kit, doors: Doors) -> None:
        super().__init__()
        self._kit = kit
        self._numbers = dict.fromkeys(APART, 0)
        self.doors = {code: button(kit, self._say(code), kind="link") for code in APART}
        row = FlowLayout(8, self)
        row.setContentsMargins(4, 0, 4, 0)
        told = label(kit, IN_NO_TOTAL, "muted")
        told.setContentsMargins(0, 4, 0, 4)  # level with the words of the buttons
        row.addWidget(told)
        for code, shown in self.doors.items():
            shown.clicked.connect(doors.to(code))
            row.addWidget(shown)

    def tell(self, overview: Overview, telling: Telling) -> None:
        """Show what stands apart."""
        for code, shown in self.doors.items():
            self._numbers[code] = telling.total(code)
            self._kit.tongue.bind(shown, text=self._say(code))
            shown.setVisible(self._numbers[code] > 0)
        self.setVisible(any(self._numbers.values()))

    def _say(self, code: str) -> Words:
        def said(language: Language) -> str:
            return language.plural(APART[code], self._numbers[code])

        return said
