"""What differs now from a published report: each number with its difference, each incident behind it a door."""

from collections.abc import Iterable, Mapping
from itertools import groupby

from PySide6.QtWidgets import QVBoxLayout, QWidget

from snhr_desktop.i18n import N_, NP_, Language, Message
from snhr_desktop.reports.differences import Difference
from snhr_desktop.reports.telling import Telling
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.forms.editors.flow_layout import FlowLayout
from snhr_desktop.ui.incidents.saying import say_code
from snhr_desktop.ui.tongue import Words
from snhr_desktop.ui.widgets import PlainLabel, button
from snhr_desktop.workspace import ChangesSince, IncidentQuery

COMPARING = N_("Comparing with the records of now…")
FIGURE = N_("{figure}: {change} ({before}, now {after})")
SAVED = NP_("{n} incident that it read was saved since:", "{n} incidents that it read were saved since:")
INCIDENT = N_("{code}: {what}")
OPEN = N_("Open the incident {code}")
ALL = NP_("and {n} more", "and {n} more")
_MOST = 12
"""Doors in one line; the rest opens as a list."""


class ChangedSince(QWidget):
    """Built anew for each report and each language."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._found: ChangesSince | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._content = QWidget()
        self._column.addWidget(self._content)
        desk.tongue.on_switch(self, self._build)

    def wait(self) -> None:
        """Say that it is being compared."""
        self._found = None
        self._build()

    def show_changes(self, found: ChangesSince) -> None:
        """Show what differs."""
        self._found = found
        self._build()

    def _build(self) -> None:
        fresh = QWidget()
        column = QVBoxLayout(fresh)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        if self._found is None:
            column.addWidget(self._line(COMPARING, "muted"))
        else:
            self._fill(column, self._found)
        self._column.replaceWidget(self._content, fresh)
        self._content.setParent(None)
        self._content.deleteLater()
        self._content = fresh
        fresh.show()

    def _fill(self, column: QVBoxLayout, found: ChangesSince) -> None:
        telling = Telling(found.snapshot, self._desk.tongue.language)
        uids = {one.reference: one.uid for one in found.records}
        for references, alike in groupby(found.figures, key=lambda change: change.references):
            for change in alike:
                column.addWidget(self._line(Message(_said(change.difference, telling))))
            column.addWidget(self._doors(references, uids))
        if not found.figures:
            column.addWidget(self._line(Message(telling.text(found.silent, code=found.publication.code)), "muted"))
        for line in found.told_otherwise(telling.language):
            column.addWidget(self._line(Message(line)))
        for other in found.particulars(telling.language):
            column.addWidget(self._line(Message(other.tell(telling.language))))
        for line in found.unsaved(telling.language):
            column.addWidget(self._line(Message(line), "muted"))
        if found.records:
            column.addWidget(self._line(lambda language: language.plural(SAVED, len(found.records)), "muted"))
            said = {one.reference: telling.text(one.what) for one in found.records}
            column.addWidget(self._doors([one.reference for one in found.records], uids, said))

    def _doors(
        self, references: Iterable[str], uids: Mapping[str, str], said: Mapping[str, str] | None = None
    ) -> QWidget:
        held = QWidget()
        flow = FlowLayout(6, held)
        known = [reference for reference in references if reference in uids]
        for reference in known[:_MOST]:
            flow.addWidget(self._door(reference, uids[reference], (said or {}).get(reference, "")))
        if rest := known[_MOST:]:
            more = button(self._desk.kit, lambda language: language.plural(ALL, len(rest)), kind="link")
            query = IncidentQuery(uids=tuple(uids[reference] for reference in known))
            more.clicked.connect(lambda: self._desk.open("incidents", (query, SAVED_SINCE)))
            flow.addWidget(more)
        return held

    def _door(self, reference: str, uid: str, what: str) -> QWidget:
        def words(language: Language) -> str:
            code = say_code(reference)
            return language.text(INCIDENT, code=code, what=what) if what else code

        made = button(self._desk.kit, words, kind="link")
        self._desk.tongue.bind(made, toolTip=lambda language: language.text(OPEN, code=say_code(reference)))
        made.clicked.connect(lambda: self._desk.open("incidents", uid))
        return made

    def _line(self, words: Words, role: str = "text") -> PlainLabel:
        made = PlainLabel(role, wrap=True)
        made.setText(self._desk.tongue.say(words))
        return made


def _said(one: Difference, telling: Telling) -> str:
    language = telling.language
    before, after = (one.number(number, language) for number in (one.before, one.after))
    return telling.text(FIGURE, figure=one.named(telling), change=one.said(language), before=before, after=after)


SAVED_SINCE = N_("Incidents saved since the report was published")
