"""One's own passphrase, asked for again by whatever changes who can open the store: the seat may have been left."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import QWidget

from snhr_desktop.errors import Refusal, WrongPassphrase
from snhr_desktop.i18n import N_, Message
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.dialogs.passphrase_field import PassphraseField
from snhr_desktop.ui.form_dialog import FormDialog
from snhr_desktop.ui.tongue import Words
from snhr_desktop.ui.widgets import Labelled

if TYPE_CHECKING:
    from snhr_desktop.workspace import Workspace

PRESENT = N_("Your present passphrase")
WHY = N_("It is asked for again, since this changes who can open the store.")

Result = TypeVar("Result")


class OwnDialog(FormDialog):
    """A dialog that asks for it. Subclasses put `own` into their body, and do their act by `confirmed`."""

    def __init__(
        self,
        desk: Desk,
        title: Message,
        act: Message,
        what: Words | None = None,
        hint: Message = WHY,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, title, act, what, parent)
        self.present = PassphraseField(desk.kit)
        self.own = Labelled(desk.kit, PRESENT, self.present, hint, required=True)

    def is_given(self) -> bool:
        """Whether it was typed at all; told beside the field where not."""
        self.own.settle()
        if not self.present.text():
            self.own.complain(WHY)
            self.present.setFocus()
            return False
        return True

    def confirmed(self, work: "Callable[[Workspace, str], Result]") -> "Callable[[Workspace], Result]":
        """An act on the store with what was typed, which its door takes only where it is one's own."""
        typed = self.present.text()
        return lambda workspace: work(workspace, typed)

    def refuse(self, refusal: Refusal) -> None:
        """Tell why not; a wrong passphrase beside its field."""
        if not isinstance(refusal, WrongPassphrase):
            super().refuse(refusal)
            return
        self.allow(True)
        self.own.complain(refusal.tell)
        self.present.edit.selectAll()
        self.present.setFocus()


class AskOwn(OwnDialog):
    """Asks for nothing else, then acts; `then` hears of the result.

    It stays until the act is done: a code that was made anew has to be seen, since the earlier one is void.
    """

    def __init__(
        self,
        desk: Desk,
        words: tuple[Message, Message],
        work: "Callable[[Workspace, str], Result]",
        then: Callable[[Result], None],
        what: Words | None = None,
    ) -> None:
        super().__init__(desk, *words, what)

        def done(result: Result) -> None:
            self.accept()
            then(result)

        def ask() -> None:
            desk.operations.ask(self.confirmed(work), done, self.refuse, self)

        self._ask = ask
        self.body.addWidget(self.own)
        self.present.setFocus()

    def allow(self, may: bool) -> None:
        """Nothing can be pressed meanwhile, what leaves included."""
        super().allow(may)
        self.cancel.setEnabled(may)

    def reject(self) -> None:
        """Leave, unless the act is under way."""
        if self.cancel.isEnabled():
            super().reject()

    def submit(self) -> None:
        """Act, if it is one's own."""
        if self.is_given():
            self.work()
            self._ask()
