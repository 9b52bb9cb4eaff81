"""Published beside recorded: what was printed, what the store holds, and the difference with its sign."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from snhr_desktop.figures.published import Beside
from snhr_desktop.i18n import N_
from snhr_desktop.reports.sections import compared
from snhr_desktop.reports.telling import Telling
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.overview.doors import Doors
from snhr_desktop.ui.overview.gathering import Overview
from snhr_desktop.ui.overview.row_door import INDENT, RowDoor
from snhr_desktop.ui.widgets import Card, PlainLabel, label

NOTHING_PUBLISHED = N_("No published figures are kept with this period.")
_WIDTHS = (78, 78, 78)


class ComparedPanel(Card):
    """A table whose rows are doors to what is recorded."""

    def __init__(self, kit: Kit, doors: Doors) -> None:
        super().__init__(kit, compared.TITLE, compared.NEVER_ADDED)
        self._kit, self._doors = kit, doors
        self._entries: tuple[Beside, ...] = ()
        self.rows: list[RowDoor] = []
        self._none = label(kit, NOTHING_PUBLISHED, "muted", wrap=True)
        self._source = PlainLabel("note", wrap=True)
        self.body.setSpacing(0)
        self.body.addSpacing(6)
        self.body.addLayout(self._titles())
        self.body.addWidget(self._none)
        self.body.addStretch(1)
        self.body.addSpacing(6)
        self.body.addWidget(self._source)

    def tell(self, overview: Overview, telling: Telling) -> None:
        """Fill the rows, making as many as there are published figures."""
        self._entries = telling.snapshot.compared
        self._make_rows(len(self._entries))
        for row, beside in zip(self.rows, self._entries, strict=False):
            words, *cells = compared.row(telling, beside)
            row.show_words(words)
            row.show_cells(*cells)
            row.setEnabled(beside.figure is not None)
        for number, row in enumerate(self.rows):
            row.setVisible(number < len(self._entries))
        self._none.setVisible(not self._entries)
        sources = dict.fromkeys(beside.source.source for beside in self._entries if beside.source.source)
        self._source.setVisible(bool(sources))
        self._source.setText(" ".join(telling.text(compared.SOURCE, source=source) for source in sources))

    def _titles(self) -> QHBoxLayout:
        titles = QHBoxLayout()
        titles.setContentsMargins(INDENT, 0, INDENT, 2)
        titles.setSpacing(8)
        titles.addStretch(1)
        for words, width in zip((compared.PUBLISHED, compared.RECORDED, compared.DIFFERENCE), _WIDTHS, strict=True):
            shown = label(self._kit, words, "note")
            self._kit.theme.measure(shown, minimumWidth=width)
            shown.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
            titles.addWidget(shown)
        return titles

    def _make_rows(self, wanted: int) -> None:
        while len(self.rows) < wanted:
            made = RowDoor(self._kit, _WIDTHS)
            made.clicked.connect(self._door(len(self.rows)))
            self.body.insertWidget(self.body.indexOf(self._none), made)
            self.rows.append(made)

    def _door(self, number: int) -> Callable[[], None]:
        def go() -> None:
            entry = self._entries[number].source
            self._doors.open(entry.figure, entry.breakdown, entry.term, entry.scope)

        return go
