"""A small year in Idlib: enough of everything that the panels show."""

import datetime as dt

from snhr_desktop.domain.records import Dossier
from snhr_desktop.domain.values import Site, When
from tests.builders import attribution, counted, dossier, facility, incident, victim, weapon

SARAQIB, IDLIB_AT_LARGE = Site("C3916", "community"), Site("SY07", "governorate")


def day(text: str) -> When:
    """One day."""
    return When.on(dt.date.fromisoformat(text))


def massacre() -> Dossier:
    """Seven killed in Saraqib in March 2018 by regime or Russian forces, in a school, with two barrel bombs."""
    return dossier(
        victim(name_ar="أحمد"),
        victim(sex="female"),
        victim(sex="female", age=7, age_group="child"),
        victim(sex="", age_group="", number=4),
        victim(outcome="injured", number=3),
        incident=counted(date=day("2018-03-21"), place=SARAQIB),
        attributions=(attribution("regime", mode="joint_pending"), attribution("russia", mode="joint_pending")),
        facilities=(facility("school"),),
        weapons=(weapon("barrel"),),
    )


def year() -> tuple[Dossier, ...]:
    """The massacre, single killings by three parties, one outside the alliance, and what stands apart."""
    return (
        massacre(),
        dossier(
            victim(occupation="medical"),
            incident=counted(date=day("2017-09-20")),
            attributions=(attribution("russia"),),
            facilities=(facility("hospital"), facility("market")),
            weapons=(weapon("cluster", munitions=None), weapon("incendiary", munitions=None)),
        ),
        dossier(
            incident=counted(date=day("2017-09-25"), place=IDLIB_AT_LARGE),
            weapons=(weapon("barrel", munitions=None), weapon("chemical", munitions=None)),
        ),
        dossier(incident=counted(date=day("2017-12-01")), attributions=(attribution("isis"),)),
        dossier(incident=incident(date=day("2018-01-02"))),
        dossier(victim(civil_status="unknown"), incident=counted(date=day("2018-02-04"))),
        dossier(incident=counted(date=When(dt.date(2018, 5, 30), dt.date(2018, 6, 2), "range"))),
    )
