"""What happened: kinds of violation, and how a strike was delivered."""

from snhr_desktop.domain.vocabularies.term import Term
from snhr_desktop.i18n import NC_

VIOLATION = (
    Term("killing", NC_("violation", "Killing")),
    Term("extrajudicial", NC_("violation", "Extrajudicial killing")),
    Term("vital_attack", NC_("violation", "Attack on a vital civilian facility")),
    Term("indiscriminate", NC_("violation", "Indiscriminate bombardment")),
    Term("prohibited_weapon", NC_("violation", "Use of a prohibited or indiscriminate weapon")),
    Term("destruction", NC_("violation", "Destruction")),
    Term("injury", NC_("violation", "Injury")),
    Term("double_tap", NC_("violation", "Double strike on the same site")),
    Term("torture", NC_("violation", "Torture")),
    Term("torture_death", NC_("violation", "Death due to torture")),
    Term("arrest", NC_("violation", "Arbitrary arrest")),
    Term("detention", NC_("violation", "Arbitrary detention")),
    Term("disappearance", NC_("violation", "Enforced disappearance")),
    Term("abduction", NC_("violation", "Abduction")),
    Term("release", NC_("violation", "Release")),
    Term("displacement", NC_("violation", "Forced displacement")),
    Term("siege", NC_("violation", "Siege of civilians")),
    Term("sexual_violence", NC_("violation", "Sexual violence")),
)

DELIVERY = (
    Term("fixed_wing", NC_("delivery", "Fixed-wing warplane")),
    Term("helicopter", NC_("delivery", "Helicopter")),
    Term("drone", NC_("delivery", "Drone")),
    Term("ground", NC_("delivery", "From the ground")),
    Term("unknown", NC_("delivery", "Not known")),
)
