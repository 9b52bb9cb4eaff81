"""The band that says a store is not the one this computer last saw, and the window that accepts it with a reason."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from snhr_desktop.domain.rights import ACCEPT
from snhr_desktop.errors import Refusal
from snhr_desktop.i18n import N_
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.forms.reason_line import ReasonLine
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.widgets import Dialog, Labelled, Notice, PlainLabel, button, label, picture
from snhr_desktop.workspace.replacing import say_replaced

if TYPE_CHECKING:
    from snhr_desktop.store.seen import Replaced

TITLE = N_("Accept this copy")
OPEN = N_("Accept this copy…")
WHAT = N_(
    "Accept it only where you know why it stands here, as after a backup was put back by hand. From now on this "
    "computer takes it for the store. The reason stands in the history for good."
)
WHY = N_("Why it may stand here")
CANCEL = N_("Cancel")
ACCEPTED = N_("This copy was accepted. The reason stands in the history.")
_WIDTH = 520


class ReplacedBand(QFrame):
    """Stands above every page until the copy is accepted; nobody can close it."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._desk: Desk | None = None
        self.setProperty("kind", "training")
        self.words, self.accept = PlainLabel(wrap=True), button(kit, OPEN)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 6, 20, 6)
        row.addWidget(picture(kit, "triangle-alert", "amber", 16), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.words, 1)
        row.addWidget(self.accept, 0, Qt.AlignmentFlag.AlignTop)
        self.accept.clicked.connect(self.ask)
        self.hide()

    def look(self, desk: Desk) -> None:
        """Ask an open store whether it is the one that was last seen, and say so where it is not."""
        self._desk = desk
        self.accept.setVisible(desk.operations.may(ACCEPT) and not desk.operations.info.read_only)
        desk.operations.ask(lambda workspace: workspace.replaced(), self._show, owner=self)

    def ask(self) -> "AcceptDialog | None":
        """Open the window that accepts the copy."""
        if self._desk is None:
            return None
        dialog = AcceptDialog(self._desk, self.window())
        dialog.accepted.connect(self.hide)
        dialog.open()
        return dialog

    def _show(self, found: "Replaced | None") -> None:
        if found:
            self._kit.tongue.bind(self.words, text=partial(say_replaced, found))
        self.setVisible(found is not None)


class AcceptDialog(Dialog):
    """Takes a reason; an administrator's."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        kit = desk.kit
        self.reason, self.notice = ReasonLine(kit), Notice(kit)
        self.save, self.cancel = button(kit, TITLE, "check", "primary"), button(kit, CANCEL)
        self.save.setDefault(True)
        self.save.clicked.connect(self.submit)
        self.cancel.clicked.connect(self.reject)
        desk.tongue.bind(self, windowTitle=TITLE)
        acts = QHBoxLayout()
        acts.addStretch(1)
        acts.addWidget(self.cancel)
        acts.addWidget(self.save)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(20, 16, 20, 16)
        whole.setSpacing(10)
        whole.addWidget(label(kit, TITLE, "heading"))
        whole.addWidget(self.notice)
        whole.addWidget(label(kit, WHAT, "note", wrap=True))
        whole.addWidget(Labelled(kit, WHY, self.reason))
        whole.addLayout(acts)
        self.take_room(_WIDTH, 0)
        self.reason.setFocus()

    def submit(self) -> None:
        """Accept the copy for the reason that was typed."""
        reason = self.reason.text()
        self.save.setEnabled(False)
        self._desk.operations.ask(lambda w: w.accept_replaced(reason), self._done, self._refused, self)

    def _done(self, _: bool) -> None:
        self._desk.tell(ACCEPTED, "done")
        self.accept()

    def _refused(self, refusal: Refusal) -> None:
        self.save.setEnabled(True)
        self.notice.refuse(refusal)
