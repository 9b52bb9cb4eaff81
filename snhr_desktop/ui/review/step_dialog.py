"""A step before it is taken: what will become of each incident, or why not, and the reason for it."""

import hashlib
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QProgressBar, QWidget

from snhr_desktop.errors import Refusal
from snhr_desktop.i18n import N_, NP_, Language
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.form_dialog import FormDialog
from snhr_desktop.ui.forms.reason_line import ReasonLine
from snhr_desktop.ui.review.planning import Planning
from snhr_desktop.ui.review.telling import say_planned, say_result, say_step
from snhr_desktop.ui.widgets import Labelled, label
from snhr_desktop.ui.widgets.wrapped_items import WrappedItems
from snhr_desktop.workspace import BulkSaved, Planned

LOOKING = N_("Looking at each incident…")
TAKING = N_("Saving…")
WILL = NP_("{n} incident will take this step", "{n} incidents will take this step")
WILL_NOT = NP_("{n} incident stays as it is", "{n} incidents stay as they are")
PUBLISHED = NP_(
    "{n} of them is in a published report, where it will be told as changed since publication.",
    "{n} of them are in published reports, where they will be told as changed since publication.",
)
PREVIEW = N_("What will become of each")
REASON = N_("Reason")
REASON_HINT = N_("Kept in the history of each incident.")
NEEDED = N_("This step needs a reason.")
TAKE = N_("Take the step")
_MOST, _FEW = 400, 3
AND_MORE = NP_("and {n} more incident", "and {n} more incidents")
_WIDTH = 640
_DOT = " · "


class StepDialog(FormDialog):
    """`done(BulkSaved)` once the step was taken. Closing it calls off whatever is still looked at."""

    stepped = Signal(object)

    def __init__(self, desk: Desk, uids: Sequence[str], to: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, lambda language: say_step(to, language), TAKE, parent=parent)
        self._uids, self._to = tuple(uids), to
        self.planned: tuple[Planned, ...] = ()
        self.planning = Planning(desk.operations, self)
        self.summary, self.published = (
            label(desk.kit, LOOKING, "label", wrap=True),
            label(desk.kit, LOOKING, "note", wrap=True),
        )
        self.bar = desk.tongue.bind(QProgressBar(), accessibleName=LOOKING)
        self.bar.setRange(0, max(1, len(uids)))
        self.list = desk.tongue.bind(QListWidget(), accessibleName=PREVIEW)
        self.list.setItemDelegate(WrappedItems(self.list))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.reason = ReasonLine(desk.kit)
        self.why = Labelled(desk.kit, REASON, self.reason, REASON_HINT)
        self.allow(False)
        self._place()
        self._connect()
        self.keep(f"step {to} {_which(uids)}", reason=self.reason)
        self.planning.look(uids, to)

    def submit(self) -> None:
        """Take the step as it was shown."""
        if not self.act.isEnabled():
            return
        if self._needs_reason() and not self.reason.text().strip():
            self.why.complain(NEEDED)
            self.reason.setFocus()
            return
        self.cancel.setEnabled(False)
        self.bar.setValue(0)
        self.bar.show()
        self.change(self.planning.taking(self.planned, self.reason.text()), self._taken)

    def reject(self) -> None:
        """Call off what is being looked at; what is being saved is waited for."""
        if self.cancel.isEnabled():
            self.planning.call_off()
            super().reject()

    def _show(self, planned: tuple[Planned, ...]) -> None:
        self.planned = planned
        self.bar.hide()
        self.desk.tongue.on_switch(self, self._say_again)
        self.act.setEnabled(any(not one.problems for one in planned))
        self.why.setVisible(self.act.isEnabled())
        (self.reason if self.act.isEnabled() else self.cancel).setFocus()

    def _say_again(self) -> None:
        """Those that stay as they are first: they are what a person has to know of."""
        tongue, may = self.desk.tongue, [one for one in self.planned if not one.problems]
        self.summary.setText(tongue.say(self._summary))
        counted = sum(one.published for one in may)
        self.published.setText(tongue.say(lambda language: language.plural(PUBLISHED, counted)) if counted else "")
        self.published.setVisible(bool(counted))
        ordered = [*(one for one in self.planned if one.problems), *may]
        self.list.clear()
        for one in ordered[:_MOST]:
            self.list.addItem(QListWidgetItem(tongue.say(partial(say_planned, one))))
        if (more := len(ordered) - _MOST) > 0:
            self.list.addItem(QListWidgetItem(tongue.say(lambda language: language.plural(AND_MORE, more))))
        self.list.setCurrentRow(0)

    def _summary(self, language: Language) -> str:
        may = sum(not one.problems for one in self.planned)
        parts = ((WILL, may), (WILL_NOT, len(self.planned) - may))
        return _DOT.join(language.plural(message, number) for message, number in parts if number)

    def _needs_reason(self) -> bool:
        return any(one.needs_reason for one in self.planned if not one.problems)

    def _taken(self, result: BulkSaved) -> None:
        self.desk.tell(lambda language: say_result(result, language), "attention" if result.refused else "done")
        self.cancel.setEnabled(True)
        self.stepped.emit(result)
        self.accept()

    def refuse(self, refusal: Refusal) -> None:
        """Tell why not: of the look at each, or of the step."""
        self.bar.hide()
        self.cancel.setEnabled(True)
        self.allow(bool(self.planned))
        self.notice.refuse(refusal)

    def _connect(self) -> None:
        self.planning.progressed.connect(self.bar.setValue)
        self.planning.planned.connect(self._show)
        self.planning.refused.connect(self.refuse)
        self.reason.textChanged.connect(lambda _: self.why.settle())

    def _place(self) -> None:
        self.body.setSpacing(10)
        for widget in (self.summary, self.published, self.bar):
            self.body.addWidget(widget)
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self.why)
        self.published.hide()
        self.why.hide()
        self.list.setSpacing(3)
        self.desk.theme.measure(self, minimumWidth=_WIDTH)
        self.resize(720, 520 if len(self._uids) > _FEW else 340)


def _which(uids: Sequence[str]) -> str:
    """A name for these incidents together."""
    return hashlib.sha256(" ".join(sorted(uids)).encode()).hexdigest()
