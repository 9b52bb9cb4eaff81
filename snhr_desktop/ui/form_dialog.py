"""A dialog over an open store: a heading, fields, a notice, and the act beside what leaves all as it is."""

from abc import abstractmethod
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from snhr_desktop.errors import Refusal
from snhr_desktop.i18n import N_, Message
from snhr_desktop.ui.commands import with_key
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.operations import Changed
from snhr_desktop.ui.tongue import Words
from snhr_desktop.ui.typed import Field, Typed
from snhr_desktop.ui.widgets import Dialog, Notice, button, label

if TYPE_CHECKING:
    from snhr_desktop.workspace import Workspace

CANCEL = N_("Cancel")
_WIDTH = 520
Result = TypeVar("Result")


class FormDialog(Dialog):
    """Subclasses put their fields into `body`, say in `keep` which of them are kept, and act in `submit`.

    Enter in a field asks for `submit`; with `writes`, where Enter begins a line, Ctrl+Enter does.
    """

    def __init__(
        self, desk: Desk, title: Words, act: Message, what: Words | None = None, parent: QWidget | None = None,
        *, icon: str = "check", writes: bool = False,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.desk = desk
        kit = desk.kit
        desk.tongue.bind(self, windowTitle=title)
        kit.theme.measure(self, minimumWidth=_WIDTH)
        self._named = title if isinstance(title, Message) else act
        self._typed: Typed | None = None
        self.notice = Notice(kit)
        self.act = button(kit, act, icon, "primary", with_key(act, "Ctrl+Return") if writes else None)
        self.cancel = button(kit, CANCEL)
        self.act.setDefault(True)
        self.act.clicked.connect(self.submit)
        self.cancel.clicked.connect(self.reject)
        for keys in ("Ctrl+Return", "Ctrl+Enter") if writes else ():
            QShortcut(QKeySequence(keys), self).activated.connect(self.act.click)
        self.body = QVBoxLayout()
        self.body.setSpacing(12)
        self._lay_out(title, what)

    @abstractmethod  # for the checker of types; a widget of Qt cannot be an ABC
    def submit(self) -> None:
        """Do what the dialog is for."""

    def keep(self, place: str, **fields: Field) -> None:
        """Keep what is typed into these fields while the dialog is open; `place` says what it is about."""
        self._typed = Typed(self.desk.operations, self, place, self._named, fields, self.notice)

    def turn_to(self, place: str, fill: Callable[[], object]) -> None:
        """The fields that are kept are about something else from now on, which `fill` shows."""
        if self._typed:
            self._typed.turn_to(place, fill)

    def change(self, act: "Callable[[Workspace], Changed]", then: Callable[[Changed], None]) -> None:
        """Change the store by what was typed, which is done with then."""
        self.work()
        self.desk.operations.change(self._finishing(act), then, self.refuse, self)

    def ask(self, act: "Callable[[Workspace], Result]", then: Callable[[Result], None]) -> None:
        """The same where nobody else has to hear of it."""
        self.work()
        self.desk.operations.ask(self._finishing(act), then, self.refuse, self)

    def work(self) -> None:
        """Nothing can be pressed while the store answers."""
        self.notice.clear()
        self.allow(False)

    def refuse(self, refusal: Refusal) -> None:
        """Tell why it was not done; what was typed stays."""
        self.allow(True)
        self.notice.refuse(refusal)

    def allow(self, may: bool) -> None:
        """Let it be pressed, or not."""
        self.act.setEnabled(may)

    def _finishing(self, act: "Callable[[Workspace], Result]") -> "Callable[[Workspace], Result]":
        return self._typed.finishing(act) if self._typed else act

    def _lay_out(self, title: Words, what: Words | None) -> None:
        kit, whole = self.desk.kit, QVBoxLayout(self)
        self._foot = QHBoxLayout()
        self._foot.addStretch(1)
        self._foot.addWidget(self.cancel)
        self._foot.addWidget(self.act)
        whole.setContentsMargins(24, 20, 24, 20)
        whole.setSpacing(12)
        whole.addWidget(label(kit, title, "heading", wrap=True))
        if what is not None:
            whole.addWidget(label(kit, what, wrap=True))
        whole.addWidget(self.notice)
        whole.addLayout(self.body, 1)
        whole.addLayout(self._foot)

    def _scroll(self, layout: QLayout) -> None:
        """What it does stays in sight below what is scrolled."""
        layout.removeItem(self._foot)
        super()._scroll(layout)
        self._foot.setContentsMargins(24, 8, 24, 20)
        whole = self.layout()
        assert isinstance(whole, QVBoxLayout)
        whole.addLayout(self._foot)


def over(dialog: Dialog, window: QWidget) -> None:
    """Show a dialog over the window it belongs to, and forget it when it is closed."""
    dialog.setParent(window, dialog.windowFlags())
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
