"""Where the store is kept and what it is called, whose office it is, and who is at the keyboard."""

from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QGridLayout, QLineEdit

from snhr_desktop.i18n import N_, Message
from snhr_desktop.ui.dialogs.folder_field import FolderField
from snhr_desktop.ui.first_run.step import Step
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.widgets import Labelled

ENDING = ".snhr"
_NAME_NEEDED = N_("Give the store a name without signs that the name of a folder cannot have, like / or ?")
_TAKEN = N_("There is something of this name in this folder already.")
_OFFICE_NEEDED = N_("2 to 8 Latin letters or digits, like IDL.")
_PARENT_NEEDED = N_("Choose a folder that is there and that you may write to.")
_ACTOR_NEEDED = N_("Give your name or your initials: they stand beside each change that you save.")


class PlaceStep(Step):
    """The folder, the name, the office, the person; and whether the store is for practice."""

    title = N_("Name and place")

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit)
        self.parent_folder = FolderField(kit, N_("Choose where the store is kept"), Path.home())
        self.name, self.office, self.actor = QLineEdit(), QLineEdit(), QLineEdit()
        for line, longest in ((self.name, 60), (self.office, 8), (self.actor, 60)):
            line.setMaxLength(longest)
        self.lines = {
            "parent": Labelled(kit, N_("Keep it in"), self.parent_folder),
            "name": Labelled(kit, N_("Name of the store"), self.name, N_("Becomes the name of its folder."), True),
            "office": Labelled(kit, N_("Code of the office"), self.office, N_("As in IDL-2018-00042."), True),
            "actor": Labelled(
                kit, N_("Your name or initials"), self.actor,
                N_("Kept in the history of what you save. You are the first administrator of the store."), True,
            ),
        }  # fmt: skip
        practice = N_("A store for training: its records are made up, and every page says so")
        self.training = kit.tongue.bind(QCheckBox(), text=practice)
        grid = QGridLayout()
        grid.setSpacing(12)
        grid.addWidget(self.lines["parent"], 0, 0, 1, 2)
        grid.addWidget(self.lines["name"], 1, 0)
        grid.addWidget(self.lines["office"], 1, 1)
        grid.addWidget(self.lines["actor"], 2, 0, 1, 2)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)
        self.column.addLayout(grid)
        self.column.addWidget(self.training)
        for line in (self.parent_folder.edit, self.name, self.office, self.actor):
            line.returnPressed.connect(self.entered)

    def folder(self) -> Path:
        """The folder that the store becomes."""
        name = self.name.text().strip().removesuffix(ENDING)
        return (self.parent_folder.folder() or Path.home()) / f"{name}{ENDING}"

    def office_code(self) -> str:
        """The code of the office, in capitals."""
        return self.office.text().strip().upper()

    def wrong(self) -> list[tuple[Labelled, Message | None]]:
        """What is missing or cannot be."""
        found = {
            "parent": None if self._has_a_place() else _PARENT_NEEDED,
            "name": self._wrong_name(),
            "office": None if self._is_office() else _OFFICE_NEEDED,
            "actor": None if self.actor.text().strip() else _ACTOR_NEEDED,
        }
        return [(self.lines[key], words) for key, words in found.items()]

    def focus_first(self) -> None:
        """Begin at the name."""
        self.name.setFocus()

    def _has_a_place(self) -> bool:
        parent = self.parent_folder.folder()
        return parent is not None and (parent.is_dir() or not parent.exists())

    def _is_office(self) -> bool:
        code = self.office_code()
        return len(code) >= 2 and code.isascii() and code.isalnum()

    def _wrong_name(self) -> Message | None:
        name = self.name.text().strip().removesuffix(ENDING)
        if not name or any(sign in name for sign in '/\\:*?"<>|'):
            return _NAME_NEEDED
        return _TAKEN if self.folder().exists() else None
