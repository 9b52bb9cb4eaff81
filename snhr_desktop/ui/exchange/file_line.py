"""The file to import, or a folder of such: chosen by a dialog, or dropped."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from snhr_desktop.i18n import N_, kept_whole
from snhr_desktop.ui.commands import with_key
from snhr_desktop.ui.dialogs import file_dialog
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.style import mark
from snhr_desktop.ui.widgets import PlainLabel, button, label, picture

KEY, FOLDER_KEY = "Ctrl+O", "Ctrl+Shift+O"
CHOOSE, CHOOSE_FOLDER = N_("Choose a file…"), N_("Choose a folder…")
FOLDER_TITLE = N_("Choose a folder of submissions, or of files of one kind")
TITLE = N_("Choose a file to import")
KINDS = N_("Records (*.xlsx *.xls *.ods *.csv *.tsv *.txt *.json *.jsonl *.geojson *.xml)")
NOTHING = N_("No file is chosen yet. Drop one here, or choose it.")
FORMATS = N_("XLSX, XLS, ODS, CSV, TSV, JSON, GeoJSON, XML of forms, or a folder of them. All of it is only read.")


class FileLine(QFrame):
    """`chosen(Path)` when a person chose or dropped one file, or one folder."""

    chosen = Signal(object)

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self.setAcceptDrops(True)
        self.setProperty("kind", "drop")
        self.choose = button(kit, CHOOSE, "folder-open", hint=with_key(CHOOSE, KEY))
        self.choose.clicked.connect(self._ask)
        self.folder = button(kit, CHOOSE_FOLDER, hint=with_key(CHOOSE_FOLDER, FOLDER_KEY))
        self.folder.clicked.connect(self._ask_folder)
        self._name = kit.tongue.bind(PlainLabel("label", wrap=True), text=NOTHING)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._name)
        words.addWidget(label(kit, FORMATS, "note", wrap=True))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(12)
        row.addWidget(picture(kit, "file-text", "faint", 28), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)
        for act in (self.choose, self.folder):
            row.addWidget(act, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_file(self, path: Path) -> None:
        """Say which file is chosen: by its name alone."""
        self._kit.tongue.bind(self._name, text=lambda _: kept_whole(path.name))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one file of this computer."""
        if _dropped(event) is not None:
            event.acceptProposedAction()
            mark(self, over=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """It was carried on."""
        mark(self, over=False)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Take it."""
        mark(self, over=False)
        path = _dropped(event)
        if path is not None:
            event.acceptProposedAction()
            self.chosen.emit(path)

    def _ask(self) -> None:
        if found := file_dialog.ask_for_file(self._kit, TITLE, self, KINDS):
            self.chosen.emit(found)

    def _ask_folder(self) -> None:
        if found := file_dialog.ask_for_folder(self._kit, FOLDER_TITLE, self):
            self.chosen.emit(found)


def _dropped(event: QDropEvent) -> Path | None:
    urls = event.mimeData().urls()
    return Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None
