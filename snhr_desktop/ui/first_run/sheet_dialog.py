"""Where the recovery sheet is to be written, with the warning that it opens the store."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from snhr_desktop.i18n import N_, Language
from snhr_desktop.ui.care.volumes import pulled
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.reports.pdf_dialog import PdfDialog
from snhr_desktop.ui.widgets import Notice

TITLE = N_("Save the recovery sheet as PDF")
OPENS = N_(
    "Whoever has this file and the store reads every record: it is not encrypted. Save it on a stick that is kept like "
    "the paper, never on this computer, and remember that a deleted file can be found again."
)
NO_STICK = N_("No stick is plugged in now.")
SAME_DISK = N_("This folder lies on the disk of the store: whoever takes this computer has the records and the sheet.")
ALL_THE_SAME = N_("Choose a stick, or save once more to write it here all the same.")
NAME = "recovery.pdf"
"""Proposed as the name of the file: neither store nor office."""


class SheetDialog(PdfDialog):
    """The warning stands below the question. A stick is proposed where one is plugged in; the disk of the store is
    objected to once, and taken when it is chosen again."""

    def __init__(self, kit: Kit, parent: QWidget | None = None, store: Path | None = None) -> None:
        super().__init__(kit, TITLE, NAME, parent)
        self._store, self._objected = store, Path()
        self._stick = pulled(store)
        self.warning = Notice(kit)
        self.put_below(self.warning)
        if self._stick is not None:
            self.setDirectory(str(self._stick))
        self.directoryEntered.connect(self._look)
        self._look()

    def accept(self) -> None:
        """Object to the disk of the store before the file is written there."""
        if self._beside_the_store() and self._objected != self._folder():
            self._objected = self._folder()
            self._look()
            return
        super().accept()

    def _folder(self) -> Path:
        path = self.path()
        return path.parent if path else Path(self.directory().absolutePath())

    def _beside_the_store(self) -> bool:
        from snhr_desktop.store.backups.disk import same_disk  # loads when it is needed

        return self._store is not None and same_disk(self._folder(), self._store)

    def _look(self) -> None:
        said = [OPENS]
        if self._beside_the_store():
            said.append(SAME_DISK)
            said += [ALL_THE_SAME] if self._objected == self._folder() else [NO_STICK] if self._stick is None else []

        def words(language: Language) -> str:
            return " ".join(map(language.text, said))

        self.warning.tell(words, "attention", closable=False)
