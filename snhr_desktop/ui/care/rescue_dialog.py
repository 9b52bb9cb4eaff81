"""What both assistants have: a folder, a passphrase, a folder for the new store, what was found, and one act."""

import threading
from abc import abstractmethod
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from snhr_desktop.errors import Refusal, WrongPassphrase
from snhr_desktop.i18n import N_, Message
from snhr_desktop.ui.dialogs.folder_field import FolderField
from snhr_desktop.ui.dialogs.passphrase_field import PassphraseField
from snhr_desktop.ui.exchange.line_list import LineList
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.operations import Worker
from snhr_desktop.ui.tongue import Words
from snhr_desktop.ui.widgets import Dialog, Labelled, Notice, button, label

CANCEL, CLOSE = N_("Cancel"), N_("Close")
PASSPHRASE, CODE_TOO = N_("Passphrase"), N_("Or the recovery code.")
TYPE_IT = N_("Type the passphrase, or the recovery code.")
FOUND = N_("What was found")
NEW_PLACE = N_("Folder for the new store")
_WIDTH, _HIGH = 640, 150
Result = TypeVar("Result")


def _nobodys(_result: object) -> None:
    """What comes too late and can be left as it is."""


class RescueDialog(Dialog):
    """`rescued(Path)` is the folder of the store that stands now. What it does is done on the store's thread."""

    rescued = Signal(object)

    def __init__(self, kit: Kit, worker: Worker, title: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kit, self.worker = kit, worker
        self._over = threading.Event()
        self.finished.connect(self._over.set)
        self.destroyed.connect(self._over.set)
        self.setModal(True)
        kit.tongue.bind(self, windowTitle=title)
        kit.theme.measure(self, minimumWidth=_WIDTH)
        self.secret, self.notice = PassphraseField(kit), Notice(kit)
        self.secret_line = Labelled(kit, PASSPHRASE, self.secret, CODE_TOO)
        self.lines = LineList(kit, FOUND)
        kit.theme.measure(self.lines, minimumHeight=_HIGH)
        self.lines.hide()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(24, 20, 24, 20)
        self.column.setSpacing(12)
        self.column.addWidget(label(kit, title, "heading", wrap=True))

    def field(self, words: Words, title: Message, folder: Path, hint: Words | None = None) -> FolderField:
        """A folder to be typed or chosen, in the column."""
        made = FolderField(self.kit, title, folder)
        self.column.addWidget(Labelled(self.kit, words, made, hint))
        return made

    def foot(self, go_on: Words, icon: str) -> None:
        """The act and the way out, at the end of the column."""
        self.go_on, self.leave = button(self.kit, go_on, icon, "primary"), button(self.kit, CANCEL)
        self.go_on.clicked.connect(self.submit)
        self.leave.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.leave)
        row.addWidget(self.go_on)
        self.column.addWidget(self.notice)
        self.column.addLayout(row)

    @abstractmethod  # for the checker of types; a widget of Qt cannot be an ABC
    def submit(self) -> None:
        """Do what is next. For the assistants to say."""

    def wanted(self) -> bool:
        """Whether the dialog is open still: it is closed by a lock too. Safe on any thread."""
        return not self._over.is_set()

    def begin(
        self, work: Callable[[], Result], then: Callable[[Result], None], words: Words,
        late: Callable[[Result], object] = _nobodys,
    ) -> None:  # fmt: skip
        """Do it on the store's thread. What comes of it once the dialog is closed goes to `late`, on that thread.

        `words` stand on the button where it is refused.
        """

        def answer(result: Result) -> None:
            if self.wanted():
                then(result)
            else:
                self.worker.run(lambda: late(result), _nobodys)

        def refused(refusal: Refusal) -> None:
            if self.wanted():
                self.refuse(refusal, words)

        self.worker.run(work, answer, refused)

    def typed(self) -> str:
        """The passphrase; blank, with a word beside the field, where nothing was typed."""
        self.secret_line.settle()
        self.notice.clear()
        if not self.secret.text():
            self.secret_line.complain(TYPE_IT)
            self.secret.edit.setFocus()
        return self.secret.text()

    def work(self, working: bool, words: Words) -> None:
        """Say on the button what is going on."""
        self.go_on.setEnabled(not working)
        self.kit.tongue.bind(self.go_on, text=words)

    def tell(self, lines: tuple[str, ...]) -> None:
        """List what was found."""
        self.lines.show_lines(lines)
        self.lines.show()

    def refuse(self, refusal: Refusal, words: Words) -> None:
        """Tell why it was not done; a wrong passphrase beside its field."""
        self.work(False, words)
        if isinstance(refusal, WrongPassphrase):
            self.secret_line.complain(refusal.tell)
            self.secret.edit.selectAll()
            self.secret.edit.setFocus()
        else:
            self.notice.refuse(refusal)
