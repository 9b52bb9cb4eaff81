"""Fills an entry in for a person who asks for it: from the entry before, or with what common incidents share."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from snhr_desktop.domain.records import Dossier
from snhr_desktop.domain.templates import Template
from snhr_desktop.i18n import N_
from snhr_desktop.ui.forms.editors import FieldEditor
from snhr_desktop.ui.forms.entry_body import EntryBody
from snhr_desktop.ui.forms.grid.row import blank
from snhr_desktop.ui.operations import Operations

NO_ENTRY_BEFORE = N_("There is no entry of yours to repeat from yet.")
NOT_REPEATED = N_("Persons are not repeated: each is recorded for what happened to them.")
NOWHERE = N_("Go to a field or a list first: Ctrl+R repeats what the entry before says there.")
NOTHING_THERE = N_("The entry before says nothing there.")
REPEATED = N_("Repeated from the entry before; Ctrl+Z takes it back.")
BEGUN = N_("Begun with what such incidents have in common; Ctrl+Z takes it back.")
_OF_ONE_INCIDENT = frozenset(
    {"uid", "statement_ar", "statement_en", "stated_on", "stated_killed", "stated_injured", "link"}
)
"""What a source said of one incident is no other incident's."""


class Filling(QObject):
    """Never writes over what a person entered, except where they stand in the field and ask for it."""

    told = Signal(object)
    """Words that say what was filled in, or why nothing was."""

    def __init__(self, operations: Operations, body: EntryBody, parent: QObject) -> None:
        super().__init__(parent)
        self._operations, self._body = operations, body
        self._before: Mapping[str, Any] = {}

    def learn(self) -> None:
        """Ask for the entry that this person saved last."""
        self._operations.ask(lambda workspace: workspace.latest_entry(), self._take, owner=self, key="latest entry")

    def repeat(self) -> None:
        """Fill in the field or the list that has the focus as the entry before has it."""
        focused = QApplication.focusWidget()
        for name, editor in self._body.editors.items():
            if _holds(editor, focused):
                return self._repeat_field(name, editor)
        for name, held in self._body.lists.items():
            if _holds(held, focused):
                return self._repeat_list(name)
        return self.told.emit(NOWHERE)

    def begin_with(self, template: Template) -> None:
        """Fill in what such incidents have in common wherever nothing is said yet."""
        stack = self._body.undoing.stack
        stack.beginMacro("")
        for name, value in template.incident.items():
            if blank(self._body.editors[name].raw()):
                self._body.undoing.say(self._body.editors[name], value)
        for name, rows in template.lists.items():
            self._put_rows(name, rows)
        stack.endMacro()
        self._body.edited.emit()
        self.told.emit(BEGUN)

    def _repeat_field(self, name: str, editor: FieldEditor) -> None:
        value = self._before.get("incident", {}).get(name)
        if blank(value):
            self.told.emit(NOTHING_THERE if self._before else NO_ENTRY_BEFORE)
            return
        self._body.undoing.say(editor, value)
        self._body.edited.emit()
        self.told.emit(REPEATED)

    def _repeat_list(self, name: str) -> None:
        if name == "victims":
            self.told.emit(NOT_REPEATED)
            return
        rows = [_said_again(row) for row in self._before.get(name, ())]
        put = self._put_rows(name, rows)
        self.told.emit(REPEATED if put else NOTHING_THERE if self._before else NO_ENTRY_BEFORE)

    def _put_rows(self, name: str, rows: Sequence[Mapping[str, Any]]) -> bool:
        """Rows that the list does not say already, after those it has."""
        held = self._body.lists[name].rows
        said = [row.raw for row in held.kept()]
        new = [row for row in rows if not any(row.items() <= other.items() for other in said)]
        if new:
            held.fill(len(said), new)
        return bool(new)

    def _take(self, before: Dossier | None) -> None:
        self._before = before.dump() if before else {}


def _said_again(row: Mapping[str, Any]) -> dict[str, Any]:
    """A row as a person would enter it again: without what is of one incident, and without defaults nobody said."""
    return {name: value for name, value in row.items() if name not in _OF_ONE_INCIDENT and not blank(value)}


def _holds(part: QWidget, focused: QWidget | None) -> bool:
    return focused is not None and (part is focused or part.isAncestorOf(focused))
