"""A place: searched by any spelling, with how exactly it is known and, where they are known, its coordinates."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QLineEdit, QWidget

from snhr_desktop.domain.fields import Field
from snhr_desktop.domain.kinds import NOT_COORDINATES, Choice
from snhr_desktop.domain.places import Place
from snhr_desktop.errors import Problem
from snhr_desktop.i18n import N_, Language
from snhr_desktop.ui.forms.directions import direct_figures
from snhr_desktop.ui.forms.editors.field_editor import FieldEditor
from snhr_desktop.ui.forms.editors.place_hits import say_place
from snhr_desktop.ui.forms.editors.place_line import PlaceLine
from snhr_desktop.ui.forms.editors.point_offer import PointOffer
from snhr_desktop.ui.forms.editors.typing_choice import TypingChoice
from snhr_desktop.ui.forms.means import Means
from snhr_desktop.ui.style import mark

PRECISION = Field("precision", N_("How exactly the place is known"), Choice("place_precision"))
LATITUDE, LONGITUDE = N_("Latitude"), N_("Longitude")
_FIGURES = 104
"""Px that -123.456789 takes."""
NOT_CHOSEN = "?"
"""Stands where a p-code should, while the text typed names no place: the kind refuses it, the draft keeps the text."""


class SiteEditor(FieldEditor):
    """The path of the place taken stands below, so that a namesake is noticed."""

    def __init__(self, means: Means, field: Field, parent: QWidget | None = None) -> None:
        self._place: Place | None = None
        super().__init__(means, field, parent)
        self.line = PlaceLine(means)
        self.precision = TypingChoice(means, PRECISION)
        self.latitude, self.longitude = QLineEdit(), QLineEdit()
        self.adopt(self.line, stretch=4)
        self.adopt(self.precision, PRECISION.label, 2)
        for line, words in ((self.latitude, LATITUDE), (self.longitude, LONGITUDE)):
            self.adopt(means.kit.tongue.bind(line, placeholderText=words), words, 1)
            line.textEdited.connect(self._located)
            means.kit.theme.measure(line, minimumWidth=_FIGURES)
        self.offer = PointOffer(means, self)
        self.below(self.offer)
        self.offer.taken.connect(self._take_offered)
        self.line.textEdited.connect(self._typed)
        self.line.picked.connect(self._take)
        self.precision.chosen.connect(self.edited)
        self.left.connect(self._settle)
        means.kit.tongue.on_switch(self.line, self._say)

    def raw(self) -> Any:
        """P-code, precision and coordinates; blank where nothing was said at all."""
        text = self.line.text().strip()
        found = {
            "pcode": self._place.pcode if self._place else NOT_CHOSEN if text else "",
            "precision": self.precision.code(),
            "lat": self.latitude.text().strip(),
            "lon": self.longitude.text().strip(),
        }
        if not any(found.values()):
            return ""
        return found | ({"typed": text} if text and self._place is None else {})

    def set_raw(self, raw: Any) -> None:
        """Show a place; a text that named none, or a p-code that is not known here, is shown as it is."""
        given: Mapping[str, Any] = raw if isinstance(raw, Mapping) else {"pcode": raw or ""}
        pcode = str(given.get("pcode") or "")
        self._place = self.means.gazetteer.get(pcode)
        precision = str(given.get("precision") or "")
        self.precision.choose("" if precision == "unknown" and not pcode else precision)
        for line, key in ((self.latitude, "lat"), (self.longitude, "lon")):
            line.setText("" if given.get(key) is None else str(given[key]))
            line.setCursorPosition(0)  # where it is cut short all the same, a wrong degree is what must be seen
        if self._place is None:
            self.line.setText(str(given.get("typed") or "") or pcode)
        self._say()

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Mark the coordinates where they are wrong, else the place."""
        super().show_problems(problems)
        numbers = any(problem.message == NOT_COORDINATES for problem in problems)
        for widget, wrong in ((self.line, not numbers), (self.precision, False)):
            mark(widget, invalid=wrong and bool(problems))
        for line in (self.latitude, self.longitude):
            mark(line, invalid=numbers)

    def note(self, language: Language) -> str:
        """Where the place lies; the hint while none is taken."""
        return say_place(self.means, self._place, language) if self._place else super().note(language)

    def _take(self, place: Place) -> None:
        before = self._place.level.value if self._place else ""
        self._place = place
        if self.precision.code() in ("", "unknown", before):
            self.precision.choose(place.level.value)
        self._say()
        self.edited.emit()

    def _take_offered(self, place: Place) -> None:
        """Go on where the place stands: the button that had the focus is gone."""
        self.line.setFocus()
        self._take(place)

    def _typed(self) -> None:
        self._place = None
        self._look()
        self.say_note()
        self.edited.emit()

    def _located(self) -> None:
        levels = {"", "unknown", self._place.level.value if self._place else ""}
        if self.latitude.text().strip() and self.longitude.text().strip() and self.precision.code() in levels:
            self.precision.choose("coordinates")
        self._direct()
        self._look()
        self.edited.emit()

    def _settle(self) -> None:
        """Take a place that was typed out in full and left without choosing, where only one is spelled so."""
        text = self.line.text()
        named = self.means.gazetteer.named(text) if text.strip() and self._place is None else []
        narrow = [place for place in named if place.level == named[0].level]
        if len(narrow) == 1:
            self._take(narrow[0])

    def _say(self) -> None:
        if self._place is not None:
            self.line.setText(self.means.gazetteer.label(self._place, self.means.language.code))
            self.line.setCursorPosition(0)
        self._direct()
        self._look()
        self.say_note()

    def _look(self) -> None:
        self.offer.look(self.latitude.text().strip(), self.longitude.text().strip(), self._place)

    def _direct(self) -> None:
        for line in (self.latitude, self.longitude):
            direct_figures(line, line.text(), self.means.language.rtl)
