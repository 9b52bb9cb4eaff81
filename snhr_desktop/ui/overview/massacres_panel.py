"""The massacres of the period: the highest tolls first, each opening its record."""

from collections.abc import Callable

from snhr_desktop.domain.dates import say_when
from snhr_desktop.figures import FIGURES
from snhr_desktop.i18n import N_, NP_, Language
from snhr_desktop.reports.sections.incident_list import party_of, place_of
from snhr_desktop.reports.sections.massacres import NONE
from snhr_desktop.reports.telling import Telling
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.overview.doors import Doors
from snhr_desktop.ui.overview.gathering import Massacre, Overview
from snhr_desktop.ui.overview.row_door import RowDoor
from snhr_desktop.ui.widgets import Card, PlainLabel, button

ORDER = N_("The highest tolls first.")
KILLED = NP_("{n} civilian killed", "{n} civilians killed")
SHOW_ALL = NP_("Show {n} massacre", "Show all {n} massacres")
OPEN = N_("Open this record")
NO_PLACE = N_("Place not known")
LINE = N_("{date} · {party} · {reference}")
MOST = 12
"""How many are listed; all of them are one step away."""


class MassacresPanel(Card):
    """The list is as long as there is something to list, at most `MOST` rows."""

    def __init__(self, kit: Kit, doors: Doors) -> None:
        super().__init__(kit, FIGURES["massacres"].title, ORDER)
        self._kit, self._doors = kit, doors
        self._count = 0
        self._shown: tuple[Massacre, ...] = ()
        self.rows: list[RowDoor] = []
        self._none = PlainLabel("muted", wrap=True)
        self.all = button(kit, self._say_all, kind="link")
        self.body.setSpacing(2)
        self.body.addWidget(self._none)
        self.body.addStretch(1)
        self.head.addWidget(self.all)
        self.all.clicked.connect(doors.to("massacres"))

    def tell(self, overview: Overview, telling: Telling) -> None:
        """List them."""
        self._count, self._shown = len(overview.massacres), overview.massacres[:MOST]
        self._kit.tongue.bind(self.all, text=self._say_all)
        self.all.setVisible(self._count > 0)
        self._none.setVisible(not self._shown)
        self._none.setText(telling.text(NONE))
        while len(self.rows) < len(self._shown):
            self._make_row()
        for number, row in enumerate(self.rows):
            row.setVisible(number < len(self._shown))
            if number < len(self._shown):
                _show(row, self._shown[number], telling)

    def _say_all(self, language: Language) -> str:
        return language.plural(SHOW_ALL, self._count)

    def _make_row(self) -> None:
        row = RowDoor(self._kit, (120,))
        self._kit.tongue.bind(row, toolTip=OPEN)
        row.clicked.connect(self._door(len(self.rows)))
        self.body.insertWidget(self.body.indexOf(self._none), row)
        self.rows.append(row)

    def _door(self, number: int) -> Callable[[], None]:
        def go() -> None:
            self._doors.open_record(self._shown[number].uid)

        return go


def _show(row: RowDoor, massacre: Massacre, telling: Telling) -> None:
    listed = massacre.listed
    place = place_of(telling, listed.place.pcode) if listed.place.pcode else telling.text(NO_PLACE)
    said = {
        "date": say_when(listed.date, telling.language),
        "party": party_of(telling, listed.party_row),
        "reference": listed.reference,
    }
    row.show_words(place, telling.text(LINE, **said))
    row.show_cells(telling.language.plural(KILLED, listed.killed))
