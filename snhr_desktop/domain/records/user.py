"""A user of a store: kept like any record, with its history. Passphrases lie in the keyslots and nowhere here."""

from dataclasses import dataclass

from snhr_desktop.domain.fields import choice, flag, text
from snhr_desktop.domain.records.record import Record
from snhr_desktop.i18n import N_


@dataclass(frozen=True, kw_only=True)
class User(Record):
    """Named in the history of all they save: a name is never given to somebody else, and no user is ever removed.

    Without an identity it is whoever opened the store with a secret that is nobody's in particular.
    """

    type_name = "user"
    title = N_("User")

    name: str = text(N_("Name"), 60, required=True, hint=N_("Stands in the history of all they save."))
    role: str = choice(N_("Role"), "role", default="entry", required=True)
    no_sources: bool = flag(N_("Does not see who the sources are"))
    switched_off: bool = flag(N_("Switched off"))
