"""How the incidents of a list spread over months and places: what a timeline and a map narrow the list by."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from snhr_desktop.store.driver import DatabaseError
from snhr_desktop.store.listing import STANDS, IncidentQuery, conditions

if TYPE_CHECKING:
    from sqlite3 import Connection

_STEPS = 50_000
_MONTH = "CASE WHEN line.first / 100 = line.last / 100 THEN line.first / 100 END"


@dataclass(frozen=True)
class Tally:
    """Incidents, whatever their status, and the civilians killed in them: not a figure, which counts less.

    One that is merged into another is counted there alone.
    """

    incidents: int = 0
    killed: int = 0


@dataclass(frozen=True)
class Spread:
    """By month (`2018-03`; blank where the date spans several or is not known) and by p-code of the sub-district
    (blank where it is not known).
    """

    months: Mapping[str, Tally]
    places: Mapping[str, Tally]


def spread(connection: "Connection", query: IncidentQuery, wanted: Callable[[], bool]) -> Spread | None:
    """The spread of what a query finds; None once nobody wants it.

    Months are counted whatever days the query asks for, and places whatever area: what is left out is seen beside.
    """
    connection.set_progress_handler(lambda: 0 if wanted() else 1, _STEPS)
    try:
        months = _tallies(connection, _MONTH, replace(query, first=None, last=None))
        places = _tallies(connection, "line.subdistrict", replace(query, area=""))
    except DatabaseError:
        if wanted():
            raise
        return None
    finally:
        connection.set_progress_handler(None, 0)
    return Spread({_month(month): tally for month, tally in months.items()}, places)


def _tallies(connection: "Connection", key: str, query: IncidentQuery) -> dict[Any, Tally]:
    where, asked = conditions(connection, query)
    rows = connection.execute(
        f"SELECT {key}, count(*), sum(line.killed) FROM incident_line AS line WHERE {where} AND {STANDS} GROUP BY 1",
        asked,
    )
    return {found: Tally(incidents, killed) for found, incidents, killed in rows}


def _month(number: int | None) -> str:
    return f"{number // 100:04}-{number % 100:02}" if number else ""
