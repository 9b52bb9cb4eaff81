"""Make one incident of two: which record stays, which of their records are the same, and what is kept of each field."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from snhr_desktop.domain.doubles.merging import MergePlan, Pair, merged, proposal
from snhr_desktop.domain.records import CHILDREN, Dossier
from snhr_desktop.errors import Refusal
from snhr_desktop.i18n import N_, Language
from snhr_desktop.ui.forms.doubles.compare_table import CompareTable
from snhr_desktop.ui.forms.doubles.matching import Matching
from snhr_desktop.ui.forms.doubles.rows import Comparison
from snhr_desktop.ui.forms.means import Means
from snhr_desktop.ui.incidents.saying import say_code
from snhr_desktop.ui.operations import Operations
from snhr_desktop.ui.typed import Typed
from snhr_desktop.ui.widgets import Dialog, Labelled, Notice, button, label
from snhr_desktop.workspace import Merged

TITLE = N_("Merge two incidents")
WHAT = N_(
    "{other} becomes part of {one}. It is kept, rejected as its duplicate and counted no more; "
    "the merge can be undone at any time."
)
SWAP, MERGE, CANCEL = N_("Keep the other one instead"), N_("Merge"), N_("Cancel")
REASON = N_("Reason for the merge")
NOTE = N_("What differs stands in bold. Space keeps the other side; nothing of either is left out of the lists.")
_SIZE = (1060, 660)


class MergeDialog(Dialog):
    """`joined(Merged)` once the store has it; a refusal is told here, and nothing was changed then."""

    enter_acts = False

    joined = Signal(object)

    def __init__(
        self, means: Means, operations: Operations, one: Dossier, other: Dossier, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._means, self._operations = means, operations
        self._one, self._other = one, other
        kit = means.kit
        kit.tongue.bind(self, windowTitle=TITLE)
        self.notice, self.what = Notice(kit, self), label(kit, self._say_what, "muted", wrap=True)
        self.matching = Matching(means, self)
        self.table = CompareTable(means, (self._say_one, self._say_other), choosing=True)
        self.reason = QLineEdit()
        self.swap, self.cancel = button(kit, SWAP, "refresh-cw"), button(kit, CANCEL)
        self.merge = button(kit, MERGE, "git-merge", "primary")
        self._lay_out()
        self.matching.changed.connect(self.fill)
        self.swap.clicked.connect(self.turn_round)
        self.cancel.clicked.connect(self.reject)
        self.merge.clicked.connect(self.submit)
        self.reason.returnPressed.connect(self._submit_with_reason)
        self.take_room(*_SIZE)
        both = " ".join(sorted((one.incident.uid, other.incident.uid)))
        self._typed = Typed(operations, self, f"merge {both}", TITLE, {"reason": self.reason}, self.notice)
        self._begin()
        kit.tongue.on_switch(self, self.fill)
        self.table.setFocus()

    def plan(self) -> MergePlan:
        """What was chosen."""
        sides = self.table.sides
        fields = {name: side for (record, _, name), side in sides.items() if record == "incident"}
        pairs: Mapping[str, tuple[Pair, ...]] = {
            name: tuple(
                replace(
                    pair, fields={f: side for (held, row, f), side in sides.items() if (held, row) == (name, pair.one)}
                )
                for pair in self.matching.pairs().get(name, ())
            )
            for name in CHILDREN
        }
        return MergePlan(fields, pairs)

    def fill(self) -> None:
        """Say every row in the language spoken, for the records that are matched now."""
        compared = Comparison(self._one, self._other, self.matching.pairs(), self._means.gazetteer)
        self.table.show_rows(list(compared.rows(self._means.language)))

    def turn_round(self) -> None:
        """Let the other incident be the one that stays."""
        self._one, self._other = self._other, self._one
        self._begin()
        self.fill()

    def submit(self) -> None:
        """Merge."""
        joined, other, reason = merged(self._one, self._other, self.plan()), self._other, self.reason.text()
        self.merge.setEnabled(False)
        self.notice.clear()
        act = self._typed.finishing(lambda workspace: workspace.merge(joined, other, reason))
        self._operations.change(act, self._was_merged, self._refused, owner=self)

    def _submit_with_reason(self) -> None:
        """Enter in the line of the reason merges once there is one; blank, it was hardly meant."""
        if self.reason.text().strip() and self.merge.isEnabled():
            self.submit()

    def _begin(self) -> None:
        kit = self._means.kit
        self.table.sides.clear()
        self.table.show_heads(self._say_one, self._say_other)
        kit.tongue.bind(self.what, text=self._say_what)
        self.matching.show_dossiers(self._one, self._other, proposal(self._one, self._other, self._means.gazetteer))

    def _was_merged(self, found: Merged) -> None:
        self.accept()
        self.joined.emit(found)

    def _refused(self, refusal: Refusal) -> None:
        self.merge.setEnabled(True)
        self.notice.refuse(refusal)

    def _say_one(self, _: Language) -> str:
        return say_code(self._one.incident.reference)

    def _say_other(self, _: Language) -> str:
        return say_code(self._other.incident.reference)

    def _say_what(self, language: Language) -> str:
        return language.text(WHAT, one=self._say_one(language), other=self._say_other(language))

    def _lay_out(self) -> None:
        kit = self._means.kit
        whole = QVBoxLayout(self)
        whole.setContentsMargins(20, 16, 20, 16)
        whole.setSpacing(10)
        top = QHBoxLayout()
        top.addWidget(label(kit, TITLE, "heading"), 1)
        top.addWidget(self.swap)
        whole.addLayout(top)
        for widget in (self.what, self.notice, self.matching):
            whole.addWidget(widget)
        whole.addWidget(label(kit, NOTE, "note", wrap=True))
        whole.addWidget(self.table, 1)
        acts = QHBoxLayout()
        acts.setSpacing(10)
        acts.addWidget(Labelled(kit, REASON, self.reason), 1)
        acts.addWidget(self.cancel)
        acts.addWidget(self.merge)
        whole.addLayout(acts)
