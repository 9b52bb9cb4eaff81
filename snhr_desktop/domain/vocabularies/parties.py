"""Who is held responsible (perpetrators): a name may carry its years and retire, but it never vanishes."""

from datetime import date

from snhr_desktop.domain.vocabularies.term import Term
from snhr_desktop.i18n import NC_

PARTY = (
    Term("regime", NC_("party", "Syrian regime forces"), group="alliance"),
    Term("iran_militias", NC_("party", "Iranian militias"), group="regime"),
    Term("russia", NC_("party", "Russian forces"), group="alliance"),
    Term("isis", NC_("party", "ISIS"), group="extremist"),
    Term("hts", NC_("party", "Hay’at Tahrir al-Sham"), group="extremist", valid_from=date(2017, 1, 28)),
    Term("nusra", NC_("party", "al-Nusra Front"), group="extremist", valid_to=date(2016, 7, 28)),
    Term(
        "fateh_sham",
        NC_("party", "Fateh al-Sham Front"),
        group="extremist",
        valid_from=date(2016, 7, 28),
        valid_to=date(2017, 1, 28),
    ),
    Term("opposition", NC_("party", "Factions of the armed opposition")),
    Term("sna", NC_("party", "Syrian National Army")),
    Term("self_mgmt", NC_("party", "Self-Management forces")),
    Term("sdf", NC_("party", "Syrian Democratic Forces")),
    Term("coalition", NC_("party", "International coalition forces")),
    Term("turkish_border", NC_("party", "Turkish forces or border guards")),
    Term("other", NC_("party", "Other parties")),
    Term("unidentified", NC_("party", "Party not identified")),
)

PARTY_ROW = (
    Term(
        "alliance_joint",
        NC_("party_row", "Regime or Russian forces: both, or not yet established which"),
        group="alliance",
    ),
    Term("several_joint", NC_("party_row", "Several parties jointly")),
)

SCOPE = (
    Term("all", NC_("scope", "All parties")),
    Term("alliance", NC_("scope", "Syrian-Russian alliance forces")),
    Term("extremist", NC_("scope", "Extremist Islamic groups")),
)

ATTRIBUTION = (
    Term("named", NC_("attribution", "Attributed to the party")),
    Term("believed", NC_("attribution", "Believed to be the party")),
    Term("joint_pending", NC_("attribution", "Joint, until one party is established")),
    Term("joint_proven", NC_("attribution", "Joint, proven")),
    Term("backing", NC_("attribution", "Backed the party that carried it out")),
    Term("unattributed", NC_("attribution", "Not attributed")),
)
