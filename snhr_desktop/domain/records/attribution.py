"""Attribution: who is held responsible, how firmly, and on what basis. A record of its own, since it is revised."""

from dataclasses import dataclass

from snhr_desktop.domain.fields import choice, narrative
from snhr_desktop.domain.records.record import Record
from snhr_desktop.i18n import N_


@dataclass(frozen=True, kw_only=True)
class Attribution(Record):
    """One party to an incident, with the mode in which it is named."""

    type_name = "attribution"
    parent = "incident"
    title = N_("Attribution")

    party: str = choice(N_("Party"), "party", required=True, tag="#org+responsible")
    mode: str = choice(N_("Attribution"), "attribution", default="named", required=True, to_be_said=True)
    basis_ar: str = narrative(N_("Basis in Arabic"), 4_000, language="ar", hint=N_("What the attribution rests on."))
    basis_en: str = narrative(N_("Basis in English"), 4_000, language="en")
