"""What the filters offer: terms of vocabularies, areas of the gazetteer, and the store's periods."""

from collections.abc import Iterable

from snhr_desktop.domain.places import Gazetteer, Level, Place
from snhr_desktop.domain.records import Period
from snhr_desktop.domain.vocabularies import vocabulary
from snhr_desktop.i18n import N_, Language
from snhr_desktop.ui.tongue import Words

ALL_DATES, CHOSEN_DATES = N_("All dates"), N_("Chosen dates")
ALL_STATUSES, ALL_KINDS, ALL_PARTIES, ALL_AREAS = (
    N_("All statuses"), N_("All kinds"), N_("All parties"), N_("All areas"),
)  # fmt: skip
CHOSEN = "chosen"
"""The code of dates that no period has."""
FOCUS = "SY07"
"""Idlib: its districts and sub-districts are offered, of the other governorates only the whole."""

Options = list[tuple[str, Words]]


def terms(vocabulary_name: str, every: Words) -> Options:
    """The terms of a vocabulary after the one that filters nothing."""
    return [("", every), *((term.code, term.label) for term in vocabulary(vocabulary_name).values())]


def parties() -> Options:
    """Groups, parties and rows of joint responsibility; retired names too, since records bear them."""
    groups = [(t.code, t.label) for t in vocabulary("scope").values() if t.code in ("alliance", "extremist")]
    rows = [(term.code, term.label) for term in vocabulary("party_row").values()]
    return [("", ALL_PARTIES), *groups, *rows]


def areas(places: Gazetteer, besides: str = "") -> Options:
    """Idlib with its sub-districts, then the other governorates, and one place besides."""
    governorates = sorted(places.at_level(Level.GOVERNORATE), key=lambda place: place.pcode != FOCUS)
    found: list[Place] = []
    for governorate in governorates:
        found.append(governorate)
        if governorate.pcode == FOCUS:
            within = (p for p in places.at_level(Level.SUBDISTRICT) if places.within(p.pcode, FOCUS))
            found += within
    if (other := places.get(besides)) is not None:
        found.append(other)
    return [("", ALL_AREAS), *((place.pcode, _named(place, places)) for place in found)]


def dates(periods: Iterable[Period]) -> Options:
    """All dates, each period by its name, and dates of one's own."""
    return [("", ALL_DATES), *((period.code, period.name) for period in periods), (CHOSEN, CHOSEN_DATES)]


def _named(place: Place, places: Gazetteer) -> Words:
    def said(language: Language) -> str:
        return places.path(place, language.code)[0]

    return said
