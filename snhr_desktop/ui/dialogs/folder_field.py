"""A folder, typed or chosen."""

from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from snhr_desktop.i18n import N_, Message
from snhr_desktop.ui.dialogs import file_dialog
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.widgets import button


class FolderField(QWidget):
    """`edit` is the line, blank where no folder is proposed; a path is always written from left to right."""

    def __init__(self, kit: Kit, title: Message, folder: Path | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._title = title
        self.edit = QLineEdit(str(folder or ""))
        self.setFocusProxy(self.edit)
        choose = button(kit, N_("Choose…"), "folder-open", hint=title)
        choose.clicked.connect(self._choose)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.edit, 1)
        row.addWidget(choose)

    def folder(self) -> Path | None:
        """The folder named, or None."""
        text = self.edit.text().strip()
        try:
            return Path(text).expanduser() if text else None
        except RuntimeError:  # a ~ before the name of nobody
            return Path(text)

    def _choose(self) -> None:
        if found := file_dialog.ask_for_folder(self._kit, self._title, self, self.folder()):
            self.edit.setText(str(found))
