"""One section of the form: its fields in rows, and its lists."""

from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QWidget

from snhr_desktop.i18n import Language
from snhr_desktop.ui.commands import with_key
from snhr_desktop.ui.forms.editors import editor_for
from snhr_desktop.ui.forms.fields_flow import lay_out
from snhr_desktop.ui.forms.grid import RecordList
from snhr_desktop.ui.forms.means import Means
from snhr_desktop.ui.forms.sections import LIST_KEYS, WIDTHS, Listing, Section
from snhr_desktop.ui.widgets import Card, label


class SectionCard(Card):
    """`editors` by field and `lists` by name; the number is the key that leads here."""

    def __init__(
        self, means: Means, number: int, section: Section, undo: QUndoStack, parent: QWidget | None = None
    ) -> None:
        def heading(language: Language) -> str:
            return f"{language.number(number)}. {language.text(section.title)}"

        super().__init__(means.kit, heading, parent=parent)
        self._undo = undo
        self.editors = {field.name: editor_for(means, field, self) for field in section.fields()}
        self.lists: dict[str, RecordList] = {}
        if self.editors:
            self.body.addLayout(lay_out(self.editors.values(), WIDTHS))
        for listing in section.listings:
            self._add(means, listing)
        self.setFocusProxy(next(iter((*self.editors.values(), *self.lists.values()))))

    def _add(self, means: Means, listing: Listing) -> None:
        made = RecordList(means, listing, WIDTHS, self, self._undo)
        self.lists[listing.name] = made
        key = LIST_KEYS.get(listing.name)
        title = with_key(listing.title, key) if key else listing.title
        self.body.addWidget(label(means.kit, title, "label", wrap=True))
        self.body.addWidget(made)
