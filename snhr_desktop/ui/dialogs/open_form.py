"""Opening a store that exists: its folder, and the passphrase or the recovery code."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from snhr_desktop.domain.recovery_code import mistaken
from snhr_desktop.errors import (
    KeysDestroyed,
    LastTries,
    NoMemory,
    Refusal,
    StoreBusy,
    TriedTooSoon,
    WrongPassphrase,
)
from snhr_desktop.i18n import N_, NP_, Language, Message, piece
from snhr_desktop.store.keyslots import are_gone, is_anybodys
from snhr_desktop.ui.dialogs import file_dialog
from snhr_desktop.ui.dialogs.actor_field import actor_field
from snhr_desktop.ui.dialogs.folder_field import FolderField
from snhr_desktop.ui.dialogs.passphrase_field import PassphraseField
from snhr_desktop.ui.dialogs.try_pause import TryPause, say_wait
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.tongue import Words
from snhr_desktop.ui.widgets import Labelled, Notice, button

_MISCOPIED = N_("The recovery code does not stand so on the sheet. Compare line {lines} with the paper.")
OPEN, OPENING = N_("Open the store"), N_("Opening…")
RESTORE = N_("Restore a backup…")
PASSPHRASE, CODE_TOO = N_("Passphrase"), N_("Or the recovery code.")
BY_KEY, BY_PASSPHRASE = N_("Open with a key file of headquarters…"), N_("Open with a passphrase")
CHOOSE_KEY = N_("Choose the key file of headquarters")
OF_KEY, TYPE_OF_KEY = N_("Passphrase of the key file {name}"), N_("Type the passphrase of the key file.")
LAST = NP_(
    "The office has set that wrong tries destroy the keys of this store: {n} try is left. After that only a copy kept "
    "elsewhere can be opened. If you are not sure of the passphrase, ask somebody who is, or take the recovery code.",
    "The office has set that wrong tries destroy the keys of this store: {n} tries are left. After that only a copy "
    "kept elsewhere can be opened. If you are not sure of the passphrase, ask somebody who is, or take the recovery "
    "code.",
)


RENEWED = N_(
    "An older version of the program made this store, and it is brought up to date now, which may take minutes: {what} "
    "({n} of {of}). It is not stopped half-way. If the computer goes off meanwhile, the store is as it was before."
)


_AGAIN = (TriedTooSoon, StoreBusy, NoMemory)
"""What passes by itself: the passphrase stays to be tried once more."""


class OpenForm(QWidget):
    """`asked(folder, secret, actor)` when folder and secret are given.

    A store whose keys are destroyed is not asked for a passphrase: what is left is a backup, which `restore` leads to.
    """

    asked = Signal(object, str, str)
    gone_told = Signal(bool)
    """Whether the keys of the store that is chosen are destroyed."""

    def __init__(self, kit: Kit, folder: Path | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self.folder = FolderField(kit, N_("Choose the folder of the store"), folder or Path.home())
        self.secret = PassphraseField(kit)
        self._folder_line = Labelled(kit, N_("Store"), self.folder, N_("A folder whose name ends in .snhr."))
        self._secret_line = Labelled(kit, PASSPHRASE, self.secret, CODE_TOO)
        self.key_file: Path | None = None
        """The key of headquarters, where that is to open the store: its passphrase is typed then."""
        self.by_key = button(kit, BY_KEY, kind="link")
        self.by_key.clicked.connect(self._turn)
        self.actor, self.actor_line = actor_field(kit)
        self.notice = Notice(kit)
        self.open = button(kit, OPEN, "lock-open", "primary")
        self.restore = button(kit, RESTORE, "history", "primary")
        self.gone = False
        self.open.clicked.connect(self.submit)
        self.pause, self._working = TryPause(self), False
        self.pause.left.connect(self._count)
        self.folder.edit.textChanged.connect(lambda: self._look(self.folder.folder()))
        self._look(folder)
        for line in (self.secret.edit, self.folder.edit, self.actor):
            line.returnPressed.connect(self.submit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        for widget in (
            self._folder_line, self._secret_line, self.actor_line, self.notice, self.open, self.restore,
        ):  # fmt: skip
            column.addWidget(widget)
        column.addWidget(self.by_key, 0, Qt.AlignmentFlag.AlignLeading)  # a press beside its words opens nothing

    def use_key(self, path: Path | None) -> None:
        """Have a key file open the store, or the passphrases of its users again."""
        self.key_file = path
        self.secret.clear()
        self._secret_line.name(partial(_say_key, path) if path else PASSPHRASE)
        self._secret_line.explain(None if path else CODE_TOO)
        self._kit.tongue.bind(self.by_key, text=BY_PASSPHRASE if path else BY_KEY)
        self.look_again()
        self.secret.setFocus()

    def _turn(self) -> None:
        found = None if self.key_file else file_dialog.ask_for_file(self._kit, CHOOSE_KEY, self)
        if found or self.key_file:
            self.use_key(found)

    def look_again(self) -> None:
        """What stands in the folder that is chosen may be another store now."""
        self._look(self.folder.folder())

    def _look(self, folder: Path | None) -> None:
        """Look at the store that is chosen: whether it opens at all and waits, and whether its passphrase says who."""
        was, self.gone = self.gone, folder is not None and are_gone(folder)
        self.pause.look(None if self.gone else folder)
        nobodys = self.key_file is not None or (folder is not None and is_anybodys(folder))
        self.actor_line.setVisible(nobodys and not self.gone)
        for shown in (self._secret_line, self.open, self.by_key):
            shown.setVisible(not self.gone)
        self.restore.setVisible(self.gone)
        if self.gone and folder is not None:
            self.secret.clear()  # nothing opens it any more, and the field is out of sight
            self.notice.refuse(KeysDestroyed(name=folder.name))
        elif was:
            self.notice.clear()
        if self.gone != was:
            self.gone_told.emit(self.gone)

    def submit(self) -> None:
        """Ask for the store to be opened, unless something is missing."""
        if self.pause.lasts or self.gone:
            return
        folder, secret = self.folder.folder(), self.secret.text()
        for line in (self._folder_line, self._secret_line):
            line.settle()
        self.notice.clear()
        if folder is None:
            self._folder_line.complain(N_("Choose the folder of a store."))
        elif not secret:
            of_store = N_("Type the passphrase of this store, or its recovery code.")
            self._secret_line.complain(TYPE_OF_KEY if self.key_file else of_store)
        else:
            self.work(True)
            self.asked.emit(folder, secret, self.actor.text().strip())

    def tell_progress(self, what: Message, done: int, of: int) -> None:
        """An older store is brought up to date: tell what is begun, and how far it is."""

        def said(language: Language) -> str:
            number, parts = language.number(done + 1), language.number(of)
            return language.text(RENEWED, what=language.text(what), n=number, of=parts)

        if self._working:
            self.notice.tell(said, closable=False)

    def refuse(self, refusal: Refusal) -> None:
        """Tell why it did not open; a wrong passphrase beside its field."""
        self.work(False)
        self.look_again()
        if self.gone:
            self.restore.setFocus()
            return
        if isinstance(refusal, LastTries):
            left = int(str(refusal.values["left"]))
            self.notice.tell(lambda language: language.plural(LAST, left), "attention")
        if isinstance(refusal, TriedTooSoon) and self.pause.lasts:
            return  # the button counts
        if isinstance(refusal, WrongPassphrase):
            # of the last tries the notice tells more
            told = refusal.said if isinstance(refusal, LastTries) else refusal.tell
            self._secret_line.complain(self._miscopied() or told)
            self.secret.edit.selectAll()
            self.secret.edit.setFocus()
            return
        self.notice.refuse(refusal)
        if not isinstance(refusal, _AGAIN):
            self.secret.clear()

    def _miscopied(self) -> Words | None:
        """What is told where a recovery code was typed with check signs that find a mistake."""
        found = () if self.key_file else mistaken(self.secret.text())
        if not found:
            return None
        return lambda language: language.text(_MISCOPIED, lines=language.join([language.number(n) for n in found]))

    def work(self, working: bool) -> None:
        """Show that the key is being made, which takes a second on purpose."""
        self._working = working  # what is told stays readable
        for asked in (self._folder_line, self._secret_line, self.actor_line, self.by_key):
            asked.setEnabled(not working)
        self.open.setEnabled(not working and not self.pause.lasts)
        if working or not self.pause.lasts:
            self._kit.tongue.bind(self.open, text=OPENING if working else OPEN)

    def _count(self, seconds: int) -> None:
        """Say on the button when it can be pressed again."""
        self.open.setEnabled(not seconds)
        if not self._working:
            self._kit.tongue.bind(self.open, text=partial(say_wait, seconds) if seconds else OPEN)


def _say_key(path: Path, language: Language) -> str:
    return language.text(OF_KEY, name=piece(path.name))
