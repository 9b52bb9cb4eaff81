"""The packs of places and boundaries of this store: which, from when, under which licence; one more, or an earlier."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from snhr_desktop.i18n import N_, Language
from snhr_desktop.store.place_packs import Held
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.places.packs_table import PacksTable
from snhr_desktop.ui.tongue import Words
from snhr_desktop.ui.widgets import Card, PlainLabel, button, label

TITLE = N_("Places and boundaries")
NOTE = N_(
    "Official lists and boundaries come in as packs. Every version is kept, so that a code that is gone can still be "
    "read; the latest of each decides."
)
NONE = N_("Only the places that come with the program are in use.")
TAKE, AGAIN = N_("Take in places…"), N_("Use this version again…")
OUT = N_("Take it out…")
LICENCE, CREDIT, SOURCE = N_("Licence: {licence}"), N_("Credit: {credit}"), N_("Source: {source}")


class PacksCard(Card):
    """`take`, `again` and `out` are its buttons, closed where `hindered` says why."""

    def __init__(self, kit: Kit, hindered: Words | None = None, parent: QWidget | None = None) -> None:
        super().__init__(kit, TITLE, NOTE, parent)
        self._kit, self._may = kit, hindered is None
        self.held: Sequence[Held] = ()
        self.take, self.again = button(kit, TAKE, "map"), button(kit, AGAIN, "history")
        self.out = button(kit, OUT, kind="quiet")
        for act in (self.out, self.again, self.take):
            act.setEnabled(self._may)
            self.head.addWidget(act, 0, Qt.AlignmentFlag.AlignTop)
        self.table = PacksTable(kit, TITLE)
        self.table.currentCellChanged.connect(self._show_chosen)
        self._none, self._credit = label(kit, NONE, "muted", wrap=True), PlainLabel("note", wrap=True)
        self._credit.allow_copying(kit)
        if hindered is not None:
            self.body.addWidget(label(kit, hindered, "note"))
        for shown in (self._none, self.table, self._credit):
            self.body.addWidget(shown)
        self.show_packs(())

    def show_packs(self, held: Sequence[Held]) -> None:
        """List every version, the latest first."""
        self.held = held
        self._none.setVisible(not held)
        for shown in (self.table, self._credit, self.again, self.out):
            shown.setVisible(bool(held))
        self.table.show_packs(held)
        self._show_chosen()

    def _show_chosen(self) -> None:
        chosen = self.table.chosen()
        self.again.setEnabled(self._may and chosen is not None and not chosen.in_use)
        self.out.setEnabled(self._may and chosen is not None and not chosen.taken_out)
        if chosen is not None:
            self._kit.tongue.bind(self._credit, text=partial(_credit, chosen))


def _credit(held: Held, language: Language) -> str:
    about = held.about
    told = [
        language.isolate(about.name),  # whole, where the table has no room for it
        language.text(LICENCE, licence=about.licence),
        language.text(CREDIT, credit=about.credit),
    ]
    if about.source:
        told.append(language.text(SOURCE, source=about.source))
    return "\n".join(told)
