"""The recovery code, shown this once: to be written on paper, or printed as a sheet, or saved as one."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout

from snhr_desktop.domain.recovery_code import Line, lines
from snhr_desktop.i18n import N_, piece
from snhr_desktop.ui.commands import with_key
from snhr_desktop.ui.first_run.sheet_outlet import SheetOutlet
from snhr_desktop.ui.first_run.step import Step
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.operations import Worker
from snhr_desktop.ui.widgets import PlainLabel, button, label

_WHAT = N_(
    "If the passphrase is forgotten, only this code opens the store. Nobody can find it out again; as long as the "
    "store can be opened, another can be made in its place."
)
_HOW = N_(
    "Write it on paper, line by line; the sign behind the bar checks its line. Or print the sheet on a printer of your "
    "own. Keep the paper in a safe place away from this computer, and take no photograph of it."
)
_NEXT = N_("In the next step two of its groups are asked for, from the paper.")
PRINT, SAVE = N_("Print the sheet…"), N_("Save the sheet as PDF…")
PRINT_KEY, SAVE_KEY = "Ctrl+P", "Ctrl+S"


class CodeStep(Step):
    """`show_code` begins it; what is shown is forgotten by `forget`."""

    title = N_("Recovery code")
    on = N_("It stands on paper")

    def __init__(self, kit: Kit, worker: Worker) -> None:
        super().__init__(kit)
        self.code, self.outlet = "", SheetOutlet(kit, worker, self)
        self.panel = QFrame()
        self.panel.setProperty("kind", "card")
        self.panel.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # a code reads from left to right in any language
        kit.tongue.bind(self.panel, accessibleName=N_("Recovery code"))
        self._grid = QGridLayout(self.panel)
        self._grid.setHorizontalSpacing(20)
        self.print_out, self.save = button(kit, PRINT, "printer"), button(kit, SAVE, "download")
        row = QHBoxLayout()
        row.setSpacing(8)
        for made, words, key, act in (
            (self.print_out, PRINT, PRINT_KEY, self.outlet.print_out), (self.save, SAVE, SAVE_KEY, self.outlet.save),
        ):  # fmt: skip
            kit.tongue.bind(made, toolTip=with_key(words, key))
            made.clicked.connect(act)
            asked = QShortcut(QKeySequence(key), self)
            asked.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            asked.activated.connect(act)
            row.addWidget(made)
        row.addStretch(1)
        self.column.addWidget(label(kit, _WHAT, wrap=True))
        self.column.addWidget(self.panel, 0, Qt.AlignmentFlag.AlignHCenter)
        self.column.addWidget(label(kit, _HOW, "muted", wrap=True))
        self.column.addLayout(row)
        self.column.addWidget(self.outlet.notice)
        self.column.addWidget(label(kit, _NEXT, "muted", wrap=True))

    def show_code(self, code: str, sheet: bytes, store: Path | None = None) -> None:
        """Show the code of a store, and offer the sheet that was made of it."""
        self.code = code
        self.outlet.offer(sheet, store)
        for at, line in enumerate(lines(code)):
            self._show_line(at, line)

    def forget(self) -> None:
        """Forget code and sheet."""
        self.code = ""
        self.outlet.offer(b"")
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()

    def focus_first(self) -> None:
        """Begin at the printing of the sheet."""
        self.print_out.setFocus()

    def _show_line(self, at: int, line: Line) -> None:
        shown = (str(at + 1), "note"), *((group, "code") for group in line.groups), ("│", "muted"), (line.check, "code")
        for column, (text, role) in enumerate(shown):
            made = PlainLabel(role)
            made.setText(piece(text))
            self._grid.addWidget(made, at, column)
