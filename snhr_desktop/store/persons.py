"""The persons of all incidents: whose full names stand somewhere in the store, and may be said in any text."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from snhr_desktop.domain.records import Victim

if TYPE_CHECKING:
    from sqlite3 import Connection


@dataclass(frozen=True)
class Persons:
    """`victims` have names, answer and class and nothing else; `sources` are real names."""

    victims: tuple[Victim, ...] = ()
    sources: tuple[str, ...] = ()


def persons(connection: "Connection") -> Persons:
    """Every victim and every source with a name of more than one word, whatever the state of the incident."""
    victims = connection.execute(
        "SELECT DISTINCT name_ar, name_en, naming, sex, age, age_group FROM victim"
        " WHERE name_ar LIKE '%_ _%' OR name_en LIKE '%_ _%'"
    )
    sources = connection.execute("SELECT DISTINCT real_name FROM source_protected WHERE real_name LIKE '%_ _%'")
    return Persons(
        tuple(
            Victim(name_ar=arabic, name_en=english, naming=naming, sex=sex, age=age, age_group=group)
            for arabic, english, naming, sex, age, group in victims
        ),
        tuple(name for (name,) in sources),
    )
