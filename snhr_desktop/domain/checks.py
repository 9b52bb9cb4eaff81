"""What the fields of an incident mean together: errors that stop a save, what is needed to document, and hints.

`Dossier.parse` reads each field; the checks here compare them. Each check is a small function that yields problems,
so that form, import and store show and enforce the same ones.
"""

import dataclasses
import datetime as dt
from collections.abc import Callable, Container, Iterable, Iterator

from snhr_desktop.domain.counting import ADULT_FROM, DEATHS
from snhr_desktop.domain.doubles import listed_twice
from snhr_desktop.domain.names import fold
from snhr_desktop.domain.records import Dossier
from snhr_desktop.errors import Problem
from snhr_desktop.i18n import N_

CHILD_OF_AGE = N_("A child cannot be {age} years old: correct the age, or “child or adult”.")
ADULT_UNDER_AGE = N_("An adult cannot be {age} years old: correct the age, or “child or adult”.")
NAMED_GROUP = N_("A row with a name is one person; give the others a row without a name.")
LISTED_TWICE = N_("Perhaps the same person as in row {row}.")
FUTURE = N_("This date has not come yet.")
REASON_NEEDED = N_("Write the reason for the decision.")
UNKNOWN_PLACE = N_("This place is not in the list of places.")
ONLY_COORDINATES = N_("Choose a place of the list as well: by coordinates alone it stands in no figure of an area.")
JOINT_ALONE = N_("Joint responsibility needs at least two identified parties.")
BACKING_ALONE = N_("Name the party that was backed as well.")
PARTY_TWICE = N_("This party is already named.")
REAL_NAME_SHOWN = N_("This is a source’s real name, which must not be printed: write a pseudonym.")
NO_SOURCE = N_("At least one source is needed.")
NOT_CLASSIFIED = N_("Say whether it is classified as a violation.")
NO_TITLE = N_("A title in either language is needed.")
ONE_SOURCE = N_("A name needs two sources that do not know each other.")
PRESENCE_MISSING = N_("Military presence is not stated.")
MUNITIONS_MISSING = N_("The number of barrel bombs is not stated; they are counted by munitions.")
NO_VICTIMS = N_("Killing is chosen, but no one killed is listed.")
KILLING_MISSING = N_("Persons killed are listed, but killing is not among the kinds of violation.")
TOLL_DIFFERS = N_("A source states {stated} killed; {listed} are listed.")


_UNCLASSIFIED = Problem("incident", "classification", NOT_CLASSIFIED, level="needed")
"""Of nearly every record that comes from elsewhere."""


def problems(dossier: Dossier, places: Container[str], today: dt.date, *, hints: bool = True) -> tuple[Problem, ...]:
    """Every problem of an entry whose fields could be read.

    `places` says which p-codes exist. What is `needed` becomes an error once the status says documented. Without
    `hints` the checks that give nothing else are left out: victims compared each with each take their time.
    """
    found = [problem for check in _CHECKS if hints or check not in _HINTS for problem in check(dossier)]
    found += _place(dossier, places)
    found += _dates(dossier, today)
    return raised(found, dossier.incident.status)


def raised(found: Iterable[Problem], status: str) -> tuple[Problem, ...]:
    """The problems as they weigh for a status: nothing needed may be missing of what is called documented."""
    if status != "documented":
        return tuple(found)
    return tuple(dataclasses.replace(p, level="error") if p.level == "needed" else p for p in found)


