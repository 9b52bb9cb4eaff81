"""The persons of all incidents: whose full names stand somewhere in the store, and may be said in any text."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from snhr_desktop.domain.records import Victim

if TYPE_CHECKING:
    from sqlite3 import Connection


@dataclass(frozen=True)
class Persons:
    """`victims` have names, answer and class alone; `sources` are real names, `contacts` the ways to reach them."""

    victims: tuple[Victim, ...] = ()
    sources: tuple[str, ...] = ()
    contacts: tuple[str, ...] = ()


def persons(connection: "Connection") -> Persons:
    """Every victim and every source with a name of more than one word, whatever the state of the incident."""
    victims = connection.execute(
        "SELECT DISTINCT name_ar, name_en, father_ar, naming, sex, age, age_group FROM victim"
        " WHERE name_ar LIKE '%_ _%' OR name_en LIKE '%_ _%' OR father_ar <> ''"
    )
    sources = connection.execute("SELECT DISTINCT real_name FROM source_protected WHERE real_name LIKE '%_ _%'")
    contacts = connection.execute("SELECT DISTINCT contact FROM source_protected WHERE contact <> ''")
    return Persons(
        tuple(
            Victim(name_ar=arabic, name_en=english, father_ar=father, naming=naming, sex=sex, age=age, age_group=group)
            for arabic, english, father, naming, sex, age, group in victims
        ),
        tuple(name for (name,) in sources),
        tuple(contact for (contact,) in contacts),
    )
