"""The persons of all incidents and cases: whose full names stand in the store, and may be said in any text."""

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
    """Every victim, everybody detained and every source with a name of more than one word, whatever the status."""
    victims = connection.execute(
        "SELECT name_ar, name_en, father_ar, naming, sex, age, age_group FROM victim"
        f" WHERE {_NAMED} UNION SELECT name_ar, name_en, father_ar, naming, sex, age, age_group FROM detention"
        f" WHERE {_NAMED}"
    )
    sources = connection.execute(
        "SELECT real_name FROM source_protected WHERE real_name LIKE '%_ _%'"
        " UNION SELECT source_name FROM detention_state_protected WHERE source_name LIKE '%_ _%'"
    )
    contacts = connection.execute(
        "SELECT contact FROM source_protected WHERE contact <> ''"
        " UNION SELECT family_contact FROM detention_protected WHERE family_contact <> ''"
    )
    return Persons(
        tuple(
            Victim(name_ar=arabic, name_en=english, father_ar=father, naming=naming, sex=sex, age=age, age_group=group)
            for arabic, english, father, naming, sex, age, group in victims
        ),
        tuple(name for (name,) in sources),
        tuple(contact for (contact,) in contacts),
    )


_NAMED = "(name_ar LIKE '%_ _%' OR name_en LIKE '%_ _%' OR father_ar <> '')"
