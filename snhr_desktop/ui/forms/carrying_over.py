"""An entry that was begun with an older state of its incident is put onto the newest one, and a person is told."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QObject, Signal

from snhr_desktop.domain.carrying import Both, Carried
from snhr_desktop.domain.records import CHILDREN, Incident
from snhr_desktop.i18n import N_, Language
from snhr_desktop.ui.forms.check_list import IN_ROW
from snhr_desktop.ui.operations import Operations
from snhr_desktop.ui.tongue import Words

CARRIED = N_(
    "This incident was saved elsewhere after this entry was begun. What you typed now stands on the newest state: look "
    "it over and save."
)
BOTH = N_("Changed on both sides; yours stands here, the other is in the history: {fields}.")


class CarryingOver(QObject):
    """`take` gives what the form holds."""

    carried = Signal(object, object)
    """The raw mapping to go on with, and the words to tell."""

    def __init__(self, operations: Operations, take: Callable[[], Mapping[str, Any]], parent: QObject) -> None:
        super().__init__(parent)
        self._operations, self._take = operations, take

    def look(self) -> None:
        """Carry the entry over, if its incident was saved since it was begun."""
        typed = self._take()
        if typed["incident"].get("uid"):
            self._operations.ask(lambda workspace: workspace.carry_over(typed), lambda found: self._hear(typed, found))

    def _hear(self, typed: Mapping[str, Any], found: Carried | None) -> None:
        if found is None:
            return
        if self._take() == typed:
            self.carried.emit(found.raw, _words(found.both))
        elif self._take()["incident"].get("uid") == typed["incident"].get("uid"):
            self.look()  # something was typed meanwhile


def _words(both: tuple[Both, ...]) -> Words:
    def say(language: Language) -> str:
        told = language.text(CARRIED)
        if both:
            told += "\n" + language.text(BOTH, fields=language.join([_field(each, language) for each in both]))
        return told

    return say


def _field(each: Both, language: Language) -> str:
    record_type = CHILDREN[each.part] if each.part else Incident
    label = language.text(record_type.field(each.field).label)
    return language.text(IN_ROW, field=label, row=language.number(each.row + 1)) if each.part else label
