"""Where the recovery sheet is to be written, with the warning that it opens the store."""

from PySide6.QtWidgets import QWidget

from snhr_desktop.i18n import N_
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.reports.pdf_dialog import PdfDialog
from snhr_desktop.ui.widgets import Notice

TITLE = N_("Save the recovery sheet as PDF")
OPENS = N_(
    "Whoever has this file and the store reads every record: it is not encrypted. Save it on a stick that is kept like "
    "the paper, never on this computer, and remember that a deleted file can be found again."
)
NAME = "recovery.pdf"
"""Proposed as the name of the file: neither store nor office."""


class SheetDialog(PdfDialog):
    """The warning stands below the question."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, TITLE, NAME, parent)
        self.warning = Notice(kit)
        self.put_below(self.warning)
        self.warning.tell(OPENS, "attention", closable=False)
