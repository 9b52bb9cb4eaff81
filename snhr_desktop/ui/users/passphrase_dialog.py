"""One's own passphrase, changed by whoever knows the present one."""

from snhr_desktop.errors import Refusal, WrongPassphrase
from snhr_desktop.i18n import N_
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.dialogs.passphrase_field import PassphraseField
from snhr_desktop.ui.form_dialog import FormDialog
from snhr_desktop.ui.users.own_passphrase import PRESENT
from snhr_desktop.ui.users.passphrase_pair import PassphrasePair
from snhr_desktop.ui.widgets import Labelled

TITLE, ACT = N_("Change your passphrase"), N_("Change it")
WHAT = N_("Copies of the store that were made before, backups among them, still open with the earlier one.")
OR_CODE = N_("Or the recovery code.")
DONE = N_("Your passphrase was changed.")


class PassphraseDialog(FormDialog):
    """Nothing is kept of what was typed."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, TITLE, ACT, WHAT)
        self.present = PassphraseField(desk.kit)
        self.line = Labelled(desk.kit, PRESENT, self.present, OR_CODE)
        self.pair = PassphrasePair(desk.kit, desk.operations.info.training)
        self.body.addWidget(self.line)
        self.body.addWidget(self.pair)
        self.present.setFocus()

    def submit(self) -> None:
        """Change it, if the new one is typed twice alike."""
        self.line.settle()
        if not self.pair.agrees():
            return
        present, new = self.present.text(), self.pair.text()
        self.work()
        self.desk.operations.ask(lambda w: w.change_passphrase(present, new), self._done, self.refuse, self)

    def refuse(self, refusal: Refusal) -> None:
        """Tell why not; a wrong one beside its field."""
        if not isinstance(refusal, WrongPassphrase):
            super().refuse(refusal)
            self.pair.refuse(refusal)
            return
        self.allow(True)
        self.line.complain(refusal.tell)
        self.present.edit.selectAll()
        self.present.setFocus()

    def _done(self, _: None) -> None:
        self.desk.tell(DONE, "done")
        self.accept()
