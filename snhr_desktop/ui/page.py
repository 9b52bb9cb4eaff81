"""What a page is to the window: a widget refreshed when a record type it reads was changed and the page shows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from snhr_desktop.i18n import N_, Message
from snhr_desktop.ui.desk import Desk

if TYPE_CHECKING:
    from snhr_desktop.workspace import Changes

MARGIN = 20
NOT_KEPT = N_(
    "The store stays open: what was typed could not be kept. "
    "See that the disk has room and can be written to, and close again; or discard what was typed."
)
"""Told by a page that does not agree to be closed because it would lose something."""


class Page(QWidget):
    """Subclasses build themselves into `column` in `__init__` and read the store in `refresh`.

    `reads` names the record types whose change makes the page stale (`Incident`, `Period`…: the names in `Changes`);
    an empty set means all of them. A stale page refreshes when it is next shown, or at once if it is.
    """

    reads: ClassVar[frozenset[str]] = frozenset()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.kit = desk.kit
        self._stale = True
        self.setProperty("kind", "page")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(MARGIN, MARGIN - 4, MARGIN, MARGIN)
        self.column.setSpacing(12)
        desk.operations.changed.connect(self._hear)

    def refresh(self) -> None:
        """Ask the store for what the page shows. Called when it is stale and visible."""

    def arrive(self, subject: Any) -> None:
        """Show what a door led to; called after the page was brought to the front."""

    def search_field(self) -> QWidget | None:
        """The field that Ctrl+F goes to, if the page has one."""
        return None

    def chosen_incidents(self) -> tuple[int, ...]:
        """The rows of the incidents that are chosen in a list of the page; none where there is no such list."""
        return ()

    def may_close(self) -> bool:
        """Whether the window may close or the store be locked; ask the person here if something is unsaved."""
        return True

    def subject(self) -> Any:
        """What `arrive` would have to be given to show again what the page shows, as far as it can be told so."""
        return None

    def put_away(self) -> None:
        """The store is being locked: write what waits and end what is under way. Ask nobody; nobody may be there."""

    def unsure(self) -> bool:
        """Whether something typed is not known to be in the store, after `put_away`."""
        return False

    def unkept(self) -> Iterable[tuple[str, Mapping[str, Any]]]:
        """What could not be written, as drafts with their keys, once the store has answered all."""
        return ()

    def showEvent(self, event: QShowEvent) -> None:
        """Refresh if something read was changed while the page was out of sight."""
        super().showEvent(event)
        self._refresh_if_stale()

    def _hear(self, changes: Changes) -> None:
        if not self.reads or self.reads & changes.types:
            self._stale = True
            self._refresh_if_stale()

    def _refresh_if_stale(self) -> None:
        if self._stale and self.isVisible():
            self._stale = False
            self.refresh()


class PageEntry(NamedTuple):
    """How the window knows a page. `factory` is called once, when the page is first opened; import lazily in it.

    It makes the page in the widget where it will stand: to move a page there that is made takes a tenth of a second.

    `key` names it in `Desk.open`; `icon` is a Lucide name; `listed` pages stand in the side bar.
    """

    key: str
    icon: str
    title: Message
    factory: Callable[[Desk, QWidget], Page]
    listed: bool = True
