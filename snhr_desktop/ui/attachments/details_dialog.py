"""What is said of a file: its fields as the record declares them, and beside them what was read in the file."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any, NamedTuple

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeySequence, QPixmap, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from snhr_desktop.domain.fields import Field
from snhr_desktop.domain.rights import HAND_OUT
from snhr_desktop.errors import InvalidEntry, Refusal
from snhr_desktop.i18n import N_
from snhr_desktop.store.typed import TITLE as TYPED_IN
from snhr_desktop.store.typed import typed_key
from snhr_desktop.ui.attachments.kept_with import KeptWith
from snhr_desktop.ui.attachments.proposals import Proposal, Proposals
from snhr_desktop.ui.attachments.withdraw_dialog import READMIT, WITHDRAW
from snhr_desktop.ui.commands import with_key
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.draft_keeper import DraftKeeper
from snhr_desktop.ui.forms.editors import editor_for
from snhr_desktop.ui.forms.fields_flow import lay_out
from snhr_desktop.ui.forms.means import Means
from snhr_desktop.ui.measure import px
from snhr_desktop.ui.rights import close_off, may_write
from snhr_desktop.ui.tongue import Words
from snhr_desktop.ui.typed import CONTINUED
from snhr_desktop.ui.widgets import Dialog, Notice, PlainLabel, ScrollBody, button, label

TITLE = N_("Details of a file")
SAVE, NEXT, CANCEL = N_("Save"), N_("Save and go to the next file"), N_("Cancel")
_SIZE, _PICTURE = (980, 680), 200


class Described(NamedTuple):
    """A file as its fields say it: what names it among what is typed, its name, what the record says, what is offered,
    a picture, and that it is withdrawn, in words."""

    place: str
    name: Words
    raw: Mapping[str, Any]
    offers: Sequence[Proposal] = ()
    image: QImage | None = None
    withdrawn: Words | None = None


class DetailsDialog(Dialog):
    """`save_asked(raw, onward)` with what was typed; `incident_taken(field, raw)` for the incident's own fields.

    `withdraw_asked` is the wish to withdraw the file, or to take that back; `show_standing` says how it then stands.
    `kept_with` tells with which records it is kept, and has the acts that change that.
    What is typed is kept a second later, for whoever typed it alone.
    """

    enter_acts = False

    save_asked = Signal(object, bool)
    incident_taken = Signal(str, object)
    withdraw_asked = Signal()

    def __init__(self, desk: Desk, fields: Sequence[Field], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        kit = desk.kit
        self._desk = desk
        self.body = ScrollBody()
        self._fields = QWidget()
        self.name, self.notice = PlainLabel("heading", wrap=True), Notice(kit)
        self.picture = PlainLabel()
        self.proposals = Proposals(kit, self)
        means = Means(kit, desk.operations.gazetteer, not desk.operations.user.no_sources)
        self.editors = {field.name: editor_for(means, field, self._fields) for field in fields}
        self.keeper = DraftKeeper(desk.operations, self._typed, self)
        self._base: Mapping[str, Any] = {}
        self.save = button(kit, SAVE, "check", "primary", with_key(SAVE, "Ctrl+Return"))
        self.onward = button(kit, NEXT, "chevron-right", hint=with_key(NEXT, "Ctrl+PgDown"))
        self.cancel = button(kit, CANCEL)
        self.standing, self.withdraw = PlainLabel("refused", wrap=True), button(kit, WITHDRAW, "circle-x", "quiet")
        close_off(kit.tongue, desk.operations, self.save, self.onward)
        close_off(kit.tongue, desk.operations, self.withdraw, right=HAND_OUT)
        self.kept_with = KeptWith(desk)
        self._place()
        self._connect()
        kit.tongue.bind(self, windowTitle=TITLE)
        self.take_room(*_SIZE)

    def show_file(self, file: Described, more: bool) -> None:
        """Show another file; `more` says whether there is a next one. What was typed before is shown on top."""
        self.keeper.flush()
        key = typed_key(self._desk.operations.typist, file.place)
        self.keeper.key, self._base = key, file.raw
        self._desk.tongue.bind(self.name, text=file.name)
        self._show(file.raw)
        self.show_standing(file.withdrawn)
        self.kept_with.show_records(())
        self.proposals.offer(file.offers)
        self._show_picture(file.image)
        self.onward.setVisible(more)
        self.notice.clear()
        self._free(True)
        self._desk.operations.ask(
            lambda workspace: workspace.typed(file.place), lambda kept: self._continue(key, kept), owner=self
        )
        self._first().setFocus(Qt.FocusReason.OtherFocusReason)

    def show_standing(self, withdrawn: Words | None) -> None:
        """Say that the file is withdrawn, or nothing, and offer the other."""
        self.standing.setVisible(withdrawn is not None)
        if withdrawn is not None:
            self._desk.tongue.bind(self.standing, text=withdrawn)
        words, icon = (WITHDRAW, "circle-x") if withdrawn is None else (READMIT, "undo-2")
        self._desk.tongue.bind(self.withdraw, text=words)
        self._desk.kit.theme.set_icon(self.withdraw, icon)

    def raw(self) -> dict[str, Any]:
        """What stands in the fields, on top of what the record says besides."""
        return {**self._base, **{name: editor.raw() for name, editor in self.editors.items()}}

    def _typed(self) -> dict[str, Any]:
        return {TYPED_IN: TITLE.text, **self.raw()}

    def submit(self, onward: bool) -> None:
        """Hand over what was typed."""
        if self.save.isEnabled():
            self._free(False)
            self.keeper.hold()
            self.save_asked.emit(self.raw(), onward)

    def settled(self) -> None:
        """It was saved: nothing waits any more."""
        self.keeper.discard()
        self.keeper.release()

    def refuse(self, refusal: Refusal) -> None:
        """It was not saved: say why, at the fields where they are why."""
        self.keeper.release()
        self._free(True)
        problems = refusal.problems if isinstance(refusal, InvalidEntry) else ()
        for name, editor in self.editors.items():
            editor.show_problems([problem for problem in problems if problem.field == name])
        self.notice.refuse(refusal)

    def reject(self) -> None:
        """Nothing is to be changed."""
        self.keeper.discard()
        super().reject()

    def _continue(self, key: str, kept: Mapping[str, Any]) -> None:
        if kept and key == self.keeper.key:
            self._show(kept)
            self.notice.tell(CONTINUED)

    def _show(self, raw: Mapping[str, Any]) -> None:
        for name, editor in self.editors.items():
            editor.set_raw(raw.get(name, ""))
            editor.show_problems(())

    def _show_picture(self, image: QImage | None) -> None:
        self.picture.setVisible(image is not None)
        if image is not None:
            side = px(_PICTURE)
            smooth = Qt.TransformationMode.SmoothTransformation
            held = image.scaled(QSize(side, side), Qt.AspectRatioMode.KeepAspectRatio, smooth)
            self.picture.setPixmap(QPixmap.fromImage(held))

    def _take(self, one: Proposal) -> None:
        if one.of_incident:
            self.incident_taken.emit(one.field, one.raw)
            return
        self.editors[one.field].set_raw(one.raw)
        self.keeper.touch()

    def _free(self, free: bool) -> None:
        for act in (self.save, self.onward):
            act.setEnabled(free and may_write(self._desk.operations))
        self.withdraw.setEnabled(free and may_write(self._desk.operations, HAND_OUT))
        self.kept_with.free(free)

    def _first(self) -> QWidget:
        return next(iter(self.editors.values()))

    def _connect(self) -> None:
        for editor in self.editors.values():
            editor.edited.connect(self.keeper.touch)
        self.proposals.taken.connect(self._take)
        self.save.clicked.connect(partial(self.submit, False))
        self.onward.clicked.connect(partial(self.submit, True))
        self.cancel.clicked.connect(self.reject)
        self.withdraw.clicked.connect(self.withdraw_asked)
        for keys in ("Ctrl+Return", "Ctrl+Enter", "Ctrl+S"):
            QShortcut(QKeySequence(keys), self).activated.connect(partial(self.submit, False))
        QShortcut(QKeySequence("Ctrl+PgDown"), self).activated.connect(self._go_on)

    def _go_on(self) -> None:
        if self.onward.isVisible():
            self.submit(True)

    def _place(self) -> None:
        kit = self._desk.kit
        upper = QHBoxLayout()
        upper.setSpacing(16)
        upper.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTop)
        upper.addWidget(self.proposals, 1)
        self.body.column.addLayout(upper)
        rows = lay_out(self.editors.values(), {})
        rows.setContentsMargins(0, 0, 0, 0)
        self._fields.setLayout(rows)
        self.body.column.addWidget(self._fields)
        self.body.column.addWidget(self.kept_with)
        self.body.column.addStretch(1)
        acts = QHBoxLayout()
        acts.addWidget(self.withdraw)
        acts.addStretch(1)
        for act in (self.cancel, self.onward, self.save):
            acts.addWidget(act)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addWidget(label(kit, TITLE, "muted"))
        column.addWidget(self.name)
        column.addWidget(self.standing)
        column.addWidget(self.notice)
        column.addWidget(self.body, 1)
        column.addLayout(acts)
