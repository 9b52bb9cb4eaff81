"""The assistant of the first start: one step at a time, back and on by keys alone, in the language spoken."""

from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from snhr_desktop.errors import Refusal
from snhr_desktop.i18n import N_, Language
from snhr_desktop.ui.commands import with_key
from snhr_desktop.ui.first_run.backup_step import BackupStep
from snhr_desktop.ui.first_run.code_step import CodeStep
from snhr_desktop.ui.first_run.place_step import PlaceStep
from snhr_desktop.ui.first_run.proof_step import ProofStep
from snhr_desktop.ui.first_run.ready_step import ReadyStep
from snhr_desktop.ui.first_run.secret_step import SecretStep
from snhr_desktop.ui.first_run.step import Step
from snhr_desktop.ui.first_run.welcome_step import WelcomeStep
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.operations import Worker
from snhr_desktop.ui.widgets import Notice, button, label

STEP_OF, BACK, MAKING = N_("Step {n} of {of}: {title}"), N_("Back"), N_("Making the store…")
NOT_WRITTEN = N_(
    "The window stays open: this code is never shown again. Put it on paper and type the two groups that are asked "
    "for. To leave without it, close the window once more."
)


class NewStore(NamedTuple):
    """What a new store is made of."""

    folder: Path
    passphrase: str
    office: str
    training: bool
    actor: str


class Assistant(QWidget):
    """`asked(NewStore)` when the passphrase is chosen; `show_made` goes on; `finished` at the end.

    From `show_made` on the store exists, and there is no way back before it. `proved` says that its code is on paper.
    """

    asked = Signal(object)
    proved = Signal()
    finished = Signal()
    language_wished = Signal(str)

    def __init__(self, kit: Kit, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit, self._warned, self._at = kit, False, 0
        self.welcome, self.place = WelcomeStep(kit), PlaceStep(kit)
        self.secret = SecretStep(kit, self.place.training.isChecked)
        self.code, self.proof, self.backups = CodeStep(kit, worker), ProofStep(kit), BackupStep(kit)
        self.steps: tuple[Step, ...] = (
            self.welcome, self.place, self.secret, self.code, self.proof, self.backups, ReadyStep(kit),
        )  # fmt: skip
        self._heading, self.notice = label(kit, self._said, "subheading", wrap=True), Notice(kit)
        self.back, self.on = button(kit, BACK, hint=with_key(BACK, "Esc")), button(kit, self.steps[0].on, "", "primary")
        self.back.clicked.connect(self.go_back)
        self.on.clicked.connect(self.go_on)
        leave = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        leave.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        leave.activated.connect(self.go_back)
        for step in self.steps:
            step.entered.connect(self.go_on)
        self.welcome.language_wished.connect(self.language_wished)
        self._lay_out()
        self._show(0)

    @property
    def step(self) -> Step:
        """The step in sight."""
        return self.steps[self._at]

    def focus_first(self) -> None:
        """Put the cursor where the work of the step begins; where there is none, on what leads on."""
        if self._at + 1 == len(self.steps):
            self.on.setFocus()
        else:
            self.step.focus_first()

    def go_on(self) -> None:
        """Go to the next step, unless something is missing in this one."""
        self.notice.clear()
        if not self.on.isEnabled() or not self.step.settled():
            return
        if self.step is self.secret:
            self.work(True)
            self.asked.emit(self._wanted())
        elif self._at + 1 == len(self.steps):
            self.finished.emit()
        else:
            if self.step is self.code:
                self.proof.ask_of(self.code.code)
            elif self.step is self.proof:
                self._forget_code()
                self.proved.emit()
            self._show(self._at + 1)

    def go_back(self) -> None:
        """Go to the step before, where there is one that can be come back to."""
        if self.back.isVisible() and self.back.isEnabled():
            self.notice.clear()
            self._show(self._at - 1)

    def show_made(self, code: str, sheet: bytes, store: Path) -> None:
        """The store is made: forget the passphrase, and show the recovery code."""
        self.work(False)
        self.secret.forget()
        self.code.show_code(code, sheet, store)
        self.backups.store = store
        self._show(self.steps.index(self.code))

    def refuse(self, refusal: Refusal) -> None:
        """Tell why it was not made."""
        self.work(False)
        self.notice.refuse(refusal)

    def work(self, working: bool) -> None:
        """Show that the keys are being made, which takes a while on purpose."""
        self.step.setEnabled(not working)
        self.back.setEnabled(not working)
        self.on.setEnabled(not working)
        self._kit.tongue.bind(self.on, text=MAKING if working else self.step.on)

    def may_close(self) -> bool:
        """Whether the code is proved, or the person was told once what closing the window would lose."""
        if not self.code.code or self._warned:
            return True
        self._warned = True
        self.notice.tell(NOT_WRITTEN, "attention", closable=False)
        self.focus_first()
        return False

    def _forget_code(self) -> None:
        self.code.forget()
        self.proof.forget()

    def _wanted(self) -> NewStore:
        return NewStore(
            folder=self.place.folder(),
            passphrase=self.secret.secret.text(),
            office=self.place.office_code(),
            training=self.place.training.isChecked(),
            actor=self.place.actor.text().strip(),
        )

    def _show(self, at: int) -> None:
        """Show one step. No stack: it would be as high as its highest, and stretch the others."""
        self._at = at
        for step in self.steps:
            step.setVisible(step is self.step)
        fixed = (self.welcome, self.code, self.backups)
        self.back.setVisible(self.step not in fixed)
        self._kit.tongue.bind(self._heading, text=self._said)
        self._kit.tongue.bind(self.on, text=self.step.on)
        self.focus_first()

    def _said(self, language: Language) -> str:
        title = language.text(self.step.title)
        return language.text(STEP_OF, n=language.number(self._at + 1), of=language.number(len(self.steps)), title=title)

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.back)
        foot.addStretch(1)
        foot.addWidget(self.on)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self._heading)
        for step in self.steps:
            column.addWidget(step)
        column.addWidget(self.notice)
        column.addLayout(foot)
