"""An entry that was begun with an older state of its record is put onto the newest one, and a person is told."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal

from snhr_desktop.domain.carrying import Both, Carried
from snhr_desktop.domain.records import RecordSet
from snhr_desktop.i18n import N_, Language
from snhr_desktop.store.changes_told import say_change
from snhr_desktop.store.history import Revision
from snhr_desktop.ui.forms.check_list import IN_ROW
from snhr_desktop.ui.forms.entry_kind import EntryKind
from snhr_desktop.ui.incidents.record.moments import say_moment
from snhr_desktop.ui.incidents.record.since import MORE_CHANGES
from snhr_desktop.ui.operations import Operations
from snhr_desktop.ui.tongue import Words
from snhr_desktop.workspace import Workspace

CARRIED = N_(
    "This record was saved elsewhere after this entry was begun. What you typed now stands on the newest state: look "
    "it over and save."
)
MEANWHILE = N_("{moment}: {changes}")
BOTH = N_("Changed on both sides; yours stands here, the other is in the history: {fields}.")

_SAVES, _CHANGES = 3, 5
"""The latest saves that are told, and changes of each."""
_BETWEEN = " · "


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
                lambda workspace: _carried(workspace, of, typed),
                lambda found: self._hear(typed, *found),
                owner=self,
            )

    def _uid(self, raw: Mapping[str, Any]) -> str:
        return str(raw[self._of.head_name].get("uid") or "")

    def _hear(self, typed: Mapping[str, Any], found: Carried | None, saves: Sequence[Revision]) -> None:
        if found is None:
            return
        if self._take() == typed:
            self.carried.emit(found.raw, self._words(found.both, saves))
        elif self._uid(self._take()) == self._uid(typed):
            self.look()  # something was typed meanwhile

    def _words(self, both: tuple[Both, ...], saves: Sequence[Revision]) -> Words:
        def say(language: Language) -> str:
            told = [language.text(CARRIED), *(self._save(one, language) for one in saves[-_SAVES:])]
            if both:
                told.append(language.text(BOTH, fields=language.join([self._field(each, language) for each in both])))
            return "\n".join(told)

        return say

    def _save(self, one: Revision, language: Language) -> str:
        """Who saved it meanwhile, when, and what they changed."""
        places = self._operations.gazetteer
        told = [language.isolate(say_change(change, language, places)) for change in one.changes[:_CHANGES]]
        if more := len(one.changes) - len(told):
            told.append(language.plural(MORE_CHANGES, more))
        return language.text(
            MEANWHILE, moment=say_moment(one.at, one.actor, language), changes=_BETWEEN.join(told) or "–"
        )

    def _field(self, each: Both, language: Language) -> str:
        record_type = self._of.lists[each.part] if each.part else self._of.head_type
        label = language.text(record_type.field(each.field).label)
        return language.text(IN_ROW, field=label, row=language.number(each.row + 1)) if each.part else label


def _carried(
    workspace: Workspace, of: type[RecordSet], typed: Mapping[str, Any]
) -> tuple[Carried | None, tuple[Revision, ...]]:
    """The entry on the newest state, and the saves that it was not begun with."""
    found = workspace.carry_over(of, typed)
    if found is None:
        return None, ()
    begun = int(typed.get("revision") or 0)
    return found, tuple(one for one in workspace.history(str(typed[of.head_name]["uid"])) if one.number > begun)
