"""The versions of packs in a table, the latest first."""

import datetime as dt
from collections.abc import Sequence

from PySide6.QtWidgets import QHeaderView, QWidget

from snhr_desktop.i18n import N_, NC_, Language, Message
from snhr_desktop.store.place_packs import Held
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.tongue import Words
from snhr_desktop.ui.widgets.rows_table import RowsTable

IN_USE, EARLIER, OUT = N_("in use"), N_("earlier"), N_("taken out")
HEADINGS = (
    NC_("pack of places", "Name"), NC_("pack of places", "Version"), N_("State"), N_("Taken in"), N_("Places"),
    N_("Outlines"),
)  # fmt: skip


class PacksTable(RowsTable[Held]):
    """One row is chosen at a time."""

    def __init__(self, kit: Kit, name: Words, parent: QWidget | None = None) -> None:
        super().__init__(kit, name, HEADINGS, _cells, parent=parent)
        self.horizontalHeader().setStretchLastSection(False)
        self.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)

    def show_packs(self, held: Sequence[Held]) -> None:
        """Show these; a version that is new among them is the one one is at."""
        newest = self.shown[:1]
        self.show_rows(held)
        if held and tuple(held[:1]) != tuple(newest):
            self.setCurrentCell(0, 0)


def _state(one: Held) -> Message:
    if one.taken_out:
        return OUT
    return IN_USE if one.in_use else EARLIER


def _cells(one: Held, language: Language) -> Sequence[str]:
    day = dt.datetime.fromisoformat(one.at).astimezone().date()
    name, version = (language.isolate(text) for text in (one.about.name, one.about.version))
    numbers = (language.number(one.places), language.number(one.outlines))
    return name, version, language.text(_state(one)), language.date(day), *numbers
