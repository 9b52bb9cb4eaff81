"""The page of review: the queue, the record beside it, and the steps below the record; everything has its key."""

from collections.abc import Callable
from functools import partial
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QSplitter, QWidget

from snhr_desktop.domain.records import CHILDREN, Dossier, Incident
from snhr_desktop.domain.rights import REVIEW
from snhr_desktop.domain.steps import STEPS
from snhr_desktop.errors import StepRefused
from snhr_desktop.i18n import N_
from snhr_desktop.store.stepping import WITHDRAW
from snhr_desktop.ui.commands import with_key
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.forms.form_keys import give_keys
from snhr_desktop.ui.incidents.record import RecordView
from snhr_desktop.ui.incidents.record.otherwise import answers
from snhr_desktop.ui.page import Page
from snhr_desktop.ui.review.office_dialog import OfficeDialog
from snhr_desktop.ui.review.promise import Promise
from snhr_desktop.ui.review.queue_side import QueueSide
from snhr_desktop.ui.review.step_bar import KEYS, StepBar
from snhr_desktop.ui.review.step_dialog import StepDialog
from snhr_desktop.ui.rights import hindrance, may_write
from snhr_desktop.ui.splits import keep_split
from snhr_desktop.ui.terms.terms_dialog import TermsDialog
from snhr_desktop.ui.widgets import PageHeader, button
from snhr_desktop.workspace import BulkSaved, QueueQuery, Workspace

TITLE = N_("Review")
NOTE = N_("Ctrl+↓ and Ctrl+↑ lead to the next and the previous incident, F6 to the record and back.")
RULES, TERMS = N_("Rules of the office…"), N_("Terms of the office…")
_SIZES = (570, 540)


