"""What stands here already beside what comes in: codes that are taken, and incidents of the same place and day."""

import json
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite3 import Connection


def origins_held(connection: "Connection", origins: Iterable[str]) -> frozenset[str]:
    """Those of some origins that an incident or a case has."""
    held = connection.execute(
        "WITH asked AS (SELECT value FROM json_each(?) WHERE value <> '')"
        " SELECT value FROM asked WHERE EXISTS (SELECT 1 FROM incident WHERE origin = value AND origin <> '')"
        " OR EXISTS (SELECT 1 FROM detention WHERE origin = value AND origin <> '')",
        (json.dumps(list(origins)),),
    )
    return frozenset(origin for (origin,) in held.fetchall())


def newest_incident(connection: "Connection") -> int:
    """The row of the incident that was saved last, 0 where there is none."""
    return int(connection.execute("SELECT coalesce(max(id), 0) FROM incident").fetchone()[0])


def others_there(
    connection: "Connection", code: str, newest: int, wanted: Iterable[tuple[str, str]]
) -> Mapping[tuple[str, str], str]:
    """References of incidents that stood at a place on a first day, by both, as far as `newest`; those of the data set
    `code` and rejected ones are none.
    """
    return _standing(connection, "place_pcode = pcode AND date_first = day AND NOT own", (code, newest), wanted)


def own_near(
    connection: "Connection", code: str, newest: int, wanted: Iterable[tuple[str, str]]
) -> Mapping[tuple[str, str], str]:
    """The same of incidents of the data set `code`: at a place in the days around, or on a day anywhere."""
    around = "date_first BETWEEN date(day, '-6 days') AND date(day, '+6 days')"
    at_place = _standing(connection, f"place_pcode = pcode AND {around} AND own", (code, newest), wanted)
    return {**_standing(connection, "date_first = day AND own", (code, newest), wanted), **at_place}


def _standing(
    connection: "Connection", such: str, of: tuple[str, int], wanted: Iterable[tuple[str, str]]
) -> Mapping[tuple[str, str], str]:
    """References of incidents such as are wanted for a place and a day, up to one row; `own` are those of a code."""
    code, newest = of
    rows = connection.execute(
        "WITH standing AS (SELECT id, reference, place_pcode, date_first, substr(origin, 1, ?) = ? AS own FROM incident"
        " WHERE status <> 'rejected')"
        f" SELECT pcode, day, (SELECT reference FROM standing WHERE {such} AND id <= ? LIMIT 1) AS other"
        " FROM (SELECT value ->> 0 AS pcode, value ->> 1 AS day FROM json_each(?)) WHERE other IS NOT NULL",
        (len(code) + 1, f"{code}:", newest, json.dumps(sorted(set(wanted)))),
    )
    return {(pcode, day): reference for pcode, day, reference in rows.fetchall()}
