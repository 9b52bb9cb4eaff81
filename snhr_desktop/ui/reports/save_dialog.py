"""Where a report is to be written, with the warning that it is written plain."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QGridLayout, QWidget

from snhr_desktop.i18n import N_
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.widgets import Notice

TITLE = N_("Save the report as PDF")
PLAIN_FILE = N_(
    "The file is not encrypted: whoever has it can read it. Keep it where only those who may read it can reach it."
)
KIND = N_("PDF files (*.pdf)")


class SaveDialog(QFileDialog):
    """Qt's own dialog rather than the desktop's, which would leave the warning out and remember the name."""

    def __init__(self, kit: Kit, name: str, parent: QWidget | None = None) -> None:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        super().__init__(parent, kit.tongue.say(TITLE), documents, kit.tongue.say(KIND))
        self.setOption(QFileDialog.Option.DontUseNativeDialog)
        self.setOption(QFileDialog.Option.HideNameFilterDetails)  # "(*.pdf)" is scrambled in an Arabic line
        self.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self.setDefaultSuffix("pdf")
        self.selectFile(name)
        self.warning = Notice(kit)
        self.warning.tell(PLAIN_FILE, "attention", closable=False)
        grid = self.layout()
        if isinstance(grid, QGridLayout):
            grid.addWidget(self.warning, grid.rowCount(), 0, 1, grid.columnCount())


def ask_where(kit: Kit, name: str, parent: QWidget) -> Path | None:
    """The file a person chose, or None; `name` is what it is called unless they say otherwise."""
    dialog = SaveDialog(kit, name, parent)
    try:
        return Path(dialog.selectedFiles()[0]) if dialog.exec() and dialog.selectedFiles() else None
    finally:
        dialog.deleteLater()
