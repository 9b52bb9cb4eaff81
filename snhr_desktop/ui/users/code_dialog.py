"""A new recovery code, shown this once: written on paper, printed, or saved as a sheet."""

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from snhr_desktop.domain.recovery_code import lines
from snhr_desktop.i18n import N_, piece
from snhr_desktop.ui.first_run.sheet_outlet import SheetOutlet
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.operations import Worker
from snhr_desktop.ui.widgets import Dialog, PlainLabel, button, label

if TYPE_CHECKING:
    from snhr_desktop.workspace import StoreInfo

TITLE = N_("New recovery code")
WHAT = N_(
    "Write it on paper, line by line; the sign behind the bar checks its line. It is shown only now. The earlier code "
    "opens this store no more: destroy its paper. Copies made before still open with it."
)
PRINT, SAVE, DONE = N_("Print the sheet…"), N_("Save the sheet as PDF…"), N_("It stands on paper")
SURE, GONE = (
    N_("It is never shown again. Compare it with the paper line by line first."),
    N_("Yes, hide it"),
)
_WIDTH = 560


class CodeDialog(Dialog):
    """Closed by the one who says twice that it stands on paper, and by a lock; a key pressed by chance does nothing."""

    enter_acts: ClassVar[bool] = False

    def __init__(
        self, kit: Kit, worker: Worker, code: str, sheet: bytes, store: Path, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setModal(True)
        kit.tongue.bind(self, windowTitle=TITLE)
        kit.theme.measure(self, minimumWidth=_WIDTH)
        self.outlet = SheetOutlet(kit, worker, self)
        self.outlet.offer(sheet, store)
        self.print_out, self.save = button(kit, PRINT, "printer"), button(kit, SAVE, "download")
        self.done_with = button(kit, DONE, "check", "primary")
        self.print_out.clicked.connect(self.outlet.print_out)
        self.save.clicked.connect(self.outlet.save)
        self.done_with.clicked.connect(self._ask_back)
        self._kit, self._sure = kit, label(kit, SURE, wrap=True)
        self._sure.hide()
        foot = QHBoxLayout()
        for made in (self.print_out, self.save):
            made.setVisible(bool(sheet))
            foot.addWidget(made)
        foot.addStretch(1)
        foot.addWidget(self.done_with)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(label(kit, TITLE, "heading", wrap=True))
        column.addWidget(label(kit, WHAT, wrap=True))
        column.addWidget(_panel(kit, code), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.outlet.notice)
        column.addWidget(self._sure)
        column.addLayout(foot)
        self._rest()

    def reject(self) -> None:
        """Escape closes nothing here: the code would be lost unseen."""

    def _rest(self) -> None:
        """Have the cursor where Enter loses nothing."""
        (self if self.print_out.isHidden() else self.print_out).setFocus()

    def _ask_back(self) -> None:
        if not self._sure.isHidden():
            self.accept()
            return
        self._sure.show()
        self._kit.tongue.bind(self.done_with, text=GONE)
        self._rest()


def sheet_of(code: str, info: "StoreInfo") -> bytes:
    """The sheet of a code as PDF; takes a moment, for the store's thread."""
    from snhr_desktop.reports.recovery_sheet import SheetOf, recovery_sheet

    today = dt.datetime.now().astimezone().date()
    return recovery_sheet(SheetOf(code, info.name, info.office, today, info.training))


def _panel(kit: Kit, code: str) -> QFrame:
    panel = QFrame()
    panel.setProperty("kind", "card")
    panel.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # a code reads from left to right in any language
    kit.tongue.bind(panel, accessibleName=TITLE)
    grid = QGridLayout(panel)
    grid.setHorizontalSpacing(20)
    for at, line in enumerate(lines(code)):
        shown = (str(at + 1), "note"), *((group, "code") for group in line.groups), ("│", "muted"), (line.check, "code")
        for column, (text, role) in enumerate(shown):
            made = PlainLabel(role)
            made.setText(piece(text))
            grid.addWidget(made, at, column)
    return panel
