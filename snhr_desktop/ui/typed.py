"""What is typed into a dialog, kept as form drafts are: encrypted in the store, a second later at the latest.

It stands there again, for whoever typed it alone, when the dialog is opened the next time: after the store was locked
(by time, by key, before a sleep) as after the power went. Given up by a person, or saved, it is forgotten.
"""

from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QCheckBox, QDialog, QLineEdit, QPlainTextEdit

from snhr_desktop.errors import Refusal
from snhr_desktop.i18n import N_, Message
from snhr_desktop.store.typed import TITLE, says_something, typed_key
from snhr_desktop.ui.draft_keeper import DraftKeeper
from snhr_desktop.ui.operations import Operations
from snhr_desktop.ui.widgets import ChoiceBox, Notice

if TYPE_CHECKING:
    from snhr_desktop.workspace import Workspace

CONTINUED = N_("What you typed here before and did not save stands here again.")
Field = QLineEdit | QPlainTextEdit | ChoiceBox | QCheckBox
Result = TypeVar("Result")


class Typed(QObject):
    """`place` names the dialog and what it is about; `fields` never hold a passphrase.

    It belongs to the store that is open, and outlives the dialog by what has still to be written.
    """

    def __init__(
        self, operations: Operations, dialog: QDialog, place: str, title: Message, fields: Mapping[str, Field],
        notice: Notice,
    ) -> None:  # fmt: skip
        super().__init__(operations)
        self._operations, self._fields, self._notice = operations, dict(fields), notice
        self._title, self._said = title.text, dict[str, Any]()
        self._turning, self._turned = False, set[str]()
        self._dialog: QDialog | None = dialog
        self.keeper = DraftKeeper(operations, self.raw, self)
        self._begin(place)
        for field in self._fields.values():
            _on_typed(field, self._note)
        dialog.finished.connect(self._forget)
        dialog.destroyed.connect(self._let_go)

    def turn_to(self, place: str, fill: Callable[[], object]) -> None:
        """The fields are about something else now, and `fill` shows what is known of it.

        What was typed before stays kept where it belongs; what was typed here once stands there again.
        """
        self.keeper.flush()
        self._turned.add(self.keeper.key)
        self._turning = True
        try:
            fill()
        finally:
            self._turning = False
        self._begin(place)

    def _begin(self, place: str) -> None:
        self._said = {TITLE: self._title}
        self.keeper.key = key = typed_key(self._operations.typist, place)
        self._operations.ask(
            lambda workspace: workspace.typed(place), lambda kept: self._show(key, kept), owner=self._dialog
        )

    def finishing(self, act: "Callable[[Workspace], Result]") -> "Callable[[Workspace], Result]":
        """An act on the store with which what was typed is done; refused, it is kept."""
        self.keeper.flush()
        key = self.keeper.key

        def both(workspace: "Workspace") -> Result:
            result = act(workspace)
            with suppress(Refusal):  # what was done is done; what stays is thrown away by hand
                workspace.discard_draft(key)
            return result

        return both

    def raw(self) -> dict[str, Any]:
        """What was typed, by the name of the field."""
        return dict(self._said)

    def put_away(self) -> None:
        """The store is being locked, and the dialog given up: write what waits, and forget nothing."""
        self._let_go()
        self.keeper.flush()

    def _note(self) -> None:
        if self._turning:
            return
        self._said |= {name: _text(field) for name, field in self._fields.items()}
        self.keeper.touch()

    def _show(self, key: str, kept: Mapping[str, Any]) -> None:
        """Fill what was typed in, unless a person was faster."""
        if key != self.keeper.key or self.keeper.unsure or not says_something(kept):
            return
        for name, field in self._fields.items():
            if name in kept:
                _fill(field, kept[name])
        self._notice.tell(CONTINUED)

    def _forget(self) -> None:
        if self._dialog is not None:
            self._let_go()
            for key in {*self._turned, self.keeper.key}:
                self.keeper.key = key
                self.keeper.discard()
            self.deleteLater()

    def _let_go(self) -> None:
        self._dialog = None
        self._fields.clear()


def _on_typed(field: Field, act: Callable[[], None]) -> None:
    if isinstance(field, QLineEdit | QPlainTextEdit):
        field.textChanged.connect(act)
    elif isinstance(field, ChoiceBox):
        field.chosen.connect(act)
    else:
        field.clicked.connect(act)


def _text(field: Field) -> str | bool:
    if isinstance(field, QLineEdit):
        return field.text()
    if isinstance(field, QPlainTextEdit):
        return field.toPlainText()
    return field.code() if isinstance(field, ChoiceBox) else field.isChecked()


def _fill(field: Field, said: str | bool) -> None:
    if isinstance(field, QCheckBox):
        field.setChecked(bool(said))
    elif isinstance(field, ChoiceBox):
        field.choose(str(said))
    elif isinstance(field, QLineEdit):
        field.setText(str(said))
    else:
        field.setPlainText(str(said))
