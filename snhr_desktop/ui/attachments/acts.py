"""What is done with one file: looked at, described, copied with parts unseen, its log read, handed out."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QDialog, QWidget

from snhr_desktop.domain.records import Attachment
from snhr_desktop.domain.records.attachment import SAID
from snhr_desktop.errors import Refusal
from snhr_desktop.i18n import N_, Language
from snhr_desktop.ui.attachments import asking
from snhr_desktop.ui.attachments.asking import Row
from snhr_desktop.ui.attachments.content import Content
from snhr_desktop.ui.attachments.details_dialog import Described, DetailsDialog
from snhr_desktop.ui.attachments.hand_out_dialog import HandOutDialog, Leaving
from snhr_desktop.ui.attachments.log_dialog import LogDialog
from snhr_desktop.ui.attachments.offers import offers_of
from snhr_desktop.ui.attachments.owner import Handing
from snhr_desktop.ui.attachments.pictures import Picture, hidden
from snhr_desktop.ui.attachments.redaction_editor import RedactionEditor
from snhr_desktop.ui.attachments.saying import state_of, title_of
from snhr_desktop.ui.attachments.view_dialog import ViewDialog
from snhr_desktop.ui.attachments.withdraw_dialog import WithdrawDialog
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.tongue import Words
from snhr_desktop.workspace import AttachmentSaved

ORDER = (
    "shows_ar", "shows_en", "kind", "graphic", "captured_on", "captured_time", "place", "taken_by", "received_from",
    "received_on", "consent", "device",
)  # fmt: skip
"""What it shows first: that is what one sees. A field that is not named here comes last."""
HANDED_OUT = N_("{name} was written with its certificate. Neither is encrypted: whoever has them can see them.")
COPIED = N_("The copy is kept as {reference}; the photo stays as it was taken in.")


class FileActs(QObject):
    """`done` after whatever changed something, `refused` where something could not even be begun."""

    done = Signal()
    stood = Signal()
    """A file was withdrawn, or its withdrawal taken back: what was said of it before is true no more."""
    refused = Signal(object)
    incident_taken = Signal(str, object)

    def __init__(self, desk: Desk, over: QWidget, of_incident: bool) -> None:
        super().__init__(over)
        self._desk, self._over, self._of_incident = desk, over, of_incident

    def look(self, row: Row) -> None:
        """Show it."""
        dialog = ViewDialog(self._desk, _name(row), partial(asking.looked_at, uid=row.file.uid), self._over.window())
        dialog.copy_asked.connect(partial(self._edit_copy, row))
        _open(dialog)

    def copy(self, row: Row) -> None:
        """Make a copy with parts unseen."""

        def edit(content: Content) -> None:
            if content.picture is not None:
                self._edit_copy(row, content.picture)

        read = partial(asking.looked_at, uid=row.file.uid)
        self._desk.operations.ask(read, edit, self.refused.emit, self)

    def describe(self, rows: Sequence[Row]) -> None:
        """Say what it shows, and then the same of those after it."""
        names = [*(name for name in ORDER if name in SAID), *(name for name in SAID if name not in ORDER)]
        fields = [Attachment.field(name) for name in names]
        dialog = DetailsDialog(self._desk, fields, self._over.window())
        dialog.incident_taken.connect(self.incident_taken)
        waiting = list(rows)

        def show() -> None:
            row = waiting[0]
            offers = offers_of(row, self._desk.operations.gazetteer, self._of_incident)
            image = hidden(row.image) if row.image is not None and row.file.graphic else row.image
            file = Described(f"file {row.file.uid}", _name(row), row.file.dump(), offers, image, _withdrawn(row))
            dialog.show_file(file, len(waiting) > 1)

        def saved(onward: bool) -> None:
            dialog.settled()
            self.done.emit()
            waiting.pop(0)
            if onward and waiting:
                show()
            else:
                dialog.accept()

        def save(raw: dict[str, Any], onward: bool) -> None:
            kept = waiting[0].kept
            self._desk.operations.change(
                lambda workspace: asking.described(workspace, kept, raw), lambda _: saved(onward), dialog.refuse, dialog
            )

        def withdraw() -> None:
            row = waiting[0]
            asking_why = WithdrawDialog(self._desk, row.file, _name(row), row.withdrawn_original is not None, dialog)
            asking_why.withdrawn.connect(stands)
            _open(asking_why)

        def stands(saved: AttachmentSaved) -> None:
            waiting[:] = [row.after((saved.file, *saved.with_it)) for row in waiting]
            dialog.show_standing(_withdrawn(waiting[0]))
            self.stood.emit()
            self.done.emit()

        dialog.withdraw_asked.connect(withdraw)
        dialog.save_asked.connect(save)
        # what was taken over to the incident moved the focus there, out of sight
        dialog.finished.connect(lambda _: self._over.setFocus(Qt.FocusReason.OtherFocusReason))
        show()
        _open(dialog)

    def show_log(self, row: Row) -> None:
        """Show what was done with it."""

        def show(entries: tuple[Any, ...]) -> None:
            _open(LogDialog(self._desk, _name(row), row.file.sha256, entries, self._over.window()))

        self._desk.operations.ask(partial(asking.log_of, uid=row.file.uid), show, self.refused.emit, self)

    def hand_out(self, row: Row, copies: Sequence[Row] = ()) -> None:
        """Write it and its certificate to a folder; `copies` of it with parts hidden are offered instead."""
        leaving = Leaving(row.file, _name(row), tuple(copy.file.reference for copy in copies))
        dialog = HandOutDialog(self._desk, leaving, self._desk.tongue.language.code, self._over.window())

        def instead() -> None:
            dialog.reject()
            self.hand_out(copies[-1])

        def told(handed: Any) -> None:
            path: Path = handed.path
            self._desk.tell(lambda language: language.text(HANDED_OUT, name=path.name), "done")
            self.done.emit()
            dialog.accept()

        def hand(handing: Handing) -> None:
            uid, wanted = row.file.uid, self._desk.operations.wanted
            dialog.change(lambda workspace: asking.handed_out(workspace, uid, handing, wanted), told)

        dialog.decided.connect(hand)
        dialog.copy_wanted.connect(instead)
        _open(dialog)

    def _edit_copy(self, row: Row, picture: Picture) -> None:
        editor = RedactionEditor(self._desk, picture.image, picture.reduced, self._over.window())

        def told(kept: Any) -> None:
            reference = kept.file.attachment.reference
            self._desk.tell(lambda language: language.text(COPIED, reference=reference), "done")
            self.done.emit()
            editor.accept()

        def refused(refusal: Refusal) -> None:
            editor.notice.refuse(refusal)
            editor.try_again()

        def keep(image: QImage, kinds: tuple[str, ...]) -> None:
            uid = row.file.uid
            self._change(lambda workspace: asking.copy_kept(workspace, uid, image, kinds), told, refused, editor)

        editor.made.connect(keep)
        _open(editor)

    def _change(
        self, act: Callable[[Any], Any], then: Callable[[Any], None], failed: Callable[[Refusal], None], owner: QObject
    ) -> None:
        self._desk.operations.change(act, then, failed, owner)


def _name(row: Row) -> Words:
    def said(language: Language) -> str:
        return title_of(row.file, language, row.original)

    return said


def _withdrawn(row: Row) -> Words | None:
    return partial(state_of, row.file, withdrawn=row.withdrawn_original) if row.file.withdrawn else None


def _open(dialog: QDialog) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
