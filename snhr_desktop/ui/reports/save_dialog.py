"""Where a report is to be written and what it is protected with, with the warning where it is written plain."""

from pathlib import Path
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from snhr_desktop.i18n import N_
from snhr_desktop.reports.file.seal import Seal
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.reports.pdf_dialog import PdfDialog
from snhr_desktop.ui.reports.seal_fields import SealFields
from snhr_desktop.ui.tongue import Words
from snhr_desktop.ui.widgets import Notice, label

TITLE = N_("Save the report as PDF")
PLAIN_FILE = N_(
    "The file is not encrypted: whoever has it can read it. Keep it where only those who may read it can reach it."
)
LOCKED_FILE = N_("The file will be encrypted. Nobody can open it without the password: give that on by another way.")


class Wanted(NamedTuple):
    """A file to write, and its seal."""

    path: Path
    seal: Seal


class SaveDialog(PdfDialog):
    """Asks for a seal too, and warns where the file is written plain. `checked` says what was checked before."""

    def __init__(self, kit: Kit, name: str, checked: Words | None = None, parent: QWidget | None = None) -> None:
        super().__init__(kit, TITLE, name, parent)
        self.warning, self.fields = Notice(kit), SealFields(kit)
        self._seal: Seal | None = None
        told = [label(kit, checked, "muted", wrap=True)] if checked else []
        self.put_below(*told, self.fields, self.warning)
        self.fields.changed.connect(self._warn)
        self._warn()

    def wanted(self) -> Wanted:
        """What was chosen."""
        return Wanted(Path(self.selectedFiles()[0]), self._seal or self.fields.seal())

    def done(self, result: int) -> None:
        """Take what was typed before its fields forget it."""
        self._seal = self.fields.seal()
        super().done(result)

    def _warn(self) -> None:
        locked = bool(self.fields.seal().password)
        self.warning.tell(LOCKED_FILE if locked else PLAIN_FILE, "told" if locked else "attention", closable=False)


def ask_where(kit: Kit, name: str, checked: Words | None, parent: QWidget) -> Wanted | None:
    """The file a person chose, or None; `name` is what it is called unless they say otherwise."""
    dialog = SaveDialog(kit, name, checked, parent)
    try:
        return dialog.wanted() if dialog.exec() and dialog.selectedFiles() else None
    finally:
        dialog.deleteLater()
