"""Before a file leaves the store: to whom, what for, and that it is encrypted no more. Then where to."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from snhr_desktop.domain.vocabularies import vocabulary
from snhr_desktop.i18n import N_
from snhr_desktop.reports.brief import EDITIONS
from snhr_desktop.ui.attachments.owner import Handing
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.dialogs import file_dialog
from snhr_desktop.ui.form_dialog import FormDialog
from snhr_desktop.ui.forms.reason_line import ReasonLine
from snhr_desktop.ui.problems import say_refusal
from snhr_desktop.ui.tongue import Words
from snhr_desktop.ui.widgets import ChoiceBox, Labelled, Notice, label
from snhr_desktop.workspace.handing_out import NotForThem, is_for

TITLE, FOLDER_TITLE = N_("Hand out a file with its certificate"), N_("Folder to write the file to")
TO, TO_HINT = N_("To whom"), N_("A person, court or organisation. It stands in the custody log and on the certificate.")
FOR_WHAT, FOR_WHAT_HINT = N_("What for"), N_("It stands in the custody log and on the certificate.")
NEEDED = N_("The custody log needs this.")
FOR_WHOM, CERTIFICATE = N_("For whom the certificate is"), N_("Languages of the certificate")
WARNING = N_(
    "The file leaves the encryption of the store: whoever gets at the folder can see it, and nothing here can take it "
    "back. What is hidden in it (place, time, device) leaves with it."
)
HAND_OUT = N_("Choose the folder and hand out")
_WIDTH = 620


class HandOutDialog(FormDialog):
    """`decided(Handing)` once all is said and a folder is chosen. It stays until what was asked for is done."""

    decided = Signal(object)

    def __init__(
        self, desk: Desk, uid: str, name: Words, edition: str, consent: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, TITLE, HAND_OUT, parent=parent, icon="download", writes=True)
        kit = desk.kit
        self.warning, self.consent = Notice(kit), Notice(kit)
        self.recipient, self.purpose = ReasonLine(kit), ReasonLine(kit)
        self.to = Labelled(kit, TO, self.recipient, TO_HINT, required=True)
        self.for_what = Labelled(kit, FOR_WHAT, self.purpose, FOR_WHAT_HINT, required=True)
        self.audience = ChoiceBox(kit, FOR_WHOM, [(code, term.label) for code, term in vocabulary("audience").items()])
        self.audience.choose("partners")
        self.edition = ChoiceBox(kit, CERTIFICATE, [(code, one.title) for code, one in EDITIONS.items()])
        self.edition.choose(edition)
        self._place(name)
        self.warning.tell(WARNING, "attention", closable=False)
        self._consent = consent
        self.audience.currentIndexChanged.connect(self._look)
        self._look()
        self._needed = ((self.recipient, self.to), (self.purpose, self.for_what))
        for line, field in self._needed:
            line.textChanged.connect(field.settle)
        self.keep(f"hand out {uid}", to=self.recipient, what_for=self.purpose, whom=self.audience, edition=self.edition)

    def submit(self) -> None:
        """Ask for the folder, once it is said to whom and what for."""
        if not self._may_read():
            self.audience.setFocus()
            return
        blank = [field for line, field in self._needed if not line.text().strip()]
        for field in blank:
            field.complain(NEEDED)
        if blank:
            blank[0].field.setFocus()
            return
        if (folder := self.ask_folder()) is not None:
            self.allow(False)
            said = self.recipient.text(), self.purpose.text(), self.audience.code(), self.edition.code()
            digits = self.desk.tongue.arabic_indic
            self.decided.emit(Handing(folder, *said, arabic_indic=digits))

    def _may_read(self) -> bool:
        return is_for(self._consent, self.audience.code())

    def _look(self) -> None:
        """Say at once where the file was not given for the readers chosen."""
        if self._may_read():
            self.consent.clear()
        else:
            refusal = NotForThem.of(self._consent, self.audience.code())
            self.consent.tell(partial(say_refusal, refusal), "attention", closable=False)

    def ask_folder(self) -> Path | None:
        """The folder a person chose."""
        return file_dialog.ask_for_folder(self.desk.kit, FOLDER_TITLE, self, file_dialog.documents())

    def _place(self, name: Words) -> None:
        kit = self.desk.kit
        choices = QHBoxLayout()
        choices.setSpacing(16)
        choices.addWidget(Labelled(kit, FOR_WHOM, self.audience), 1)
        choices.addWidget(Labelled(kit, CERTIFICATE, self.edition), 1)
        self.body.addWidget(label(kit, name, "muted", wrap=True))
        for widget in (self.consent, self.warning, self.to, self.for_what):
            self.body.addWidget(widget)
        self.body.addLayout(choices)
        kit.theme.measure(self, minimumWidth=_WIDTH)
