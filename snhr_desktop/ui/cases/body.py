"""The cards of the form of a case, as one raw mapping in and out."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from snhr_desktop.domain.records import CaseFile
from snhr_desktop.domain.romanizing import romanized
from snhr_desktop.errors import Problem
from snhr_desktop.i18n import Language
from snhr_desktop.ui.cases.sections import SECTIONS, WIDTHS
from snhr_desktop.ui.forms.editors import FieldEditor, editor_for
from snhr_desktop.ui.forms.editors.line_editor import LineEditor
from snhr_desktop.ui.forms.fields_flow import lay_out
from snhr_desktop.ui.forms.form_keys import unchosen
from snhr_desktop.ui.forms.grid import RecordList
from snhr_desktop.ui.forms.grid.row import Row
from snhr_desktop.ui.forms.means import Means
from snhr_desktop.ui.forms.undoing import Undoing
from snhr_desktop.ui.widgets import Card, ScrollBody

_AROUND = 8


class CaseBody(ScrollBody):
    """Knows nothing of saving: it shows, takes what is typed, and says where the focus is."""

    edited = Signal()
    """A person changed something."""
    left = Signal()
    """A field was left, so that its problems may be said."""

    def __init__(self, means: Means, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._base: Mapping[str, Any] = {}
        self._left: set[str] = set()
        self.undoing = Undoing(self)
        self.editors: dict[str, FieldEditor] = {}
        self.cards = [self._card(means, at) for at in range(len(SECTIONS))]
        self.parts: list[Card] = [*self.cards]
        for card in self.cards:
            self.column.addWidget(card)
        self.column.addStretch()
        for name, editor in self.editors.items():
            editor.edited.connect(self.edited)
            editor.left.connect(partial(self._leave, name))
        self.states.edited.connect(self.edited)
        self.states.shown.connect(partial(self._show_undone, self.states.grid))
        self.undoing.watch(self.editors.values())
        self.undoing.shown.connect(self._show_undone)
        self.editors["name_ar"].edited.connect(self._suggest)

    def load(self, raw: Mapping[str, Any]) -> None:
        """Show an entry; every field, so that nothing of the one before stays."""
        self._base = {key: value for key, value in raw.items() if key != "states"}
        self._left.clear()
        case = self._case()
        for name, editor in self.editors.items():
            editor.set_raw(case.get(name, ""))
            editor.show_problems(())
        self.states.load([row for row in raw.get("states") or () if isinstance(row, Mapping)])
        self.undoing.begin()
        self._suggest()
        self.verticalScrollBar().setValue(0)

    def raw(self) -> dict[str, Any]:
        """The entry as a draft keeps it and `CaseFile.parse` reads it."""
        said = {name: editor.raw() for name, editor in self.editors.items()}
        return {**self._base, "case": {**self._case(), **said}, "states": self.states.dump()}

    def kept_rows(self) -> dict[str, list[Row]]:
        """The rows of each list that a save would carry, in order."""
        return {"states": self.states.rows.kept()}

    def identify(self, saved: CaseFile, rows: Mapping[str, Sequence[Row]]) -> None:
        """Take over what a save gave: identities, reference and revision. What was typed meanwhile stays."""
        given = {"uid": saved.case.uid, "reference": saved.case.reference}
        self._base = {**self._base, "case": {**self._case(), **given}, "revision": saved.revision}
        for row, child in zip(rows["states"], saved.states, strict=True):
            row.raw["uid"] = child.uid

    def show_problems(self, problems: Sequence[Problem], tried: bool) -> None:
        """Say beside each field what is wrong: where it was left, or everywhere once a save was tried."""
        for name, editor in self.editors.items():
            told = [p for p in problems if p.record == "detention" and p.field == name]
            editor.show_problems(told if tried or name in self._left else ())
        self.states.show_problems([p for p in problems if p.record == "detention_state"], tried)

    def go_to(self, problem: Problem) -> None:
        """Bring the field of a problem into view and focus."""
        if problem.record == "detention_state":
            self.states.go_to(problem)
        elif problem.field in self.editors:
            self.editors[problem.field].setFocus(Qt.FocusReason.ShortcutFocusReason)
        QTimer.singleShot(0, self, self._show_focused)

    def begin(self) -> None:
        """The first field, with nothing chosen in it."""
        self.go_to_section(0)
        unchosen(self.cards[0])

    def go_to_section(self, at: int) -> None:
        """Bring a section to the top and its first field into focus."""
        card = self.parts[at % len(self.parts)]
        self.verticalScrollBar().setValue(card.y())
        card.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def section_of(self, widget: QWidget | None) -> int:
        """The section a widget stands in; the first where it stands in none."""
        return next((at for at, card in enumerate(self.parts) if widget is not None and card.isAncestorOf(widget)), 0)

    def take_suggestion(self) -> None:
        """Write the usual English spelling of the Arabic name, where no other is given."""
        editor = self.editors["name_en"]
        if isinstance(editor, LineEditor) and not editor.raw() and (text := editor.line.placeholderText()):
            self.undoing.say(editor, text)

    def _card(self, means: Means, at: int) -> Card:
        section = SECTIONS[at]

        def heading(language: Language) -> str:
            return f"{language.number(at + 1)}. {language.text(section.title)}"

        card = Card(means.kit, heading, parent=self.widget())
        own = {field.name: editor_for(means, field, card) for field in section.fields()}
        if own:
            self.editors |= own
            card.body.addLayout(lay_out(own.values(), WIDTHS))
            card.setFocusProxy(next(iter(own.values())))
        if section.listing:
            self.states = RecordList(means, section.listing, WIDTHS, card, self.undoing.stack)
            card.body.addWidget(self.states)
            card.setFocusProxy(self.states)
        return card

    def _case(self) -> Mapping[str, Any]:
        case = self._base.get("case")
        return case if isinstance(case, Mapping) else {}

    def _suggest(self) -> None:
        editor = self.editors["name_en"]
        assert isinstance(editor, LineEditor)
        editor.line.setPlaceholderText(romanized(str(self.editors["name_ar"].raw() or "")))

    def _leave(self, name: str) -> None:
        self._left.add(name)
        self.left.emit()

    def _show_undone(self, widget: QWidget) -> None:
        """What was undone is brought into sight, and the keyboard to it."""
        widget.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit()
        QTimer.singleShot(0, self, self._show_focused)

    def _show_focused(self) -> None:
        """Bring what has the focus into sight, with what is said below it."""
        focused = QApplication.focusWidget()
        if focused is not None and self.isAncestorOf(focused):
            self.ensureWidgetVisible(focused, _AROUND, _AROUND * 8)
