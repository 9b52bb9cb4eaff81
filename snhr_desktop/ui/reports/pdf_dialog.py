"""Where a file of pages is to be written: Qt's own dialog, with room for a warning below."""

from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFileDialog, QGridLayout, QWidget

from snhr_desktop.i18n import N_
from snhr_desktop.ui.dialogs.file_dialog import FileDialog, documents
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.measure import px
from snhr_desktop.ui.tongue import Words

KIND = N_("PDF files (*.pdf)")
_SIZE = (760, 600)


class PdfDialog(FileDialog):
    """The desktop's own dialog would leave the warning out, too."""

    def __init__(self, kit: Kit, title: Words, name: str, parent: QWidget | None = None) -> None:
        super().__init__(kit, title, documents() / name, KIND, parent)
        self.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self.setDefaultSuffix("pdf")

    def put_below(self, *widgets: QWidget) -> None:
        """Show widgets below the fields of Qt, and have room for them."""
        grid = self.layout()
        if isinstance(grid, QGridLayout):
            for widget in widgets:
                grid.addWidget(widget, grid.rowCount(), 0, 1, grid.columnCount())
        most = self.screen().availableSize()
        self.resize(QSize(px(_SIZE[0]), px(_SIZE[1])).boundedTo(most))

    def path(self) -> Path | None:
        """The file that was chosen."""
        found = self.selectedFiles()
        return Path(found[0]) if found else None
