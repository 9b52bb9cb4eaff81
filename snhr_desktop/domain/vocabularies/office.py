"""What a user of a store is there for; `domain.rights` says what each may do."""

from snhr_desktop.domain.vocabularies.term import Term
from snhr_desktop.i18n import NC_

ROLE = (
    Term("entry", NC_("role", "Entry")),
    Term("reviewer", NC_("role", "Reviewer")),
    Term("administrator", NC_("role", "Administrator")),
)
