"""The report in hand: gathered from the store, set by the press in the background, again after every change."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from snhr_desktop.errors import Refusal
from snhr_desktop.i18n import N_
from snhr_desktop.reports.brief import Brief
from snhr_desktop.reports.press import Made
from snhr_desktop.reports.progress import Step
from snhr_desktop.ui.operations import Operations
from snhr_desktop.ui.reports.edited_texts import EditedTexts
from snhr_desktop.ui.reports.making import Material, gathered
from snhr_desktop.ui.reports.press import Press

if TYPE_CHECKING:
    from snhr_desktop.workspace import Workspace

GATHERING = N_("Reading the records…")
PAUSE = 700
"""Milliseconds without a key after which the pages of what was typed are made."""


class Composition(QObject):
    """`made` is the report as it would be saved now; None while it is not made, or was changed since.

    It is told in the past tense what happens to it: `stepped(Step)` while it is made, then `finished`, `refused`
    with a `Refusal`, `stopped` where a text cannot be printed, or `cancelled`.
    """

    opened = Signal()
    stepped = Signal(object)
    finished = Signal()
    refused = Signal(object)
    stopped = Signal()
    cancelled = Signal()

    def __init__(self, operations: Operations, texts: EditedTexts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._operations, self.texts = operations, texts
        self.material: Material | None = None
        self.made: Made | None = None
        self._turn, self._busy = 0, False
        self._press = Press(self)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.compose)
        self._press.stepped.connect(self._step)
        self._press.made.connect(self._finish)
        self._press.refused.connect(self._refuse)
        texts.edited.connect(self._outdate)

    @property
    def busy(self) -> bool:
        """Whether it is being made now."""
        return self._busy

    def gather(self, brief: Brief) -> None:
        """Read another report from the store, or the same one again, and make it."""
        self.texts.flush()
        self._call_off()
        # what was gathered before is not what is chosen now: nothing may be made of it, should this be called off
        self.material = None
        self._turn += 1
        turn = self._turn
        self._press.warm()
        self._step(Step(GATHERING))

        def read(workspace: "Workspace") -> Material:
            return gathered(workspace, brief)

        def take(material: Material) -> None:
            if turn == self._turn:
                self._open(material)

        def refuse(refusal: Refusal) -> None:
            if turn == self._turn:
                self._refuse(refusal)

        self._operations.ask(read, take, refuse, self, "report")

    def drop(self) -> None:
        """Have nothing in hand: what is wanted is not chosen yet."""
        self._call_off()
        self._turn += 1
        self.material = None

    def compose(self) -> None:
        """Make the pages of what is gathered and typed, unless they are made or something stops them."""
        if self.made is not None or self.material is None:
            return
        self._call_off()
        if not self.may_make():
            self.stopped.emit()
            return
        self._busy = True
        self._press.order(self.material.snapshot, self.material.brief.languages, self.texts.printed())

    def may_make(self) -> bool:
        """Whether no text stops it."""
        return self.material is None or not self.texts.stops(self.material.brief.languages)

    def cancel(self) -> None:
        """Call off what is being made. Nothing of it is left, and nothing is made until it is asked for again."""
        if self._busy:
            self._call_off()
            self._turn += 1
            self.cancelled.emit()

    def rest(self) -> None:
        """Nobody looks: let the press go, and with it all that it knows, unless it is at work."""
        if not self._busy:
            self._press.close()

    def end(self) -> None:
        """The store is being locked: let the press go wherever it is."""
        self._call_off()
        self._press.close()

    def _open(self, material: Material) -> None:
        self.material = material
        self.texts.open(material)
        self.opened.emit()
        self.compose()

    def _outdate(self) -> None:
        self._call_off()
        self._pause.start()

    def _call_off(self) -> None:
        self._pause.stop()
        self.made, self._busy = None, False
        self._press.cancel()

    def _step(self, step: Step) -> None:
        self._busy = True
        self.stepped.emit(step)

    def _finish(self, made: Made) -> None:
        self._busy = False
        self.made = made
        self.finished.emit()

    def _refuse(self, refusal: Refusal) -> None:
        self._busy = False
        self.refused.emit(refusal)
