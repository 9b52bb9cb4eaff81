"""What a form of an entry is of, and what it needs of its fields and of a review."""

import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QScrollBar, QVBoxLayout, QWidget

from snhr_desktop.domain.records import Case, CaseFile, Dossier, Incident, RecordSet
from snhr_desktop.errors import Problem
from snhr_desktop.ui.forms.editors import FieldEditor
from snhr_desktop.ui.forms.grid.row import Row
from snhr_desktop.ui.forms.undoing import Undoing
from snhr_desktop.ui.widgets import Card

if TYPE_CHECKING:
    from snhr_desktop.workspace import Draft, Workspace


@dataclass(frozen=True)
class EntryKind:
    """What a form is of.

    `record` is what files of it say they are kept with, `blank` gives an entry with nothing in it, `prefix` begins the
    keys of drafts never saved, `read` reads a saved one, `save` saves one for a reason with the draft of a key, and
    `given` is the record set of what that returned.
    """

    record: str
    blank: Callable[[], RecordSet]
    prefix: str
    read: "Callable[[Workspace, str], RecordSet]"
    save: "Callable[[Workspace, Any, str, str], Any]"
    given: Callable[[Any], RecordSet]

    def new_key(self) -> str:
        """The key of a draft of a record that was never saved."""
        return f"{self.prefix}{uuid.uuid4().hex}"

    def is_of(self, draft: "Draft") -> bool:
        """Whether a draft is of this kind of record."""
        return isinstance(draft.raw.get(self.blank().head_name), Mapping)


class Body(Protocol):
    """The fields of a form, one card below the other."""

    column: QVBoxLayout
    parts: list[Card]
    undoing: Undoing
    editors: dict[str, FieldEditor]
    edited: SignalInstance
    left: SignalInstance

    def load(self, raw: Mapping[str, Any]) -> None:
        """Show an entry."""

    def raw(self) -> dict[str, Any]:
        """The entry as a draft keeps it."""

    def verticalScrollBar(self) -> QScrollBar:
        """As of any area that scrolls."""

    def ensureWidgetVisible(self, widget: QWidget, /) -> None:
        """Bring a part into sight."""

    def begin(self) -> None:
        """The keyboard at the first field."""

    def go_to(self, problem: Problem) -> None:
        """The keyboard at the field of a problem."""

    def show_problems(self, problems: Sequence[Problem], tried: bool) -> None:
        """Say beside each field what is wrong."""

    def kept_rows(self) -> dict[str, list[Row]]:
        """The rows of each list that a save would carry, in order."""

    def identify(self, saved: Any, rows: Mapping[str, Sequence[Row]]) -> None:
        """Take over the identities that a save gave."""


class Found(Protocol):
    """What a review comes to: the record set an entry would be, and what is wrong with it."""

    @property
    def given(self) -> Any:
        """The record set."""

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything, the gravest first."""

    @property
    def errors(self) -> tuple[Problem, ...]:
        """What stops a save."""


INCIDENT = EntryKind(
    "incident",
    lambda: Dossier(Incident()),
    "new-",
    lambda workspace, uid: workspace.dossier(uid),
    lambda workspace, dossier, reason, draft: workspace.save(dossier, reason, draft),
    lambda saved: saved.dossier,
)
CASE = EntryKind(
    "case",
    lambda: CaseFile(Case()),
    "case-",
    lambda workspace, uid: workspace.case(uid),
    lambda workspace, file, reason, draft: workspace.save_case(file, reason, draft),
    lambda saved: saved.file,
)