class ReviewPage(Page):
    """What waits longest stands first; a step leads on to the next incident."""

    reads: ClassVar[frozenset[str]] = frozenset(
        {Incident.type_name, "note", "conflict", *(record_type.type_name for record_type in CHILDREN.values())}
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._order, self._status = ("since", False), ""
        self._at = 0
        self._was, self._lead_on = "", False
        self.queue, self.record, self.steps = QueueSide(desk), RecordView(desk), StepBar(desk.kit)
        self.table, self.promise = self.queue.table, Promise(desk, self)
        self.rules = button(self.kit, RULES, "users", "quiet", with_key(RULES, "Ctrl+R"))
        self.terms = button(self.kit, TERMS, "tag", "quiet", with_key(TERMS, "Ctrl+T"))
        self._place()
        self._connect()
        self.table.show_order(*self._order)

    def refresh(self) -> None:
        """Read the queue again, and the record beside it."""
        self.desk.operations.ask(lambda w: w.queue_counts(), self.queue.bar.show_counts, owner=self)
        self._ask(self.table.rows_in_sight() if self.table.lines.total else range(1))
        self.record.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin in the queue, or go on where one was."""
        super().showEvent(event)
        if not event.spontaneous():
            left: QWidget | None = self.focusWidget()
            (self.table if left is None else left).setFocus(Qt.FocusReason.OtherFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        """The keys of this page mean nothing on another."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.promise.end()

    # --- acts -------------------------------------------------------------------------------------------------

    def query(self) -> QueueQuery:
        """What is asked now."""
        order, descending = self._order
        return self.queue.bar.narrow(QueueQuery(order=order, descending=descending))

    def sort(self, order: str) -> None:
        """Sort by a column; by the same one again, the other way round."""
        was, descending = self._order
        self._order = (order, not descending if order == was else order == "checks")
        self.table.show_order(*self._order)
        self.promise.end()
        self._ask()

    def walk(self, by: int) -> None:
        """Come to the next incident of the queue, or to one before."""
        number = self.table.currentIndex().row() + by
        if 0 <= number < self.table.lines.total:
            self.table.go_to(number)

    def step(self, to: str) -> None:
        """Take a step with what is chosen: at once where nothing has to be asked, else after a preview."""
        rows = self.queue.chosen_rows()
        if not may_write(self.desk.operations, REVIEW):
            return
        if to == WITHDRAW and self.promise.uids:
            self._preview(to, self.promise.uids)
            return
        if not (rows or self.record.uid):
            return
        if len(rows) > 1:
            self.desk.operations.ask(lambda w: w.uids_of(rows), partial(self._preview, to), owner=self)
            return
        uid = self.record.uid
        if to == WITHDRAW or not self._status or STEPS[to].needs_reason(self._status):
            self._preview(to, (uid,))
        else:
            self.desk.operations.change(partial(_take, uid=uid, to=to), self._taken, self.desk.refuse, self)

    def open_rules(self) -> None:
        """Show the rules of the office."""
        _open(OfficeDialog(self.desk, self.window()))

    def open_terms(self) -> None:
        """Show the terms that the office added to the vocabularies."""
        _open(TermsDialog(self.desk, self.window()))

    # --- what holds it together -------------------------------------------------------------------------------

    def _ask(self, rows: range = range(0)) -> None:
        self.table.lines.show_query(self.query(), rows)

    def _note_row(self) -> None:
        """Remember the row one is at, before the list is filled anew."""
        self._at, self._was = max(0, self.table.currentIndex().row()), self.table.current_uid()
        self.promise.lead(None)

    def _choose_row(self) -> None:
        """Come back to the incident one was at; after a step, or where it has left, to the one in its place."""
        total = self.table.lines.total
        if not total:
            self.promise.lead(self.table.currentIndex().row())
            self._show("")
            return
        stays = self._was and not self._lead_on
        number = self.table.lines.number_of(self._was) if stays else None
        self._lead_on = False
        number = min(self._at, total - 1) if number is None else number
        self.promise.lead(number)
        self.table.go_to(number)

    def _show(self, uid: str) -> None:
        """Read an incident; what the list says of its status holds until the record is read."""
        row = self.table.lines.row(self.table.currentIndex().row()) if uid else None
        self._status = row.status if row else ""
        self.record.show_uid(uid)
        self._offer()

    def _know(self, dossier: Dossier) -> None:
        self._status = dossier.incident.status
        self._offer()

    def _offer(self) -> None:
        chosen = self.table.chosen().rows or int(bool(self.record.uid))
        operations = self.desk.operations
        self.steps.show_chosen(self._status, chosen, not may_write(operations, REVIEW), bool(self.promise.uids))
        self.steps.give_reason(hindrance(operations, REVIEW))

    def _chose(self) -> None:
        """Other rows are chosen: what the last step promised may be over."""
        self.promise.look(self.table.currentIndex().row(), self.table.chosen().rows)
        self._offer()

    def _narrowed(self) -> None:
        self.promise.end()
        self._ask()

    def _preview(self, to: str, uids: tuple[str, ...]) -> None:
        dialog = StepDialog(self.desk, uids, to, self.window())
        dialog.stepped.connect(partial(self._stepped, to))
        _open(dialog)

    def _go_on(self) -> None:
        """What took its step is done with, wherever it stands in the queue now."""
        self._lead_on = True

    def _stepped(self, to: str, result: BulkSaved) -> None:
        self._go_on()
        if to == WITHDRAW:
            self.promise.end()
        else:
            self.promise.give(result)

    def _taken(self, result: BulkSaved) -> None:
        if result.refused:
            self.desk.refuse(result.refused[0][1])
            return
        self._go_on()
        self.desk.tell_no_more()
        self.promise.give(result)

    def _other_side(self) -> None:
        """Go from the list to the record and back."""
        there = self.record.body if self.table.hasFocus() else self.table
        there.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _place(self) -> None:
        header = PageHeader(self.kit, TITLE, NOTE)
        header.trailing.addWidget(self.terms)
        header.trailing.addWidget(self.rules)
        split = QSplitter()
        split.setHandleWidth(8)
        split.setChildrenCollapsible(False)
        self.column.addWidget(header)
        self.column.addWidget(split, 1)  # before what it holds, which takes its style anew with each move
        split.addWidget(self.queue)
        split.addWidget(self.record)
        split.setSizes(_SIZES)
        split.setStretchFactor(0, 1)
        split.setStretchFactor(1, 1)
        keep_split(self.desk, split, "review")
        self.column.addWidget(self.steps)

    def _connect(self) -> None:
        self.queue.bar.changed.connect(self._narrowed)
        self.promise.changed.connect(self._offer)
        self.table.lines.modelAboutToBeReset.connect(self._note_row)
        self.table.lines.found.connect(self._choose_row)
        self.table.picked.connect(self._show)
        self.table.chosen_changed.connect(self._chose)
        self.table.sort_asked.connect(self.sort)
        self.table.opened.connect(lambda uid: self.record.body.setFocus())
        self.record.shown.connect(self._know)
        self.record.edit_asked.connect(lambda uid: self.desk.open("entry", uid))
        self.rules.clicked.connect(self.open_rules)
        self.terms.clicked.connect(self.open_terms)
        self.steps.asked.connect(self.step)
        acts: dict[str, Callable[[], None]] = {
            "Ctrl+Down": partial(self.walk, 1), "Ctrl+Up": partial(self.walk, -1), "F6": self._other_side,
            "Ctrl+E": self.record.ask_to_edit, "Ctrl+M": self.record.add_note, "Ctrl+H": self.record.open_revisions,
            "Ctrl+R": self.open_rules, "Ctrl+T": self.open_terms, "Ctrl+D": self.record.find_doubles,
        }  # fmt: skip
        give_keys(
            self, acts | answers(self.record) | {key: partial(self.steps.ask, code) for code, key in KEYS.items()}
        )


def _take(workspace: Workspace, uid: str, to: str) -> BulkSaved:
    """One step at once; what speaks against it is told like any refusal."""
    [planned] = workspace.plan_step([uid], to)
    if planned.problems:
        raise StepRefused(planned.problems)
    return workspace.take_step([planned])


def _open(dialog: QDialog) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
