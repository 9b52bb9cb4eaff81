"""The columns of a list: which show, in which order, how wide, and how many stay while one scrolls sideways."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from snhr_desktop.i18n import N_
from snhr_desktop.ui.commands import with_key
from snhr_desktop.ui.forms.form_keys import give_keys
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.lists.columns import Column
from snhr_desktop.ui.lists.layout import LEAST, MOST, MOST_FROZEN, Layout, usual
from snhr_desktop.ui.widgets import Labelled, button
from snhr_desktop.ui.widgets.dialog import Dialog

TITLE = N_("Columns")
SHOWN = N_("Columns of the list")
HINT = N_("Space shows or hides a column.")
UP, DOWN = N_("Earlier"), N_("Later")
WIDTH, SHARED = N_("Width of the column (px)"), N_("As there is room")
FROZEN, NONE = N_("Columns that stay at the edge"), N_("None")
RESET = N_("As at the beginning")
USE, CANCEL = N_("Use"), N_("Cancel")
_ON, _OFF = Qt.CheckState.Checked, Qt.CheckState.Unchecked
_KEY = Qt.ItemDataRole.UserRole


class ColumnsDialog(Dialog):
    """`layout_chosen` is what a person wants, once the dialog was accepted."""

    def __init__(self, kit: Kit, columns: Sequence[Column], layout: Layout, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit, self._columns = kit, tuple(columns)
        self._widths: dict[str, int] = {}
        kit.tongue.bind(self, windowTitle=TITLE)
        self.list = QListWidget()
        self.width_box, self.frozen = QSpinBox(), QSpinBox()
        self.width_box.setRange(LEAST - 1, MOST)
        self.width_box.setSingleStep(10)
        self.frozen.setRange(0, MOST_FROZEN)
        kit.tongue.on_switch(self, self._say)
        self._place()
        self._fill(layout)
        self.list.currentRowChanged.connect(self._show_width)
        self.list.itemChanged.connect(self._keep_one)
        self.width_box.valueChanged.connect(self._take_width)
        give_keys(self, {"Ctrl+Up": lambda: self.move_column(-1), "Ctrl+Down": lambda: self.move_column(1)})
        self.list.setFocus()

    def layout_chosen(self) -> Layout:
        """The layout as it stands in the dialog."""
        keys = self._checked()
        widths = {key: width for key, width in self._widths.items() if key in keys}
        return Layout(keys, widths, min(self.frozen.value(), len(keys) - 1))

    def move_column(self, step: int) -> None:
        """Move the column one is at towards the beginning or the end."""
        row = self.list.currentRow()
        if 0 <= row + step < self.list.count():
            with QSignalBlocker(self.list):
                item = self.list.takeItem(row)
                self.list.insertItem(row + step, item)
            self.list.setCurrentRow(row + step)

    def reset(self) -> None:
        """Show the columns as they were before anybody chose."""
        self._fill(usual(self._columns))

    def _fill(self, layout: Layout) -> None:
        self._widths = dict(layout.widths)
        headings = {column.key: column.heading for column in self._columns}
        with QSignalBlocker(self.list):
            self.list.clear()
            for key in (*layout.keys, *(key for key in headings if key not in layout.keys)):
                item = QListWidgetItem(self._kit.tongue.say(headings[key]), self.list)
                item.setData(_KEY, key)
                item.setCheckState(_ON if key in layout.keys else _OFF)
            self.list.setCurrentRow(0)
        self.frozen.setValue(layout.frozen)
        self._show_width(0)

    def _checked(self) -> tuple[str, ...]:
        items = (self.list.item(row) for row in range(self.list.count()))
        return tuple(str(item.data(_KEY)) for item in items if item.checkState() == _ON)

    def _keep_one(self, item: QListWidgetItem) -> None:
        """A list has one column at least."""
        if not self._checked():
            item.setCheckState(_ON)

    def _key(self) -> str:
        row = self.list.currentRow()
        return str(self.list.item(row).data(_KEY)) if row >= 0 else ""

    def _show_width(self, _: int) -> None:
        with QSignalBlocker(self.width_box):
            self.width_box.setValue(self._widths.get(self._key(), LEAST - 1))

    def _take_width(self, width: int) -> None:
        if width < LEAST:
            self._widths.pop(self._key(), None)
        else:
            self._widths[self._key()] = width

    def _say(self) -> None:
        self.width_box.setSpecialValueText(self._kit.tongue.say(SHARED))
        self.frozen.setSpecialValueText(self._kit.tongue.say(NONE))
        align = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        for box in (self.width_box, self.frozen):
            box.setAlignment(align)

    def _place(self) -> None:
        kit = self._kit
        self.earlier, self.later = button(kit, UP, "arrow-up"), button(kit, DOWN, "arrow-down")
        kit.tongue.bind(self.earlier, toolTip=with_key(UP, "Ctrl+Up"))
        kit.tongue.bind(self.later, toolTip=with_key(DOWN, "Ctrl+Down"))
        self.earlier.clicked.connect(lambda: self.move_column(-1))
        self.later.clicked.connect(lambda: self.move_column(1))
        again = button(kit, RESET, "undo-2", "quiet")
        again.clicked.connect(self.reset)
        moves = QHBoxLayout()
        for each in (self.earlier, self.later):
            moves.addWidget(each)
        moves.addStretch(1)
        moves.addWidget(again)
        boxes = QHBoxLayout()
        boxes.addWidget(Labelled(kit, WIDTH, self.width_box))
        boxes.addWidget(Labelled(kit, FROZEN, self.frozen))
        ends = QDialogButtonBox()
        use, cancel = button(kit, USE, "check", "primary"), button(kit, CANCEL)
        ends.addButton(use, QDialogButtonBox.ButtonRole.AcceptRole)
        ends.addButton(cancel, QDialogButtonBox.ButtonRole.RejectRole)
        ends.accepted.connect(self.accept)
        ends.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(Labelled(kit, SHOWN, self.list, HINT), 1)
        column.addLayout(moves)
        column.addLayout(boxes)
        column.addWidget(ends)
        self.resize(420, 520)


def ask_columns(kit: Kit, columns: Sequence[Column], layout: Layout, parent: QWidget) -> Layout | None:
    """The layout a person chose, or None."""
    dialog = ColumnsDialog(kit, columns, layout, parent)
    try:
        return dialog.layout_chosen() if dialog.exec() else None
    finally:
        dialog.deleteLater()
