"""The sections at a glance: where one is, and where something is to be corrected."""

from collections.abc import Container

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QToolButton, QWidget

from snhr_desktop.i18n import N_, Language
from snhr_desktop.ui.forms.editors.flow_layout import FlowLayout
from snhr_desktop.ui.forms.means import Means
from snhr_desktop.ui.forms.sections import SHOWN, Section

GO = N_("{title} (Alt+{number})")


class SectionIndex(QWidget):
    """Not a stop for Tab: Alt and the number lead to a section, F6 to the next."""

    picked = Signal(int)

    def __init__(self, means: Means, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._means = means
        row = FlowLayout(2, self)
        self.buttons = [self._button(at, section) for at, section in enumerate(SHOWN)]
        for made in self.buttons:
            row.addWidget(made)

    def show_current(self, at: int) -> None:
        """Mark the section one is in."""
        for number, made in enumerate(self.buttons):
            made.setChecked(number == at)

    def show_errors(self, sections: Container[int]) -> None:
        """Mark the sections in which something is to be corrected."""
        for number, made in enumerate(self.buttons):
            wrong = number in sections
            style = Qt.ToolButtonStyle.ToolButtonTextBesideIcon if wrong else Qt.ToolButtonStyle.ToolButtonTextOnly
            made.setToolButtonStyle(style)

    def _button(self, at: int, section: Section) -> QToolButton:
        def title(language: Language) -> str:
            return f"{language.number(at + 1)} {language.text(section.title)}"

        def hint(language: Language) -> str:
            return language.text(GO, title=language.text(section.title), number=at + 1)

        made = self._means.kit.tongue.bind(QToolButton(), text=title, toolTip=hint, accessibleName=hint)
        made.setCheckable(True)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._means.kit.theme.set_icon(made, "circle-alert", "refused")
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        made.clicked.connect(lambda: self.picked.emit(at))
        return made
