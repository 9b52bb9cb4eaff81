"""A page with the form of one kind of entry: new, opened to be changed, or gone on with from a draft."""

from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any, NamedTuple

from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from snhr_desktop.domain.records import RecordSet
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.forms.beside import record_of
from snhr_desktop.ui.forms.entry_form import EntryForm
from snhr_desktop.ui.page import NOT_KEPT, Page
from snhr_desktop.ui.status_line import ALL_SAVED
from snhr_desktop.ui.tongue import Words
from snhr_desktop.workspace import Draft


class LeftAt(NamedTuple):
    """Where a form was when the store was locked: the key of the draft of what stood in it."""

    key: str


class FormPage(Page):
    """Its `arrive` takes None for a new record, the uid of a saved one, a `Draft` or a `LeftAt`. Leaving loses nothing.

    `back` is the page that shows what was entered.
    """

    _form: EntryForm

    def __init__(self, desk: Desk, back: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._back, self._uid = back, ""
        self._standing: Words = ALL_SAVED

    def hold(self, form: EntryForm) -> None:
        """Work with a form from now on, which was made on this page."""
        self._form = form
        form.saved.connect(self._remember)
        form.standing.connect(self._say_standing)
        form.closed.connect(self._leave)
        self.column.addWidget(form, 1)

    def arrive(self, subject: Any) -> None:
        """Show the entry that is asked for; the one shown before is kept as a draft."""
        self._uid = ""
        if subject is None:
            self._form.open_new()
        elif isinstance(subject, Draft):
            self._uid = record_of(subject.key)
            self._form.open_draft(subject)
        elif isinstance(subject, LeftAt):
            self._uid = record_of(subject.key)
            self.desk.operations.ask(
                lambda workspace: workspace.drafts(), partial(self._return, subject.key), owner=self, key="entry"
            )
        else:
            uid, read = str(subject), self._form.kind.read
            self._uid = uid
            self.desk.operations.ask(lambda workspace: read(workspace, uid), self._open, owner=self, key="entry")

    def may_close(self) -> bool:
        """What was typed is kept as a draft first; where that fails, nothing is closed."""
        kept = self._form.is_kept()
        if kept:
            self._form.beside.close()
        else:
            self.desk.tell(NOT_KEPT, "attention")
        return kept

    def subject(self) -> Any:
        """What stands in the form, typed or saved."""
        return LeftAt(self._form.keeper.key)

    def put_away(self) -> None:
        """Write what was typed to its draft, and let the record go."""
        self._form.flush()
        self._form.beside.close()

    def unsure(self) -> bool:
        """Whether something typed is not known to be in a draft."""
        return self._form.is_unsure()

    def unkept(self) -> Iterable[tuple[str, Mapping[str, Any]]]:
        """What was typed and stands in no draft."""
        return self._form.unkept()

    def showEvent(self, event: QShowEvent) -> None:
        """Say how safe the entry is, now that it stands in front."""
        super().showEvent(event)
        self._say_standing(self._standing)

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what was typed: another page may want to show it among the drafts."""
        self._form.flush()
        super().hideEvent(event)
        self._say_standing(self._standing)

    def _say_standing(self, words: Words) -> None:
        """Speak of the entry while it is in front, and for as long as it is not safe."""
        self._standing = words
        self.desk.tell_saved(words if self.isVisible() or self._form.keeper.unsure else ALL_SAVED)

    def _return(self, key: str, drafts: Iterable[Draft]) -> None:
        """Go on where one was: with what was typed, or with the record as it is saved."""
        draft = next((each for each in drafts if each.key == key), None)
        self.arrive(draft or record_of(key) or None)

    def _open(self, given: RecordSet) -> None:
        """Show a saved record, unless another entry was asked for while it was read."""
        if given.head.uid == self._uid:
            self._form.open_saved(given)

    def _remember(self, saved: Any) -> None:
        self._uid = self._form.kind.given(saved).head.uid

    def _leave(self) -> None:
        self.desk.open(self._back, self._uid or None)
