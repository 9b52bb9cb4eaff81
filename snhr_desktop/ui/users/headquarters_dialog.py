"""The public key of headquarters, laid down in the store."""

from pathlib import Path

from PySide6.QtWidgets import QLineEdit

from snhr_desktop.errors import NoPublicKey, Refusal
from snhr_desktop.i18n import N_
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.dialogs import file_dialog
from snhr_desktop.ui.users.own_passphrase import OwnDialog
from snhr_desktop.ui.widgets import Labelled, button

TITLE, ACT = N_("Key of headquarters"), N_("Let it open the store")
WHAT = N_(
    "Whoever has the private half of this key, and its passphrase, opens this store without any passphrase of the "
    "office: for a store whose people cannot be reached any more. The private half is never on this computer. "
    "Compare the line with headquarters by another way than the one it came by."
)
KEY, HINT = N_("Public key"), N_("The line that headquarters sent, 44 characters, or the text of its file.")
CHOOSE, CHOOSE_TITLE = N_("From a file…"), N_("Choose the file with the public key")
UNREAD = N_("The file could not be read.")
DONE = N_("The key of headquarters opens this store from now on.")
_MOST = 10_000


class HeadquartersDialog(OwnDialog):
    """The key is typed, pasted, or read from a file."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, TITLE, ACT, WHAT)
        self.key = QLineEdit()
        self.key.setMaxLength(_MOST)
        self.line = Labelled(desk.kit, KEY, self.key, HINT)
        self.choose = button(desk.kit, CHOOSE, "folder-open", hint=CHOOSE_TITLE)
        self.choose.clicked.connect(self._choose)
        self.body.addWidget(self.line)
        self.body.addWidget(self.choose)
        self.body.addWidget(self.own)
        self.keep("key of headquarters", key=self.key)
        self.key.setFocus()

    def submit(self) -> None:
        """Lay it down."""
        typed = self.key.text().replace("\\n", "\n")
        self.line.settle()
        if not typed.strip():
            self.line.complain(HINT)
            return
        if not self.is_given():
            return
        self.ask(self.confirmed(lambda w, own: w.set_headquarters(typed, own=own)), self._done)

    def read(self, path: Path) -> None:
        """Take the key out of a file."""
        try:
            with path.open(encoding="utf-8") as file:
                self.key.setText(file.read(_MOST).strip().replace("\n", "\\n"))
        except (OSError, UnicodeDecodeError):
            self.line.complain(UNREAD)

    def refuse(self, refusal: Refusal) -> None:
        """Tell beside the field why not."""
        if not isinstance(refusal, NoPublicKey):
            super().refuse(refusal)
            return
        self.allow(True)
        self.line.complain(refusal.tell)

    def _choose(self) -> None:
        if found := file_dialog.ask_for_file(self.desk.kit, CHOOSE_TITLE, self):
            self.read(found)

    def _done(self, _: None) -> None:
        self.desk.tell(DONE, "done")
        self.accept()