def stops(found: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems that stop a save."""
    return tuple(problem for problem in found if problem.level == "error")


def age_problems(record: str, row: int, age: int | None, group: str) -> Iterator[Problem]:
    """What contradicts itself between an age and “child or adult”."""
    if age is not None and group == "child" and age >= ADULT_FROM:
        yield Problem(record, "age", CHILD_OF_AGE, row, values={"age": age})
    if age is not None and group == "adult" and age < ADULT_FROM:
        yield Problem(record, "age", ADULT_UNDER_AGE, row, values={"age": age})


def _ages(dossier: Dossier) -> Iterator[Problem]:
    for row, victim in enumerate(dossier.victims):
        yield from age_problems("victim", row, victim.age, victim.age_group)


def _groups(dossier: Dossier) -> Iterator[Problem]:
    for row, victim in enumerate(dossier.victims):
        if victim.number > 1 and (victim.name_ar or victim.name_en):
            yield Problem("victim", "number", NAMED_GROUP, row)


def _twice(dossier: Dossier) -> Iterator[Problem]:
    for row, earlier in listed_twice(dossier):
        yield Problem("victim", "name_ar", LISTED_TWICE, row, level="hint", values={"row": earlier + 1})


def _decision(dossier: Dossier) -> Iterator[Problem]:
    if dossier.incident.massacre_override and not dossier.incident.massacre_reason:
        yield Problem("incident", "massacre_reason", REASON_NEEDED)


def _attribution(dossier: Dossier) -> Iterator[Problem]:
    principals = {a.party for a in dossier.attributions if a.mode not in ("backing", "unattributed")}
    seen: set[str] = set()
    for row, attribution in enumerate(dossier.attributions):
        if attribution.party and attribution.party in seen:
            yield Problem("attribution", "party", PARTY_TWICE, row)
        seen.add(attribution.party)
        if attribution.mode.startswith("joint") and len(principals - {"", "unidentified"}) < 2:
            yield Problem("attribution", "mode", JOINT_ALONE, row, level="needed")
        if attribution.mode == "backing" and not principals:
            yield Problem("attribution", "mode", BACKING_ALONE, row, level="needed")


def _identities(dossier: Dossier) -> Iterator[Problem]:
    """A pseudonym is printed; a real name typed in its place, in any spelling, would be too."""
    real = {folded for source in dossier.sources if source.real_name and (folded := fold(source.real_name))}
    if not real:
        return
    for row, source in enumerate(dossier.sources):
        for name in ("pseudonym", "depends_on"):
            if fold(getattr(source, name)) in real:
                yield Problem("source", name, REAL_NAME_SHOWN, row)


def _documentation(dossier: Dossier) -> Iterator[Problem]:
    incident = dossier.incident
    if not dossier.sources:
        yield Problem("source", "kind", NO_SOURCE, level="needed")
    if not incident.classification:
        yield _UNCLASSIFIED
    if not (incident.title_ar or incident.title_en):
        yield Problem("incident", "title_ar", NO_TITLE, level="needed")
    named = len([1 for v in dossier.victims if v.name_ar or v.name_en])
    if named and [source.independent for source in dossier.sources].count("yes") < 2:
        yield Problem("source", "independent", ONE_SOURCE, level="hint", values={"named": named})


def _units(dossier: Dossier) -> Iterator[Problem]:
    for row, facility in enumerate(dossier.facilities):
        if not facility.military_presence:
            yield Problem("facility", "military_presence", PRESENCE_MISSING, row, level="hint")
    for row, use in enumerate(dossier.weapons):
        if use.weapon in ("barrel", "barrel_gas") and use.munitions is None:
            yield Problem("weapon", "munitions", MUNITIONS_MISSING, row, level="hint")


def _toll(dossier: Dossier) -> Iterator[Problem]:
    listed = sum(v.number for v in dossier.victims if v.outcome in DEATHS)
    says_killing = bool({"killing", "extrajudicial", "torture_death"} & set(dossier.incident.kinds))
    if says_killing and not listed:
        yield Problem("victim", "outcome", NO_VICTIMS, level="hint")
    if listed and dossier.incident.kinds and not says_killing:
        yield Problem("incident", "kinds", KILLING_MISSING, level="hint", values={"listed": listed})
    for row, source in enumerate(dossier.sources):
        if source.stated_killed is not None and source.stated_killed != listed:
            values: dict[str, object] = {"stated": source.stated_killed, "listed": listed}
            yield Problem("source", "stated_killed", TOLL_DIFFERS, row, level="hint", values=values)


def _place(dossier: Dossier, places: Container[str]) -> Iterator[Problem]:
    pcode = dossier.incident.place.pcode
    if pcode and pcode not in places:
        yield Problem("incident", "place", UNKNOWN_PLACE)
    if dossier.incident.place and not pcode:
        yield Problem("incident", "place", ONLY_COORDINATES, level="needed")
    for row, victim in enumerate(dossier.victims):
        if victim.place_of_origin.pcode and victim.place_of_origin.pcode not in places:
            yield Problem("victim", "place_of_origin", UNKNOWN_PLACE, row)


def _dates(dossier: Dossier, today: dt.date) -> Iterator[Problem]:
    incident = dossier.incident
    if incident.date.first and incident.date.first > today:
        yield Problem("incident", "date", FUTURE)
    if incident.learned_on and incident.learned_on > today:
        yield Problem("incident", "learned_on", FUTURE)
    for row, source in enumerate(dossier.sources):
        if source.stated_on and source.stated_on > today:
            yield Problem("source", "stated_on", FUTURE, row)


_HINTS = frozenset({_twice, _units, _toll})
_CHECKS: tuple[Callable[[Dossier], Iterator[Problem]], ...] = (
    _ages, _groups, _twice, _decision, _attribution, _identities, _documentation, _units, _toll,
)  # fmt: skip
