"""One likely duplicate as the window proposes it: an incident, or a person of another incident."""

from dataclasses import dataclass

from snhr_desktop.domain.dates import say_when
from snhr_desktop.domain.places import Gazetteer
from snhr_desktop.i18n import N_, Language
from snhr_desktop.ui.incidents.saying import say_code
from snhr_desktop.workspace import LikelyIncident, LikelyPerson

PERSON_IN = N_("{name}, in {reference}")
NO_TITLE = N_("Incident without a title")
_MOST_REASONS = 4
"""Reasons told in the card; side by side there is room for all."""


@dataclass(frozen=True)
class Hint:
    """`likely` is what the store proposes; `row` is which victim of the entry a person may be."""

    likely: LikelyIncident | LikelyPerson
    row: int = 0

    @property
    def incident_uid(self) -> str:
        """The incident to be looked at."""
        return self.likely.incident_uid if isinstance(self.likely, LikelyPerson) else self.likely.uid

    @property
    def icon(self) -> str:
        """The picture that stands beside it."""
        return "user" if isinstance(self.likely, LikelyPerson) else "files"

    def tell(self, language: Language, places: Gazetteer) -> str:
        """What it is, for a person when and where, and below it why it is proposed."""
        likely = self.likely
        lines = [self._name(language), likely.match.tell(language, _MOST_REASONS)]
        if isinstance(likely, LikelyPerson):  # an incident is near in both: its reasons say so
            place = places.get(likely.place.pcode)
            around = (say_when(likely.date, language), places.label(place, language.code) if place else "")
            lines.insert(1, " · ".join(filter(None, around)))
        return "\n".join(lines)

    def _name(self, language: Language) -> str:
        likely = self.likely
        code = say_code(likely.reference)
        if isinstance(likely, LikelyPerson):
            name = (likely.name_ar or likely.name_en) if language.rtl else (likely.name_en or likely.name_ar)
            return language.text(PERSON_IN, name=name, reference=code)
        title = (likely.title_ar or likely.title_en) if language.rtl else (likely.title_en or likely.title_ar)
        return f"{code} · {title or language.text(NO_TITLE)}"
