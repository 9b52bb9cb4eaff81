"""Who may do what: the rights of each role. Declared here alone; the doors of a workspace ask this table.

Whether somebody sees who a source is hangs on the user and not on the role.

Open to every role, on purpose: to enter and change records, and with that to put files with one or take them from it,
which asks whatever a change of that record asks; to add a note, which stands for good and which nobody takes
away; to say that two records are of one person, or no more, since whoever enters is who notices it, nothing is merged
by it, and a link is ended and never removed. All of it stands in the history with who did it.

To salvage a store needs an administrator as long as its users can be read: it makes a second copy of everything. Where
they cannot, whoever has a passphrase may, since nobody else could bring the records back; in the new store they are
what its history says they were.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from snhr_desktop.domain.vocabularies import label
from snhr_desktop.errors import Refusal
from snhr_desktop.i18n import N_, NC_, Language, Message

ENTRY, REVIEWER, ADMINISTRATOR = "entry", "reviewer", "administrator"


@dataclass(frozen=True)
class Right:
    """One thing that may be done, in words that follow “this is not yours to do:”, and the roles that may."""

    words: Message
    roles: frozenset[str]

    def who(self, language: Language) -> str:
        """The roles that may, in words."""
        return language.join([label("role", role, language) for role in _ROLES if role in self.roles])


_ROLES = (ENTRY, REVIEWER, ADMINISTRATOR)
_REVIEWERS, _ADMINISTRATORS = frozenset((REVIEWER, ADMINISTRATOR)), frozenset((ADMINISTRATOR,))

REVIEW = Right(NC_("right", "take steps of verification, merge incidents"), _REVIEWERS)
MANY = Right(NC_("right", "take in or change many records at once"), _REVIEWERS)
PUBLISH = Right(NC_("right", "publish a report"), _REVIEWERS)
HAND_OUT = Right(NC_("right", "hand out a file, withdraw one"), _REVIEWERS)
EXPORT = Right(NC_("right", "write records to a file"), _REVIEWERS)
PERIODS = Right(NC_("right", "change the periods of the office"), _REVIEWERS)
PLACES = Right(NC_("right", "take in places and boundaries"), _REVIEWERS)
USERS = Right(NC_("right", "change who may use the store"), _ADMINISTRATORS)
RULES = Right(NC_("right", "change the rules of the office"), _ADMINISTRATORS)
KEYS = Right(NC_("right", "change the keys of the store"), _ADMINISTRATORS)
RESTORE = Right(NC_("right", "put a backup in place of the store"), _ADMINISTRATORS)
BACKUPS = Right(NC_("right", "choose where backups are kept"), _ADMINISTRATORS)
ACCEPT = Right(NC_("right", "accept a copy in place of the store"), _ADMINISTRATORS)
SALVAGE = Right(NC_("right", "salvage the store"), _ADMINISTRATORS)

RIGHTS = (
    REVIEW,
    MANY,
    PUBLISH,
    HAND_OUT,
    EXPORT,
    PERIODS,
    PLACES,
    USERS,
    RULES,
    KEYS,
    RESTORE,
    BACKUPS,
    ACCEPT,
    SALVAGE,
)
"""All that not everybody may. To enter and change records every role may."""

WHAT_ROLES_DO: Mapping[str, Message] = MappingProxyType(
    {
        ENTRY: N_("Enters and changes records, prints drafts."),
        REVIEWER: N_(
            "All that entry may; also verifies, merges, imports, exports, publishes, hands out files and sets periods."
        ),
        ADMINISTRATOR: N_("All that a reviewer may; also keeps users, rules, keys and backups."),
    }
)


def may(role: str, right: Right) -> bool:
    """Whether a role has a right."""
    return role in right.roles


class NotYourRole(Refusal):
    """Somebody's role does not allow it. Values: `act` what, `who` the roles that may."""

    said = N_("This is not yours to do: {act}.")
    advice = N_("Nothing was changed. Who may do it: {who}.")

    @classmethod
    def of(cls, right: Right) -> "NotYourRole":
        """The refusal of one right."""
        return cls(act=right.words, who=right.who)
