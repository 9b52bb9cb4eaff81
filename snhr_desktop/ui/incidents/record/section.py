"""A section of the record, as the form has it: the incident's fields that say something, and its lists."""

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from snhr_desktop.domain.fields import Field
from snhr_desktop.domain.records import Dossier, Record
from snhr_desktop.i18n import NP_, Language
from snhr_desktop.ui.forms.sections import Listing, Section
from snhr_desktop.ui.incidents.record.entry import Entries
from snhr_desktop.ui.incidents.record.field_list import FieldList
from snhr_desktop.ui.incidents.record.reading import Reading, rule
from snhr_desktop.ui.widgets import button

IN_HEAD = frozenset(
    {"title_ar", "title_en", "date", "time", "place", "landmark_ar", "landmark_en", "status", "toll_open"}
)
"""Fields of the incident that the head of the record tells."""
SHOW_MORE = NP_("Show {n} more", "Show {n} more")
_AT_ONCE = 12
"""Records of a list shown before one asks for the others."""


class SectionView(QWidget):
    """One section; `says_something` tells beforehand whether there is anything in it."""

    def __init__(self, reading: Reading, section: Section, dossier: Dossier, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reading = reading
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(8)
        self.column.addWidget(rule())
        self.column.addWidget(reading.line(reading.language.text(section.title), "subheading"))
        if shown := list(_fields(section, dossier)):
            self.column.addWidget(FieldList(reading, shown))
        for listing in section.listings:
            if records := dossier.children()[listing.name]:
                self._add_list(listing, records, titled=len(section.listings) > 1)

    def _add_list(self, listing: Listing, records: tuple[Record, ...], titled: bool) -> None:
        if titled:
            self.column.addWidget(self._reading.line(self._reading.language.text(listing.title), "note"))
        self.column.addWidget(Entries(self._reading, records[:_AT_ONCE]))
        if others := records[_AT_ONCE:]:
            self._offer(others)

    def _offer(self, others: tuple[Record, ...]) -> None:
        def words(language: Language) -> str:
            return language.plural(SHOW_MORE, len(others))

        more = button(self._reading.kit, words, "chevron-down", "quiet")
        at = self.column.count()

        def show() -> None:
            more.hide()
            more.deleteLater()
            self.column.insertWidget(at, Entries(self._reading, others))

        more.clicked.connect(show)
        self.column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeading)


def says_something(section: Section, dossier: Dossier) -> bool:
    """Whether a section of the record would hold anything."""
    lists = dossier.children()
    return any(_fields(section, dossier)) or any(lists[listing.name] for listing in section.listings)


def _fields(section: Section, dossier: Dossier) -> Iterator[tuple[Field, Any]]:
    for field in section.fields():
        value = getattr(dossier.incident, field.name)
        blank = value is None or value is False or value in ("", ()) or (field.kind.dump(value) in ("", None))
        if field.name not in IN_HEAD and not field.sensitive and not blank:
            yield field, value
