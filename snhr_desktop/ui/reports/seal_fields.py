"""What a saved report may be protected with: a password, and a signature with a certificate the user holds."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from snhr_desktop.i18n import N_
from snhr_desktop.reports.file.seal import Seal
from snhr_desktop.ui.dialogs import file_dialog
from snhr_desktop.ui.dialogs.passphrase_field import PassphraseField
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.widgets import Labelled, icon_button

PASSWORD, PASSWORD_HINT = N_("Password of the file"), N_("Leave it blank for a file that everyone can open.")
CERTIFICATE = N_("Certificate to sign with")
CERTIFICATE_HINT = N_("A .p12 or .pfx file; leave it blank for a file without a signature.")
OPENS = N_("Passphrase of the certificate")
CHOOSE = N_("Choose a certificate")


class SealFields(QWidget):
    """Nothing is asked for; `changed` when the password is typed."""

    changed = Signal()

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self.password, self.passphrase = PassphraseField(kit), PassphraseField(kit)
        self.certificate = QLineEdit()
        choose = icon_button(kit, CHOOSE, "folder-open")
        choose.clicked.connect(self._choose)
        holder = QWidget()
        holder.setFocusProxy(self.certificate)
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.certificate, 1)
        line.addWidget(choose)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(Labelled(kit, PASSWORD, self.password, PASSWORD_HINT), 1)
        row.addWidget(Labelled(kit, CERTIFICATE, holder, CERTIFICATE_HINT), 1)
        row.addWidget(Labelled(kit, OPENS, self.passphrase), 1)
        self.certificate.textChanged.connect(lambda text: self.passphrase.setEnabled(bool(text.strip())))
        self.passphrase.setEnabled(False)
        self.password.edit.textChanged.connect(self.changed)

    def seal(self) -> Seal:
        """What was asked for."""
        path = self.certificate.text().strip()
        return Seal(self.password.text(), Path(path) if path else None, self.passphrase.text())

    def _choose(self) -> None:
        if path := file_dialog.ask_for_file(self._kit, CHOOSE, self, lambda _: "*.p12 *.pfx"):
            self.certificate.setText(str(path))
