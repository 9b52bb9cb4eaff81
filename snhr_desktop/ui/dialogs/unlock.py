"""Before a store is open: open one, or make a new one step by step."""

import datetime as dt
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from snhr_desktop.errors import Refusal
from snhr_desktop.i18n import N_
from snhr_desktop.ui import clipboard
from snhr_desktop.ui.care.rescue_line import RescueLine
from snhr_desktop.ui.care.volumes import within_volume
from snhr_desktop.ui.dialogs.open_form import OpenForm
from snhr_desktop.ui.first_run.assistant import NOT_WRITTEN, Assistant, NewStore
from snhr_desktop.ui.first_run.cover import Cover
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.locking.others import close_others
from snhr_desktop.ui.operations import Worker
from snhr_desktop.ui.page import MARGIN
from snhr_desktop.ui.tongue import Words
from snhr_desktop.ui.widgets import Card, ScrollBody, button, label

if TYPE_CHECKING:
    from snhr_desktop.workspace import Workspace

_WIDTH = 620


class UnlockPage(QWidget):
    """`opened(workspace, folder)` once a store is open; the worker's thread opened it and owns it."""

    opened = Signal(object, object)
    made = Signal(str, str)
    """A store was made (its office and name), and its recovery code is in sight."""
    language_wished = Signal(str)
    _renewed = Signal(object, int, int)

    def __init__(self, kit: Kit, worker: Worker, folder: Path | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit, self._worker = kit, worker
        self._made: tuple[Workspace, Path] | None = None
        self._making = False
        self.setProperty("kind", "page")
        self.open_form, self.assistant = OpenForm(kit, folder), Assistant(kit, worker)
        self.covering = Cover(kit, self.chosen)
        self.covering.asked.connect(self._uncover)
        self.open_form.asked.connect(self._open)
        self.open_form.gone_told.connect(self._say_below)
        self._renewed.connect(self.open_form.tell_progress)
        self.assistant.asked.connect(self._create)
        self.rescue = RescueLine(kit, worker, self.chosen)
        self.open_form.restore.clicked.connect(self.rescue.open_restore)
        self.rescue.rescued.connect(self._take_rescued)
        self.assistant.finished.connect(self._go_on)
        self.assistant.proved.connect(self._note_proof)
        self.assistant.code.outlet.written.connect(self._note_sheet)
        self.assistant.backups.chosen.connect(self._keep_backups)
        self.assistant.language_wished.connect(self.language_wished)
        worker.busy.connect(self._rest)
        self._welcome: Words = _WELCOME
        self._lay_out()
        self._tabs[0 if folder else 1].click()

    def focus_first(self) -> None:
        """Put the cursor where the work begins."""
        if self.covering.isVisibleTo(self):
            self.covering.setFocus()
        elif self._group.checkedId() == 0:
            (self.open_form.restore if self.open_form.gone else self.open_form.secret).setFocus()
        else:
            self.assistant.focus_first()

    def chosen(self) -> Path | None:
        """The folder of the store that is to be opened, or was just made."""
        return self._made[1] if self._made else self.open_form.folder.folder()

    def say(self, words: Words) -> None:
        """A store was open a moment ago: tell what is true of what was typed there."""
        self._welcome = words
        self._say_below()

    def unfinished(self) -> "Workspace | None":
        """A store made here that was not handed over yet; whoever closes the window closes it."""
        return self._made[0] if self._made else None

    def may_close(self) -> bool:
        """Whether the window may close: not before the recovery code of a store just made was shown and proved."""
        may = not self._making and (self._made is None or self.assistant.may_close())
        if not may:
            self.covering.notice.tell(NOT_WRITTEN, "attention", closable=False)
        return may

    def cover(self) -> None:
        """Forget what is being typed; of a store just made, hide the code until its passphrase is typed.

        What stands before the window goes with the code.
        """
        self._forget()
        if self._made is not None:
            close_others(self.window())
            clipboard.forget()
            self.covering.settle()
            self._show(self.covering)
            self.focus_first()

    def _forms(self) -> tuple[QWidget, ...]:
        return self.open_form, self.assistant, self.covering

    def _show(self, shown: QWidget) -> None:
        """Show one form. No stack: it would be as high as its highest, and stretch the others."""
        for form in self._forms():
            form.setVisible(form is shown)

    def _rest(self, busy: bool) -> None:
        if not busy:
            self.open_form.work(False)

    def _lay_out(self) -> None:
        """From the outside in: what is put into another takes its style anew, with all that it holds."""
        body, middle, card = ScrollBody(), QWidget(), Card(self._kit)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(MARGIN, 0, MARGIN, 0)
        outer.addWidget(body)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(middle, 100)
        row.addStretch(1)
        body.column.addStretch(1)
        body.column.addLayout(row)
        body.column.addStretch(2)
        self._kit.theme.measure(middle, maximumWidth=_WIDTH)
        self._title = label(self._kit, N_("Open a store"), "title")
        self._below = label(self._kit, _WELCOME, "muted", wrap=True)
        column = QVBoxLayout(middle)
        column.setSpacing(12)
        for widget in (self._title, self._below, card):
            column.addWidget(widget)
        card.body.setContentsMargins(24, 20, 24, 24)
        card.body.setSpacing(16)
        self._choice = QWidget()
        self._add_tabs()
        for part in (self._choice, *self._forms()):
            card.body.addWidget(part)
        column.addWidget(self.rescue)

    def _add_tabs(self) -> None:
        row = QHBoxLayout(self._choice)
        row.setContentsMargins(0, 0, 0, 0)
        self._group = QButtonGroup(self)
        self._tabs: list[QPushButton] = []
        for index, words in enumerate((N_("Open a store"), N_("Make a new store"))):
            made = button(self._kit, words, ("lock-open", "key-round")[index])
            made.setCheckable(True)
            self._group.addButton(made, index)
            self._tabs.append(made)
            row.addWidget(made, 1)
        self._group.idClicked.connect(self._choose)

    def _choose(self, index: int) -> None:
        self._kit.tongue.bind(self._title, text=(N_("Open a store"), N_("Make a new store"))[index])
        self._say_below()
        (self.assistant.secret.forget, self.open_form.secret.clear)[index]()  # what goes out of sight
        self._show(self._forms()[index])
        self.focus_first()

    def _say_below(self) -> None:
        """What was locked is of no account for a store that is about to be made."""
        making = self._group.checkedId() == 1
        left = _GONE if self.open_form.gone else self._welcome
        self.rescue.restore.setVisible(making or not self.open_form.gone)  # what is left is offered once
        self._kit.tongue.bind(self._below, text=_WELCOME if making else left)

    def _take_rescued(self, folder: Path) -> None:
        self.open_form.folder.edit.setText(str(folder))
        self.open_form.look_again()
        self.focus_first()

    def _open(self, folder: Path, secret: str, actor: str) -> None:
        key, progress = self.open_form.key_file, self._renewed.emit

        def work() -> "Workspace":
            from snhr_desktop.workspace import Workspace  # loads while the window shows

            if key is not None:
                return Workspace.open_with_key(folder, key, secret, actor=actor, progress=progress)
            return Workspace.open_as_may_be(folder, secret, actor=actor, progress=progress)

        self._worker.run(work, lambda workspace: self._finish(workspace, folder), self.open_form.refuse, self)

    def _create(self, new: NewStore) -> None:
        def work() -> "tuple[Workspace, str, bytes]":
            from snhr_desktop.reports.recovery_sheet import SheetOf, recovery_sheet
            from snhr_desktop.workspace import Workspace  # loads while the window shows

            workspace, code = Workspace.create(
                new.folder, new.passphrase, new.office, training=new.training, actor=new.actor
            )
            workspace.leave_code_unproved()
            info, today = workspace.info, dt.datetime.now().astimezone().date()
            return workspace, code, recovery_sheet(SheetOf(code, info.name, info.office, today, info.training))

        def made(result: "tuple[Workspace, str, bytes]") -> None:
            workspace, code, sheet = result
            self._making = False
            self._made = (workspace, new.folder)
            self._choice.hide()
            self._below.hide()
            self.rescue.hide()
            self.assistant.show_made(code, sheet, new.folder)
            self.made.emit(workspace.info.office, workspace.info.name)

        def refused(refusal: Refusal) -> None:
            self._making = False
            self.assistant.refuse(refusal)

        self._making = True
        self._worker.run(work, made, refused, self)

    def _uncover(self, secret: str) -> None:
        if self._made is None:
            return
        workspace = self._made[0]

        def shown(_: None) -> None:
            self.covering.settle()
            self._show(self.assistant)
            self.focus_first()

        self._worker.run(lambda: workspace.ensure_own(secret), shown, self.covering.refuse, self)

    def _note_proof(self) -> None:
        """The recovery code stands on paper."""
        if self._made is not None:
            self._worker.run(self._made[0].prove_code, lambda _: None)

    def _note_sheet(self, path: Path) -> None:
        """The recovery sheet is a file; the store knows where, if that is beside it."""
        if self._made is not None:
            self._worker.run(partial(self._made[0].note_sheet, path), lambda _: None)

    def _keep_backups(self, place: Path) -> None:
        """Have backups of the store that was just made kept in a folder."""
        if self._made is None:
            return
        workspace, step = self._made[0], self.assistant.backups

        def work() -> None:
            workspace.choose_backup_place(place, within_volume(place))

        self._worker.run(work, lambda _: step.take(place), step.refuse, step)

    def _forget(self) -> None:
        """Forget what was typed."""
        self.open_form.secret.clear()
        self.assistant.secret.forget()

    def _go_on(self) -> None:
        if self._made:
            made, self._made = self._made, None
            self._finish(*made)

    def _finish(self, workspace: "Workspace", folder: Path) -> None:
        """Hand the open store over, and forget what was typed."""
        self._forget()
        self.opened.emit(workspace, folder)


_GONE = N_(
    "Nothing that was recorded in this store can be read here any more. What is left is a backup kept elsewhere."
)
_WELCOME = N_("A store is a folder on this computer, encrypted as a whole. Nothing leaves it unless you export it.")
