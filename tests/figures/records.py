"""Builders of dossiers for figures: a documented violation by default, each case naming only what it is about."""

import datetime as dt
from typing import Any

from snhr_desktop.domain.records import Attribution, Dossier, Incident, Source
from snhr_desktop.domain.values import NO_SITE, Site, When
from snhr_desktop.store import saving
from snhr_desktop.store.store import Store

SARAQIB = "C3916"
KHAN_SHAYKHUN = "C3987"
ZARDANA = "C3938"
ALEPPO = "C1007"


IN_PERIOD = When.on(dt.date(2017, 12, 20))


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def on(first: str, last: str = "") -> When:
    """A day, or a range of days."""
    return When(day(first), day(last), "range") if last else When.on(day(first))


def by(*parties: str, mode: str = "named") -> tuple[Attribution, ...]:
    return tuple(Attribution(party=party, mode=mode) for party in parties)


def incident(date: When = IN_PERIOD, place: str = SARAQIB, **fields: Any) -> Incident:
    """Documented and classified as a violation, inside the Idlib period, unless the case says otherwise."""
    said: dict[str, Any] = {
        "title_en": "An attack",
        "kinds": ("killing",),
        "status": "documented",
        "classification": "violation",
        "date": date,
        "place": Site(place, "community") if place else NO_SITE,
    }
    return Incident(**(said | fields))


def dossier(date: When = IN_PERIOD, place: str = SARAQIB, **parts: Any) -> Dossier:
    """A dossier by regime forces unless the case says otherwise; what is no list of a dossier is of the incident."""
    lists = {name: parts.pop(name) for name in ("victims", "facilities", "weapons", "attributions") if name in parts}
    lists.setdefault("attributions", by("regime"))
    return Dossier(incident(date, place, **parts), sources=(Source(kind="eyewitness"),), **lists)


def save(store: Store, *dossiers: Dossier) -> list[str]:
    """Save through the one way in; returns the identities the store gave, in order."""
    done = saving.save_many(store, dossiers, saving.Author("tester", "a case"))
    assert not done.refused, [refusal.problems for _, refusal in done.refused]  # type: ignore[attr-defined]
    return [saved.dossier.incident.uid for saved in done.saved]
