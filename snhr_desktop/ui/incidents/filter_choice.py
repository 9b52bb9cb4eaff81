"""A narrow choice among many terms: its list is as wide as its terms, and Delete takes the choice back."""

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.tongue import Words
from snhr_desktop.ui.widgets import ChoiceBox

_LIST_FRAME = 44


class FilterChoice(ChoiceBox):
    """The first option is no filter."""

    def __init__(
        self, kit: Kit, name: Words, options: Iterable[tuple[str, Words]], width: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(kit, name, options, parent)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        kit.theme.measure(self, minimumWidth=width)
        self.setMaxVisibleItems(16)
        kit.tongue.on_switch(self, self._widen_list)

    def sizeHint(self) -> QSize:
        """As wide as its first option needs: unset filters are read whole."""
        hint = super().sizeHint()
        return QSize(max(hint.width(), self.minimumWidth(), self.room_for(self.itemText(0))), hint.height())

    def showPopup(self) -> None:
        """Open the list as wide as its words."""
        self._widen_list()
        super().showPopup()

    def keyPressEvent(self, e: QKeyEvent) -> None:
        """Delete or Backspace: no filter."""
        if e.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.setCurrentIndex(0)
            self._tell(0)
        else:
            super().keyPressEvent(e)

    def _widen_list(self) -> None:
        self.updateGeometry()
        metrics = self.view().fontMetrics()
        widest = max((metrics.horizontalAdvance(self.itemText(at)) for at in range(self.count())), default=0)
        self.view().setMinimumWidth(widest + _LIST_FRAME)
