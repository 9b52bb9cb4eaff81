"""Which records of two incidents are the same: one choice for each record of the other."""

from collections.abc import Mapping
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from snhr_desktop.domain.doubles.merging import MergePlan, Pair
from snhr_desktop.domain.headlines import DETAIL, headline
from snhr_desktop.domain.records import CHILDREN, Dossier, Record
from snhr_desktop.i18n import N_, Language
from snhr_desktop.ui.forms.means import Means
from snhr_desktop.ui.measure import px
from snhr_desktop.ui.tongue import Words
from snhr_desktop.ui.widgets import ChoiceBox, ScrollBody, label

HEADING = N_("Which of their records are the same")
ALONE, SAME_AS = N_("kept beside the others"), N_("the same as {name}")
_MOST_HEIGHT = 150


class _Line(NamedTuple):
    """A record of the other incident, by its list and row, and where it is matched."""

    name: str
    row: int
    box: ChoiceBox


class Matching(QWidget):
    """Only records that could be matched are asked about: of lists that both incidents have."""

    changed = Signal()

    def __init__(self, means: Means, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._means = means
        self.lines: list[_Line] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(4)
        self._grid.addWidget(label(means.kit, HEADING, "subheading"), 0, 0)
        self._body = ScrollBody(self)
        means.kit.theme.measure(self._body, maximumHeight=_MOST_HEIGHT)
        means.kit.tongue.bind(self._body, accessibleName=HEADING)
        self._grid.addWidget(self._body, 1, 0)
        self._held: QWidget | None = None

    def show_dossiers(self, one: Dossier, other: Dossier, plan: MergePlan) -> None:
        """Ask about two incidents, beginning with a plan."""
        self.lines = []
        held = QWidget()
        grid = QGridLayout(held)
        grid.setContentsMargins(0, 0, 0, 0)
        for column in range(2):
            grid.setColumnStretch(column, 1)
        for name in CHILDREN:
            if not one.children()[name]:
                continue
            matched = {pair.other: pair.one for pair in plan.pairs.get(name, ())}
            for row, record in enumerate(other.children()[name]):
                self._add(grid, _Line(name, row, self._box(record, one.children()[name])), record, matched.get(row))
        if self._held:
            self._body.column.removeWidget(self._held)
            self._held.deleteLater()
        self._held = held
        self._body.column.addWidget(held)
        self.setVisible(bool(self.lines))
        self._body.setFixedHeight(min(px(_MOST_HEIGHT), held.sizeHint().height() + 4))

    def pairs(self) -> Mapping[str, tuple[Pair, ...]]:
        """Which are the same, by list."""
        return {
            name: tuple(Pair(int(line.box.code()), line.row) for line in self.lines
                        if line.name == name and line.box.code())
            for name in CHILDREN
        }  # fmt: skip

    def _box(self, record: Record, ours: tuple[Record, ...]) -> ChoiceBox:
        options: list[tuple[str, Words]] = [("", ALONE)]
        options += [(str(row), _same_as(each)) for row, each in enumerate(ours)]
        return ChoiceBox(self._means.kit, _itself(record), options)

    def _add(self, grid: QGridLayout, line: _Line, record: Record, matched: int | None) -> None:
        at = len(self.lines)
        grid.addWidget(label(self._means.kit, _itself(record), wrap=True), at, 0)
        grid.addWidget(line.box, at, 1)
        line.box.choose("" if matched is None else str(matched))
        line.box.chosen.connect(lambda code: self._chosen(line, code))
        self.lines.append(line)

    def _chosen(self, line: _Line, code: str) -> None:
        """A record is the same as one other at most: whoever had it before stands alone again."""
        for each in self.lines:
            if code and each is not line and each.name == line.name and each.box.code() == code:
                each.box.choose("")
        self.changed.emit()


def _same_as(record: Record) -> Words:
    def words(language: Language) -> str:
        return language.text(SAME_AS, name=headline(record, language)[0])

    return words


def _itself(record: Record) -> Words:
    def words(language: Language) -> str:
        return language.text(DETAIL, label=language.text(record.title), value=headline(record, language)[0])

    return words
