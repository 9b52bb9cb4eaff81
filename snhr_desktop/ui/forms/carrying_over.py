"""An entry that was begun with an older state of its record is put onto the newest one, and a person is told."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QObject, Signal

from snhr_desktop.domain.carrying import Both, Carried
from snhr_desktop.i18n import N_, Language
from snhr_desktop.ui.forms.check_list import IN_ROW
from snhr_desktop.ui.forms.entry_kind import EntryKind
from snhr_desktop.ui.operations import Operations
from snhr_desktop.ui.tongue import Words

CARRIED = N_(
    "This record was saved elsewhere after this entry was begun. What you typed now stands on the newest state: look "
    "it over and save."
)
BOTH = N_("Changed on both sides; yours stands here, the other is in the history: {fields}.")


class CarryingOver(QObject):
    """`take` gives what the form holds, an entry of the `kind`."""

    carried = Signal(object, object)
    """The raw mapping to go on with, and the words to tell."""

    def __init__(
        self, operations: Operations, kind: EntryKind, take: Callable[[], Mapping[str, Any]], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._operations, self._take, self._of = operations, take, type(kind.blank())

    def look(self) -> None:
        """Carry the entry over, if its record was saved since it was begun."""
        typed, of = self._take(), self._of
        if self._uid(typed):
            self._operations.ask(
                lambda workspace: workspace.carry_over(of, typed),
                lambda found: self._hear(typed, found),
                owner=self,
            )

    def _uid(self, raw: Mapping[str, Any]) -> str:
        return str(raw[self._of.head_name].get("uid") or "")

    def _hear(self, typed: Mapping[str, Any], found: Carried | None) -> None:
        if found is None:
            return
        if self._take() == typed:
            self.carried.emit(found.raw, self._words(found.both))
        elif self._uid(self._take()) == self._uid(typed):
            self.look()  # something was typed meanwhile

    def _words(self, both: tuple[Both, ...]) -> Words:
        def say(language: Language) -> str:
            told = language.text(CARRIED)
            if both:
                told += "\n" + language.text(BOTH, fields=language.join([self._field(each, language) for each in both]))
            return told

        return say

    def _field(self, each: Both, language: Language) -> str:
        record_type = self._of.lists[each.part] if each.part else self._of.head_type
        label = language.text(record_type.field(each.field).label)
        return language.text(IN_ROW, field=label, row=language.number(each.row + 1)) if each.part else label
