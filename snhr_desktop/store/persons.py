"""The persons of all incidents and cases: whose full names stand in the store, and may be said in any text."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from snhr_desktop.domain.records import Victim

if TYPE_CHECKING:
    from sqlite3 import Connection


@dataclass(frozen=True)
class Persons:
    """`victims` have names, answer and class alone, and are made one by one for whoever goes through them, once;
    `sources` are real names, `contacts` the ways to reach them.
    """

    victims: Iterable[Victim] = ()
    sources: tuple[str, ...] = ()
    contacts: tuple[str, ...] = ()


def persons(connection: "Connection") -> Persons:
    """Every victim, everybody detained, their parents and every source with a full name, whatever the status.

    Consent to the naming of somebody detained is consent to the naming of the parents, and no other is.
    """
    victims = connection.execute(
        f"SELECT {_SAID} FROM victim WHERE {_NAMED} UNION SELECT {_SAID} FROM detention WHERE {_NAMED}"
        f" UNION SELECT mother_ar, '', '', {_ABOUT} FROM detention WHERE mother_ar LIKE '%_ _%'"
        f" UNION SELECT father_ar, '', '', {_ABOUT} FROM detention WHERE father_ar LIKE '%_ _%'"
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
        (
            Victim(name_ar=arabic, name_en=english, father_ar=father, naming=naming, sex=sex, age=age, age_group=group)
            for arabic, english, father, naming, sex, age, group in victims.fetchall()
        ),
        tuple(name for (name,) in sources),
        tuple(contact for (contact,) in contacts),
    )


_ABOUT = "naming, sex, age, age_group"
_SAID = f"name_ar, name_en, father_ar, {_ABOUT}"
_NAMED = "(name_ar LIKE '%_ _%' OR name_en LIKE '%_ _%' OR father_ar <> '')"
