"""A line that proposes the sub-district in which typed coordinates lie, by the boundaries that packs brought."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from snhr_desktop.domain.kinds import Invalid, SiteKind
from snhr_desktop.domain.places import Gazetteer, Place
from snhr_desktop.i18n import N_, Language
from snhr_desktop.ui.commands import with_key
from snhr_desktop.ui.forms.editors.place_hits import say_place
from snhr_desktop.ui.forms.means import Means
from snhr_desktop.ui.widgets import PlainLabel, button

LIES_IN, USE, KEY = N_("The coordinates lie in {place}."), N_("Use it"), "Ctrl+U"


class PointOffer(QWidget):
    """`taken(Place)` when a person uses it, by its key wherever the focus is in `editor`. Nothing is filled in alone.

    It is not offered where a place as narrow was chosen: what is stated goes before what is drawn.
    """

    taken = Signal(object)

    def __init__(self, means: Means, editor: QWidget) -> None:
        super().__init__(editor)
        self._means = means
        self.place: Place | None = None
        self._words = PlainLabel("note", wrap=True)
        self.use = button(means.kit, with_key(USE, KEY), "map-pin")
        self.use.clicked.connect(self._take)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._words, 1)
        row.addWidget(self.use)
        shortcut = QShortcut(QKeySequence(KEY), editor)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self._take)
        means.kit.tongue.on_switch(self, self._say)
        self.hide()

    def look(self, lat: str, lon: str, chosen: Place | None) -> None:
        """Propose what holds the point, where it is narrower than the place chosen and lies in it."""
        self.place = narrower(lat, lon, chosen, self._means.gazetteer)
        self._say()

    def _say(self) -> None:
        if self.place is not None:
            language: Language = self._means.language
            text = language.text(LIES_IN, place=say_place(self._means, self.place, language))
            self._words.setText(text)
            self.use.setAccessibleDescription(text)
        self.setVisible(self.place is not None)

    def _take(self) -> None:
        if self.place is not None:
            self.taken.emit(self.place)


def narrower(lat: str, lon: str, chosen: Place | None, places: Gazetteer) -> Place | None:
    """The place whose boundary holds a point, unless as much or something else is said already."""
    try:
        site = SiteKind().parse({"lat": lat, "lon": lon})
    except Invalid:
        return None
    if site.lat is None or site.lon is None:
        return None
    held = places.place_at(site.lat, site.lon)
    if held and chosen and (held.level is chosen.level or not places.within(held.pcode, chosen.pcode)):
        return None
    return held
