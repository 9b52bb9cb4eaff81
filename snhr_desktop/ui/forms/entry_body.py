"""All sections of the form, one below the other, as one raw mapping in and out."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from snhr_desktop.domain.records import CHILDREN, Dossier
from snhr_desktop.domain.waivers import waiver
from snhr_desktop.errors import Problem
from snhr_desktop.ui.forms.editors import FieldEditor
from snhr_desktop.ui.forms.form_keys import unchosen
from snhr_desktop.ui.forms.grid.grid_view import GridView
from snhr_desktop.ui.forms.grid.row import Row
from snhr_desktop.ui.forms.massacre_line import MassacreLine
from snhr_desktop.ui.forms.means import Means
from snhr_desktop.ui.forms.section_card import SectionCard
from snhr_desktop.ui.forms.sections import SECTIONS
from snhr_desktop.ui.forms.undoing import SayWaivers, Undoing
from snhr_desktop.ui.widgets import Card, ScrollBody

_AROUND = 8
"""Room around what is brought into sight, px."""
_WAIVERS = "waivers"
_LISTS = {record_type.type_name: name for name, record_type in CHILDREN.items() if name != _WAIVERS}


class EntryBody(ScrollBody):
    """Knows nothing of saving: it shows, takes what is typed, and says where the focus is."""

    edited = Signal()
    """A person changed something."""
    left = Signal()
    """A field was left, so that its problems may be said."""

    def __init__(self, means: Means, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._base: Mapping[str, Any] = {}
        self._waivers: list[dict[str, Any]] = []
        self._left: set[str] = set()
        self.undoing = Undoing(self)
        stack = self.undoing.stack
        self.cards = [SectionCard(means, at, section, stack, self.widget()) for at, section in enumerate(SECTIONS, 1)]
        self.parts: list[Card] = [*self.cards]
        """Every section in its order, also those that hold no field."""
        self.editors = {name: editor for card in self.cards for name, editor in card.editors.items()}
        self.lists = {name: held for card in self.cards for name, held in card.lists.items()}
        self.massacre = MassacreLine(means)
        self.cards[-1].body.insertWidget(1, self.massacre)
        for card in self.cards:
            self.column.addWidget(card)
        self.column.addStretch()
        for name, editor in self.editors.items():
            editor.edited.connect(self.edited)
            editor.left.connect(lambda name=name: self._leave(name))
        for held in self.lists.values():
            held.edited.connect(self.edited)
            held.shown.connect(partial(self._show_undone, held.grid))
        self.undoing.watch(self.editors.values())
        self.undoing.shown.connect(self._show_undone)
        self._latest: FieldEditor | None = None
        for editor in self.findChildren(FieldEditor):  # type: ignore[type-abstract]  # each found is of a subclass
            editor.left.connect(partial(setattr, self, "_latest", editor))
            editor.refused.connect(partial(self._told, editor))

    def load(self, raw: Mapping[str, Any]) -> None:
        """Show an entry; every field, so that nothing of the one before stays."""
        self._base = {key: value for key, value in raw.items() if key not in CHILDREN}
        self._left.clear()
        self._waivers = [dict(row) for row in raw.get(_WAIVERS) or () if isinstance(row, Mapping)]
        incident = self._incident()
        for name, editor in self.editors.items():
            editor.set_raw(incident.get(name, ""))
            editor.show_problems(())
        for name, held in self.lists.items():
            held.load([row for row in raw.get(name) or () if isinstance(row, Mapping)])
        self.undoing.begin()
        self.verticalScrollBar().setValue(0)

    def raw(self) -> dict[str, Any]:
        """The entry as a draft keeps it and `Dossier.parse` reads it."""
        said = {name: editor.raw() for name, editor in self.editors.items()}
        lists = {name: held.dump() for name, held in self.lists.items()}
        return {**self._base, "incident": {**self._incident(), **said}, **lists, _WAIVERS: list(self._waivers)}

    def kept_rows(self) -> dict[str, list[Row]]:
        """The rows of each list that a save would carry, in order."""
        return {name: held.rows.kept() for name, held in self.lists.items()}

    def identify(self, saved: Dossier, rows: Mapping[str, Sequence[Row]]) -> None:
        """Take over what a save gave: identities, reference and revision. What was typed meanwhile stays."""
        given = {"uid": saved.incident.uid, "reference": saved.incident.reference}
        self._base = {**self._base, "incident": {**self._incident(), **given}, "revision": saved.revision}
        for mine, kept in zip(self._waivers, saved.waivers, strict=False):
            mine["uid"] = kept.uid
        for name, children in saved.children().items():
            if name == _WAIVERS:
                continue
            for row, child in zip(rows[name], children, strict=True):
                row.raw["uid"] = child.uid

    def show_problems(self, problems: Sequence[Problem], tried: bool) -> None:
        """Say beside each field what is wrong: where it was left, or everywhere once a save was tried."""
        for name, editor in self.editors.items():
            told = [p for p in problems if p.record == "incident" and p.field == name]
            editor.show_problems(told if tried or name in self._left else ())
        for record, name in _LISTS.items():
            self.lists[name].show_problems([p for p in problems if p.record == record], tried)

    def let_stand(self, problem: Problem, reason: str) -> None:
        """A hint may stand as it is; undoable."""
        self._say_waivers([*self._waivers, {"uid": "", **waiver(problem, self._dossier(), reason).dump()}])

    def ask_again(self, problem: Problem) -> None:
        """A hint that was let stand is asked again; undoable."""
        taken = waiver(problem, self._dossier(), problem.reason)
        kept = [w for w in self._waivers if (w["check"], w.get("about")) != (taken.check, taken.about)]
        self._say_waivers(kept)

    def _dossier(self) -> Dossier:
        return Dossier.parse(self.raw())[0]

    def put_waivers(self, waivers: Sequence[Mapping[str, Any]]) -> None:
        """Say which hints may stand, without a trace."""
        self._waivers = [dict(waiver) for waiver in waivers]
        self.edited.emit()

    def _say_waivers(self, waivers: Sequence[Mapping[str, Any]]) -> None:
        self.undoing.stack.push(SayWaivers(self.put_waivers, tuple(self._waivers), waivers))

    def go_to(self, problem: Problem) -> None:
        """Bring the field of a problem into view and focus."""
        name = _LISTS.get(problem.record)
        if name:
            self.lists[name].go_to(problem)
        elif problem.field in self.editors:
            self.editors[problem.field].setFocus(Qt.FocusReason.ShortcutFocusReason)
        QTimer.singleShot(0, self, self._show_focused)

    def go_to_section(self, at: int) -> None:
        """Bring a section to the top and its first field into focus."""
        card = self.parts[at]
        self.verticalScrollBar().setValue(card.y())
        card.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def begin(self) -> None:
        """The first field, with nothing chosen in it."""
        self.go_to_section(0)
        unchosen(self.cards[0])

    def go_to_list(self, name: str) -> None:
        """Bring a list into focus."""
        self.lists[name].setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._show_focused()

    def section_of(self, widget: QWidget | None) -> int:
        """The section a widget stands in, or the one at the top of what is seen."""
        for at, card in enumerate(self.parts):
            if widget is not None and card.isAncestorOf(widget):
                return at
        top = self.verticalScrollBar().value()
        return max((at for at, card in enumerate(self.parts) if card.y() <= top + 1), default=0)

    def section_with(self, problem: Problem) -> int:
        """The section a problem's field stands in."""
        name = _LISTS.get(problem.record)
        for at, card in enumerate(self.cards):
            if name in card.lists or (not name and problem.field in card.editors):
                return at
        return 0

    def _show_undone(self, widget: QWidget) -> None:
        """What was undone is brought into sight, and the keyboard to it."""
        widget.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit()
        QTimer.singleShot(0, self, self._show_focused)

    def _told(self, editor: FieldEditor) -> None:
        """An error is said below a field: show it where a person is, or just was."""
        focused = QApplication.focusWidget()
        if editor is self._latest or (focused is not None and editor.isAncestorOf(focused)):
            QTimer.singleShot(0, self, partial(self._show_told, editor))

    def _show_told(self, editor: FieldEditor) -> None:
        if not editor.visibleRegion().isEmpty():
            self._bring(editor)
            self._show_focused()

    def _show_focused(self) -> None:
        """Bring what has the focus into sight, with all that is said below it."""
        focused = QApplication.focusWidget()
        while focused is not None and not isinstance(focused, FieldEditor | GridView):
            focused = focused.parentWidget()
        if focused is not None and self.isAncestorOf(focused):
            self._bring(focused)

    def _bring(self, widget: QWidget) -> None:
        bar, seen = self.verticalScrollBar(), self.viewport().height()
        top = bar.value() + widget.mapTo(self.viewport(), QPoint(0, 0)).y()
        bottom = top + widget.height()
        if bottom + _AROUND > bar.value() + seen:
            bar.setValue(min(bottom + _AROUND - seen, top))
        if top < bar.value():
            bar.setValue(top - _AROUND)

    def _incident(self) -> Mapping[str, Any]:
        incident = self._base.get("incident")
        return incident if isinstance(incident, Mapping) else {}

    def _leave(self, name: str) -> None:
        self._left.add(name)
        self.left.emit()
