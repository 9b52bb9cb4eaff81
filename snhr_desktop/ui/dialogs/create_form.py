"""Making a new store: where, whose, for practice or not, and its passphrase."""

from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from snhr_desktop.errors import Refusal
from snhr_desktop.i18n import N_, Message
from snhr_desktop.ui.dialogs.actor_field import actor_field
from snhr_desktop.ui.dialogs.folder_field import FolderField
from snhr_desktop.ui.dialogs.passphrase_field import PassphraseField
from snhr_desktop.ui.dialogs.strength import Strength, strength
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.widgets import Labelled, Notice, button

ENDING = ".snhr"
_NAME_HINT = N_("Becomes the name of its folder.")
_STRENGTH_HINT = N_("Four or five unrelated words, in any language.")


class NewStore(NamedTuple):
    """What a new store is made of."""

    folder: Path
    passphrase: str
    office: str
    training: bool
    actor: str


class CreateForm(QWidget):
    """`asked(NewStore)` when everything needed is given and agrees."""

    asked = Signal(object)

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._make_fields()
        self._lines: dict[str, Labelled] = {
            "parent": Labelled(kit, N_("Keep it in"), self.parent_folder),
            "name": Labelled(kit, N_("Name of the store"), self.name, _NAME_HINT, required=True),
            "office": Labelled(kit, N_("Code of the office"), self.office, N_("As in IDL-2018-00042."), required=True),
            "secret": Labelled(kit, N_("Passphrase"), self.secret, _STRENGTH_HINT, required=True),
            "again": Labelled(kit, N_("The same passphrase again"), self.again, required=True),
        }
        self.actor, self._actor_line = actor_field(kit)
        self.notice = Notice(kit)
        self.make = button(kit, N_("Make the store"), "key-round", "primary")
        self.make.clicked.connect(self.submit)
        for line in (self.parent_folder.edit, self.name, self.office, self.secret.edit, self.again.edit, self.actor):
            line.returnPressed.connect(self.submit)
        self.secret.edit.textChanged.connect(self._tell_strength)
        self._lay_out()

    def submit(self) -> None:
        """Ask for the store to be made, unless something is missing or does not agree."""
        wrong = self._wrong()
        for key, line in self._lines.items():
            if key in wrong:
                line.complain(wrong[key])
            elif line.complaint():
                line.settle()
        self.notice.clear()
        if wrong:
            self._lines[next(iter(wrong))].field.setFocus()
            return
        parent = self.parent_folder.folder() or Path.home()
        name = self.name.text().strip().removesuffix(ENDING)
        wanted = NewStore(
            folder=parent / f"{name}{ENDING}",
            passphrase=self.secret.text(),
            office=self.office.text().strip().upper(),
            training=self.training.isChecked(),
            actor=self.actor.text().strip(),
        )
        self.work(True)
        self.asked.emit(wanted)

    def refuse(self, refusal: Refusal) -> None:
        """Tell why it was not made."""
        self.work(False)
        self.notice.refuse(refusal)

    def work(self, working: bool) -> None:
        """Show that the keys are being made."""
        self.setEnabled(not working)
        self._kit.tongue.bind(self.make, text=N_("Making the store…") if working else N_("Make the store"))

    def _make_fields(self) -> None:
        self.parent_folder = FolderField(self._kit, N_("Choose where the store is kept"), Path.home())
        self.name, self.office = QLineEdit(), QLineEdit()
        self.name.setMaxLength(60)
        self.office.setMaxLength(8)
        self.secret, self.again = PassphraseField(self._kit), PassphraseField(self._kit)
        practice = N_("A store for training: its records are made up, and every page says so")
        self.training = self._kit.tongue.bind(QCheckBox(), text=practice)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        grid = QGridLayout()
        grid.setSpacing(12)
        grid.addWidget(self._lines["parent"], 0, 0, 1, 2)
        grid.addWidget(self._lines["name"], 1, 0)
        grid.addWidget(self._lines["office"], 1, 1)
        grid.addWidget(self._lines["secret"], 2, 0)
        grid.addWidget(self._lines["again"], 2, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        column.addLayout(grid)
        for widget in (self._actor_line, self.training, self.notice, self.make):
            column.addWidget(widget)

    def _wrong(self) -> dict[str, Message]:
        """What is missing or does not agree, by field, in the order of the form."""
        name, office = self.name.text().strip().removesuffix(ENDING), self.office.text().strip()
        practice = self.training.isChecked()
        found = {
            "name": (not name or any(sign in name for sign in '/\\:*?"<>|'), _NAME_NEEDED),
            "office": (len(office) < 2 or not office.isascii() or not office.isalnum(), _OFFICE_NEEDED),
            "secret": (strength(self.secret.text()) < Strength.FAIR and not practice, _STRENGTH_NEEDED),
            "again": (self.again.text() != self.secret.text(), N_("The two passphrases are not the same.")),
        }
        if not self.secret.text():
            found["secret"] = (True, _STRENGTH_NEEDED)
        return {key: words for key, (wrong, words) in found.items() if wrong}

    def _tell_strength(self, passphrase: str) -> None:
        words = strength(passphrase).words if passphrase else _STRENGTH_HINT
        self._lines["secret"].advise(words)


_NAME_NEEDED = N_("Give the store a name without signs that the name of a folder cannot have, like / or ?")
_OFFICE_NEEDED = N_("2 to 8 Latin letters or digits, like IDL.")
_STRENGTH_NEEDED = N_("This passphrase could be guessed. Use four or five unrelated words.")
