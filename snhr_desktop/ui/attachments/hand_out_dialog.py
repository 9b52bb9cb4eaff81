"""Before a file leaves the store: to whom, what for, and that it is encrypted no more. Then where to."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from snhr_desktop.domain.records import Attachment
from snhr_desktop.domain.vocabularies import vocabulary
from snhr_desktop.i18n import N_, Language
from snhr_desktop.reports.brief import EDITIONS
from snhr_desktop.ui.attachments.owner import Handing
from snhr_desktop.ui.attachments.saying import hides
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.dialogs import file_dialog
from snhr_desktop.ui.form_dialog import FormDialog
from snhr_desktop.ui.forms.reason_line import ReasonLine
from snhr_desktop.ui.incidents.saying import say_code
from snhr_desktop.ui.problems import say_refusal
from snhr_desktop.ui.tongue import Words
from snhr_desktop.ui.widgets import ChoiceBox, Labelled, Notice, button, label
from snhr_desktop.workspace.handing_out import NotForThem, is_for, office_only, say_consent

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
OFFICE_ONLY = N_(
    "Consent given: {consent}. This certificate is for readers in the office, and the file is for nobody outside of it."
)
GRAPHIC = N_("What it shows is graphic. A copy with parts hidden can be made first (Ctrl+U).")
COPIES = N_("A copy with parts hidden is kept: {references}. Hand that out where it is enough.")
INSTEAD = N_("Hand out the copy instead")
_WIDTH = 620


@dataclass(frozen=True)
class Leaving:
    """The file that is to leave, what it is called, and the references of its copies with parts hidden."""

    file: Attachment
    name: Words
    copies: tuple[str, ...] = ()


class HandOutDialog(FormDialog):
    """`decided(Handing)` once all is said and a folder is chosen. It stays until what was asked for is done.

    `copy_wanted` is the wish to hand out the newest copy with parts hidden instead.
    """

    decided, copy_wanted = Signal(object), Signal()

    def __init__(self, desk: Desk, leaving: Leaving, edition: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, TITLE, HAND_OUT, parent=parent, icon="download", writes=True)
        kit = desk.kit
        self.warning, self.consent, self.better = Notice(kit), Notice(kit), Notice(kit)
        self.instead = button(kit, INSTEAD, "eye-off")
        self.recipient, self.purpose = ReasonLine(kit), ReasonLine(kit)
        self.to = Labelled(kit, TO, self.recipient, TO_HINT, required=True)
        self.for_what = Labelled(kit, FOR_WHAT, self.purpose, FOR_WHAT_HINT, required=True)
        self.audience = ChoiceBox(kit, FOR_WHOM, [(code, term.label) for code, term in vocabulary("audience").items()])
        self.audience.choose("partners")
        self.edition = ChoiceBox(kit, CERTIFICATE, [(code, one.title) for code, one in EDITIONS.items()])
        self.edition.choose(edition)
        self._place(leaving.name)
        self.warning.tell(WARNING, "attention", closable=False)
        self._leaving = leaving
        self._say_better()
        self.audience.currentIndexChanged.connect(self._look)
        self._look()
        self._needed = ((self.recipient, self.to), (self.purpose, self.for_what))
        for line, field in self._needed:
            line.textChanged.connect(field.settle)
        self.recipient.setFocus()
        self.keep(
            f"hand out {leaving.file.uid}",
            to=self.recipient,
            what_for=self.purpose,
            whom=self.audience,
            edition=self.edition,
        )

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
        return is_for(self._leaving.file.consent, self.audience.code())

    def _look(self) -> None:
        """Say at once where the file was not given for the readers chosen, or for none but those of the office."""
        consent = self._leaving.file.consent
        if not self._may_read():
            refusal = NotForThem.of(consent, self.audience.code())
            self.consent.tell(partial(say_refusal, refusal), "attention", closable=False)
        elif office_only(consent):
            self.consent.tell(partial(_say_office_only, consent), "attention", closable=False)
        else:
            self.consent.clear()

    def _say_better(self) -> None:
        """Offer a copy that shows less."""
        copies = self._leaving.copies
        if copies:
            self.better.tell(partial(_say_copies, copies), closable=False)
        elif self._leaving.file.graphic and not hides(self._leaving.file):
            self.better.tell(GRAPHIC, closable=False)
        self.instead.setVisible(bool(copies))
        self.instead.clicked.connect(self.copy_wanted)

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
        for notice in (self.consent, self.better):
            self.body.addWidget(notice)
        self.body.addWidget(self.instead, 0, Qt.AlignmentFlag.AlignLeading)
        for widget in (self.warning, self.to, self.for_what):
            self.body.addWidget(widget)
        self.body.addLayout(choices)
        kit.theme.measure(self, minimumWidth=_WIDTH)


def _say_office_only(consent: str, language: Language) -> str:
    return language.text(OFFICE_ONLY, consent=language.text(say_consent(consent)))


def _say_copies(copies: tuple[str, ...], language: Language) -> str:
    return language.text(COPIES, references=language.join(tuple(say_code(each) for each in copies)))
