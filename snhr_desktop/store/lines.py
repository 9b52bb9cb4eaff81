"""The narrow row of each incident that the list is filtered and sorted by, kept beside the records at each save.

It says nothing that the records and their facts do not, so that SQL alone makes it. A narrative is never read to
find an incident: a store of 300,000 is searched in tens of megabytes instead of hundreds.
"""

import json
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite3 import Connection

_MADE = """
    SELECT
        incident.id, CAST(replace(incident.date_first, '-', '') AS INTEGER),
        CAST(replace(incident.date_last, '-', '') AS INTEGER), incident.reference, incident.status,
        incident.classification, incident.kinds, incident.place_pcode, incident.place_shown,
        coalesce(fact.subdistrict, ''), coalesce(fact.district, ''), coalesce(fact.governorate, ''),
        (SELECT json_group_array(party ORDER BY position) FROM attribution
            WHERE incident_id = incident.id AND party <> ''),
        coalesce(fact.party_row, ''), coalesce(fact.party_group, ''), coalesce(fact.civilians_killed, 0),
        coalesce(fact.civilians_injured, 0), (SELECT count(*) FROM source WHERE incident_id = incident.id),
        coalesce(latest.at, ''), coalesce(latest.actor, '')
    FROM incident
    LEFT JOIN incident_fact AS fact ON fact.incident_id = incident.id
    LEFT JOIN revision AS latest ON latest.record_uid = incident.uid AND latest.number = incident.revision
"""


def write(connection: "Connection", rows: Iterable[int]) -> None:
    """Make the lines of incidents anew, once their records, their facts and their revisions are written."""
    connection.execute(
        f"INSERT OR REPLACE INTO incident_line {_MADE} WHERE incident.id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(rows)),),
    )


def rebuild(connection: "Connection") -> None:
    """Make every line anew, after the facts were."""
    connection.execute("DELETE FROM incident_line")
    connection.execute(f"INSERT INTO incident_line {_MADE}")


def differing(connection: "Connection") -> Iterator[str]:
    """References of the incidents whose line is not what their records give."""
    wrong = f"SELECT * FROM ({_MADE}) EXCEPT SELECT * FROM incident_line"
    for line in connection.execute(wrong).fetchall():
        yield line[3]
