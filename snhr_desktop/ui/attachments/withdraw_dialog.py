"""Before a file is withdrawn, or its withdrawal taken back: why. The file itself stays."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from snhr_desktop.domain.records import Attachment
from snhr_desktop.i18n import N_
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.form_dialog import FormDialog
from snhr_desktop.ui.forms.reason_line import ReasonLine
from snhr_desktop.ui.tongue import Words
from snhr_desktop.ui.widgets import Labelled, label
from snhr_desktop.workspace import AttachmentSaved

WITHDRAW, READMIT = N_("Withdraw this file"), N_("Take the withdrawal back")
STAYS = N_("It is kept with all that is said of it, and is handed out no more: not by itself, and not with an export.")
COPIES = N_("Copies that were made of it are withdrawn with it.")
AGAIN = N_("It may be handed out again. That it was withdrawn stays in its custody log.")
COPIES_TOO = N_("Copies that were withdrawn with it may be handed out again too.")
A_COPY = N_(
    "The file it was made of stays withdrawn. Write as the reason why this copy may be used all the same; its "
    "certificate will say that it is a copy of a withdrawn file."
)
REASON, REASON_HINT, NEEDED = N_("Reason"), N_("It stands in the custody log."), N_("The custody log needs this.")


class WithdrawDialog(FormDialog):
    """`withdrawn(AttachmentSaved)` with the file as it then is, and the copies that went with it."""

    withdrawn = Signal(object)

    def __init__(
        self, desk: Desk, file: Attachment, name: Words, of_withdrawn: bool = False, parent: QWidget | None = None
    ) -> None:
        """`of_withdrawn` where it is a copy of a file that is withdrawn."""
        self._file, words = file, READMIT if file.withdrawn else WITHDRAW
        super().__init__(desk, words, words, parent=parent, icon="undo-2" if file.withdrawn else "circle-x")
        self.reason = ReasonLine(desk.kit)
        self.why = Labelled(desk.kit, REASON, self.reason, REASON_HINT, required=True)
        self.body.addWidget(label(desk.kit, name, "muted", wrap=True))
        for told in (AGAIN, A_COPY if of_withdrawn else COPIES_TOO) if file.withdrawn else (STAYS, COPIES):
            self.body.addWidget(label(desk.kit, told, wrap=True))
        self.body.addWidget(self.why)
        self.reason.textChanged.connect(self.why.settle)
        self.reason.setFocus()
        self.keep(f"withdraw {file.uid}", reason=self.reason)

    def submit(self) -> None:
        """Do it, once it is said why."""
        if not self.reason.text().strip():
            self.why.complain(NEEDED)
            self.reason.setFocus()
            return
        uid, reason, back = self._file.uid, self.reason.text(), self._file.withdrawn
        self.change(lambda workspace: workspace.withdraw_attachment(uid, reason, back=back), self._done)

    def _done(self, saved: AttachmentSaved) -> None:
        self.withdrawn.emit(saved)
        self.accept()
