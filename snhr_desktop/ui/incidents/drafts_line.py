"""A line above the list that leads back to what was typed and not saved."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QWidget

from snhr_desktop.i18n import NP_, Language
from snhr_desktop.ui.forms.draft_offer import say_draft
from snhr_desktop.ui.forms.entry_kind import INCIDENT
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.style import mark
from snhr_desktop.ui.widgets import button, picture
from snhr_desktop.workspace import Draft

UNSAVED = NP_("{n} unsaved entry", "{n} unsaved entries")


class DraftsLine(QFrame):
    """Hidden while there is no draft. One draft is opened at once; of several, a person chooses."""

    opened = Signal(object)
    """The `Draft` to go on with."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._drafts: tuple[Draft, ...] = ()
        self.setProperty("kind", "notice")
        mark(self, tone="attention")
        self.link = button(kit, self._say_count, kind="link")
        self.link.clicked.connect(self._open)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 2, 12, 2)
        row.setSpacing(8)
        row.addWidget(picture(kit, "pencil", "amber", 16))
        row.addWidget(self.link)
        row.addStretch(1)
        self.hide()

    def show_drafts(self, drafts: tuple[Draft, ...], wanted: Callable[[Draft], bool] = INCIDENT.is_of) -> None:
        """Say how many entries wait, of those that are `wanted` here."""
        self._drafts = tuple(draft for draft in drafts if wanted(draft))
        self._kit.tongue.bind(self.link, text=self._say_count)
        self.setVisible(bool(self._drafts))

    def menu(self) -> QMenu:
        """The drafts to choose from, the newest first."""
        menu = QMenu(self)
        for draft in self._drafts:
            words = say_draft(draft, self._kit.tongue.language).replace("&", "&&")
            menu.addAction(words).triggered.connect(lambda _=False, draft=draft: self.opened.emit(draft))
        return menu

    def _open(self) -> None:
        if len(self._drafts) == 1:
            self.opened.emit(self._drafts[0])
            return
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        corner = self.link.rect().bottomLeft()
        if self._kit.tongue.language.rtl:
            corner = self.link.rect().bottomRight() - QPoint(menu.sizeHint().width(), 0)
        menu.popup(self.link.mapToGlobal(corner))

    def _say_count(self, language: Language) -> str:
        return language.plural(UNSAVED, len(self._drafts))
