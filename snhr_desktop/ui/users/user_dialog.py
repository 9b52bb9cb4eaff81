"""A user: name, role, whether they see who the sources are, and their passphrase."""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QLineEdit

from snhr_desktop.domain.records import User
from snhr_desktop.domain.rights import WHAT_ROLES_DO
from snhr_desktop.domain.vocabularies import vocabulary
from snhr_desktop.errors import Refusal
from snhr_desktop.i18n import N_, Language
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.users.own_passphrase import OwnDialog
from snhr_desktop.ui.users.passphrase_pair import HINT, PassphrasePair
from snhr_desktop.ui.widgets import ChoiceBox, Labelled

if TYPE_CHECKING:
    from snhr_desktop.workspace import Listed, UserSaved

ADD, CHANGE, FIRST = N_("Add a user"), N_("Change a user"), N_("Name the first user")
SAVE = N_("Save the user")
FIRST_WHAT = N_(
    "This store opens with a passphrase that is nobody’s in particular. Give yourself a name and a passphrase of your "
    "own, which may be the same: from then on the passphrase says who you are, and the old one opens the store no more."
)
LATER = N_("May be left blank: the user then types it here later, beside you.")
GIVEN = N_("Leave it blank to keep the present one. Written, it takes its place: for somebody who forgot theirs.")
ADDED = N_("{name} may use the store from now on.")
WITHOUT = N_("{name} was added, and needs a passphrase before opening the store.")
SAVED = N_("What {name} may do was saved.")


class UserDialog(OwnDialog):
    """`listed` is the user to change; without one a new one is added, or with `first` the first one named."""

    def __init__(self, desk: Desk, listed: "Listed | None" = None, *, first: bool = False) -> None:
        title = FIRST if first else CHANGE if listed else ADD
        super().__init__(desk, title, SAVE, FIRST_WHAT if first else None)
        self._user, self._first = listed.user if listed else User(), first
        kit, own = desk.kit, bool(listed and listed.user.uid == desk.operations.user.uid)
        self.name = QLineEdit(self._user.name)
        self.name.setMaxLength(60)
        roles = [(code, term.say) for code, term in vocabulary("role").items()]
        self.role = ChoiceBox(kit, User.field("role").label, roles)
        self.role.choose(self._user.role)
        self.role.chosen.connect(self._tell_role)
        self.role_line = Labelled(kit, User.field("role").label, self.role, WHAT_ROLES_DO[self.role.code()])
        self.no_sources = kit.tongue.bind(QCheckBox(), text=User.field("no_sources").label)
        self.no_sources.setChecked(self._user.no_sources)
        self.switched_off = kit.tongue.bind(QCheckBox(), text=User.field("switched_off").label)
        self.switched_off.setChecked(self._user.switched_off)
        has = bool(listed and listed.has_passphrase)
        self.pair = PassphrasePair(kit, desk.operations.info.training, HINT if first else GIVEN if has else LATER)
        field = User.field("name")
        self.name_line = Labelled(kit, field.label, self.name, field.hint, required=True)
        for widget in (self.name_line, self.role_line, self.no_sources, self.switched_off, self.pair, self.own):
            self.body.addWidget(widget)
        for hidden in (self.role_line, self.no_sources, self.own):
            hidden.setVisible(not first)
        self.switched_off.setVisible(listed is not None and not own)
        self.pair.setVisible(not own)
        self.keep(f"user {self._user.uid}", name=self.name)
        self.name.setFocus()

    def submit(self) -> None:
        """Save the user, unless something is missing."""
        self.name_line.settle()
        if not self.name.text().strip():
            self.name_line.complain(N_("Give the user a name."))
            self.name.setFocus()
            return
        typed = self.pair.text()
        if (typed or self.pair.again.text() or self._first) and not self.pair.agrees():
            return
        if not self._first and not self.is_given():
            return
        if self._first:
            name = self.name.text()
            self.change(lambda w: w.name_myself(name, typed), self._done)
            return
        wanted = replace(
            self._user,
            name=self.name.text(),
            role=self.role.code(),
            no_sources=self.no_sources.isChecked(),
            switched_off=self.switched_off.isChecked(),
        )
        self.change(self.confirmed(lambda w, own: w.save_user(wanted, typed, own=own)), self._done)

    def refuse(self, refusal: Refusal) -> None:
        """Tell why not."""
        super().refuse(refusal)
        self.pair.refuse(refusal)

    def _done(self, saved: "UserSaved") -> None:
        words = SAVED if self._user.uid else ADDED if self.pair.text() else WITHOUT

        def told(language: Language) -> str:
            return language.text(words, name=saved.user.name)

        self.desk.tell(told, "done")
        self.accept()

    def _tell_role(self, code: str) -> None:
        self.role_line.advise(WHAT_ROLES_DO[code])


first_user = partial(UserDialog, first=True)
"""The dialog of a store from before there were users."""
