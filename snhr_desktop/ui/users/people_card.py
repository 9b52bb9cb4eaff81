"""The users of the store, one below the other, with what each may."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from snhr_desktop.domain.rights import WHAT_ROLES_DO
from snhr_desktop.domain.vocabularies import vocabulary
from snhr_desktop.i18n import N_, Language, Message
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.widgets import Card, PlainLabel, StatusChip, button, label
from snhr_desktop.ui.widgets.status_chip import Sign

if TYPE_CHECKING:
    from snhr_desktop.workspace import Listed

TITLE = N_("Users")
NOTE = N_("Each opens the store with a passphrase of their own, and is named in the history of what they save.")
CHANGE, CHANGE_OF = N_("Change…"), N_("Change {name}")
YOU = N_("{name} (you)")
ACTIVE, NEEDS, OFF = N_("Opens the store"), N_("No passphrase yet"), N_("Switched off")
SEES, SEES_NOT = N_("Sees who the sources are"), N_("Does not see who the sources are")


class PeopleCard(Card):
    """`asked(listed)` when a user is to be changed."""

    asked = Signal(object)

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, TITLE, NOTE, parent)
        self._kit = kit
        self._rows = QWidget()
        self.body.addWidget(self._rows)

    def show_users(self, users: "Sequence[Listed]", own: str, may_change: bool) -> None:
        """Show them; `own` is the identity of whoever looks."""
        fresh = QWidget()
        grid = QGridLayout(fresh)
        grid.setContentsMargins(0, 6, 0, 0)
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(1, 1)
        for row, one in enumerate(users):
            self._add(grid, row, one, own, may_change)
        self.body.replaceWidget(self._rows, fresh)
        self._rows.deleteLater()
        self._rows = fresh

    def _add(self, grid: QGridLayout, row: int, one: "Listed", own: str, may_change: bool) -> None:
        kit, user = self._kit, one.user
        name = kit.tongue.bind(PlainLabel("label"), text=partial(_named, user.name, user.uid == own))
        said = WHAT_ROLES_DO[user.role]
        role = label(kit, vocabulary("role")[user.role].say)
        what = label(kit, said, "note", wrap=True)
        sees = label(kit, SEES_NOT if user.no_sources else SEES, "note")
        state, sign = _state(one)
        for column, widget in enumerate((name, _stacked(role, what), sees, StatusChip(kit, state, sign))):
            grid.addWidget(widget, row, column, Qt.AlignmentFlag.AlignTop)
        if may_change:
            change = button(kit, CHANGE, "pencil")
            kit.tongue.bind(change, accessibleName=partial(_change, user.name))
            change.clicked.connect(partial(self.asked.emit, one))
            grid.addWidget(change, row, 4, Qt.AlignmentFlag.AlignTop)


def _stacked(above: QLabel, below: QLabel) -> QWidget:
    held = QWidget()
    grid = QGridLayout(held)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setVerticalSpacing(0)
    grid.addWidget(above, 0, 0)
    grid.addWidget(below, 1, 0)
    return held


def _state(one: "Listed") -> tuple[Message, Sign]:
    if one.user.switched_off:
        return OFF, Sign("circle-x", "muted")
    return (ACTIVE, Sign("check", "green")) if one.has_passphrase else (NEEDS, Sign("clock", "amber"))


def _named(name: str, own: bool, language: Language) -> str:
    return language.text(YOU, name=name) if own else language.isolate(name)


def _change(name: str, language: Language) -> str:
    return language.text(CHANGE_OF, name=name)
