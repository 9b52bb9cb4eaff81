"""What a door to the list of incidents may hand over beside a query or the identity of an incident."""

from typing import NamedTuple

from snhr_desktop.ui.tongue import Words


class PersonShown(NamedTuple):
    """An incident by its uid, with one person of it to be shown first."""

    incident: str
    person: str


class Narrowed(NamedTuple):
    """The heading of a query that is a choice of its own (a place, a source) and no number to be looked behind."""

    words: Words
