"""To whom a report goes: it decides what of the records may be printed."""

from snhr_desktop.domain.vocabularies.term import Term
from snhr_desktop.i18n import NC_

AUDIENCE = (
    Term("public", NC_("audience", "Public")),
    Term("partners", NC_("audience", "Partners")),
    Term("internal", NC_("audience", "Internal")),
)
