"""Every revision of an incident or case: read as the whole record it was, with the difference to now, and restored."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from operator import attrgetter
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from snhr_desktop.domain.rights import REVIEW
from snhr_desktop.errors import Refusal
from snhr_desktop.i18n import N_, Language
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.forms.reason_line import ReasonLine
from snhr_desktop.ui.incidents.record.moments import say_moment
from snhr_desktop.ui.incidents.record.reading import Reading
from snhr_desktop.ui.incidents.record.revision_view import RevisionView, incident_contents
from snhr_desktop.ui.rights import close_off, may_write
from snhr_desktop.ui.typed import Typed
from snhr_desktop.ui.widgets import Dialog, Labelled, Notice, ScrollBody, button, label
from snhr_desktop.ui.widgets.wrapped_items import WrappedItems
from snhr_desktop.workspace import CaseSaved, Earlier, Revision, Saved, Workspace

TITLE = N_("Earlier revisions")
LIST = N_("Revisions, the latest first")
NUMBER = N_("Revision {number}")
LATEST = N_("Revision {number}, the latest")
WHY = N_("Why it is restored")
PROPOSED = N_("Restored as of revision {number}")
HINT = N_("Restoring saves these contents as a new revision, protected fields included; every revision stays.")
RESTORE, CLOSE = N_("Restore this revision"), N_("Close")
RESTORED = N_("{reference} stands again as in revision {number}, saved as revision {now}.")
_LIST_WIDTH = 270
_SIZE = (1080, 660)


@dataclass(frozen=True)
class Revisable:
    """How the revisions of one kind of record are read, shown and restored; `given` is the record of a save."""

    read: Callable[[Workspace, str, int], Earlier[Any]]
    restore: Callable[[Workspace, str, int, str, int], Saved | CaseSaved]
    given: Callable[[Any], Any]
    contents: Callable[[Reading, Any], Iterable[QWidget]]


INCIDENTS = Revisable(Workspace.revision, Workspace.restore, attrgetter("dossier"), incident_contents)


class RevisionsDialog(Dialog):
    """`restored` with what the store gave back, once it has it."""

    restored = Signal(object)

    def __init__(
        self, desk: Desk, uid: str, saves: tuple[Revision, ...], parent: QWidget | None = None,
        kind: Revisable = INCIDENTS,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._kind = kind
        self._desk, self._uid, self._saves = desk, uid, tuple(reversed(saves))
        self._reading = Reading(desk.kit, desk.operations.gazetteer)
        self.earlier: Earlier[Any] | None = None
        self.list = QListWidget()
        self.list.setItemDelegate(WrappedItems(self.list))
        self.list.setWordWrap(True)
        desk.theme.measure(self.list, fixedWidth=_LIST_WIDTH)
        self.list.setSpacing(4)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        desk.tongue.bind(self.list, accessibleName=LIST)
        self.body = desk.tongue.bind(ScrollBody(), accessibleName=TITLE)
        self.body.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._content = QWidget()
        self.body.column.addWidget(self._content)
        self.body.column.addStretch(1)
        self.reason = ReasonLine(desk.kit)
        self.why = Labelled(desk.kit, WHY, self.reason, HINT, required=True)
        self.notice = Notice(desk.kit)
        self.restore = button(desk.kit, RESTORE, "undo-2", "primary")
        close_off(desk.tongue, desk.operations, self.restore, right=REVIEW)
        self.close_it = button(desk.kit, CLOSE)
        self._place()
        self.list.currentRowChanged.connect(self._ask)
        self.restore.clicked.connect(self.submit)
        self.close_it.clicked.connect(self.reject)
        desk.tongue.bind(self, windowTitle=TITLE)
        desk.tongue.on_switch(self, self._say_again)
        self.take_room(*_SIZE)
        self._typed = Typed(desk.operations, self, f"restore {uid}", TITLE, {"reason": self.reason}, self.notice)
        self.list.setCurrentRow(min(1, len(self._saves) - 1))

    def chosen(self) -> Revision:
        """The revision that is read."""
        return self._saves[max(0, self.list.currentRow())]

    def submit(self) -> None:
        """Restore the revision that is read."""
        if self.earlier is None or not self.restore.isEnabled():
            return
        self.why.settle()
        uid, number, reason, seen = self._uid, self.chosen().number, self.reason.text(), self.earlier.latest
        kind = self._kind
        self.restore.setEnabled(False)
        act = self._typed.finishing(lambda workspace: kind.restore(workspace, uid, number, reason, seen))
        self._desk.operations.change(act, self._done, self._refused, self)

    def _done(self, saved: Saved | CaseSaved) -> None:
        number, given = self.chosen().number, self._kind.given(saved)

        def said(language: Language) -> str:
            reference, now = given.head.reference, given.revision
            return language.text(RESTORED, reference=reference, number=number, now=now)

        self._desk.tell(said, "done")
        self.restored.emit(saved)
        self.accept()

    def _refused(self, refusal: Refusal) -> None:
        self.restore.setEnabled(True)
        self.notice.refuse(refusal)

    def _ask(self, row: int) -> None:
        if row < 0:
            return
        uid, number, kind = self._uid, self.chosen().number, self._kind
        self.earlier = None
        self.notice.clear()
        self._allow()
        self._desk.operations.ask(
            lambda workspace: kind.read(workspace, uid, number), self._show, self.notice.refuse, self, "record revision"
        )

    def _show(self, earlier: Earlier[Any]) -> None:
        self.earlier = earlier
        fresh = RevisionView(self._reading, earlier, self._kind.contents(self._reading, earlier.given))
        self.body.column.replaceWidget(self._content, fresh)
        self._content.hide()
        self._content.deleteLater()
        self._content = fresh
        fresh.show()
        self.body.verticalScrollBar().setValue(0)
        self.reason.setText(
            self._desk.tongue.say(lambda language: language.text(PROPOSED, number=self.chosen().number))
        )
        self._allow()

    def _allow(self) -> None:
        """The latest is what there is; nothing is restored into a store that cannot be written."""
        may = self.earlier is not None and self.earlier.given.revision < self.earlier.latest
        may = may and may_write(self._desk.operations, REVIEW)
        self.restore.setEnabled(may)
        self.why.setEnabled(may)

    def _say_again(self) -> None:
        """Say the list again, and the revision that is read."""
        row = self.list.currentRow()
        self.list.blockSignals(True)
        self.list.clear()
        for save in self._saves:
            self.list.addItem(QListWidgetItem(self._desk.tongue.say(partial(self._line, save))))
        self.list.setCurrentRow(row)
        self.list.blockSignals(False)
        if self.earlier is not None:
            self._show(self.earlier)

    def _line(self, save: Revision, language: Language) -> str:
        latest = save is self._saves[0]
        lines = [language.text(LATEST if latest else NUMBER, number=save.number)]
        lines.append(say_moment(save.at, save.actor, language))
        return "\n".join([*lines, *filter(None, (save.reason,))])

    def _place(self) -> None:
        middle = QHBoxLayout()
        middle.setSpacing(12)
        middle.addWidget(self.list)
        middle.addWidget(self.body, 1)
        acts = QHBoxLayout()
        acts.setSpacing(8)
        acts.addWidget(self.why, 1)
        acts.addWidget(self.close_it, 0, Qt.AlignmentFlag.AlignVCenter)
        acts.addWidget(self.restore, 0, Qt.AlignmentFlag.AlignVCenter)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(20, 16, 20, 16)
        whole.setSpacing(12)
        whole.addWidget(label(self._desk.kit, TITLE, "heading"))
        whole.addWidget(self.notice)
        whole.addLayout(middle, 1)
        whole.addLayout(acts)
