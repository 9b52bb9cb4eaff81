"""A step before it is taken: what will become of each incident, or why not, and the reason for it."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QProgressBar, QVBoxLayout, QWidget

from snhr_desktop.errors import Refusal
from snhr_desktop.i18n import N_, NP_, Language
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.forms.reason_line import ReasonLine
from snhr_desktop.ui.review.planning import Planning
from snhr_desktop.ui.review.telling import say_planned, say_result, say_step
from snhr_desktop.ui.widgets import Dialog, Labelled, Notice, button, label
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
TAKE, CANCEL = N_("Take the step"), N_("Cancel")
_MOST, _FEW = 400, 3
AND_MORE = NP_("and {n} more incident", "and {n} more incidents")
_WIDTH = 640
_DOT = " · "


class StepDialog(Dialog):
    """`done(BulkSaved)` once the step was taken. Closing it calls off whatever is still looked at."""

    stepped = Signal(object)

    def __init__(self, desk: Desk, uids: Sequence[str], to: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._uids, self._to = desk, tuple(uids), to
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
        self.notice = Notice(desk.kit)
        self.take, self.cancel = button(desk.kit, TAKE, "check", "primary"), button(desk.kit, CANCEL)
        self.take.setDefault(True)
        self.take.setEnabled(False)
        self._place()
        self._connect()
        self.planning.look(uids, to)

    def submit(self) -> None:
        """Take the step as it was shown."""
        if not self.take.isEnabled():
            return
        if self._needs_reason() and not self.reason.text().strip():
            self.why.complain(NEEDED)
            self.reason.setFocus()
            return
        self.take.setEnabled(False)
        self.cancel.setEnabled(False)
        self.bar.setValue(0)
        self.bar.show()
        self.planning.take(self.planned, self.reason.text())

    def reject(self) -> None:
        """Call off what is being looked at; what is being saved is waited for."""
        if self.cancel.isEnabled():
            self.planning.call_off()
            super().reject()

    def _show(self, planned: tuple[Planned, ...]) -> None:
        self.planned = planned
        self.bar.hide()
        self._desk.tongue.on_switch(self, self._say_again)
        self.take.setEnabled(any(not one.problems for one in planned))
        self.why.setVisible(self.take.isEnabled())
        (self.reason if self.take.isEnabled() else self.cancel).setFocus()

    def _say_again(self) -> None:
        """Those that stay as they are first: they are what a person has to know of."""
        tongue, may = self._desk.tongue, [one for one in self.planned if not one.problems]
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
        self._desk.tell(lambda language: say_result(result, language), "attention" if result.refused else "done")
        self.cancel.setEnabled(True)
        self.stepped.emit(result)
        self.accept()

    def _refused(self, refusal: Refusal) -> None:
        self.bar.hide()
        self.cancel.setEnabled(True)
        self.take.setEnabled(bool(self.planned))
        self.notice.refuse(refusal)

    def _connect(self) -> None:
        self.planning.progressed.connect(self.bar.setValue)
        self.planning.planned.connect(self._show)
        self.planning.taken.connect(self._taken)
        self.planning.refused.connect(self._refused)
        self.take.clicked.connect(self.submit)
        self.cancel.clicked.connect(self.reject)
        self.reason.textChanged.connect(lambda _: self.why.settle())
        self._desk.tongue.bind(self, windowTitle=lambda language: say_step(self._to, language))

    def _place(self) -> None:
        kit = self._desk.kit
        acts = QHBoxLayout()
        acts.addStretch(1)
        acts.addWidget(self.cancel)
        acts.addWidget(self.take)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(20, 16, 20, 16)
        whole.setSpacing(10)
        whole.addWidget(label(kit, lambda language: say_step(self._to, language), "heading", wrap=True))
        for widget in (self.notice, self.summary, self.published, self.bar):
            whole.addWidget(widget)
        whole.addWidget(self.list, 1)
        whole.addWidget(self.why)
        whole.addLayout(acts)
        self.published.hide()
        self.why.hide()
        self.list.setSpacing(3)
        self._desk.theme.measure(self, minimumWidth=_WIDTH)
        self.resize(720, 520 if len(self._uids) > _FEW else 340)
