"""The sections of a kind of report in their order, each printed or left out."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from snhr_desktop.i18n import N_
from snhr_desktop.reports.contents import CONTENTS
from snhr_desktop.reports.section import Section
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.widgets.wrapped_items import wrap_items

SECTIONS = N_("Sections")
_INDENT = "\u2003"
_ON, _OFF = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class SectionList(QListWidget):
    """`changed` when a person leaves a section out or takes it in again; Space does it. One section always stays.

    The parts of a section go and come with it.
    """

    changed = Signal()

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._sections: tuple[Section, ...] = ()
        self.setWordWrap(True)
        wrap_items(self)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        kit.theme.measure(self, minimumHeight=96)
        kit.tongue.bind(self, accessibleName=SECTIONS)
        kit.tongue.on_switch(self, self._say)
        self.itemChanged.connect(self._take)

    def offer(self, kind: str, left_out: tuple[str, ...]) -> None:
        """Offer the sections of a kind; those left out are not ticked."""
        with QSignalBlocker(self):
            if self._sections != CONTENTS[kind]:
                self._sections = CONTENTS[kind]
                self.clear()
                for section in self._sections:
                    item = QListWidgetItem(self)
                    item.setData(Qt.ItemDataRole.UserRole, section.code)
                self.setCurrentRow(0)
            for row, section in enumerate(self._sections):
                self.item(row).setCheckState(_OFF if section.code in left_out else _ON)
            self._say()

    def left_out(self) -> tuple[str, ...]:
        """Codes of the sections that are not printed."""
        return tuple(one.code for row, one in enumerate(self._sections) if self.item(row).checkState() == _OFF)

    def _take(self, item: QListWidgetItem) -> None:
        row = self.row(item)
        with QSignalBlocker(self):
            for part in self._parts(row):
                self.item(part).setCheckState(item.checkState())
            opening = self._opening(row)
            if item.checkState() == _ON and opening != row:
                self.item(opening).setCheckState(_ON)
            if len(self.left_out()) == len(self._sections):
                item.setCheckState(_ON)
        self.changed.emit()

    def _parts(self, row: int) -> list[int]:
        """The rows of the parts that belong to a section of the first level."""
        parts: list[int] = []
        if self._sections[row].level == 1:
            for at in range(row + 1, len(self._sections)):
                if self._sections[at].level == 1:
                    break
                parts.append(at)
        return parts

    def _opening(self, row: int) -> int:
        """The row of the section that a part belongs to; its own where it is none."""
        return next((at for at in range(row, -1, -1) if self._sections[at].level == 1), row)

    def _say(self) -> None:
        with QSignalBlocker(self):
            for row, section in enumerate(self._sections):
                indent = _INDENT * (section.level - 1)
                self.item(row).setText(indent + self._kit.tongue.say(section.title))
        self.viewport().update()
