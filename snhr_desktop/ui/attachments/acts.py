"""What is done with one file: looked at, described, copied with parts unseen, its log read, handed out."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from snhr_desktop.errors import Refusal
from snhr_desktop.i18n import N_
from snhr_desktop.ui.attachments import asking
from snhr_desktop.ui.attachments.asking import Row
from snhr_desktop.ui.attachments.content import Content
from snhr_desktop.ui.attachments.describing import Describing, name_of, open_dialog
from snhr_desktop.ui.attachments.hand_out_dialog import HandOutDialog, Leaving
from snhr_desktop.ui.attachments.log_dialog import LogDialog
from snhr_desktop.ui.attachments.owner import Handing
from snhr_desktop.ui.attachments.pictures import Picture
from snhr_desktop.ui.attachments.redaction_editor import RedactionEditor
from snhr_desktop.ui.attachments.view_dialog import ViewDialog
from snhr_desktop.ui.desk import Desk

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
        dialog = ViewDialog(self._desk, name_of(row), partial(asking.looked_at, uid=row.file.uid), self._over.window())
        dialog.copy_asked.connect(partial(self._edit_copy, row))
        open_dialog(dialog)

    def copy(self, row: Row) -> None:
        """Make a copy with parts unseen."""

        def edit(content: Content) -> None:
            if content.picture is not None:
                self._edit_copy(row, content.picture)

        read = partial(asking.looked_at, uid=row.file.uid)
        self._desk.operations.ask(read, edit, self.refused.emit, self)

    def describe(self, rows: Sequence[Row], target: str = "") -> None:
        """Say what it shows, and then the same of those after it. They are looked at with the record `target`."""
        describing = Describing(self._desk, rows, target, self._of_incident, self._over)
        describing.done.connect(self.done)
        describing.stood.connect(self.stood)
        describing.dialog.incident_taken.connect(self.incident_taken)
        describing.begin()

    def show_log(self, row: Row) -> None:
        """Show what was done with it."""

        def show(entries: tuple[Any, ...]) -> None:
            open_dialog(LogDialog(self._desk, name_of(row), row.file.sha256, entries, self._over.window()))

        self._desk.operations.ask(partial(asking.log_of, uid=row.file.uid), show, self.refused.emit, self)

    def hand_out(self, row: Row, copies: Sequence[Row] = ()) -> None:
        """Write it and its certificate to a folder; `copies` of it with parts hidden are offered instead."""
        leaving = Leaving(row.file, name_of(row), tuple(copy.file.reference for copy in copies))
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
        open_dialog(dialog)

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
        open_dialog(editor)

    def _change(
        self, act: Callable[[Any], Any], then: Callable[[Any], None], failed: Callable[[Refusal], None], owner: QObject
    ) -> None:
        self._desk.operations.change(act, then, failed, owner)
