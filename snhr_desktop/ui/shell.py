"""An open store in the window: its desk, and its pages, each made when it is first opened."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QApplication, QDialog, QStackedWidget, QWidget

from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.draft_keeper import DraftKeeper
from snhr_desktop.ui.page import Page, PageEntry
from snhr_desktop.ui.typed import Typed


class Shell(QStackedWidget):
    """Shows one page of an open store at a time and brings the others up by their key."""

    def __init__(self, desk: Desk, entries: Sequence[PageEntry], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._entries = {entry.key: entry for entry in entries}
        self._pages: dict[str, Page] = {}
        self.key = ""

    def go(self, key: str, subject: Any = None) -> Page:
        """Bring a page to the front, and hand it what a door led to.

        Raises:
            KeyError: no such page.
        """
        page = self._pages.get(key)
        if page is None:
            page = self._pages[key] = self._entries[key].factory(self.desk, self)
            self.addWidget(page)
        self.key = key
        self.setCurrentWidget(page)
        if subject is not None or key in ("entry", "case"):
            page.arrive(subject)
        return page

    def has(self, key: str) -> bool:
        """Whether there is a page of that key."""
        return key in self._entries

    def page(self) -> Page | None:
        """The page in front."""
        return self._pages.get(self.key)

    def may_close(self) -> bool:
        """Whether every page agrees that the store be closed."""
        return all(page.may_close() for page in self._pages.values())

    def put_dialogs_away(self) -> None:
        """Have what was typed into dialogs written, before they are given up."""
        for typed in self._typed():
            typed.put_away()
        for dialog in QApplication.topLevelWidgets():
            for keeper in dialog.findChildren(DraftKeeper) if isinstance(dialog, QDialog) else ():
                keeper.flush()

    def put_away(self) -> None:
        """Have every page write what waits and end what is under way; see `Page.put_away`."""
        for page in self._pages.values():
            page.put_away()

    def is_unsure(self) -> bool:
        """Whether something typed is not known to be in the store."""
        return any(page.unsure() for page in self._pages.values()) or any(one.keeper.unsure for one in self._typed())

    def unkept(self) -> tuple[tuple[str, Mapping[str, Any]], ...]:
        """What could not be written, as drafts with their keys."""
        dialogs = ((one.keeper.key, one.raw()) for one in self._typed() if one.keeper.unsure)
        return (*(each for page in self._pages.values() for each in page.unkept()), *dialogs)

    def _typed(self) -> list[Typed]:
        return self.desk.operations.findChildren(Typed)
