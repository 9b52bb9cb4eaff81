"""Help without a network: one short page in each language, written in `resources/help`.

Its markup is three kinds of line: `# heading`, `key | what it does`, and paragraphs.
"""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from snhr_desktop import paths
from snhr_desktop.i18n import N_, Language, piece
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.page import MARGIN
from snhr_desktop.ui.widgets import Card, PageHeader, PlainLabel, ScrollBody, button

CONTENTS = N_("Contents")
_WIDTH = 760


class Section(NamedTuple):
    """One heading with its paragraphs and its keys."""

    heading: str
    paragraphs: list[str]
    keys: list[tuple[str, str]]


def sections(language: Language) -> Iterator[Section]:
    """The help text of a language, by heading."""
    text = (paths.resources() / "help" / f"{language.code}.txt").read_text(encoding="utf-8")
    for part in text.split("\n# ")[1:]:
        heading, _, body = part.partition("\n")
        lines = [line.strip() for line in body.splitlines() if line.strip()]
        keys = [(key.strip(), act.strip()) for key, bar, act in (line.partition("|") for line in lines) if bar]
        yield Section(heading.strip(), [line for line in lines if "|" not in line], keys)


class HelpView(QWidget):
    """Shows the help of the language spoken; reachable by F1 with or without an open store."""

    left = Signal()
    """Escape was pressed: back to where one was."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self.setProperty("kind", "page")
        self._body = kit.tongue.bind(ScrollBody(), accessibleName=N_("Help"))
        self._body.setProperty("focusable", True)
        self._body.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the arrow keys scroll it
        self.setFocusProxy(self._body)
        self._shown = QWidget()
        row = QHBoxLayout()  # a column alone would ask for the height of the whole width, and cut the lines
        row.addWidget(self._shown, 100)
        row.addStretch(1)
        self._body.column.addLayout(row)
        self._body.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN - 4, MARGIN, MARGIN)
        column.setSpacing(12)
        column.addWidget(PageHeader(kit, N_("Help")))
        column.addWidget(self._body, 1)
        leave = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        leave.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        leave.activated.connect(self.left)
        kit.tongue.on_switch(self, self._fill)

    def _fill(self) -> None:
        fresh = QWidget()
        self._kit.theme.measure(fresh, maximumWidth=_WIDTH)
        column = QVBoxLayout(fresh)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        cards = {one.heading: self._card(one) for one in sections(self._kit.tongue.language)}
        for card in (self._contents(cards), *cards.values()):
            column.addWidget(card)
        self._body.column.replaceWidget(self._shown, fresh)
        self._shown.hide()
        self._shown.deleteLater()
        self._shown = fresh

    def _go_to(self, card: Card) -> None:
        """Bring a section to the top; the arrow keys scroll on from there."""
        self._body.verticalScrollBar().setValue(self._shown.y() + card.y())
        self._body.setFocus(Qt.FocusReason.OtherFocusReason)

    def _contents(self, cards: Mapping[str, Card]) -> Card:
        """A door to each section, in their order."""
        made = Card(self._kit, CONTENTS)
        for heading, card in cards.items():
            door = button(self._kit, partial(_said, heading), kind="link")
            door.clicked.connect(partial(self._go_to, card))
            made.body.addWidget(door, 0, Qt.AlignmentFlag.AlignLeading)
        made.body.setSpacing(2)
        return made

    def _card(self, section: Section) -> Card:
        card = Card(self._kit, lambda _: section.heading)
        for paragraph in section.paragraphs:
            shown = PlainLabel(wrap=True)
            shown.setText(paragraph)
            card.body.addWidget(shown)
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setColumnStretch(1, 1)
        for row, (key, act) in enumerate(section.keys):
            pressed, does = PlainLabel("label"), PlainLabel(wrap=True)
            pressed.setText(piece(key))
            does.setText(act)
            grid.addWidget(pressed, row, 0)
            grid.addWidget(does, row, 1)
        card.body.addLayout(grid)
        return card


def _said(heading: str, _: Language) -> str:
    return heading
