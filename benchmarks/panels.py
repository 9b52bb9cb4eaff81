"""All panels of a period answered, beside the least the bare database needs to add the same facts up."""

from pathlib import Path

from benchmarks.result import Result, median_seconds
from benchmarks.sample import PASSPHRASE
from snhr_desktop.figures import FIGURES, ask_all
from snhr_desktop.workspace import Workspace

FLOOR = (
    "SELECT party_row, month, subdistrict, sum(number) FROM incident_fact JOIN victim_fact USING (incident_id)"
    " GROUP BY 1, 2, 3",
    "SELECT party_row, month, subdistrict, count(*) FROM incident_fact JOIN facility_fact USING (incident_id)"
    " GROUP BY 1, 2, 3",
    "SELECT party_row, month, subdistrict, sum(attacks) FROM incident_fact JOIN weapon_fact USING (incident_id)"
    " GROUP BY 1, 2, 3",
)
"""One grouped pass over each table of facts: the least that these panels could ask."""


def measure(store: Path) -> list[Result]:
    """Cold (counted afresh) and warm (remembered, since nothing was changed)."""
    with Workspace.open(store, PASSPHRASE) as workspace:
        period = workspace.period("idlib").period
        connection = workspace._store.connection  # the floor is asked of the bare database

        def cold() -> None:
            ask_all(connection, FIGURES.values(), period, "alliance")

        def warm() -> None:
            workspace.answers(period, "alliance")

        def floor() -> None:
            for question in FLOOR:
                connection.execute(question).fetchall()

        least = median_seconds(floor)
        against = "one bare grouped pass over each table"
        return [
            Result("panels.cold", median_seconds(cold), least, against, "s", 0.15),
            Result("panels.warm", median_seconds(warm), least, against, "s", 0.15),
        ]
