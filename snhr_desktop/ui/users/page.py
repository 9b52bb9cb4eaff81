"""The page of users and keys: who may use the store and as what, one's own passphrase, and what else opens it."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from snhr_desktop.domain.rights import KEYS, USERS
from snhr_desktop.i18n import N_, NP_, Language, Message
from snhr_desktop.ui.care.volumes import plugged_in
from snhr_desktop.ui.commands import with_key
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.form_dialog import over
from snhr_desktop.ui.keyed import give_key
from snhr_desktop.ui.page import Page
from snhr_desktop.ui.rights import hindrance, may_write
from snhr_desktop.ui.users.code_dialog import TITLE as CODE_TITLE
from snhr_desktop.ui.users.code_dialog import CodeDialog, sheet_of
from snhr_desktop.ui.users.headquarters_dialog import HeadquartersDialog
from snhr_desktop.ui.users.keys_card import HEADQUARTERS, LAY_DOWN, LIMIT, REKEY, RENEW, TAKE, KeysCard
from snhr_desktop.ui.users.own_passphrase import AskOwn
from snhr_desktop.ui.users.passphrase_dialog import PassphraseDialog
from snhr_desktop.ui.users.people_card import PeopleCard
from snhr_desktop.ui.users.rekey_dialog import RekeyDialog
from snhr_desktop.ui.users.user_dialog import FIRST, FIRST_WHAT, UserDialog, first_user
from snhr_desktop.ui.widgets import Card, Dialog, PageHeader, ScrollBody, button

if TYPE_CHECKING:
    from snhr_desktop.workspace import KeyState, Listed, Safety, Workspace

TITLE = N_("Users and keys")
ADD, OWN = N_("Add a user"), N_("Change your passphrase…")
ADD_KEY, OWN_KEY, FIRST_KEY = "Ctrl+Shift+A", "Ctrl+Shift+P", "Ctrl+E"
MAKE_CODE, SET_LIMIT = N_("Make a new code"), N_("Set the number of tries")
MEANS = NP_(
    "{n} wrong passphrase destroys the keys, whoever types it: then nobody opens this store any more, you included, "
    "but from a backup kept elsewhere.",
    "{n} wrong passphrases in a row destroy the keys, whoever types them: then nobody opens this store any more, you "
    "included, but from a backup kept elsewhere.",
)
ALONE = N_("This computer has no verified backup elsewhere at hand: every record would be lost.")
TAKEN = N_("No key of headquarters opens this store any more.")
LIMITED, UNLIMITED = (
    N_("From now on wrong tries destroy the keys, once there are as many as chosen."),
    N_("Wrong tries destroy nothing."),
)


class UsersPage(Page):
    """What one may not do stands there all the same, with who may."""

    reads: ClassVar[frozenset[str]] = frozenset({"user"})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        kit = desk.kit
        self.add = button(kit, ADD, "user-plus", "primary")
        self.own = button(kit, OWN, "key-round")
        self.first = Card(kit, FIRST, FIRST_WHAT)
        self.name = button(kit, FIRST, "user-plus")
        self.first.head.addWidget(self.name, 0, Qt.AlignmentFlag.AlignTop)
        self.first.hide()
        self.people, self.keys = PeopleCard(kit), KeysCard(kit)
        head = PageHeader(kit, TITLE)
        head.trailing.addWidget(self.own)
        head.trailing.addWidget(self.add)
        body = ScrollBody()
        for card in (self.first, self.people, self.keys):
            body.column.addWidget(card)
        body.column.addStretch(1)
        self.column.addWidget(head)
        self.column.addWidget(body, 1)
        self._connect()

    def refresh(self) -> None:
        """Ask who there is, and what opens the store."""
        self.desk.operations.ask(_read, self._show, owner=self, key="users")

    def _connect(self) -> None:
        self.add.clicked.connect(lambda: self._over(UserDialog(self.desk)))
        self.own.clicked.connect(lambda: self._over(PassphraseDialog(self.desk)))
        self.name.clicked.connect(lambda: self._over(first_user(self.desk)))
        self.people.asked.connect(lambda listed: self._over(UserDialog(self.desk, listed)))
        self.keys.renew.clicked.connect(self._renew)
        self.keys.set.clicked.connect(lambda: self._over(HeadquartersDialog(self.desk)))
        self.keys.take.clicked.connect(self._take)
        self.keys.limit.chosen.connect(self._limit)
        self.keys.rekey.clicked.connect(self._rekey)
        keys = self.keys
        for act, words, key in (
            (self.add, ADD, ADD_KEY), (self.own, OWN, OWN_KEY), (self.name, FIRST, FIRST_KEY),
            (keys.renew, RENEW, "Ctrl+R"), (keys.set, LAY_DOWN, "Ctrl+H"), (keys.take, TAKE, "Ctrl+Shift+H"),
            (keys.rekey, REKEY, "Ctrl+Shift+R"),
        ):  # fmt: skip
            give_key(self.kit, self, act, words, key)

    def _show(self, found: "tuple[tuple[Listed, ...], KeyState]") -> None:
        users, state = found
        operations = self.desk.operations
        writable = may_write(operations)
        may_users = may_write(operations, USERS) and not state.unnamed
        self.people.show_users(users, operations.user.uid, may_users)
        self.people.setVisible(bool(users))
        self.first.setVisible(state.unnamed)
        self.name.setEnabled(writable)
        self.add.setEnabled(may_users)
        for act, words, key, right in ((self.add, ADD, ADD_KEY, USERS), (self.own, OWN, OWN_KEY, None)):
            self.kit.tongue.bind(act, toolTip=hindrance(operations, right) or with_key(words, key))
        self.own.setEnabled(writable and (bool(operations.user.uid) or state.unnamed))
        self.keys.show_state(state, hindrance(operations, KEYS))

    def _renew(self) -> None:
        info = self.desk.operations.info

        def work(workspace: "Workspace", own: str) -> tuple[str, bytes, Path]:
            code = workspace.renew_recovery(own=own)
            return code, sheet_of(code, info), workspace.folder

        def made(result: tuple[str, bytes, Path]) -> None:
            dialog = CodeDialog(self.kit, self.desk.operations.worker, *result)
            dialog.outlet.written.connect(self._note_sheet)
            dialog.accepted.connect(lambda: self.desk.operations.ask(lambda w: w.prove_code(), lambda _: None))
            self._over(dialog)

        self._over(AskOwn(self.desk, (CODE_TITLE, MAKE_CODE), work, made))

    def _note_sheet(self, path: Path) -> None:
        self.desk.operations.ask(lambda workspace: workspace.note_sheet(path), lambda _: None)

    def _take(self) -> None:
        def work(workspace: "Workspace", own: str) -> None:
            workspace.set_headquarters("", own=own)

        self._over(AskOwn(self.desk, (HEADQUARTERS, TAKE), work, lambda _: self._done(TAKEN)))

    def _limit(self, code: str) -> None:
        limit = int(code)
        words = LIMITED if limit else UNLIMITED
        work = partial(_set_limit, limit)

        def ask(safety: "Safety") -> None:
            what = partial(_say_limit, limit, not (safety.outside and safety.last)) if limit else None
            self._over(AskOwn(self.desk, (LIMIT, SET_LIMIT), work, lambda _: self._done(words), what))

        self.desk.operations.ask(
            lambda workspace: workspace.safety(plugged_in(workspace.backup_within())), ask, owner=self, key="limit"
        )

    def _rekey(self) -> None:
        dialog = RekeyDialog(self.desk)
        dialog.agreed.connect(self.desk.rekey_asked)
        self._over(dialog)

    def _done(self, words: Message) -> None:
        self.desk.tell(words, "done")
        self.refresh()

    def _over(self, dialog: Dialog) -> None:
        dialog.finished.connect(self.refresh)
        over(dialog, self)


def _say_limit(limit: int, alone: bool, language: Language) -> str:
    """What setting it means; `alone` where no verified backup is kept elsewhere."""
    told = language.plural(MEANS, limit)
    return f"{told} {language.text(ALONE)}" if alone else told


def _set_limit(limit: int, workspace: "Workspace", own: str) -> None:
    workspace.set_limit(limit, own=own)


def _read(workspace: "Workspace") -> "tuple[tuple[Listed, ...], KeyState]":
    return workspace.users(), workspace.key_state()
