"""Files described one after the other in one dialog, with what is done from there: withdrawn, put with a record."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from snhr_desktop.domain.records import Attachment, AttachmentFile
from snhr_desktop.domain.records.attachment import SAID
from snhr_desktop.i18n import Language
from snhr_desktop.ui.attachments import asking
from snhr_desktop.ui.attachments.also_with_dialog import AlsoWithDialog
from snhr_desktop.ui.attachments.asking import Row
from snhr_desktop.ui.attachments.details_dialog import Described, DetailsDialog
from snhr_desktop.ui.attachments.offers import offers_of
from snhr_desktop.ui.attachments.pictures import hidden
from snhr_desktop.ui.attachments.saying import state_of, title_of
from snhr_desktop.ui.attachments.take_from_dialog import TakeFromDialog
from snhr_desktop.ui.attachments.withdraw_dialog import WithdrawDialog
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.tongue import Words
from snhr_desktop.workspace import AttachmentSaved

ORDER = (
    "shows_ar", "shows_en", "kind", "graphic", "captured_on", "captured_time", "place", "taken_by", "received_from",
    "received_on", "consent", "device",
)  # fmt: skip
"""What it shows first: that is what one sees. A field that is not named here comes last."""


class Describing(QObject):
    """`rows` are looked at with the record `target`, an incident where it is `of_incident` that is being written.

    `done` after whatever changed something.
    """

    done = Signal()
    stood = Signal()
    """A file was withdrawn, or its withdrawal taken back: what was said of it before is true no more."""

    def __init__(self, desk: Desk, rows: Sequence[Row], target: str, of_incident: bool, over: QWidget) -> None:
        names = [*(name for name in ORDER if name in SAID), *(name for name in SAID if name not in ORDER)]
        self.dialog = DetailsDialog(desk, [Attachment.field(name) for name in names], over.window())
        super().__init__(self.dialog)
        self._desk, self._waiting, self._target, self._of_incident = desk, list(rows), target, of_incident
        dialog = self.dialog
        dialog.save_asked.connect(self._save)
        dialog.withdraw_asked.connect(self._withdraw)
        dialog.kept_with.add.clicked.connect(self._join)
        dialog.kept_with.take.clicked.connect(self._part)
        # what was taken over to the incident moved the focus there, out of sight
        dialog.finished.connect(lambda _: over.setFocus(Qt.FocusReason.OtherFocusReason))

    def begin(self) -> None:
        """Show the first."""
        self._show()
        open_dialog(self.dialog)

    def _show(self) -> None:
        row = self._waiting[0]
        offers = offers_of(row, self._desk.operations.gazetteer, self._of_incident)
        image = hidden(row.image) if row.image is not None and row.file.graphic else row.image
        file = Described(f"file {row.file.uid}", name_of(row), row.file.dump(), offers, image, _withdrawn(row))
        self.dialog.show_file(file, len(self._waiting) > 1)
        self._tell_records(row.kept)

    def _go_on(self, onward: bool) -> None:
        self.done.emit()
        self._waiting.pop(0)
        if onward and self._waiting:
            self._show()
        else:
            self.dialog.accept()

    def _save(self, raw: dict[str, Any], onward: bool) -> None:
        kept = self._waiting[0].kept

        def saved(_: AttachmentSaved) -> None:
            self.dialog.settled()
            self._go_on(onward)

        self._desk.operations.change(
            lambda workspace: asking.described(workspace, kept, raw), saved, self.dialog.refuse, self.dialog
        )

    def _withdraw(self) -> None:
        row = self._waiting[0]
        of_withdrawn = row.withdrawn_original is not None
        asking_why = WithdrawDialog(self._desk, row.file, name_of(row), of_withdrawn, self.dialog)
        asking_why.withdrawn.connect(self._stands)
        open_dialog(asking_why)

    def _stands(self, saved: AttachmentSaved) -> None:
        self._take(saved)
        self.dialog.show_standing(_withdrawn(self._waiting[0]))
        self.stood.emit()
        self.done.emit()

    def _tell_records(self, kept: AttachmentFile) -> None:
        """Say with which records a file is kept; one of an entry that was never saved is with none."""

        def told(references: tuple[str, ...]) -> None:
            if self._waiting and self._waiting[0].file.uid == kept.attachment.uid:
                self.dialog.kept_with.show_records(references)

        if self._target:
            self._desk.operations.ask(lambda workspace: workspace.kept_with(kept), told, owner=self.dialog)

    def _join(self) -> None:
        row = self._waiting[0]
        dialog = AlsoWithDialog(self._desk, row.file, name_of(row), self.dialog)
        dialog.joined.connect(self._joined)
        open_dialog(dialog)

    def _joined(self, saved: AttachmentSaved) -> None:
        self._take(saved)
        self._tell_records(saved.file)
        self.done.emit()

    def _part(self) -> None:
        row = self._waiting[0]
        dialog = TakeFromDialog(self._desk, row.file, name_of(row), self._target, self.dialog)
        dialog.parted.connect(self._parted)
        open_dialog(dialog)

    def _parted(self, _: AttachmentSaved) -> None:
        """It is not of this record any more; what was typed of it waits where it is looked at again."""
        self.dialog.keeper.flush()
        self._go_on(True)

    def _take(self, saved: AttachmentSaved) -> None:
        self._waiting[:] = [row.after((saved.file, *saved.with_it)) for row in self._waiting]


def name_of(row: Row) -> Words:
    """What a file is called."""

    def said(language: Language) -> str:
        return title_of(row.file, language, row.original)

    return said


def open_dialog(dialog: QDialog) -> None:
    """Show a dialog that goes once it is closed."""
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()


def _withdrawn(row: Row) -> Words | None:
    return partial(state_of, row.file, withdrawn=row.withdrawn_original) if row.file.withdrawn else None
